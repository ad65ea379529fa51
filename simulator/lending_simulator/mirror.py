"""`Mirror`: everything that was committed, kept beside the store as it happens, for invariants to look at."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from lending.accounting.journal import OWN, Voucher
from lending.accounting.ports import VOUCHERS
from lending.application.kinds import Kind
from lending.application.store import Changes
from lending.kernel.events import EventRecord
from lending.kernel.ids import RequestId
from lending.operations.accounting_day import ACCOUNTING_DAY
from lending.operations.ports import ACCOUNTING_DAYS

__all__ = ["Mirror"]

T = TypeVar("T")


class Mirror:
    """The latest committed value of every aggregate, the requests answered, the events, the accounts' balances."""

    def __init__(self) -> None:
        self.requests: set[RequestId] = set()
        self.events: list[EventRecord] = []
        self.balances: Counter[tuple[str, str]] = Counter()
        """Of our book by account and currency, in minor units: debit positive."""
        self.of_books: Counter[tuple[str, str, str, str]] = Counter()
        """Of every book by book, account, party and currency."""
        self._of_subjects: Counter[tuple[str, str]] = Counter()
        self._rows: dict[str, dict[str, Any]] = {}

    def get(self, kind: Kind[T], identity: str) -> T | None:
        """The aggregate as last committed."""
        found: T | None = self._rows.get(kind.name, {}).get(identity)
        return found

    def each(self, kind: Kind[T]) -> Iterable[T]:
        """Every aggregate of the kind, in the order in which they came about."""
        rows: dict[str, T] = self._rows.get(kind.name, {})
        return rows.values()

    def all(self, kind: Kind[T]) -> tuple[T, ...]:
        """Every aggregate of the kind, in order of their ids."""
        rows: dict[str, T] = self._rows.get(kind.name, {})
        return tuple(rows[identity] for identity in sorted(rows))

    def booked(self, account: str, subject: str) -> int:
        """What stands on an account for a loan in all books, in minor units: debit positive."""
        return self._of_subjects[account, subject]

    @property
    def today(self) -> date | None:
        """The accounting day that is open."""
        day = self.get(ACCOUNTING_DAYS, ACCOUNTING_DAY)
        return day.on if day else None

    def apply(self, changes: Changes) -> None:
        """Take over what was committed."""
        for write in changes.writes:
            rows = self._rows.setdefault(write.kind.name, {})
            rows[write.kind.identity(write.value)] = write.value
            if write.kind is VOUCHERS:
                self._post(write.value)
        self.events.extend(changes.events)
        self.requests.add(changes.receipt.request_id)

    def _post(self, voucher: Voucher) -> None:
        for line in voucher.lines:
            self.of_books[voucher.book, line.account, line.party, voucher.currency.code] += line.signed
            if voucher.book == OWN:
                self.balances[line.account, voucher.currency.code] += line.signed
            self._of_subjects[line.account, line.subject] += line.signed
