"""How loans are kept: the facts as a document, and rows of what they come to, for queries over many loans.

The rows state the loan as of `stated_on`, the last day that anything is known of. Penalty grows by the
day and is in no row: it is computed for the day that is asked for.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, or_
from sqlalchemy.dialects import postgresql, sqlite

from lending.application.kinds import Kind
from lending.application.store import Write
from lending.kernel.ids import shard_of
from lending.loans.account import Account, Due, Instalment
from lending.loans.loan import Loan
from lending_adapters.codec import Codec
from lending_adapters.privacy import Keyring
from lending_adapters.sql.documents import Documents
from lending_adapters.sql.loan_tables import LoanTables
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Step

__all__ = ["Loans"]


class Loans(Documents[Loan]):
    """The tables of loans and instalments."""

    def __init__(self, kind: Kind[Loan], tables: LoanTables, session: Session, codec: Codec, keyring: Keyring) -> None:
        super().__init__(kind, tables.loans, session, codec, keyring)
        rows = tables.instalments
        insert = (sqlite if session.dialect_name == "sqlite" else postgresql).insert(rows)
        told = {column.name: insert.excluded[column.name] for column in rows.c if not column.primary_key}
        differs = or_(*(rows.c[name].is_distinct_from(value) for name, value in told.items()))
        put = insert.on_conflict_do_update(index_elements=["loan_id", "number"], set_=told, where=differs)
        beyond = rows.c.loan_id == bindparam("loan"), rows.c.number > bindparam("last")
        self._put_instalments = session.compile(put)
        self._cut_instalments = session.compile(delete(rows).where(*beyond))

    def write(self, write: Write[Loan]) -> list[Step]:
        """The steps that write the document, its columns and the instalments that changed."""
        loan = write.value
        stated = loan.account(max(loan.seen_through, *(fact.on for fact in loan.facts)))
        steps = self.put(write, self.row(write) | _columns(loan, stated))
        if stated.instalments:
            shard = shard_of(loan.id.value)
            rows = [_instalment_row(loan.id.value, shard, instalment) for instalment in stated.instalments]
            steps.append(Step(self._put_instalments, rows))
        if write.expected:
            last = max((instalment.no for instalment in stated.instalments), default=0)
            steps.append(Step(self._cut_instalments, [{"loan": loan.id.value, "last": last}]))
        return steps


def _columns(loan: Loan, stated: Account) -> dict[str, Any]:
    return {
        "shard": shard_of(loan.id.value),
        "product": loan.product,
        "status": loan.status.value,
        "currency": loan.terms.currency.code,
        "opened_on": loan.opened_on.isoformat(),
        "stated_on": stated.as_of.isoformat(),
        "maturity": _written(stated.maturity),
        "next_due": _written(_next_due(stated.instalments)),
        "principal_outstanding": stated.principal_balance,
        "credit_balance": stated.credit_balance,
        "days_past_due": stated.days_past_due,
        "lease": loan.terms.lease.kind.value if loan.terms.lease is not None else None,
        "deposit_held": stated.figures.deposit_held,
        "interest_given_up": stated.figures.interest_given_up,
    }


def _instalment_row(loan_id: str, shard: int, instalment: Instalment) -> dict[str, Any]:
    asked = instalment.asked
    return {
        "loan_id": loan_id,
        "number": instalment.no,
        "shard": shard,
        "start_on": instalment.start.isoformat(),
        "due_on": instalment.due.isoformat(),
        "principal": asked.principal,
        "interest": asked.interest,
        "fee": asked.fee,
        "principal_left": _left(instalment, "principal"),
        "interest_left": _left(instalment, "interest"),
        "fee_left": _left(instalment, "fee"),
        "settled_on": _written(instalment.settled_on),
    }


def _left(instalment: Instalment, component: str) -> int:
    def of(amounts: Due) -> int:
        amount: int = getattr(amounts, component)
        return amount

    return of(instalment.asked) - of(instalment.paid) - of(instalment.waived) - of(instalment.written_off)


def _next_due(instalments: Iterable[Instalment]) -> date | None:
    return min((instalment.due for instalment in instalments if instalment.outstanding > 0), default=None)


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
