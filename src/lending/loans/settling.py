"""What settles a loan: to which date it asks for interest (F12, R72), and that nothing is left."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from lending.kernel.periods import months_after
from lending.loans.row import COMPONENTS, Row
from lending.loans.terms import LoanTerms
from lending.products.prepayment import SettlementInterest

__all__ = ["borne_until", "is_locked_in", "pay_everything"]


class Settled(Protocol):
    """What a settlement pays."""

    rows: list[Row]

    def pay(self, row: Row, component: int, amount: int, on: date) -> None:
        """Put an amount towards a component of a row."""


def borne_until(terms: LoanTerms, rows: Sequence[Row], on: date) -> date:
    """The date to which a settlement on `on` asks for interest: not beyond the running period."""
    running = next((row for row in rows if row.due >= on), None)
    assert terms.start is not None, "set by the first disbursement"
    if running is None:
        return on
    rules = terms.prepayment
    if rules.interest is SettlementInterest.WHOLE_PERIOD and running.start < on:
        return running.due
    return min(max(on, terms.start + timedelta(days=rules.least_days)), running.due)


def is_locked_in(terms: LoanTerms, on: date) -> bool:
    """Whether nothing may be paid before it falls due yet (锁定期)."""
    assert terms.start is not None, "set by the first disbursement"
    return on < months_after(terms.start, terms.prepayment.lock_in_months)


def pay_everything(ledger: Settled, on: date) -> None:
    """Pay every component of every row of `ledger`."""
    for row in ledger.rows:
        for component in COMPONENTS:
            owed = row.owed(component)
            if owed > 0:
                ledger.pay(row, component, owed, on)
    assert not any(row.owed(component) for row in ledger.rows for component in COMPONENTS), "settled means nothing owed"
