"""`open_store`: a store from its URL."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from lending.accounting.day_balances import PartyBalance
from lending.accounting.journal import Voucher
from lending.accounting.loan_balances import SubjectBalance
from lending.accounting.ports import LedgerLine, LedgerSlice
from lending.accounting.queries import AccountBalance
from lending.application.kinds import Kind
from lending.application.store import Store
from lending.kernel.events import EventRecord
from lending.kernel.ids import RequestId
from lending.reconciliation.ports import FlowsReader
from lending_adapters.memory import MemoryStore

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from lending_adapters.privacy import Keyring

__all__ = ["MEMORY", "OpenStore", "open_store"]

MEMORY = "memory"
POOL_SIZE = 10


class OpenStore(Store, FlowsReader, Protocol):
    """A store that can add up the journal and stream what is reconciled, and must be closed."""

    def account_balances(self, book: str, through: date) -> tuple[AccountBalance, ...]:
        """Totals of every account that moved in the book through an accounting day, by code and currency."""

    def movements(self, book: str, after: date, through: date) -> tuple[PartyBalance, ...]:
        """Sums of the lines of the days after one and through another; of all books where "" is given."""

    def subject_balances(self, book: str, currency: str, through: date) -> Iterator[SubjectBalance]:
        """What the lines about each subject come to, by account, through an accounting day; in order of both."""

    def moved_today(self, book: str, account: str, party: str, currency: str, day: date) -> int:
        """By how much a REAL_TIME balance has moved on an accounting day, debit positive."""

    def ledger_lines(self, wanted: LedgerSlice) -> tuple[int, tuple[LedgerLine, ...]]:
        """The balance before the slice, debit positive, and its lines in order."""

    def first_day(self) -> date | None:
        """The first accounting day with a voucher, in any book."""

    def vouchers_of(self, day: date, after: str, limit: int) -> tuple[Voucher, ...]:
        """At most `limit` vouchers of an accounting day, of all books, with ids above `after`."""

    def events_of(self, request_id: RequestId) -> tuple[EventRecord, ...]:
        """What a request caused, in order."""

    def close(self) -> None:
        """Give back what the store holds open."""


def open_store(
    url: str,
    kinds: Iterable[Kind[Any]] | None = None,
    types: Iterable[type] | None = None,
    *,
    upgrade: bool = False,
    pool_size: int = POOL_SIZE,
    environment: Mapping[str, str] = os.environ,
) -> OpenStore:
    """The store at `url`: "memory", sqlite:///file.db or postgresql+psycopg://user@host/database.

    `kinds` are kept in it; `types` are what events, receipts, commands and messages are instances of. Both
    are those of the registry where not given.
    `upgrade` brings the schema up to date first. Keys for personal data come from LENDING_KEYRING or the
    file that LENDING_KEYRING_FILE names; for SQLite else from a file beside the database, made when the
    database is new.

    Raises `BadStoreUrl`, `CannotOpen`, `SchemaOutOfDate`, `BadKeyring` or `StoreUnavailable`.
    """
    if url == MEMORY:
        return MemoryStore()
    # SQLAlchemy is an extra, and slow to import.
    from lending.registry import KINDS  # noqa: PLC0415
    from lending_adapters import sql  # noqa: PLC0415
    from lending_adapters.codec import Codec  # noqa: PLC0415
    from lending_adapters.codec.registered import registered_types  # noqa: PLC0415
    from lending_adapters.sql.keys import check_keyring  # noqa: PLC0415

    engine = sql.make_engine(url, pool_size)
    try:
        if upgrade:
            sql.upgrade(engine)
        sql.check_schema(engine)
        keyring = _keyring(engine, environment)
        check_keyring(engine, keyring)
    except BaseException:
        engine.dispose()
        raise
    kept = KINDS if kinds is None else tuple(kinds)
    known = registered_types() if types is None else tuple(types)
    return sql.SqlStore(engine, kept, Codec([*known, *(kind.type for kind in kept)]), keyring)


def _keyring(engine: "Engine", environment: Mapping[str, str]) -> "Keyring":
    from lending_adapters.sql.keys import find_keyring  # noqa: PLC0415 - as above

    beside = Path(f"{engine.url.database}.keys") if engine.dialect.name == "sqlite" else None
    return find_keyring(engine, environment, beside)
