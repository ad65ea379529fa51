"""How periods and years are closed: what stands in the way is named, and nothing is opened again."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import cast

from lending.accounting.chart import AccountType
from lending.accounting.commands import (
    ClosePeriod,
    CloseYear,
    PeriodClosing,
    ProofsRecorded,
    RecordProofs,
    RecordYearEnd,
    YearClosing,
)
from lending.accounting.events import PeriodEnded, YearEnded
from lending.accounting.journal import JournalLine, Side, Voucher, VoucherId
from lending.accounting.messages import CarryForward
from lending.accounting.periods import (
    ClosedPeriod,
    ProofRun,
    Taken,
    YearEnd,
    days_of,
    month_after,
    month_of,
    year_id,
)
from lending.accounting.ports import (
    CHART,
    CHARTS,
    DAY_RELEASES,
    PERIODS,
    PROOF_RUNS,
    SEALS,
    VOUCHERS,
    YEAR_ENDS,
    BooksReader,
)
from lending.accounting.refusals import (
    AccountsMissing,
    PeriodHeld,
    PeriodNotNext,
    PeriodNotOver,
    RulesMissing,
    YearNotClosed,
)
from lending.accounting.summing import account_totals
from lending.application.call import Call
from lending.application.ports import Delivery
from lending.application.store import Reader
from lending.application.work import Work
from lending.kernel.money import Currency
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["carry_forward", "close_period", "close_year", "record_proofs", "record_year_end", "year_end_of"]

PROFIT = "4103.01"
"""本年利润."""

RETAINED = "4104.01"
"""利润分配."""

YEAR_CLOSED, PROFIT_RETAINED = "YEAR_CLOSED", "PROFIT_RETAINED"
RESULT_TYPES = frozenset({AccountType.INCOME, AccountType.EXPENSE})
NOT_RUN = "not run today"


def record_proofs(command: RecordProofs, call: Call, work: Work) -> Outcome[ProofsRecorded, RulesMissing]:
    """Keep the run under the open day; a later one takes its place."""
    work.find(PROOF_RUNS, call.business_date.isoformat())
    work.save(PROOF_RUNS, ProofRun(call.business_date, command.proofs, command.broken))
    return Success(ProofsRecorded(call.business_date, command.proofs, len(command.broken)))


def close_period(
    command: ClosePeriod, call: Call, work: Work
) -> Outcome[PeriodClosing, PeriodNotOver | PeriodNotNext | PeriodHeld]:
    """Close it, once; closed again it answers as it did."""
    period = ClosedPeriod(book=command.book, month=command.month, closed_on=call.business_date)
    before = work.find(PERIODS, period.id)
    if before is not None:
        return Success(PeriodClosing(before.book, before.month, before.closed_on))
    if days_of(command.month)[-1] >= call.business_date:
        return Failure(PeriodNotOver(period.id, call.business_date))
    expected = _next_month(command.book, work)
    if command.month != expected:
        return Failure(PeriodNotNext(period.id, expected))
    held = _held(period, call, work)
    if held is not None:
        return Failure(held)
    work.save(PERIODS, period)
    work.record(period.id, PeriodEnded(command.book, command.month))
    return Success(PeriodClosing(command.book, command.month, call.business_date))


def _next_month(book: str, work: Work) -> str:
    """The month after the last closed one; the first of all is that of the first sealed day, "" before there is one."""
    closed = max((period.month for period in work.matching(PERIODS, "book", book)), default=None)
    if closed is not None:
        return month_after(closed)
    first = _first_day(work)
    return month_of(first) if first is not None else ""


def _first_day(work: Work) -> date | None:
    """The first day with vouchers, in any book; seals are kept from it on, one a day."""
    return next((seal.day for seal in work.first(SEALS, 1)), None)


def _held(period: ClosedPeriod, call: Call, work: Work) -> PeriodHeld | None:
    first = _first_day(work)
    days = [day for day in days_of(period.month) if first is None or day >= first]
    not_released = tuple(day for day in days if work.find(DAY_RELEASES, day.isoformat()) is None)
    not_sealed = tuple(day for day in days if work.find(SEALS, day.isoformat()) is None)
    run = work.find(PROOF_RUNS, call.business_date.isoformat())
    proofs = run.broken if run is not None else (NOT_RUN,)
    if not_released or not_sealed or proofs:
        return PeriodHeld(period.id, not_released, not_sealed, proofs)
    assert run is not None, "proofs that were not run hold nothing"
    work.relies_on(PROOF_RUNS, run)
    return None


def close_year(command: CloseYear, _call: Call, work: Work) -> Outcome[YearClosing, YearNotClosed]:
    """Ask for the totals of the year, off the way of business; a year that has ended answers with its day."""
    ended = work.find(YEAR_ENDS, year_id(command.book, command.year))
    if ended is not None:
        return Success(YearClosing(ended.book, ended.year, ended.booked_on))
    waits_for = _waits_for(command.book, command.year, work)
    if waits_for is not None:
        return Failure(YearNotClosed(year_id(command.book, command.year), waits_for))
    work.send(CarryForward(command.book, command.year))
    return Success(YearClosing(command.book, command.year, None))


def _waits_for(book: str, year: int, work: Work) -> str | None:
    """What must be closed before the year ends: its December, and the year before where a period of it was closed."""
    closed = {period.month for period in work.matching(PERIODS, "book", book)}
    if f"{year:04}-12" not in closed:
        return f"{book}/{year:04}-12"
    before = year_id(book, year - 1)
    return before if f"{year - 1:04}-12" in closed and work.find(YEAR_ENDS, before) is None else None


def carry_forward(delivery: Delivery[CarryForward], reader: Reader) -> RecordYearEnd:
    """The courier that adds up a closed year."""
    return year_end_of(cast("BooksReader", reader), delivery.message.book, delivery.message.year)


def year_end_of(reader: BooksReader, book: str, year: int) -> RecordYearEnd:
    """The command that ends a year, with the book's totals; no voucher can come to them any more."""
    last = date(year, 12, 31)
    return RecordYearEnd(year, book, account_totals(reader, book, last, last + timedelta(days=1)))


