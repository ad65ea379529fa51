"""The store port: what a unit of work reads from and commits to.

Memory, SQLite and PostgreSQL implement it and pass one contract suite.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Generic, Protocol, TypeVar

import attrs

from lending.application.commands import Command, Message, Receipt
from lending.application.kinds import Key, Kind
from lending.application.limits import Draw, Limit, LimitSetting
from lending.kernel.events import EventRecord
from lending.kernel.ids import Id, RequestId

__all__ = [
    "Changes",
    "Contention",
    "KeyTaken",
    "OutboxEntry",
    "OutboxEntryId",
    "Reader",
    "Store",
    "StoreUnavailable",
    "Stored",
    "StoredReceipt",
    "VersionConflict",
    "Write",
]

T = TypeVar("T")


class VersionConflict(Exception):
    """Something read or written has changed meanwhile: the use case is run again."""


class KeyTaken(Exception):
    """A unique key is held by another aggregate: the use case is run again and will see the holder."""

    def __init__(self, kind: str, key: str) -> None:
        self.kind = kind
        self.key = key
        super().__init__(f"another {kind} holds this {key}")


class Contention(Exception):
    """Bounded retries are used up; the caller may send the same request again."""


class StoreUnavailable(Exception):
    """The store cannot be reached, or was lost in a commit: only the receipt then tells whether it was made."""


@attrs.frozen
class Stored(Generic[T]):
    """An aggregate as read, with the version it had."""

    value: T
    version: int


@attrs.frozen
class Write(Generic[T]):
    """An aggregate to write; `expected` is the version it was read at, 0 for a new one."""

    kind: Kind[T]
    value: T
    expected: int


@attrs.frozen
class StoredReceipt:
    """What a request was answered with; the name of the command and the fingerprint of what it asked."""

    request_id: RequestId
    act: str
    fingerprint: str
    receipt: Receipt


@attrs.frozen(order=True, repr=False)
class OutboxEntryId(Id):
    """An outbox entry's id."""

    prefix = "out"


@attrs.frozen(kw_only=True)
class OutboxEntry:
    """Something to do after commit and not before `due_at`.

    A `Message` is delivered to the outside, a `Command` is executed. One due at once is an outbox
    entry in the narrow sense, one due later a timer; they are one thing in one table (ADR 0005).
    """

    id: OutboxEntryId
    due_at: datetime
    content: Command[Any, Any] | Message
    correlation: RequestId
    claims: int = 0
    """How often a worker has taken it up; more than once means that an earlier one may have delivered it."""
    delays: int = 0
    """How often it was put off, with nothing done for certain."""


@attrs.frozen(kw_only=True)
class Changes:
    """Everything one commit writes, or nothing of it."""

    writes: tuple[Write[Any], ...]
    relied_on: tuple[tuple[Kind[Any], str, int], ...]
    events: tuple[EventRecord, ...]
    outbox: tuple[OutboxEntry, ...]
    receipt: StoredReceipt
    limits: tuple[LimitSetting, ...] = ()
    draws: tuple[Draw, ...] = ()
    """In order of limit and holder, made last of all."""


class Reader(Protocol):
    """Read-committed reads; each is one port call and holds nothing afterwards."""

    def load(self, kind: Kind[T], identity: str) -> Stored[T] | None:
        """The aggregate with this id, or None."""

    def lookup(self, kind: Kind[T], key: Key[T], value: str) -> tuple[Stored[T], ...]:
        """All aggregates whose key has this value, in order of their ids."""

    def page(self, kind: Kind[T], key: Key[T] | None, value: str, after: str, limit: int) -> tuple[T, ...]:
        """At most `limit` aggregates with this key value (all of the kind where `key` is None), ids above `after`."""

    def limit(self, key: str) -> Limit | None:
        """The limit as it stands, or None where it was never set."""

    def stamp(self, text: str) -> str:
        """What only this installation's keys make of a text, in hexadecimal: a signature to hold copies against."""


class Store(Reader, Protocol):
    """A place that keeps aggregates, events, receipts and the outbox."""

    def receipt(self, request_id: RequestId) -> StoredReceipt | None:
        """What this request was answered with, if it has been."""

    def commit(self, changes: Changes) -> None:
        """Write all of `changes` in one short transaction.

        Checks versions of written and relied-on aggregates, unique keys, the request id and the room of
        limits, in a fixed order. Raises `VersionConflict`, `KeyTaken` or `LimitExhausted` and writes nothing;
        any method may raise `StoreUnavailable`.
        """

    def claim(self, now: datetime, limit: int, lease: timedelta) -> tuple[OutboxEntry, ...]:
        """At most `limit` entries due at `now`, oldest first, kept from other claimants until `now + lease`.

        Each comes back with `claims` one higher, and is stored so.
        """

    def finish(self, entry: OutboxEntry) -> None:
        """The entry has been dealt with: forget it."""

    def postpone(self, entry: OutboxEntry, until: datetime) -> None:
        """Nothing was done, for certain: offer the entry again at `until`, as if never claimed, `delays` one higher."""

    def next_due(self) -> datetime | None:
        """When the earliest outbox entry falls due."""

    def events(self, since: date | None = None) -> Iterable[EventRecord]:
        """The event log in order of `recorded_at`, request and ordinal, from an accounting day on."""
