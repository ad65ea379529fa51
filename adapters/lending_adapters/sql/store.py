"""`SqlStore`: the store port on SQLite and PostgreSQL."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from lending.accounting.day_balances import PartyBalance
from lending.accounting.journal import Voucher
from lending.accounting.loan_balances import SubjectBalance
from lending.accounting.ports import LedgerLine, LedgerSlice
from lending.accounting.queries import AccountBalance
from lending.application.kinds import Key, Kind
from lending.application.limits import Limit
from lending.application.store import Changes, OutboxEntry, Stored, StoredReceipt, StoreUnavailable, VersionConflict
from lending.kernel.events import EventRecord
from lending.kernel.ids import RequestId
from lending.kernel.money import Currency
from lending.reconciliation.matching import Record
from lending_adapters.codec import Codec
from lending_adapters.conflicts import find_conflict
from lending_adapters.privacy import Keyring
from lending_adapters.sql.flows import Flows
from lending_adapters.sql.limits import Limits
from lending_adapters.sql.live_balances import LiveBalances
from lending_adapters.sql.log import Events, Receipts
from lending_adapters.sql.mapping import map_kinds
from lending_adapters.sql.outbox import Outbox
from lending_adapters.sql.schema import VOUCHER, build_metadata
from lending_adapters.sql.session import Session, is_retryable, is_unique_violation
from lending_adapters.sql.statements import Missed, Step, run
from lending_adapters.sql.vouchers import Vouchers

__all__ = ["SqlStore"]

T = TypeVar("T")

STAMP = "stamp"
"""What the keys of stamps are kept apart by from those of indexes."""


class SqlStore:
    """Aggregates, events, receipts and outbox in a database; thread-safe.

    The engine comes from `make_engine`, its schema from `upgrade`; `open_store` does all of it. Every
    method may raise `StoreUnavailable`.
    """

    def __init__(self, engine: Engine, kinds: Iterable[Kind[Any]], codec: Codec, keyring: Keyring) -> None:
        kept = tuple(kinds)
        metadata = build_metadata(kept)
        self._engine = engine
        self._session = Session(engine)
        self._events = Events(metadata, self._session, codec)
        self._receipts = Receipts(metadata, self._session, codec)
        self._keyring = keyring
        self._outbox = Outbox(metadata, self._session, codec, keyring)
        self._limits = Limits(metadata, self._session)
        self._rows = map_kinds(kept, metadata, self._session, codec, keyring)
        self._metadata = metadata
        self._live = LiveBalances(metadata, self._session, self)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def load(self, kind: Kind[T], identity: str) -> Stored[T] | None:
        """The aggregate with this id, or None."""
        return self._rows[kind.name].load(identity)

    def lookup(self, kind: Kind[T], key: Key[T], value: str) -> tuple[Stored[T], ...]:
        """All aggregates whose key has this value, in order of their ids."""
        return self._rows[kind.name].lookup(key, value)

    def page(self, kind: Kind[T], key: Key[T] | None, value: str, after: str, limit: int) -> tuple[T, ...]:
        """At most `limit` aggregates with this key value (all of the kind where `key` is None), ids above `after`."""
        return self._rows[kind.name].page(key, value, after, limit)

    def limit(self, key: str) -> Limit | None:
        """The limit as it stands, or None where it was never set."""
        return self._limits.find(key)

    def stamp(self, text: str) -> str:
        """What only this installation's keys make of a text."""
        return self._keyring.blind(text, STAMP)

    def receipt(self, request_id: RequestId) -> StoredReceipt | None:
        """What this request was answered with, if it has been."""
        return self._receipts.find(request_id)

    def commit(self, changes: Changes) -> None:
        """Write all of `changes` in one short transaction, or write nothing.

        Raises `VersionConflict`, `KeyTaken` or `LimitExhausted`. Where the connection is lost on the way the
        answer is `StoreUnavailable`, and only the receipt tells whether the commit was made.
        """
        try:
            if self._limits.stand(changes.limits) or not self._applied(changes):
                self._apply_with_room(changes)
        except Missed as missed:
            raise self._conflict(changes) or VersionConflict("a row changed meanwhile") from missed
        except DBAPIError as error:
            raise self._meaning(error, changes) from error

    def claim(self, now: datetime, limit: int, lease: timedelta) -> tuple[OutboxEntry, ...]:
        """At most `limit` entries due at `now`, oldest first, kept from other claimants until `now + lease`."""
        return self._outbox.claim(now, limit, lease)

    def finish(self, entry: OutboxEntry) -> None:
        """The entry has been dealt with: forget it."""
        self._outbox.finish(entry)

    def postpone(self, entry: OutboxEntry, until: datetime) -> None:
        """Undo this claim of the entry and offer it again at `until`, `delays` one higher.

        An entry whose lease ran out and that another has claimed meanwhile is left to that one.
        """
        self._outbox.postpone(entry, until)

    def next_due(self) -> datetime | None:
        """When the earliest outbox entry falls due, is offered again or has its lease run out."""
        return self._outbox.next_due()

    def events(self, since: date | None = None) -> Iterable[EventRecord]:
        """The event log in order of `recorded_at`, request and ordinal, from an accounting day on."""
        return self._events.since(since)

    def account_balances(self, book: str, through: date) -> tuple[AccountBalance, ...]:
        """Totals of every account that moved in the book through an accounting day, by code and currency."""
        return self._journal().account_balances(book, through)

    def movements(self, book: str, after: date, through: date) -> tuple[PartyBalance, ...]:
        """Sums of the lines of the days after one and through another; of all books where "" is given."""
        return self._journal().movements(book, after, through)

    def subject_balances(self, book: str, currency: str, through: date) -> Iterator[SubjectBalance]:
        """What the lines about each subject come to, by account, through an accounting day; in order of both."""
        return self._journal().ledgers.subject_balances(book, currency, through)

    def moved_today(self, book: str, account: str, party: str, currency: str, day: date) -> int:
        """By how much a REAL_TIME balance has moved on an accounting day, debit positive."""
        return self._live.moved(book, account, party, currency, day)

    def ledger_lines(self, wanted: LedgerSlice) -> tuple[int, tuple[LedgerLine, ...]]:
        """The balance before the slice, debit positive, and its lines in order."""
        return self._journal().ledgers.lines(wanted)

    def first_day(self) -> date | None:
        """The first accounting day with a voucher, in any book."""
        return self._journal().first_day()

    def vouchers_of(self, day: date, after: str, limit: int) -> tuple[Voucher, ...]:
        """At most `limit` vouchers of an accounting day, of all books, with ids above `after`."""
        return self._journal().of_day(day, after, limit)

    def events_of(self, request_id: RequestId) -> tuple[EventRecord, ...]:
        """What a request caused, in order."""
        return self._events.of(request_id)

    def statement_side(self, channel: str, day: date, currency: Currency) -> Iterator[Record]:
        """Orders for a channel's statement of `day`: those that succeeded on it, and all that are open."""
        return self._flows.statement_side(channel, day, currency)

    def order_side(self, day: date) -> Iterator[Record]:
        """Orders whose success was recorded on accounting day `day`, by the loan they are of."""
        return self._flows.order_side(day)

    def business_side(self, day: date) -> Iterator[Record]:
        """Money in and out that loans took on accounting day `day`, by loan."""
        return self._flows.business_side(day)

    def ledger_side(self, day: date) -> Iterator[Record]:
        """Lines of the channels' account booked on accounting day `day`, by subject, where they stand for an order."""
        return self._flows.ledger_side(day)

    def answered(self, request_id: RequestId) -> bool:
        """Whether a receipt is stored for this request."""
        return self._receipts.has(request_id)

    def version(self, kind: Kind[Any], identity: str) -> int:
        """The version of this aggregate, 0 where there is none."""
        return self._rows[kind.name].version(identity)

    def holders(self, kind: Kind[Any], key: Key[Any], value: str) -> Iterable[str]:
        """The ids of the aggregates whose key has this value."""
        return self._rows[kind.name].holders(key, value)

    def _journal(self) -> Vouchers:
        vouchers = self._rows[VOUCHER]
        assert isinstance(vouchers, Vouchers)
        return vouchers

    @cached_property
    def _flows(self) -> Flows:
        """Made when first asked for: a store need not keep the kinds that reconciliation reads."""
        return Flows(self._metadata, self._session)

    def _applied(self, changes: Changes) -> bool:
        """Make the commit; False where all that stands in its way is that a limit's room lies in other buckets."""
        drawing = [*self._limits.draw(changes.draws), *self._live.move(changes.writes)]
        try:
            self._session.apply([*self._recording(changes), *self._limits.make(changes.limits), *drawing])
        except Missed:
            if not changes.draws or self._conflict(changes) is not None:
                raise
            return False
        return True

    def _apply_with_room(self, changes: Changes) -> None:
        """Make the commit with the limits it sets or draws on locked, their room put where it is wanted."""
        with self._session.writing() as connection:
            for step in self._recording(changes):
                run(connection, step)
            self._limits.spread(connection, changes.limits, changes.draws)
            for step in (*self._limits.draw(changes.draws), *self._live.move(changes.writes)):
                run(connection, step)

    def _recording(self, changes: Changes) -> list[Step]:
        """All statements of a commit; everything is encoded before the transaction begins."""
        rows = [
            *((write.kind.name, write.kind.identity(write.value), write) for write in changes.writes),
            *((kind.name, identity, version) for kind, identity, version in changes.relied_on),
        ]
        # Rows written and rows relied on are locked in one order, so that two commits never wait for each other.
        rows.sort(key=lambda row: row[:2])
        return [
            *self._releases(changes),
            *chain.from_iterable(self._row_steps(*row) for row in rows),
            *self._events.add(changes.events),
            *self._outbox.add(changes.outbox),
            self._receipts.add(changes.receipt),
        ]

    def _row_steps(self, kind_name: str, identity: str, what: Any) -> list[Step]:
        documents = self._rows[kind_name]
        return [documents.rely_on(identity, what)] if isinstance(what, int) else documents.write(what)

    def _releases(self, changes: Changes) -> list[Step]:
        """Where one commit moves a unique key from one aggregate to another, it is given up before it is taken."""
        if len(changes.writes) == 1:
            return []
        counts = Counter(write.kind.name for write in changes.writes if any(key.unique for key in write.kind.keys))
        movable = [write for write in changes.writes if write.expected and counts[write.kind.name] > 1]
        return [self._rows[write.kind.name].release(write) for write in movable]

    def _conflict(self, changes: Changes) -> Exception | None:
        return find_conflict(changes, self)

    def _meaning(self, error: DBAPIError, changes: Changes) -> Exception:
        """What a failed commit means: a conflict, the database gone, or a broken rule of the database itself."""
        if error.connection_invalidated:
            return StoreUnavailable(f"the connection was lost in a commit: {error.orig}")
        if is_retryable(error):
            return VersionConflict(f"the database gave way to another commit: {error.orig}")
        # A rule of the database may have been broken by what the conflict had left behind.
        return self._conflict(changes) or (VersionConflict(str(error.orig)) if is_unique_violation(error) else error)
