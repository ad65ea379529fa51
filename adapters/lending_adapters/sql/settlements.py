"""How settlements with funders are kept: documents, and what was paid of each as a column, for proofs over sets."""

from typing import Any

from sqlalchemy import BigInteger, Column, MetaData, Table

from lending.application.kinds import Kind
from lending.application.store import Write
from lending.funding.settlement import FunderSettlement
from lending_adapters.sql.columns import text
from lending_adapters.sql.document_table import document_table
from lending_adapters.sql.documents import Documents
from lending_adapters.sql.statements import Step

__all__ = ["FunderSettlements", "settlement_table"]


def settlement_table(kind: Kind[Any], metadata: MetaData) -> Table:
    """Make the table."""
    return document_table(
        kind,
        metadata,
        Column("currency", text(), nullable=False),
        Column("paid_amount", BigInteger, nullable=False),
    )


class FunderSettlements(Documents[FunderSettlement]):
    """The table of settlements."""

    def write(self, write: Write[FunderSettlement]) -> list[Step]:
        """The step that writes the document and its columns."""
        columns = {"currency": write.value.currency.code, "paid_amount": write.value.paid.minor}
        return self.put(write, self.row(write) | columns)
