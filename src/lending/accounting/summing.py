"""How closed days are summed behind their seals, and how balances are answered from them in any mode."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from lending.accounting.booking import EVERY_EVENT, BookingModes
from lending.accounting.commands import DaySummed, PublishBookingModes, RecordDayBalances
from lending.accounting.day_balances import DayBalances, PartyBalance, added_up
from lending.accounting.events import AccountingPublished, BalancesSummed, JournalSealed
from lending.accounting.messages import SumDay
from lending.accounting.ports import BOOKING_MODES, CHART, CHARTS, DAY_BALANCES, SEALS, BooksReader
from lending.accounting.queries import AccountBalance, Balance, GetBalance
from lending.accounting.refusals import AccountNotFound, AccountsMissing, DayNotSummed
from lending.application.call import Call
from lending.application.ports import Delivery
from lending.application.store import Reader
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.commands import Published

__all__ = [
    "account_totals",
    "ask_for_sum",
    "get_balance",
    "modes_on",
    "publish_booking_modes",
    "record_day_balances",
    "sum_day",
]

ONE_DAY = timedelta(days=1)
LOOKED_BACK = 40
"""So many days back a summed one is looked for; where the worker was away for longer, all lines are added up."""


def publish_booking_modes(command: PublishBookingModes, call: Call, work: Work) -> Outcome[Published, AccountsMissing]:
    """Keep them from the next day on: what holds on a day was settled before it began."""
    since = call.business_date + ONE_DAY
    modes = BookingModes(since, command.rules)
    if work.find(BOOKING_MODES, since.isoformat()) != modes:
        work.save(BOOKING_MODES, modes)
        work.record("booking-modes", AccountingPublished("booking-modes", since.toordinal()))
    return Success(Published("booking-modes", since.toordinal()))


def ask_for_sum(event: JournalSealed, _call: Call, work: Work) -> Outcome[None, DayNotSummed]:
    """Reaction to a day's seal: its lines cannot change any more, and are summed."""
    work.send(SumDay(event.day))
    return Success(None)


def sum_day(delivery: Delivery[SumDay], reader: Reader) -> RecordDayBalances | None:
    """The poster: the balances of the day before and the lines of the day; days left out before it come first."""
    books = cast("BooksReader", reader)
    first, day = books.first_day(), delivery.message.day
    if first is None or day < first:
        return None
    while day > first and reader.load(DAY_BALANCES, (day - ONE_DAY).isoformat()) is None:
        day -= ONE_DAY
    before = reader.load(DAY_BALANCES, (day - ONE_DAY).isoformat())
    rows = added_up(before.value.rows if before else (), books.movements("", day - ONE_DAY, day))
    return RecordDayBalances(DayBalances(day, rows))


def record_day_balances(command: RecordDayBalances, _call: Call, work: Work) -> Outcome[DaySummed, DayNotSummed]:
    """Keep the balances of a sealed day, once, behind those of the day before."""
    day, rows = command.balances.day, len(command.balances.rows)
    if work.find(DAY_BALANCES, day.isoformat()) is None:
        first = next((seal.day for seal in work.first(SEALS, 1)), None)
        sealed = work.find(SEALS, day.isoformat()) is not None
        if not sealed or (day != first and work.find(DAY_BALANCES, (day - ONE_DAY).isoformat()) is None):
            return Failure(DayNotSummed(day))
        work.save(DAY_BALANCES, command.balances)
        work.record("balances", BalancesSummed(day, rows))
    if work.find(SEALS, (day + ONE_DAY).isoformat()) is not None:
        work.send(SumDay(day + ONE_DAY))
    return Success(DaySummed(day, rows))


def account_totals(reader: BooksReader, book: str, through: date, today: date) -> tuple[AccountBalance, ...]:
    """Totals of every account that moved in the book: the last balances kept, and the lines of the days since."""
    totals: dict[tuple[str, str], tuple[int, int]] = {}
    for row in _through(reader, book, through, today):
        debit, credit = totals.get((row.account, row.currency), (0, 0))
        totals[row.account, row.currency] = (debit + row.debit, credit + row.credit)
    return tuple(AccountBalance(account, currency, *sums) for (account, currency), sums in sorted(totals.items()))


def get_balance(query: GetBalance, call: Call, reader: BooksReader) -> Outcome[Balance, AccountNotFound]:
    """The balance of the day before and the one now; the mode decides only where the latter is read."""
    chart = reader.load(CHARTS, CHART)
    if chart is None or query.account not in chart.value.codes:
        return Failure(AccountNotFound(query.account))
    today, wanted = call.business_date, (query.book, query.account, query.party, query.currency)
    modes = modes_on(reader, today)
    previous = sum(row.signed for row in _through(reader, query.book, today - ONE_DAY, today) if row.key == wanted)
    real_time = modes.always_real_time(query.account)
    moved = reader.moved_today(*wanted, today) if real_time else _moved(reader, wanted, today)
    return Success(
        Balance(
            book=query.book,
            account=query.account,
            party=query.party,
            currency=query.currency,
            mode=modes.mode_of(query.account, EVERY_EVENT).value,
            previous=previous,
            now=previous + moved,
        )
    )


def modes_on(reader: Reader, day: date) -> BookingModes:
    """The modes in force on a day: those published last for it or a day before."""
    published = [modes for modes in _published(reader) if modes.since <= day]
    return max(published, key=lambda modes: modes.since, default=BookingModes(date.min, ()))


def _published(reader: Reader) -> Iterator[BookingModes]:
    after = ""
    while page := reader.page(BOOKING_MODES, None, "", after, 500):
        yield from page
        after = page[-1].since.isoformat()


def _through(reader: BooksReader, book: str, through: date, today: date) -> tuple[PartyBalance, ...]:
    last = min(through, today - ONE_DAY)
    days = (last - number * ONE_DAY for number in range(LOOKED_BACK))
    kept = next((held.value for day in days if (held := reader.load(DAY_BALANCES, day.isoformat())) is not None), None)
    mine = (row for row in kept.rows if row.book == book) if kept is not None else ()
    return added_up(mine, reader.movements(book, kept.day if kept is not None else date.min, through))


def _moved(reader: BooksReader, wanted: tuple[str, str, str, str], day: date) -> int:
    return sum(row.signed for row in reader.movements(wanted[0], day - ONE_DAY, day) if row.key == wanted)
