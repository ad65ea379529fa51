"""What follows from reconciliation: vouchers (S3 to S5, A24), orders brought to the channel's word, days released."""

from datetime import date

from lending.accounting.channel_lines import CHANNEL_BALANCE, at_channel
from lending.accounting.corrections import CHANNEL_FEE
from lending.accounting.journal import OWN, JournalLine, Side, Voucher, VoucherId
from lending.accounting.ports import CHART, CHARTS, VOUCHERS
from lending.accounting.refusals import AccountsMissing
from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import Currency
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.payments.events import (
    DeductionFailed,
    DeductionSucceeded,
    DeductionTakenInPart,
    PayoutAbandoned,
    PayoutCancelled,
    PayoutRetried,
    PayoutReturned,
    PayoutSucceeded,
)
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS
from lending.reconciliation.commands import ReleaseDay
from lending.reconciliation.day import BOOKS, BUSINESS
from lending.reconciliation.difference import Way
from lending.reconciliation.events import DayReconciled, DifferenceGone, DifferenceParked, DifferenceResolved
from lending.reconciliation.matching import Claim, Standing
from lending.reconciliation.ours import standing_of_deduction, standing_of_payout
from lending.reconciliation.ports import DIFFERENCES, STATEMENTS, statement_id
from lending.reconciliation.statement import Flow

__all__ = [
    "hear_deduction",
    "hear_payout",
    "hear_return",
    "post_fees",
    "post_parking",
    "post_resolution",
    "release_when_settled",
]

SHORTAGE = "1221.03"
SUSPENSE = "2241.02"
SURPLUS = "2241.04"
GAIN = "6301.01"
LOSS = "6711.01"
FEES = "6421.01"

TAKEN_BY = {Way.SUPPLEMENT: CHANNEL_BALANCE, Way.REFUND: CHANNEL_BALANCE, Way.GAIN: GAIN}
"""What is credited where a parked surplus ends. A supplement entry's repayment debits the channel's balance again."""

FinalPayout = PayoutSucceeded | PayoutRetried | PayoutAbandoned
FinalDeduction = DeductionSucceeded | DeductionTakenInPart | DeductionFailed


def post_parking(event: DifferenceParked, call: Call, work: Work) -> Outcome[None, AccountsMissing]:
    """S1, S3: what nobody has named and a surplus wait as liabilities. S4: a shortage waits as a claim."""
    return _post(work, call, event, "RECONCILIATION_PARKED", _parking(event), abs(event.effect))


def post_resolution(event: DifferenceResolved, call: Call, work: Work) -> Outcome[None, AccountsMissing]:
    """S2, S5 and their likes; a reversal is the parking in red (A22)."""
    if event.way == Way.REVERSAL.value:
        return _post(work, call, event, "RECONCILIATION_REVERSED", _parking(event), -abs(event.effect))
    return _post(work, call, event, "RECONCILIATION_RESOLVED", _settled(event), abs(event.effect))


def post_fees(event: DayReconciled, call: Call, work: Work) -> Outcome[None, AccountsMissing]:
    """A24: what the channel kept for its service, by its statement; of a later version what that says more, or less."""
    if event.source in BOOKS:
        return Success(None)
    earlier = (statement_id(event.source, event.day, version) for version in range(event.version - 1, 0, -1))
    before = next((head for head in (work.find(STATEMENTS, each) for each in earlier) if head is not None), None)
    head = work.get(STATEMENTS, statement_id(event.source, event.day, event.version))
    more = head.fees - (before.fees if before is not None and before.currency == head.currency else 0)
    if not more:
        return Success(None)
    lines = at_channel(work, _lines((FEES, CHANNEL_BALANCE), more, ""), head.source)
    return _written(work, call, CHANNEL_FEE, head.currency, head.day, lines)


def _parking(event: DifferenceParked | DifferenceResolved) -> tuple[str, str]:
    return (CHANNEL_BALANCE, _surplus(event)) if event.effect > 0 else (SHORTAGE, CHANNEL_BALANCE)


def _settled(event: DifferenceResolved) -> tuple[str, str]:
    """Debit and credit by which a parked amount ends."""
    return (_surplus(event), TAKEN_BY[Way(event.way)]) if event.effect > 0 else (LOSS, SHORTAGE)


def _surplus(event: DifferenceParked | DifferenceResolved) -> str:
    return SUSPENSE if event.flow == Flow.RECEIPT.value else SURPLUS


def _post(
    work: Work,
    call: Call,
    event: DifferenceParked | DifferenceResolved,
    name: str,
    accounts: tuple[str, str],
    amount: int,
) -> Outcome[None, AccountsMissing]:
    """One voucher of two lines, the difference its subject."""
    channel = "" if event.source in BOOKS else event.source
    lines = at_channel(work, _lines(accounts, amount, event.difference_id.value), channel)
    return _written(work, call, name, event.currency, event.day, lines)


def _lines(accounts: tuple[str, str], amount: int, subject: str) -> tuple[JournalLine, ...]:
    debit, credit = accounts
    return JournalLine(debit, Side.DEBIT, amount, subject), JournalLine(credit, Side.CREDIT, amount, subject)


def _written(
    work: Work, call: Call, event: str, currency: Currency, value_date: date, lines: tuple[JournalLine, ...]
) -> Outcome[None, AccountsMissing]:
    chart = work.find(CHARTS, CHART)
    missing = {line.account for line in lines} - (chart.codes if chart is not None else frozenset())
    if missing:
        return Failure(AccountsMissing(tuple(sorted(missing))))
    voucher = Voucher(
        id=work.new_id(VoucherId),
        book=OWN,
        business_date=call.business_date,
        value_date=value_date,
        event=event,
        source=call.request_id.value,
        currency=currency,
        lines=lines,
    )
    work.save(VOUCHERS, voucher)
    return Success(None)


def hear_payout(event: FinalPayout, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A payout has its final word: what the statement said of this attempt is compared again."""
    order = work.get(DISBURSEMENTS, event.order_id)
    number = f"{order.id.value}-{event.attempt - 1}" if isinstance(event, PayoutRetried) else order.order_no
    _hear(work, Flow.PAYOUT, number, Claim(order.amount.minor, standing_of_payout(order, number)))
    return Success(None)


def hear_return(event: PayoutReturned | PayoutCancelled, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A payout has come back: what the statement said of that is compared again."""
    order = work.get(DISBURSEMENTS, event.order_id)
    _hear(work, Flow.RETURN, order.order_no, Claim(order.amount.minor, Standing.SUCCESS))
    return Success(None)


def hear_deduction(event: FinalDeduction, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A deduction has its final word: what the statement said of it is compared again."""
    order = work.get(DEDUCTIONS, event.order_id)
    _hear(work, Flow.DEDUCTION, order.order_no, Claim(order.moved.minor, standing_of_deduction(order)))
    return Success(None)


def _hear(work: Work, flow: Flow, reference: str, ours: Claim) -> None:
    for difference in work.matching(DIFFERENCES, "undecided", reference):
        if difference.flow is flow:
            work.save(DIFFERENCES, difference.ours_now(ours))


def release_when_settled(
    event: DayReconciled | DifferenceParked | DifferenceGone, call: Call, work: Work
) -> Outcome[None, Refusal]:
    """Whenever the books of a day may have come to be balanced or parked, its release is asked for (R66)."""
    last = BUSINESS if isinstance(event, DayReconciled) else event.source
    if event.source in BOOKS and event.source == last:
        work.schedule(call.received_at, ReleaseDay(event.day))
    return Success(None)
