"""What invariants look at."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Protocol, TypeAlias

import attrs

from lending.accounting.queries import AccountBalance
from lending.application.store import Changes, Store
from lending.funding.funded import Parts
from lending.funding.ports import FUNDED_LOANS
from lending.loans.account import account
from lending.loans.figures import Figures
from lending.loans.loan import Loan
from lending_adapters.vendors.bank import FakeBank
from lending_simulator.mirror import Mirror

__all__ = ["Books", "Evidence", "Invariant", "OnCommit", "PlannedPeriod"]

PlannedPeriod: TypeAlias = tuple[date, date, int]
"""Of an instalment: when its period begins, when it is due, and the interest it asks for."""


class Books(Store, Protocol):
    """A store that adds up the journal."""

    def account_balances(self, book: str, through: date) -> tuple[AccountBalance, ...]:
        """Totals of every account."""


@attrs.frozen
class Evidence:
    """What the platform committed, what its store says, and what money truly moved.

    `underway` holds the references of payments whose payers have not heard back yet, `transferred` what our bank paid
    to funders by the reference of its order.
    """

    mirror: Mirror
    store: Books
    bank: FakeBank
    underway: set[str] = attrs.field(factory=set)
    transferred: dict[str, int] = attrs.field(factory=dict)
    _figures: dict[str, tuple[Loan, date, Figures]] = attrs.field(factory=dict)
    _disclosed: dict[str, tuple[PlannedPeriod, ...]] = attrs.field(factory=dict)

    def figures(self, loan: Loan, as_of: date) -> Figures:
        """The loan's figures, reckoned once for each day and state of the loan that is asked for."""
        known = self._figures.get(loan.id.value)
        if known is not None and known[0] is loan and known[1] == as_of:
            return known[2]
        figures = loan.account(as_of).figures
        self._figures[loan.id.value] = (loan, as_of, figures)
        return figures

    def parts(self, loan: Loan, as_of: date) -> Parts:
        """Whose the loan's figures are."""
        funded = self.mirror.get(FUNDED_LOANS, loan.id.value)
        return Parts(self.figures(loan, as_of)) if funded is None else funded.parts(loan.account(as_of))

    def disclosed(self, loan: Loan) -> tuple[PlannedPeriod, ...]:
        """The plan as it stood when the loan was opened, by the payout alone; taken down once."""
        if loan.id.value not in self._disclosed:
            opened = account(loan.terms, loan.facts[:1], loan.opened_on)
            self._disclosed[loan.id.value] = tuple(
                (row.start, row.due, row.asked.interest) for row in opened.instalments
            )
        return self._disclosed[loan.id.value]


OnCommit = Callable[[Changes, Mirror], Iterator[str]]
"""Checked at each commit, the mirror still showing what was before; yields the facts of each breach."""

Invariant = Callable[[Evidence], Iterator[str]]
"""Checked between commits; yields the facts of each breach."""
