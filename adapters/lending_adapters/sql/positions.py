"""How positions are kept: as documents, and in columns what each loan is owed as it is booked, for proofs over sets."""

from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, MetaData, Table

from lending.accounting.positions import Position
from lending.application.kinds import Kind
from lending.application.store import Write
from lending.loans.figures import Figures
from lending_adapters.sql.document_table import document_table
from lending_adapters.sql.documents import Documents
from lending_adapters.sql.statements import Step

__all__ = ["Positions", "position_table"]

AMOUNTS = (
    "principal_normal",
    "principal_overdue",
    "principal_non_accrual",
    "interest_accrued",
    "interest_due",
    "penalty",
    "compound",
    "fees",
    "claim",
)


def position_table(kind: Kind[Any], metadata: MetaData) -> Table:
    """Make the table: the figures as a document, and what they come to as columns."""
    return document_table(
        kind,
        metadata,
        Column("through", Date, nullable=False),
        Column("non_accrual", Boolean, nullable=False),
        *(Column(name, BigInteger, nullable=False) for name in AMOUNTS),
    )


class Positions(Documents[Position]):
    """The table of positions."""

    def write(self, write: Write[Position]) -> list[Step]:
        """The step that writes the document and its columns."""
        return self.put(write, self.row(write) | _columns(write.value.booked, write.value.through))


def _columns(booked: Figures, through: date) -> dict[str, Any]:
    return {
        "through": through.isoformat(),
        "non_accrual": booked.suspended,
        "principal_normal": booked.principal_normal,
        "principal_overdue": booked.principal_overdue_accruing,
        "principal_non_accrual": booked.principal_non_accrual,
        "interest_accrued": booked.interest_accrued_outstanding,
        "interest_due": booked.interest_due_outstanding,
        "penalty": booked.penalty_outstanding,
        "compound": booked.compound_outstanding,
        "fees": booked.fees_outstanding,
        "claim": booked.claim,
    }
