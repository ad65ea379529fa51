"""The tables, derived from the declarations of the kinds.

Migrations are written out by hand (`migrations/versions`); a test holds the two to each other.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
)

from lending.application.kinds import Kind
from lending_adapters.sql.columns import text
from lending_adapters.sql.document_table import document_table, table_name
from lending_adapters.sql.funder_money import FUNDER_MONEY, funder_money_table
from lending_adapters.sql.journal_tables import journal_tables
from lending_adapters.sql.live_balances import live_balance_table
from lending_adapters.sql.loan_tables import loan_tables
from lending_adapters.sql.order_tables import order_table
from lending_adapters.sql.positions import position_tables

__all__ = ["LOAN", "ORDERS", "POSITION", "VOUCHER", "append_only_tables", "build_metadata"]

VOUCHER = "voucher"
"""The kind that is kept as journal lines."""

LOAN = "loan"
"""The kind that has rows for its instalments."""

POSITION = "position"
"""The kind that has columns for what each loan is owed, and rows for funders' parts of it."""

ORDERS = ("disbursement_order", "deduction_order")
"""The kinds that have columns for reconciliation."""

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

Tables = dict[str, Table]


def build_metadata(kinds: Iterable[Kind[Any]]) -> MetaData:
    """All tables of a store that keeps these kinds."""
    metadata = MetaData(naming_convention=NAMING)
    _events(metadata)
    _receipts(metadata)
    _outbox(metadata)
    _limits(metadata)
    live_balance_table(metadata)
    Table("installation", metadata, Column("name", text(), primary_key=True), Column("value", text(), nullable=False))
    for kind in kinds:
        if kind.name == VOUCHER:
            journal_tables(kind, metadata)
        elif kind.name == LOAN:
            loan_tables(kind, metadata)
        elif kind.name == POSITION:
            position_tables(kind, metadata)
        elif kind.name in ORDERS:
            order_table(kind, metadata)
        elif kind.name in FUNDER_MONEY:
            funder_money_table(kind, metadata)
        else:
            document_table(kind, metadata)
    return metadata


def append_only_tables(kinds: Iterable[Kind[Any]]) -> list[str]:
    """The tables whose rows are inserted and never changed."""
    kept = [kind.name for kind in kinds if kind.append_only]
    return ["events", *(["journal_lines"] if VOUCHER in kept else []), *map(table_name, kept)]


def _events(metadata: MetaData) -> None:
    table = Table(
        "events",
        metadata,
        Column("causation", text()),
        Column("ordinal", Integer),
        Column("id", text(), nullable=False),
        Column("type", text(), nullable=False),
        Column("schema", Integer, nullable=False),
        Column("body", text(), nullable=False),
        Column("subject", text(), nullable=False),
        Column("correlation", text(), nullable=False),
        Column("actor", text(), nullable=False),
        Column("business_date", Date, nullable=False),
        Column("recorded_at", text(), nullable=False),
        Column("recorded_us", BigInteger, nullable=False),
        PrimaryKeyConstraint("causation", "ordinal"),
    )
    Index("ix_events_history", table.c.recorded_us, table.c.causation, table.c.ordinal)
    Index("ix_events_subject", table.c.subject)
    Index("ix_events_business_date", table.c.business_date)


def _receipts(metadata: MetaData) -> None:
    Table(
        "receipts",
        metadata,
        Column("request_id", text(), primary_key=True),
        Column("act", text(), nullable=False),
        Column("fingerprint", text(), nullable=False),
        Column("type", text(), nullable=False),
        Column("schema", Integer, nullable=False),
        Column("body", text(), nullable=False),
    )


def _outbox(metadata: MetaData) -> None:
    table = Table(
        "outbox",
        metadata,
        Column("id", text(), primary_key=True),
        Column("due_at", text(), nullable=False),
        Column("offered_us", BigInteger, nullable=False),
        Column("type", text(), nullable=False),
        Column("schema", Integer, nullable=False),
        Column("body", text(), nullable=False),
        Column("correlation", text(), nullable=False),
        Column("claims", Integer, nullable=False),
        Column("delays", Integer, nullable=False),
    )
    Index("ix_outbox_offered", table.c.offered_us, table.c.id)


def _limits(metadata: MetaData) -> None:
    Table(
        "limits",
        metadata,
        Column("key", text()),
        Column("bucket", SmallInteger),
        Column("buckets", SmallInteger, nullable=False),
        *(Column(name, BigInteger, nullable=False) for name in ("total", "occupied", "used")),
        *(Column(name, SmallInteger, nullable=False) for name in ("is_open", "is_over")),
        PrimaryKeyConstraint("key", "bucket"),
        CheckConstraint("occupied >= 0 AND used >= 0", name="nothing_negative"),
        CheckConstraint("is_over = 1 OR occupied + used <= total", name="within_total"),
    )
