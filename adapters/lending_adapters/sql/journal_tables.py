"""The tables of the journal."""

from typing import Any

import attrs
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
)

from lending.application.kinds import Kind
from lending_adapters.sql.columns import text

__all__ = ["JournalTables", "journal_tables"]


@attrs.frozen
class JournalTables:
    """Headers and lines."""

    vouchers: Table
    lines: Table


def journal_tables(kind: Kind[Any], metadata: MetaData) -> JournalTables:
    """Make the tables; the header has a column for every declared key."""
    vouchers = Table(
        "vouchers",
        metadata,
        Column("id", text(), primary_key=True),
        Column("book", text(), nullable=False),
        Column("business_date", Date, nullable=False),
        Column("value_date", Date, nullable=False),
        Column("event", text(), nullable=False),
        Column("currency", text(), nullable=False),
        *(Column(key.name, text(), nullable=False) for key in kind.keys),
    )
    for key in kind.keys:
        Index(f"ix_vouchers_{key.name}", vouchers.c[key.name], vouchers.c.id)
    Index("ix_vouchers_book_day", vouchers.c.book, vouchers.c.business_date)
    Index("ix_vouchers_day", vouchers.c.business_date, vouchers.c.id)
    # Lines come first and point forward: the header's trigger then finds all of them.
    header = ForeignKey("vouchers.id", deferrable=True, initially="DEFERRED")
    lines = Table(
        "journal_lines",
        metadata,
        Column("voucher_id", text(), header),
        Column("number", Integer),
        Column("account", text(), nullable=False),
        Column("side", text(), nullable=False),
        Column("amount", BigInteger, nullable=False),
        Column("subject", text(), nullable=False),
        Column("party", text(), nullable=False),
        Column("shard", SmallInteger, nullable=False),
        PrimaryKeyConstraint("voucher_id", "number"),
        CheckConstraint("side IN ('DEBIT', 'CREDIT')", name="side"),
    )
    Index("ix_journal_lines_subject", lines.c.subject)
    Index("ix_journal_lines_account", lines.c.account, lines.c.voucher_id)
    return JournalTables(vouchers, lines)
