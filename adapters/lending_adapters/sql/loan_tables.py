"""The tables of loans and their instalments."""

from typing import Any

import attrs
from sqlalchemy import (
    BigInteger,
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
from lending_adapters.sql.document_table import document_table

__all__ = ["LoanTables", "loan_tables"]


@attrs.frozen
class LoanTables:
    """Loans and instalments."""

    loans: Table
    instalments: Table


def loan_tables(kind: Kind[Any], metadata: MetaData) -> LoanTables:
    """Make the tables: the loan's facts as a document, and what sets are computed over as columns."""
    loans = document_table(
        kind,
        metadata,
        Column("shard", SmallInteger, nullable=False),
        Column("product", text(), nullable=False),
        Column("status", text(), nullable=False),
        Column("currency", text(), nullable=False),
        Column("opened_on", Date, nullable=False),
        Column("stated_on", Date, nullable=False),
        Column("maturity", Date, nullable=True),
        Column("next_due", Date, nullable=True),
        Column("principal_outstanding", BigInteger, nullable=False),
        Column("credit_balance", BigInteger, nullable=False),
        Column("days_past_due", Integer, nullable=False),
        Column("lease", text(), nullable=True),
        Column("deposit_held", BigInteger, nullable=False),
        Column("interest_given_up", BigInteger, nullable=False),
    )
    Index("ix_loans_status", loans.c.status, loans.c.product)
    Index("ix_loans_next_due", loans.c.next_due)
    instalments = Table(
        "instalments",
        metadata,
        Column("loan_id", text(), ForeignKey("loans.id")),
        Column("number", Integer),
        Column("shard", SmallInteger, nullable=False),
        Column("start_on", Date, nullable=False),
        Column("due_on", Date, nullable=False),
        Column("principal", BigInteger, nullable=False),
        Column("interest", BigInteger, nullable=False),
        Column("fee", BigInteger, nullable=False),
        Column("principal_left", BigInteger, nullable=False),
        Column("interest_left", BigInteger, nullable=False),
        Column("fee_left", BigInteger, nullable=False),
        Column("settled_on", Date, nullable=True),
        PrimaryKeyConstraint("loan_id", "number"),
    )
    Index("ix_instalments_due_on", instalments.c.due_on)
    return LoanTables(loans, instalments)
