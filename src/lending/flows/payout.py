"""The payout: sent once, asked after while in doubt, and at last a loan or none."""

from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from lending.application.call import CHINA, Call
from lending.application.ports import Courier, Delivery, VendorUnavailable
from lending.application.store import Reader
from lending.application.work import Work
from lending.contracts.contract import Contract
from lending.contracts.ports import CONTRACTS
from lending.customers.ports import CUSTOMERS
from lending.dealers.ports import DEALERS
from lending.kernel.calendar import CalendarEnds, next_workday
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.opening import loan_terms
from lending.loans.ports import LOANS
from lending.operations.usecases import calendar_around, calendars_in
from lending.origination.application import CreditApplication
from lending.origination.ports import APPLICATIONS
from lending.payments.channel import (
    PROCESSING_QUERY_AFTER,
    UNREACHED_RETRY_AFTER,
    ChannelAnswer,
    PayoutRequest,
    Word,
    query_delay,
)
from lending.payments.commands import RecordPayoutAnswer, RoutePayout
from lending.payments.disbursement import ATTEMPTS_MAX, DisbursementOrder, PayoutStatus
from lending.payments.events import (
    PayoutAbandoned,
    PayoutCancelled,
    PayoutInDoubt,
    PayoutOrdered,
    PayoutRetried,
    PayoutReturned,
    PayoutRouted,
    PayoutSucceeded,
    PayoutWithdrawn,
)
from lending.payments.messages import QueryPayout, SendPayout
from lending.payments.ports import DISBURSEMENTS, PayoutChannel
from lending.payments.taking_back import orders_of
from lending.payments.voucher_commands import ExpirePayoutVoucher, IssuePayoutVoucher
from lending.payments.voucher_events import (
    DealerPaid,
    PayoutVoucherExpired,
    PayoutVoucherIssued,
    PayoutVoucherRevoked,
    PayoutVoucherWithheld,
)
from lending.payments.vouching import give_payout_voucher_up, redeem_payout_voucher
from lending.products.product import Payee

__all__ = [
    "abandon_loan",
    "ask_after_payout",
    "cancel_loan",
    "conclude_payout",
    "end_withdrawn",
    "open_loan",
    "query_payout_by",
    "route_again",
    "route_payout",
    "route_unvouched",
    "route_vouched",
    "send_payout",
    "send_payout_by",
]

CameBack: TypeAlias = PayoutReturned | PayoutCancelled | PayoutVoucherRevoked | PayoutVoucherExpired

ONE_DAY = timedelta(days=1)
OPENING_HOUR = time(9, tzinfo=CHINA)
"""Corporate transfers go out from nine on workdays (R103)."""


def route_payout(event: PayoutOrdered, call: Call, work: Work) -> Outcome[None, CalendarEnds]:
    """A borrower is paid at once, a dealer in banking hours of a workday; one that gets a voucher has it before."""
    order = work.get(DISBURSEMENTS, event.order_id)
    if order.voucher_days is None:
        return _route(order, call.received_at, call, work)
    if order.part == 1:
        work.schedule(call.received_at, IssuePayoutVoucher(order.contract_id))
    return Success(None)


def route_unvouched(event: PayoutVoucherWithheld, call: Call, work: Work) -> Outcome[None, CalendarEnds]:
    """Without a voucher the dealer waits for the money."""
    for order in orders_of(event.contract_id, work):
        routed = _route(order, call.received_at, call, work)
        if isinstance(routed, Failure):
            return routed
    return Success(None)


def route_vouched(event: PayoutVoucherIssued, call: Call, work: Work) -> Outcome[None, CalendarEnds]:
    """What was promised is transferred on the next workday (R103); the promise ends by itself."""
    work.schedule(datetime.combine(event.valid_through + ONE_DAY, time(), CHINA), ExpirePayoutVoucher(event.voucher_id))
    for order in orders_of(event.contract_id, work):
        routed = _route_next_workday(order, call, work)
        if isinstance(routed, Failure):
            return routed
    return Success(None)


def route_again(event: PayoutRetried, call: Call, work: Work) -> Outcome[None, CalendarEnds]:
    """After a final failure the next attempt goes out under its own number; one that never left waits a moment."""
    order = work.get(DISBURSEMENTS, event.order_id)
    if event.code != Word.UNREACHED.value and order.failures >= ATTEMPTS_MAX:
        return _route_next_workday(order, call, work)
    pause = UNREACHED_RETRY_AFTER if event.code == Word.UNREACHED.value else timedelta()
    return _route(order, call.received_at + pause, call, work)


