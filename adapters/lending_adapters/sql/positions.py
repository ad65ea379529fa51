"""How positions are kept: as documents, and in columns what is booked of them, for proofs over sets.

A position's columns are our part; each funder's part has a row of its own, with what we claim in its stead.
"""

from typing import Any

import attrs
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
)
from sqlalchemy.dialects import postgresql, sqlite

from lending.accounting.positions import Position
from lending.application.kinds import Kind
from lending.application.store import Write
from lending.funding.covered import owed_to
from lending.funding.funded import FunderPart
from lending.kernel.ids import shard_of
from lending.loans.figures import Figures
from lending_adapters.codec import Codec
from lending_adapters.privacy import Keyring
from lending_adapters.sql.columns import text
from lending_adapters.sql.document_table import document_table
from lending_adapters.sql.documents import Documents
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Step

__all__ = ["PositionTables", "Positions", "position_tables"]

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


@attrs.frozen
class PositionTables:
    """Positions and the funders' parts of them."""

    positions: Table
    parts: Table


def position_tables(kind: Kind[Any], metadata: MetaData) -> PositionTables:
    """Make the tables: the figures as a document, what our part comes to as columns, the funders' as rows."""
    positions = document_table(
        kind,
        metadata,
        Column("through", Date, nullable=False),
        Column("non_accrual", Boolean, nullable=False),
        *(Column(name, BigInteger, nullable=False) for name in AMOUNTS),
    )
    parts = Table(
        "funder_parts",
        metadata,
        Column("loan_id", text(), ForeignKey("positions.id")),
        Column("funder", text()),
        Column("shard", SmallInteger, nullable=False),
        Column("principal", BigInteger, nullable=False),
        Column("interest_due", BigInteger, nullable=False),
        Column("payable", BigInteger, nullable=False),
        Column("claimed", BigInteger, nullable=False),
        Column("claimed_principal", BigInteger, nullable=False),
        Column("claimed_interest_due", BigInteger, nullable=False),
        PrimaryKeyConstraint("loan_id", "funder"),
    )
    Index("ix_funder_parts_funder", parts.c.funder)
    return PositionTables(positions, parts)


class Positions(Documents[Position]):
    """The tables of positions and funders' parts. A funder that had a part keeps its row."""

    def __init__(
        self, kind: Kind[Position], tables: PositionTables, session: Session, codec: Codec, keyring: Keyring
    ) -> None:
        super().__init__(kind, tables.positions, session, codec, keyring)
        rows = tables.parts
        insert = (sqlite if session.dialect_name == "sqlite" else postgresql).insert(rows)
        told = {column.name: insert.excluded[column.name] for column in rows.c if not column.primary_key}
        put = insert.on_conflict_do_update(index_elements=["loan_id", "funder"], set_=told)
        self._put_parts = session.compile(put)

    def write(self, write: Write[Position]) -> list[Step]:
        """The steps that write the document, its columns and the funders' parts."""
        steps = self.put(write, self.row(write) | _columns(write.value))
        if write.value.booked.theirs:
            claims = {claim.funder: claim.figures for claim in write.value.booked.claims}
            parts = [_part(write.value, part) | _claim(claims.get(part.funder)) for part in write.value.booked.theirs]
            steps.append(Step(self._put_parts, parts))
        return steps


def _columns(position: Position) -> dict[str, Any]:
    ours = position.booked.ours
    return {
        "through": position.through.isoformat(),
        "non_accrual": ours.suspended,
        "principal_normal": ours.principal_normal,
        "principal_overdue": ours.principal_overdue_accruing,
        "principal_non_accrual": ours.principal_non_accrual,
        "interest_accrued": ours.interest_accrued_outstanding,
        "interest_due": ours.interest_due_outstanding,
        "penalty": ours.penalty_outstanding,
        "compound": ours.compound_outstanding,
        "fees": ours.fees_outstanding,
        "claim": ours.claim + sum(claim.figures.claim for claim in position.booked.claims),
    }


def _part(position: Position, part: FunderPart) -> dict[str, Any]:
    return {
        "loan_id": position.loan_id,
        "funder": part.funder,
        "shard": shard_of(position.loan_id),
        "principal": part.figures.principal_outstanding,
        "interest_due": part.figures.interest_due_outstanding,
        "payable": part.payable,
    }


def _claim(claim: Figures | None) -> dict[str, Any]:
    """What is left of a claim in a funder's stead: in all, of principal, and of interest due."""
    if claim is None:
        return {"claimed": 0, "claimed_principal": 0, "claimed_interest_due": 0}
    return {
        "claimed": owed_to(claim),
        "claimed_principal": claim.principal_outstanding,
        "claimed_interest_due": claim.interest_due_outstanding,
    }
