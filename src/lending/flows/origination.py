"""From the application to the payout: what follows what."""

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.contract import Act, Contract, ContractStatus
from lending.contracts.events import ContractAccepted, ContractEnded
from lending.contracts.ports import CONTRACTS
from lending.customers.ports import CUSTOMERS
from lending.dealers.ports import DEALERS
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.origination.application import ApplicationStatus
from lending.origination.commands import AssessApplication, ExpireOffer
from lending.origination.events import ApplicationClosed, ApplicationSubmitted, OfferMade, PayoutReleased
from lending.origination.ports import APPLICATIONS
from lending.origination.releasing import agreed_on
from lending.payments.channels import Service
from lending.payments.disbursement import DisbursementOrder
from lending.payments.ids import DisbursementOrderId
from lending.payments.ports import CHANNELS, DIRECTORY, DISBURSEMENTS
from lending.payments.routing import Wanted
from lending.payments.splitting import parts_of
from lending.products.ports import PRODUCTS
from lending.products.product import Payee

__all__ = [
    "assess_after_submission",
    "clear_payout",
    "close_application",
    "end_contract",
    "expire_in_time",
    "order_payout",
]


def assess_after_submission(event: ApplicationSubmitted, call: Call, work: Work) -> Outcome[None, Refusal]:
    """A submitted application is weighed as soon as it is committed (R28)."""
    work.schedule(call.received_at, AssessApplication(event.application_id))
    return Success(None)


def expire_in_time(event: OfferMade, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """An offer that nobody takes lapses."""
    work.schedule(event.valid_until, ExpireOffer(event.application_id))
    return Success(None)


def clear_payout(event: ContractAccepted, call: Call, work: Work) -> Outcome[None, Refusal]:
    """The contract is in force: what the product still asks for before anything is paid."""
    cleared = agreed_on(work.get(APPLICATIONS, event.application_id), call, work)
    if isinstance(cleared, Failure):
        return cleared
    work.save(APPLICATIONS, cleared.unwrap())
    return Success(None)


def order_payout(event: PayoutReleased, call: Call, work: Work) -> Outcome[None, Refusal]:
    """What is agreed on is paid out, by as few orders as channels allow."""
    (contract,) = work.matching(CONTRACTS, "application_id", event.application_id)
    bank = _bank_of_payee(contract, work)
    corporate = contract.payee is Payee.DEALER
    wanted = Wanted(service=Service.PAYOUT, bank=bank, amount=contract.agreed.principal, corporate=corporate)
    parts = parts_of(wanted, work.find(CHANNELS, DIRECTORY))
    for number, amount in enumerate(parts, start=1):
        order = DisbursementOrder(
            id=work.new_id(DisbursementOrderId),
            contract_id=contract.id.value,
            amount=amount,
            dealer_id=contract.dealer_id if corporate else None,
            part=number,
            parts=len(parts),
            voucher_days=work.get(PRODUCTS, contract.product).voucher_days,
            bank=bank,
            ordered_at=call.received_at,
        )
        work.save(DISBURSEMENTS, order.ordered())
    return Success(None)


def _bank_of_payee(contract: Contract, work: Work) -> str:
    if contract.payee is Payee.DEALER and contract.dealer_id is not None:
        return work.get(DEALERS, contract.dealer_id).account.bank
    return work.get(CUSTOMERS, contract.customer_id).person.account.bank


def end_contract(event: ApplicationClosed, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """An application that ends without a loan takes its contract with it."""
    for contract in work.matching(CONTRACTS, "application_id", event.application_id):
        act = Act.REFUSE if contract.status is ContractStatus.SIGNING else Act.CANCEL
        ended = contract.end(act)
        if isinstance(ended, Success):
            work.save(CONTRACTS, ended.unwrap())
    return Success(None)


def close_application(event: ContractEnded, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A contract that the borrower refuses takes its application with it."""
    if event.application_id is None:
        return Success(None)
    application = work.get(APPLICATIONS, event.application_id)
    if application.status is ApplicationStatus.CONFIRMED:
        cancelled = application.cancel()
        assert isinstance(cancelled, Success), f"{application.id} is confirmed and yet cannot be cancelled"
        work.save(APPLICATIONS, cancelled.unwrap())
    return Success(None)