def _route(order: DisbursementOrder, due_at: datetime, call: Call, work: Work) -> Outcome[None, CalendarEnds]:
    if order.to_dealer:
        opening = _opening(call.received_at.astimezone(CHINA).date(), work)
        if isinstance(opening, Failure):
            return opening
        due_at = max(due_at, opening.unwrap())
    work.schedule(due_at, RoutePayout(order.id, order.attempt))
    return Success(None)


def _route_next_workday(order: DisbursementOrder, call: Call, work: Work) -> Outcome[None, CalendarEnds]:
    opening = _opening(call.received_at.astimezone(CHINA).date() + ONE_DAY, work)
    if isinstance(opening, Failure):
        return opening
    work.schedule(opening.unwrap(), RoutePayout(order.id, order.attempt))
    return Success(None)


def _opening(day: date, work: Work) -> Outcome[datetime, CalendarEnds]:
    """When banks open on the first workday from `day` on."""
    workday = next_workday(day, calendar_around(work, day))
    if isinstance(workday, Failure):
        return workday
    return Success(datetime.combine(workday.unwrap(), OPENING_HOUR))


def send_payout(event: PayoutRouted, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A payout whose channel is chosen goes to it after commit."""
    work.send(SendPayout(event.order_id, event.attempt))
    return Success(None)


def ask_after_payout(event: PayoutInDoubt, call: Call, work: Work) -> Outcome[None, Refusal]:
    """Money in doubt is asked after, again and again, and never sent again."""
    order = work.get(DISBURSEMENTS, event.order_id)
    processing = order.status is PayoutStatus.PROCESSING
    delay = max(PROCESSING_QUERY_AFTER, query_delay(event.doubts)) if processing else query_delay(event.doubts)
    work.schedule(call.received_at + delay, QueryPayout(order.id, order.attempt))
    return Success(None)


def conclude_payout(event: PayoutSucceeded, call: Call, work: Work) -> Outcome[None, Refusal]:
    """The money has arrived: the loan begins, or has so much more (R48); of one begun by voucher it is redeemed."""
    # Read before the loan: of two parts that arrive at once, one then meets the other's commit here and is run again.
    _application(work.get(CONTRACTS, event.contract_id), work)
    promised = redeem_payout_voucher(work.get(DISBURSEMENTS, event.order_id), work)
    begun = work.matching(LOANS, "contract_id", event.contract_id)
    if not begun:
        return open_loan(event, call, work)
    (loan,) = begun
    if promised:
        paid = DealerPaid(loan_id=loan.id.value, order_id=event.order_id, amount=event.amount, on=event.on)
        work.record(loan.id, paid)
        return Success(None)
    topped_up = loan.top_up(event.order_id.value, event.amount, event.on, today=call.business_date)
    work.save(LOANS, topped_up)
    return Success(None)


def open_loan(event: PayoutSucceeded | PayoutVoucherIssued, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """The money has arrived, or the dealer has our word for it: the account opens with that day as its value date."""
    contract = work.get(CONTRACTS, event.contract_id)
    opened = Loan.open(
        id=work.new_id(LoanId),
        contract_id=contract.id.value,
        customer_id=contract.customer_id,
        product=contract.product,
        terms=loan_terms(contract.agreed, event.on, calendars_in(work)),
        key=_order_of(event, work),
        amount=event.amount,
        on=event.on,
        by_voucher=isinstance(event, PayoutVoucherIssued),
    )
    if isinstance(opened, Failure):
        return opened
    paid = _application(contract, work).paid()
    if isinstance(paid, Failure):
        return paid
    work.save(LOANS, opened.unwrap())
    work.save(APPLICATIONS, paid.unwrap())
    return Success(None)


def cancel_loan(event: CameBack, call: Call, work: Work) -> Outcome[None, Refusal]:
    """The money came back, or never went: nothing was lent, and the application ends. Who wants it applies anew."""
    contract = work.get(CONTRACTS, event.contract_id)
    (loan,) = work.matching(LOANS, "contract_id", event.contract_id)
    paid_by = _order_of(event, work)
    revoked = isinstance(event, PayoutVoucherRevoked | PayoutVoucherExpired)
    cancelled = loan.cancel(f"{paid_by}/back", paid_by, event.on, today=call.business_date, revoked=revoked)
    if isinstance(cancelled, Failure):
        return cancelled
    taken_back = _application(contract, work).taken_back()
    if isinstance(taken_back, Failure):
        return taken_back
    work.save(LOANS, cancelled.unwrap())
    work.save(APPLICATIONS, taken_back.unwrap())
    return Success(None)


def end_withdrawn(event: PayoutWithdrawn, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A payout withdrawn before any of it had gone, or was promised, ends the application."""
    open_parts = any(order.status is not PayoutStatus.CLOSED for order in orders_of(event.contract_id, work))
    if open_parts or work.matching(LOANS, "contract_id", event.contract_id):
        return Success(None)
    return _abandon(event.contract_id, work)


def abandon_loan(event: PayoutAbandoned, call: Call, work: Work) -> Outcome[None, Refusal]:
    """The payout has finally failed: the application ends, and its contract with it; a loan begun by voucher too."""
    if give_payout_voucher_up(work.get(DISBURSEMENTS, event.order_id), call.business_date, work):
        return Success(None)
    return _abandon(event.contract_id, work)


def _abandon(contract_id: str, work: Work) -> Outcome[None, Refusal]:
    abandoned = _application(work.get(CONTRACTS, contract_id), work).abandon()
    if isinstance(abandoned, Failure):
        return abandoned
    work.save(APPLICATIONS, abandoned.unwrap())
    return Success(None)


def send_payout_by(channel: PayoutChannel) -> Courier:
    """The courier that sends payouts through their channels."""

    def deliver(delivery: Delivery[SendPayout], reader: Reader) -> RecordPayoutAnswer | None:
        order = _awaiting(delivery.message, reader)
        if order is None:
            return None
        if not delivery.first:
            answer = channel.query_payout(order.channel, order.order_no)
        else:
            answer = _paid(channel, _request(order, reader))
        return RecordPayoutAnswer(order.id, order.order_no, answer)

    return deliver


def _paid(channel: PayoutChannel, request: PayoutRequest) -> ChannelAnswer:
    try:
        return channel.pay(request)
    except VendorUnavailable:
        return ChannelAnswer(Word.UNREACHED)


def query_payout_by(channel: PayoutChannel) -> Courier:
    """The courier that asks the channels after payouts."""

    def deliver(delivery: Delivery[QueryPayout], reader: Reader) -> RecordPayoutAnswer | None:
        order = _awaiting(delivery.message, reader)
        if order is None:
            return None
        return RecordPayoutAnswer(order.id, order.order_no, channel.query_payout(order.channel, order.order_no))

    return deliver


def _awaiting(message: SendPayout | QueryPayout, reader: Reader) -> DisbursementOrder | None:
    """The order, if this attempt of it still waits for a word."""
    stored = reader.load(DISBURSEMENTS, message.order_id.value)
    assert stored is not None, f"{message.order_id} was sent and does not exist"
    order = stored.value
    return order if order.is_awaiting and order.attempt == message.attempt else None


def _order_of(event: CameBack | PayoutSucceeded | PayoutVoucherIssued, work: Work) -> str:
    """The order that the event is of; of a promise the first of those that keep it."""
    if isinstance(event, PayoutVoucherIssued | PayoutVoucherRevoked | PayoutVoucherExpired):
        return orders_of(event.contract_id, work)[0].id.value
    return event.order_id.value


def _application(contract: Contract, work: Work) -> CreditApplication:
    assert contract.application_id is not None, f"{contract.id} is paid out and came from no application"
    return work.get(APPLICATIONS, contract.application_id)


def _request(order: DisbursementOrder, reader: Reader) -> PayoutRequest:
    stored = reader.load(CONTRACTS, order.contract_id)
    assert stored is not None, f"{order.contract_id} is paid and does not exist"
    holder, number, bank = _payee(stored.value, reader)
    return PayoutRequest(
        channel=order.channel,
        order_no=order.order_no,
        amount=order.amount,
        account=number,
        bank=bank,
        holder=holder,
        corporate=order.to_dealer,
    )


def _payee(contract: Contract, reader: Reader) -> tuple[str, str, str]:
    """Holder, account number and bank of whom the contract pays."""
    if contract.payee is Payee.DEALER and contract.dealer_id is not None:
        dealer = reader.load(DEALERS, contract.dealer_id)
        assert dealer is not None, f"{contract.dealer_id} is paid and does not exist"
        return dealer.value.account.holder, dealer.value.account.number, dealer.value.account.bank
    customer = reader.load(CUSTOMERS, contract.customer_id)
    assert customer is not None, f"{contract.customer_id} is paid and does not exist"
    account = customer.value.person.account
    return account.holder, account.number, account.bank
