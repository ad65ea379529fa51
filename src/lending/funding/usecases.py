"""How schemes are published, and how a loan that opens gets its funding."""

from lending.application.call import Call
from lending.application.work import Work
from lending.funding.commands import FunderMoneyRecorded, PublishFundingScheme, RecordFunderMoney
from lending.funding.funded import FundedLoan
from lending.funding.held import confirm_quotas, decision_of
from lending.funding.ports import FUNDED_LOANS, FUNDER_RECEIPTS, FUNDING_SCHEMES
from lending.funding.receipts import FunderReceipt, receipt_id
from lending.funding.refusals import FunderMoneyKnown, FunderUnknown
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans import offering
from lending.loans.events import LoanOpened
from lending.operations.commands import Published
from lending.products.commands import PublishProduct
from lending.products.refusals import FundingUnknown, PriceAboveCap, VersionNotNext

__all__ = ["fund_loan", "publish_funding_scheme", "publish_product", "record_funder_money"]

SCHEMES_MAX = 1_000


def publish_funding_scheme(
    command: PublishFundingScheme, _call: Call, work: Work
) -> Outcome[Published, VersionNotNext]:
    """Keep the version: the next one, or any where there was none. The same again is no change."""
    scheme = command.scheme
    before = work.find(FUNDING_SCHEMES, scheme.code)
    if before != scheme:
        expected = before.version + 1 if before else scheme.version
        if scheme.version != expected:
            return Failure(VersionNotNext(scheme.code, scheme.version, expected))
        work.save(FUNDING_SCHEMES, scheme.published())
    return Success(Published(scheme.code, scheme.version))


def publish_product(
    command: PublishProduct, call: Call, work: Work
) -> Outcome[Published, VersionNotNext | PriceAboveCap | FundingUnknown]:
    """Put the product on offer where every funding scheme that it names is published."""
    product = command.product
    unknown = tuple(code for code in product.funding if work.find(FUNDING_SCHEMES, code) is None)
    if unknown:
        return Failure(FundingUnknown(product.code, unknown))
    return offering.publish_product(command, call, work)


def record_funder_money(
    command: RecordFunderMoney, call: Call, work: Work
) -> Outcome[FunderMoneyRecorded, FunderUnknown | FunderMoneyKnown]:
    """Keep the receipt, which is booked as it is kept; a reference of a funder counts once."""
    known = {share.funder for scheme in work.first(FUNDING_SCHEMES, SCHEMES_MAX) for share in scheme.sharing.shares}
    if command.funder not in known:
        return Failure(FunderUnknown(command.funder, tuple(sorted(known))))
    before = work.find(FUNDER_RECEIPTS, receipt_id(command.funder, command.reference))
    if before is not None:
        return Failure(FunderMoneyKnown(command.funder, command.reference, before.amount))
    receipt = FunderReceipt(
        funder=command.funder,
        reference=command.reference,
        amount=command.amount,
        purpose=command.purpose,
        on=call.business_date,
    )
    work.save(FUNDER_RECEIPTS, receipt.received())
    return Success(FunderMoneyRecorded(command.funder, command.reference, command.amount))


def fund_loan(event: LoanOpened, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Reaction to a loan's opening, before it is booked: whose money it is, where it is not ours alone."""
    decision = decision_of(work, event.contract_id)
    if decision is None:
        return Success(None)
    scheme = decision.scheme
    assert scheme is not None, f"{event.loan_id} was paid out before its money was found"
    confirm_quotas(work, decision)
    if scheme.sharing.shares:
        work.save(FUNDED_LOANS, FundedLoan.open(event.loan_id, scheme.code, scheme.sharing, event.on))
    return Success(None)
