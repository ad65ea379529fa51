"""How what passes between funders and us is kept: documents, with their money as columns, for proofs over sets."""

from typing import Any

from sqlalchemy import BigInteger, Column, MetaData, Table

from lending.application.kinds import Kind
from lending.application.store import Write
from lending.funding.collections import FunderCollection
from lending.funding.settlement import FunderSettlement
from lending_adapters.sql.columns import text
from lending_adapters.sql.document_table import document_table
from lending_adapters.sql.documents import Documents
from lending_adapters.sql.statements import Step

__all__ = ["FUNDER_MONEY", "funder_money_table"]


class FunderSettlements(Documents[FunderSettlement]):
    """The table of settlements, with what was paid of each."""

    def write(self, write: Write[FunderSettlement]) -> list[Step]:
        """The step that writes the document and its columns."""
        columns = {"currency": write.value.currency.code, "paid_amount": write.value.paid.minor}
        return self.put(write, self.row(write) | columns)


class FunderCollections(Documents[FunderCollection]):
    """The table of what funders took from borrowers themselves, with what they have of it."""

    def write(self, write: Write[FunderCollection]) -> list[Step]:
        """The step that writes the document and its columns."""
        kept = write.value.kept
        columns = {"funder": write.value.funder, "currency": kept.currency.code, "kept_amount": kept.minor}
        return self.put(write, self.row(write) | columns)


FUNDER_MONEY: dict[str, type[Documents[Any]]] = {
    "funder_settlement": FunderSettlements,
    "funder_collection": FunderCollections,
}
"""The kinds that are kept so."""

TEXTS = {"funder_settlement": ("currency",), "funder_collection": ("funder", "currency")}
AMOUNTS = {"funder_settlement": "paid_amount", "funder_collection": "kept_amount"}


def funder_money_table(kind: Kind[Any], metadata: MetaData) -> Table:
    """Make the table of one of them."""
    texts = (Column(name, text(), nullable=False) for name in TEXTS[kind.name])
    return document_table(kind, metadata, *texts, Column(AMOUNTS[kind.name], BigInteger, nullable=False))
