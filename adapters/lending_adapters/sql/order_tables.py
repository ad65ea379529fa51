"""The tables of payment orders: documents, with what reconciliation computes over as columns."""

from typing import Any

from sqlalchemy import BigInteger, Column, Date, Index, MetaData, Table

from lending.application.kinds import Kind
from lending_adapters.sql.columns import text
from lending_adapters.sql.document_table import document_table

__all__ = ["order_table"]


def order_table(kind: Kind[Any], metadata: MetaData) -> Table:
    """Make the table of one kind of payment orders."""
    table = document_table(
        kind,
        metadata,
        Column("order_no", text(), nullable=False),
        Column("channel", text(), nullable=False),
        Column("standing", text(), nullable=False),
        Column("currency", text(), nullable=False),
        Column("amount", BigInteger, nullable=False),
        Column("paid_on", Date, nullable=True),
        Column("concluded_on", Date, nullable=True),
        Column("back_on", Date, nullable=True),
        Column("back_recorded_on", Date, nullable=True),
    )
    Index(f"ix_{table.name}_paid_on", table.c.paid_on, table.c.channel, table.c.id)
    Index(f"ix_{table.name}_concluded_on", table.c.concluded_on, table.c.id)
    Index(f"ix_{table.name}_back_on", table.c.back_on, table.c.channel, table.c.id)
    Index(f"ix_{table.name}_back_recorded_on", table.c.back_recorded_on, table.c.id)
    Index(f"ix_{table.name}_standing", table.c.standing, table.c.channel, table.c.id)
    return table
