"""`Work`: one request's view of the world, written all at once at commit."""

from datetime import date, datetime
from typing import Any, Protocol, TypeVar

import attrs

from lending.application.call import Actor, Call
from lending.application.commands import Command, Message, Receipt
from lending.application.kinds import Kind
from lending.application.limits import Draw, Limit, LimitSetting, as_set, settled
from lending.application.store import Changes, OutboxEntry, OutboxEntryId, Reader, StoredReceipt, Write
from lending.kernel.canonical import fingerprint
from lending.kernel.events import Event, EventRecord
from lending.kernel.ids import EventId, Id
from lending.kernel.outcome import Outcome
from lending.kernel.refusals import Refusal

__all__ = ["Gate", "UnitOfWork", "Work"]

T = TypeVar("T")
R = TypeVar("R")
E = TypeVar("E")
AnyId = TypeVar("AnyId", bound=Id)


class Work(Protocol):
    """What a use case may do: load, save, record, send, schedule. It neither opens nor commits."""

    def find(self, kind: Kind[T], identity: Id | str) -> T | None:
        """The aggregate with this id as this work sees it, or None."""

    def get(self, kind: Kind[T], identity: Id | str) -> T:
        """The aggregate with this id, which is known to exist; its absence is a bug."""

    def matching(self, kind: Kind[T], key: str, value: Id | str) -> tuple[T, ...]:
        """All aggregates whose declared key has this value, in order of their ids."""

    def first(self, kind: Kind[T], limit: int) -> tuple[T, ...]:
        """At most `limit` aggregates of the kind, in order of their ids."""

    def save(self, kind: Kind[T], value: T) -> None:
        """Write the aggregate at commit, and take over the events it carries."""

    def relies_on(self, kind: Kind[T], value: T) -> None:
        """Commit only if this aggregate, read but not written, is still the one that was read."""

    def limit(self, key: str) -> Limit | None:
        """The limit as this work sees it, or None; others may draw on it before this work commits."""

    def set_limit(self, key: str, total: int, *, is_open: bool = True, buckets: int = 1) -> None:
        """Make the limit, or set its total and openness anew; what is drawn on it stays."""

    def draw(self, key: str, holder: Id | str, *, occupied: int = 0, used: int = 0, forced: bool = False) -> None:
        """Change what `holder` occupies and uses of the limit, at commit; taking more needs room unless forced."""

    def record(self, subject: Id | str, event: Event) -> None:
        """Record an event that no aggregate carries."""

    def send(self, message: Message) -> None:
        """Deliver the message to the outside after commit."""

    def schedule(self, due_at: datetime, content: "Command[Any, Any] | Message") -> None:
        """Execute the command, or deliver the message, at `due_at` or soon after."""

    def new_id(self, type_of_id: type[AnyId]) -> AnyId:
        """A fresh id, the same whenever and wherever this request is run again."""

    def permits(self, command: "Command[Any, Any]", actor: Actor) -> "Outcome[None, Refusal]":
        """Whether the actor may ask for this command, given that a second person approves."""

    def perform(self, command: "Command[R, E]", call: Call) -> "Outcome[R, E | Refusal]":
        """Run another command's use case inside this work: how an approved proposal is carried out."""


class Gate(Protocol):
    """What a unit of work asks of the bus that runs it."""

    def permits(self, command: "Command[Any, Any]", actor: Actor) -> "Outcome[None, Refusal]":
        """Whether the actor may ask for this command, given that a second person approves."""

    def perform(self, command: "Command[Any, Any]", call: Call, work: "UnitOfWork") -> "Outcome[Any, Any]":
        """Run the command's use case in `work`."""