def record_year_end(
    command: RecordYearEnd, call: Call, work: Work
) -> Outcome[YearClosing, YearNotClosed | AccountsMissing]:
    """S7: one voucher a currency to 4103.01, another on to 4104.01; they stand on the open day, of the year's last."""
    ended = work.find(YEAR_ENDS, year_id(command.book, command.year))
    if ended is not None:
        return Success(YearClosing(ended.book, ended.year, ended.booked_on))
    waits_for = _waits_for(command.book, command.year, work)
    if waits_for is not None:
        return Failure(YearNotClosed(year_id(command.book, command.year), waits_for))
    chart = work.find(CHARTS, CHART)
    codes = chart.codes if chart is not None else frozenset()
    if chart is None or not {PROFIT, RETAINED} <= codes:
        return Failure(AccountsMissing(tuple(sorted({PROFIT, RETAINED} - codes))))
    results = {account.code for account in chart.accounts if account.type in RESULT_TYPES}
    end = YearEnd(
        book=command.book,
        year=command.year,
        booked_on=call.business_date,
        taken=_taken(command, results, work.matching(YEAR_ENDS, "book", command.book)),
    )
    vouchers = 0
    for currency in sorted({taken.currency for taken in end.taken}):
        for event, lines in _closing(end, currency):
            work.save(VOUCHERS, _voucher(end, event, currency, lines, call, work))
            vouchers += 1
    work.save(YEAR_ENDS, end)
    work.record(end.id, YearEnded(command.book, command.year, vouchers))
    return Success(YearClosing(command.book, command.year, call.business_date))


def _taken(command: RecordYearEnd, results: set[str], earlier: Iterable[YearEnd]) -> tuple[Taken, ...]:
    """What stands on profit and loss through the year, less what earlier year ends booked after its last day."""
    left = {(row.account, row.currency): row.debit - row.credit for row in command.balances if row.account in results}
    last = date(command.year, 12, 31)
    for taken in (taken for end in earlier if end.booked_on > last for taken in end.taken):
        left[taken.account, taken.currency] = left.get((taken.account, taken.currency), 0) - taken.amount
    return tuple(Taken(account, currency, amount) for (account, currency), amount in sorted(left.items()) if amount)


def _closing(end: YearEnd, currency: str) -> Iterable[tuple[str, tuple[JournalLine, ...]]]:
    taken = [row for row in end.taken if row.currency == currency]
    profit = sum(row.amount for row in taken)
    closed = [_line(row.account, -row.amount, end) for row in taken]
    if not profit:
        return [(YEAR_CLOSED, tuple(closed))]
    kept = (_line(PROFIT, -profit, end), _line(RETAINED, profit, end))
    return [(YEAR_CLOSED, (*closed, _line(PROFIT, profit, end))), (PROFIT_RETAINED, kept)]


def _line(account: str, signed: int, end: YearEnd) -> JournalLine:
    """A line of so much, debit positive."""
    return JournalLine(account, Side.DEBIT if signed > 0 else Side.CREDIT, abs(signed), end.id)


def _voucher(
    end: YearEnd, event: str, currency: str, lines: tuple[JournalLine, ...], call: Call, work: Work
) -> Voucher:
    return Voucher(
        id=work.new_id(VoucherId),
        book=end.book,
        business_date=call.business_date,
        value_date=end.through,
        event=event,
        source=call.request_id.value,
        currency=Currency(currency),
        lines=lines,
    )
