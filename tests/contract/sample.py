"""A little domain of the tests' own: counters with names, people, notes that are never changed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs

from lending.application.call import Actor, Call, Role
from lending.application.catalogue import Catalogue
from lending.application.commands import Command, Message, Receipt
from lending.application.grants import Grant, Grants
from lending.application.kinds import Key, Kind
from lending.application.limits import Draw, LimitSetting
from lending.application.store import Changes, OutboxEntry, OutboxEntryId, StoredReceipt, Write
from lending.application.work import Work
from lending.kernel.events import Event, EventRecord
from lending.kernel.ids import EventId, Id, RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Outcome, Success

NOW = datetime(2024, 1, 5, 1, 30, 0, 123456, tzinfo=UTC)
DAY = date(2024, 1, 5)
TELLER = Actor("teller", Role.OPERATIONS)


@attrs.frozen(order=True, repr=False)
class CounterId(Id):
    prefix = "cnt"


@attrs.frozen
class Counted(Event):
    to: int


@attrs.frozen
class Count(Receipt):
    count: int


@attrs.frozen
class Reminder(Message):
    phone: str
    amount: Money


@attrs.frozen
class Bump(Command[Count, Any]):
    """Add to a counter, made when it is not there."""

    name: str
    by: int = 1


@attrs.frozen
class Copy(Command[Count, Any]):
    """Give one counter the count of another."""

    source: str
    target: str


@attrs.frozen(kw_only=True)
class Counter:
    id: str
    count: int = 0
    name: str | None = None
    group: str | None = None
    balance: Money = Money(0)
    events: tuple[Event, ...] = ()


@attrs.frozen(kw_only=True)
class Citizen:
    id: str
    identity_number: str
    address: str


@attrs.frozen
class Note:
    id: str
    text: str


@attrs.frozen
class OpenDay:
    on: date


COUNTERS = Kind(
    "counter",
    Counter,
    identity=lambda counter: counter.id,
    keys=(Key("name", lambda counter: counter.name, unique=True), Key("group", lambda counter: counter.group)),
)
NAME, GROUP = COUNTERS.keys
CITIZENS = Kind(
    "citizen",
    Citizen,
    identity=lambda citizen: citizen.id,
    keys=(Key("identity_number", lambda citizen: citizen.identity_number, unique=True, secret=True),),
    personal=True,
)
NUMBER = CITIZENS.keys[0]
NOTES = Kind("note", Note, identity=lambda note: note.id, append_only=True)
DAYS = Kind("day", OpenDay, identity=lambda _day: "day")

KINDS: tuple[Kind[Any], ...] = (COUNTERS, CITIZENS, NOTES, DAYS)
TYPES: tuple[type, ...] = (Counted, Count, Reminder, Bump, Copy, *(kind.type for kind in KINDS))


def write(kind: Kind[Any], value: Any, expected: int = 0) -> Write[Any]:
    return Write(kind, value, expected)


def changes(
    request: str,
    *writes: Write[Any],
    relied_on: tuple[tuple[Kind[Any], str, int], ...] = (),
    events: int = 0,
    outbox: tuple[OutboxEntry, ...] = (),
    at: datetime = NOW,
    day: date = DAY,
    limits: tuple[LimitSetting, ...] = (),
    draws: tuple[Draw, ...] = (),
) -> Changes:
    """One commit of a request of this name."""
    request_id = RequestId(request)
    return Changes(
        writes=tuple(sorted(writes, key=lambda write: (write.kind.name, write.kind.identity(write.value)))),
        relied_on=relied_on,
        events=tuple(recorded(request_id, ordinal, at, day) for ordinal in range(events)),
        outbox=outbox,
        receipt=StoredReceipt(request_id, "Bump", f"fingerprint of {request}", Count(len(writes))),
        limits=limits,
        draws=draws,
    )


def recorded(request_id: RequestId, ordinal: int, at: datetime = NOW, day: date = DAY) -> EventRecord:
    return EventRecord(
        id=EventId.make(request_id, ordinal),
        ordinal=ordinal,
        event=Counted(ordinal),
        subject="counter",
        causation=request_id,
        correlation=request_id,
        actor="teller",
        business_date=day,
        recorded_at=at,
    )


def entry(request: str, ordinal: int = 0, after: timedelta = timedelta(0), content: Any = None) -> OutboxEntry:
    request_id = RequestId(request)
    return OutboxEntry(
        id=OutboxEntryId.make(request_id, ordinal),
        due_at=NOW + after,
        content=content or Bump("outbox", ordinal + 1),
        correlation=request_id,
    )


def bump(command: Bump, _call: Call, work: Work) -> Outcome[Count, Any]:
    """Load, add, save: what a lost update would spoil."""
    held = work.matching(COUNTERS, "name", command.name)
    counter = held[0] if held else Counter(id=work.new_id(CounterId).value, name=command.name)
    bumped = attrs.evolve(counter, count=counter.count + command.by, events=(Counted(counter.count + command.by),))
    work.save(COUNTERS, bumped)
    return Success(Count(bumped.count))


def copy(command: Copy, _call: Call, work: Work) -> Outcome[Count, Any]:
    """Rely on the source, and save it as it is besides: what a reliance must outlive."""
    source, target = work.get(COUNTERS, command.source), work.get(COUNTERS, command.target)
    work.relies_on(COUNTERS, source)
    work.save(COUNTERS, source)
    work.save(COUNTERS, attrs.evolve(target, count=source.count))
    return Success(Count(source.count))


def open_day(work: Work) -> date | None:
    day = work.find(DAYS, "day")
    if day is None:
        return None
    work.relies_on(DAYS, day)
    return day.on


CATALOGUE = Catalogue(
    use_cases={Bump: bump, Copy: copy},
    queries={},
    reactions={},
    grants=Grants([Grant(Role.OPERATIONS, Bump), Grant(Role.OPERATIONS, Copy)]),
    accounting_day=open_day,
    before_start=frozenset(),
)


def call(request: str) -> Call:
    return Call(request_id=RequestId(request), actor=TELLER, received_at=NOW)