class UnitOfWork:
    """The one implementation of `Work`: reads through a store, stages writes, makes the `Changes`."""

    def __init__(self, reader: Reader, call: Call, gate: Gate) -> None:
        self._reader = reader
        self.call = call
        self._gate = gate
        self._loaded: dict[tuple[str, str], tuple[Any, int]] = {}
        self._kinds: dict[str, Kind[Any]] = {}
        self._staged: dict[tuple[str, str], Write[Any]] = {}
        self._relied_on: dict[tuple[str, str], tuple[Kind[Any], str, int]] = {}
        self._limits: dict[str, LimitSetting] = {}
        self._draws: dict[tuple[str, str], Draw] = {}
        self._records: list[tuple[str, Event]] = []
        self._outbox: list[OutboxEntry] = []
        self._ordinals: dict[type[Id], int] = {}

    def enter(self, day: date | None) -> Call:
        """Begin on this accounting day; the day at first entry stays the value date if the work is run again."""
        if day is not None:
            self.call = attrs.evolve(self.call, business_date=day, value_date=self.call.value_date or day)
        return self.call

    def find(self, kind: Kind[T], identity: Id | str) -> T | None:
        place = (kind.name, str(identity))
        if place in self._staged:
            staged: T = self._staged[place].value
            return staged
        if place not in self._loaded:
            self._kinds[kind.name] = kind
            stored = self._reader.load(kind, place[1])
            self._loaded[place] = (stored.value, stored.version) if stored else (None, 0)
        loaded: T | None = self._loaded[place][0]
        return loaded

    def get(self, kind: Kind[T], identity: Id | str) -> T:
        found = self.find(kind, identity)
        assert found is not None, f"{kind.name} {identity} should exist"
        return found

    def matching(self, kind: Kind[T], key: str, value: Id | str) -> tuple[T, ...]:
        declared = kind.key(key)
        wanted = str(value)
        self._kinds[kind.name] = kind
        for stored in self._reader.lookup(kind, declared, wanted):
            self._loaded.setdefault((kind.name, kind.identity(stored.value)), (stored.value, stored.version))
        current = self._current(kind)
        return tuple(current[identity] for identity in sorted(current) if declared.of(current[identity]) == wanted)

    def first(self, kind: Kind[T], limit: int) -> tuple[T, ...]:
        stored = self._reader.page(kind, None, "", "", limit)
        current = {kind.identity(held): held for held in stored} | self._current(kind)
        return tuple(current[identity] for identity in sorted(current)[:limit])

    def _current(self, kind: Kind[T]) -> dict[str, T]:
        """The aggregates of a kind that this work has read or staged."""
        seen = [held for (name, _), (held, _) in self._loaded.items() if name == kind.name and held is not None]
        current = {kind.identity(held): held for held in seen}
        staged = {identity: write.value for (name, identity), write in self._staged.items() if name == kind.name}
        return current | staged

    def save(self, kind: Kind[T], value: T) -> None:
        place = (kind.name, kind.identity(value))
        events: tuple[Event, ...] = getattr(value, "events", ())
        for event in events:
            self.record(place[1], event)
        settled = attrs.evolve(value, events=()) if events else value  # type: ignore[misc]
        _, version = self._loaded.get(place, (None, 0))
        assert not (kind.append_only and version), f"{kind.name} {place[1]} is never changed"
        self._staged[place] = Write(kind, settled, version)

    def relies_on(self, kind: Kind[T], value: T) -> None:
        place = (kind.name, kind.identity(value))
        self._relied_on[place] = (kind, place[1], self._loaded[place][1])

    def limit(self, key: str) -> Limit | None:
        stands = as_set(self._reader.limit(key), self._limits.get(key))
        if stands is not None:
            for draw in (held for (drawn, _), held in self._draws.items() if drawn == key):
                stands = settled(stands, draw)
        return stands

    def set_limit(self, key: str, total: int, *, is_open: bool = True, buckets: int = 1) -> None:
        self._limits[key] = LimitSetting(key, total, is_open, buckets)

    def draw(self, key: str, holder: Id | str, *, occupied: int = 0, used: int = 0, forced: bool = False) -> None:
        place = (key, str(holder))
        drawn = Draw(key, place[1], occupied, used, forced)
        self._draws[place] = self._draws[place] + drawn if place in self._draws else drawn

    def record(self, subject: Id | str, event: Event) -> None:
        self._records.append((str(subject), event))

    def send(self, message: Message) -> None:
        self.schedule(self.call.received_at, message)

    def schedule(self, due_at: datetime, content: Command[Any, Any] | Message) -> None:
        correlation = self.call.correlation or self.call.request_id
        entry_id = self.new_id(OutboxEntryId)
        self._outbox.append(OutboxEntry(id=entry_id, due_at=due_at, content=content, correlation=correlation))

    def new_id(self, type_of_id: type[AnyId]) -> AnyId:
        ordinal = self._ordinals.get(type_of_id, 0)
        self._ordinals[type_of_id] = ordinal + 1
        return type_of_id.make(self.call.request_id, ordinal)

    def perform(self, command: Command[R, E], call: Call) -> Outcome[R, E | Refusal]:
        return self._gate.perform(command, call, self)

    def permits(self, command: Command[Any, Any], actor: Actor) -> Outcome[None, Refusal]:
        return self._gate.permits(command, actor)

    def events_after(self, count: int) -> list[Event]:
        """The events recorded since there were `count` of them."""
        return [event for _, event in self._records[count:]]

    def is_overtaken(self) -> bool:
        """Whether anything that was read has been changed since."""
        return any(self._version(place) != version for place, (_, version) in self._loaded.items())

    def _version(self, place: tuple[str, str]) -> int:
        stored = self._reader.load(self._kinds[place[0]], place[1])
        return stored.version if stored is not None else 0

    def changes(self, command: Command[Any, Any], receipt: Any) -> Changes:
        """All that this work would write, in a fixed order of kinds and ids so that commits never deadlock."""
        assert isinstance(receipt, Receipt), f"{type(command).__name__} answered with {receipt!r}, which is no receipt"
        written = {place: write for place, write in self._staged.items() if self._is_changed(place)}
        return Changes(
            writes=tuple(written[place] for place in sorted(written)),
            relied_on=tuple(self._relied_on[place] for place in sorted(self._relied_on.keys() - written.keys())),
            events=tuple(self._recorded(ordinal) for ordinal in range(len(self._records))),
            outbox=tuple(self._outbox),
            receipt=StoredReceipt(self.call.request_id, type(command).__name__, fingerprint(command), receipt),
            limits=tuple(self._limits[key] for key in sorted(self._limits)),
            draws=tuple(held for _, held in sorted(self._draws.items()) if held.occupied or held.used),
        )

    def _is_changed(self, place: tuple[str, str]) -> bool:
        before = self._loaded.get(place)
        return before is None or before[0] is not self._staged[place].value

    def _recorded(self, ordinal: int) -> EventRecord:
        subject, event = self._records[ordinal]
        return EventRecord(
            id=EventId.make(self.call.request_id, ordinal),
            ordinal=ordinal,
            event=event,
            subject=subject,
            causation=self.call.request_id,
            correlation=self.call.correlation or self.call.request_id,
            actor=self.call.actor.id,
            business_date=self.call.business_date,
            recorded_at=self.call.received_at,
        )
