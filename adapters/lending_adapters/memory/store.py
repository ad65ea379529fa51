"""`MemoryStore`: the store port kept in this process."""

import hashlib
import hmac
import os
import sys
import threading
from bisect import insort
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, TypeVar

import attrs

from lending.accounting.day_balances import PartyBalance
from lending.accounting.journal import Voucher
from lending.accounting.loan_balances import SubjectBalance
from lending.accounting.ports import VOUCHERS, LedgerLine, LedgerSlice
from lending.accounting.queries import AccountBalance
from lending.application.kinds import Key, Kind
from lending.application.limits import Limit, as_set, settled
from lending.application.store import Changes, OutboxEntry, Stored, StoredReceipt
from lending.kernel.events import EventRecord
from lending.kernel.ids import RequestId
from lending.kernel.money import Currency
from lending.loans.ports import LOANS
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS
from lending.reconciliation.matching import Record
from lending_adapters.conflicts import find_conflict
from lending_adapters.memory.books import account_balances, ledger_lines, movements, subject_balances
from lending_adapters.memory.flows import business_side, ledger_side, order_side, statement_side
from lending_adapters.memory.outbox import Outbox
from lending_adapters.memory.tables import Table

__all__ = ["MemoryStore"]

T = TypeVar("T")


class MemoryStore:
    """Aggregates, events, receipts and outbox in memory; thread-safe by one lock.

    It behaves as the databases do: reads see what is committed, and versions, unique keys and the
    request id are checked when a commit is made. `check_versions=False` is a deliberate fault: updates
    get lost. It exists so that a simulation can prove that it would find such a bug.
    """

    def __init__(self, *, check_versions: bool = True) -> None:
        self._check_versions = check_versions
        self._lock = threading.RLock()
        self._tables: dict[str, Table[Any]] = {}
        self._receipts: dict[RequestId, StoredReceipt] = {}
        self._events: list[EventRecord] = []
        self._outbox = Outbox()
        self._limits: dict[str, Limit] = {}
        self._key = os.urandom(32)

    def load(self, kind: Kind[T], identity: str) -> Stored[T] | None:
        """The aggregate with this id, or None."""
        with self._lock:
            return self._table(kind).get(identity)

    def lookup(self, kind: Kind[T], key: Key[T], value: str) -> tuple[Stored[T], ...]:
        """All aggregates whose key has this value, in order of their ids."""
        with self._lock:
            table = self._table(kind)
            found = (table.get(identity) for identity in table.ids_with(key, value))
            return tuple(stored for stored in found if stored is not None)

    def page(self, kind: Kind[T], key: Key[T] | None, value: str, after: str, limit: int) -> tuple[T, ...]:
        """At most `limit` aggregates with this key value (all of the kind where `key` is None), ids above `after`."""
        with self._lock:
            return self._table(kind).after(key, value, after, limit)

    def limit(self, key: str) -> Limit | None:
        """The limit as it stands, or None where it was never set."""
        with self._lock:
            return self._limits.get(key)

    def stamp(self, text: str) -> str:
        """What only this store's key, made with it, makes of a text."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()

    def receipt(self, request_id: RequestId) -> StoredReceipt | None:
        """What this request was answered with, if it has been."""
        with self._lock:
            return self._receipts.get(request_id)

    def commit(self, changes: Changes) -> None:
        """Write all of `changes`, or raise `VersionConflict`, `KeyTaken` or `LimitExhausted` and write nothing."""
        with self._lock:
            conflict = find_conflict(changes, self, check_versions=self._check_versions)
            if conflict is not None:
                raise conflict
            for write in changes.writes:
                assert not (write.kind.append_only and write.expected), f"{write.kind.name} is never changed"
                self._table(write.kind).put(write.value)
            for record in changes.events:
                insort(self._events, record, key=_place_in_history)
            for entry in changes.outbox:
                self._outbox.put(entry, entry.due_at)
            self._receipts[changes.receipt.request_id] = changes.receipt
            for setting in changes.limits:
                limit = as_set(self._limits.get(setting.key), setting)
                assert limit is not None, "a setting makes the limit"
                self._limits[setting.key] = limit
            for draw in changes.draws:
                self._limits[draw.key] = settled(self._limits[draw.key], draw)

    def claim(self, now: datetime, limit: int, lease: timedelta) -> tuple[OutboxEntry, ...]:
        """At most `limit` entries due at `now`, oldest first, kept from other claimants until `now + lease`."""
        with self._lock:
            return self._outbox.claim(now, limit, lease)

    def finish(self, entry: OutboxEntry) -> None:
        """The entry has been dealt with: forget it."""
        with self._lock:
            self._outbox.remove(entry.id.value)

    def postpone(self, entry: OutboxEntry, until: datetime) -> None:
        """Undo this claim of the entry and offer it again at `until`, `delays` one higher.

        An entry whose lease ran out and that another has claimed meanwhile is left to that one.
        """
        with self._lock:
            held = self._outbox.get(entry.id.value)
            if held is not None and held.claims == entry.claims:
                undone = attrs.evolve(held, claims=max(held.claims - 1, 0), delays=held.delays + 1)
                self._outbox.put(undone, until)

    def next_due(self) -> datetime | None:
        """When the earliest outbox entry falls due, is offered again or has its lease run out."""
        with self._lock:
            return self._outbox.next_offer()

    def events(self, since: date | None = None) -> Iterable[EventRecord]:
        """The event log in order of `recorded_at`, request and ordinal, from an accounting day on."""
        with self._lock:
            return tuple(record for record in self._events if since is None or record.business_date >= since)

    def account_balances(self, book: str, through: date) -> tuple[AccountBalance, ...]:
        """Totals of every account that moved in the book through an accounting day, by code and currency."""
        return account_balances(self._every(VOUCHERS), book, through)

    def movements(self, book: str, after: date, through: date) -> tuple[PartyBalance, ...]:
        """Sums of the lines of the days after one and through another; of all books where "" is given."""
        return movements(self._every(VOUCHERS), book, after, through)

    def subject_balances(self, book: str, currency: str, through: date) -> Iterator[SubjectBalance]:
        """What the lines about each subject come to, by account, through an accounting day; in order of both."""
        return subject_balances(self._every(VOUCHERS), book, currency, through)

    def moved_today(self, book: str, account: str, party: str, currency: str, day: date) -> int:
        """By how much a REAL_TIME balance has moved on an accounting day, debit positive."""
        rows = self.movements(book, day - timedelta(days=1), day)
        return sum(row.signed for row in rows if row.key == (book, account, party, currency))

    def ledger_lines(self, wanted: LedgerSlice) -> tuple[int, tuple[LedgerLine, ...]]:
        """The balance before the slice, debit positive, and its lines in order."""
        return ledger_lines(self._every(VOUCHERS), wanted)

    def first_day(self) -> date | None:
        """The first accounting day with a voucher, in any book."""
        return min((voucher.business_date for voucher in self._every(VOUCHERS)), default=None)

    def vouchers_of(self, day: date, after: str, limit: int) -> tuple[Voucher, ...]:
        """At most `limit` vouchers of an accounting day, of all books, with ids above `after`."""
        chosen = (held for held in self._every(VOUCHERS) if held.business_date == day and held.id.value > after)
        return tuple(islice(chosen, limit))

    def events_of(self, request_id: RequestId) -> tuple[EventRecord, ...]:
        """What a request caused, in order."""
        with self._lock:
            return tuple(record for record in self._events if record.causation == request_id)

    def statement_side(self, channel: str, day: date, currency: Currency) -> Iterator[Record]:
        """Orders for a channel's statement of `day`: those that succeeded on it, and all that are open."""
        return statement_side(self._every(DISBURSEMENTS), self._every(DEDUCTIONS), channel, day, currency)

    def order_side(self, day: date) -> Iterator[Record]:
        """Orders whose success was recorded on accounting day `day`, by the loan they are of."""
        return order_side(self._every(DISBURSEMENTS), self._every(DEDUCTIONS), self._every(LOANS), day)

    def business_side(self, day: date) -> Iterator[Record]:
        """Money in and out that loans took on accounting day `day`, by loan."""
        return business_side(self.events(day), day)

    def ledger_side(self, day: date) -> Iterator[Record]:
        """Lines of the channels' account booked on accounting day `day`, by subject, where they stand for an order."""
        return ledger_side(self._every(VOUCHERS), day)

    def close(self) -> None:
        """Nothing is held open."""

    def answered(self, request_id: RequestId) -> bool:
        """Whether a receipt is stored for this request."""
        with self._lock:
            return request_id in self._receipts

    def version(self, kind: Kind[Any], identity: str) -> int:
        """The version of this aggregate, 0 where there is none."""
        with self._lock:
            return self._table(kind).version(identity)

    def holders(self, kind: Kind[Any], key: Key[Any], value: str) -> tuple[str, ...]:
        """The ids of the aggregates whose key has this value."""
        with self._lock:
            return tuple(self._table(kind).ids_with(key, value))

    def _every(self, kind: Kind[T]) -> tuple[T, ...]:
        """Every aggregate of a kind, by id."""
        with self._lock:
            return self._table(kind).after(None, "", "", sys.maxsize)

    def _table(self, kind: Kind[T]) -> Table[T]:
        table = self._tables.get(kind.name)
        if table is None:
            table = self._tables[kind.name] = Table(kind)
        return table


def _place_in_history(record: EventRecord) -> tuple[datetime, str, int]:
    return (record.recorded_at, record.causation.value, record.ordinal)
