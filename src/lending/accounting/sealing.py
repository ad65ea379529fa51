"""How the journal is sealed, day by day behind the business, and how the seals are verified."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from lending.accounting.commands import DaySealed, RecordSeal
from lending.accounting.events import JournalSealed
from lending.accounting.messages import SealJournal
from lending.accounting.ports import SEALS, BooksReader
from lending.accounting.queries import Verification, VerifyJournal
from lending.accounting.refusals import SealOutOfOrder
from lending.accounting.seals import LINK_LENGTH, Break, Link, Seal, broken_links, link_of
from lending.application.call import Call
from lending.application.ports import Delivery
from lending.application.store import Reader
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.events import DaySwitched

__all__ = ["ask_for_seal", "record_seal", "seal_journal", "verify_journal"]


def ask_for_seal(event: DaySwitched, _call: Call, work: Work) -> Outcome[None, SealOutOfOrder]:
    """Reaction to the switch of the day: what has closed is sealed, off the way of business."""
    work.send(SealJournal(event.closed))
    return Success(None)


def seal_journal(delivery: Delivery[SealJournal], reader: Reader) -> RecordSeal | None:
    """The courier that reads a closed day; days before it that are not sealed yet come first, one a delivery."""
    books = cast("BooksReader", reader)
    first = books.first_day()
    if first is None:
        return None
    day = delivery.message.day
    while day > first and reader.load(SEALS, (day - timedelta(days=1)).isoformat()) is None:
        day -= timedelta(days=1)
    if day < first:
        return None
    before = reader.load(SEALS, (day - timedelta(days=1)).isoformat())
    return RecordSeal(Seal(day=day, previous=before.value.hash if before else "", links=tuple(_links(books, day))))


def record_seal(command: RecordSeal, call: Call, work: Work) -> Outcome[DaySealed, SealOutOfOrder]:
    """Keep the seal of a closed day behind the one before it; a day is sealed once."""
    seal = command.seal
    before = work.find(SEALS, (seal.day - timedelta(days=1)).isoformat())
    if work.find(SEALS, seal.day.isoformat()) is None:
        if seal.day >= call.business_date or seal.previous != (before.hash if before else ""):
            return Failure(SealOutOfOrder(seal.day, call.business_date))
        work.save(SEALS, seal)
        work.record("journal", JournalSealed(seal.day, seal.count, seal.hash))
    if seal.day + timedelta(days=1) < call.business_date:
        # A worker that was away for days seals them one after the other.
        work.send(SealJournal(call.business_date - timedelta(days=1)))
    return Success(DaySealed(seal.day, seal.count, seal.hash))


def verify_journal(query: VerifyJournal, call: Call, reader: BooksReader) -> Outcome[Verification, SealOutOfOrder]:
    """Walk the chain from its first day, or from `since`, to the last closed day; stop at the first break."""
    first = reader.first_day()
    last = call.business_date - timedelta(days=1)
    day = max(query.since or first, first) if first else call.business_date
    stored = reader.load(SEALS, (day - timedelta(days=1)).isoformat())
    before = stored.value if stored else None
    days = vouchers = 0
    while day <= last:
        stored = reader.load(SEALS, day.isoformat())
        if stored is None:
            found = _unsealed(reader, day, last)
            return Success(Verification(days, vouchers, before.hash if before else "", day, found))
        broken = next(broken_links(stored.value, before, _links(reader, day)), None)
        if broken is not None:
            return Success(Verification(days, vouchers, before.hash if before else "", None, broken))
        before, days, vouchers = stored.value, days + 1, vouchers + stored.value.count
        day += timedelta(days=1)
    return Success(Verification(days, vouchers, before.hash if before else "", None, None))


def _unsealed(reader: BooksReader, day: date, last: date) -> Break | None:
    """A day without a seal is a break if a later day has one; else it has not been sealed yet."""
    later = (day + timedelta(days=ahead) for ahead in range(1, (last - day).days + 1))
    sealed = any(reader.load(SEALS, each.isoformat()) for each in later)
    return Break(day, "seal", "it is missing, and a later day has one") if sealed else None


def _links(reader: BooksReader, day: date) -> Iterator[Link]:
    after = ""
    while vouchers := reader.vouchers_of(day, after, LINK_LENGTH):
        yield link_of(vouchers)
        after = vouchers[-1].id.value
