"""Loans and plans as columns: one array for each figure, one entry for each loan."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from lending.kernel.calendar import DueDateRule, WorkCalendar
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import FirstPeriod, Method
from lending.loans.terms import LoanTerms
from lending.products.lease import Lease

__all__ = ["LIMIT", "Days", "Flags", "LoanColumns", "NotOnColumns", "PlanColumns", "Whole", "columns_of"]

Whole: TypeAlias = NDArray[np.int64]
Days: TypeAlias = NDArray[np.datetime64]
"""Dates, unit day."""
Flags: TypeAlias = NDArray[np.bool_]

LIMIT = 2**63 - 1
"""The largest int64."""
NEUTRAL = date(2000, 1, 1)


@attrs.frozen(eq=False, kw_only=True)
class LoanColumns:
    """Loans on the same conditions.

    `terms` says what they share, such as method, period and roundings; what it says of principal, rate,
    instalments and dates is nobody's. `rate` is in 10⁻⁸ a year; `first_due` is NaT where a loan has none of its own.
    """

    terms: LoanTerms
    principal: Whole
    rate: Whole
    instalments: Whole
    start: Days
    first_due: Days

    def __len__(self) -> int:
        return len(self.principal)

    @property
    def rows(self) -> Whole:
        """How many rows each loan's plan has."""
        return np.ones_like(self.instalments) if self.terms.method is Method.BULLET else self.instalments

    def terms_of(self, loan: int) -> LoanTerms:
        """The terms of one loan, for the scalar engine."""
        first_due = self.first_due[loan]
        return attrs.evolve(
            self.terms,
            principal=Money(int(self.principal[loan]), self.terms.currency),
            rate=Rate(int(self.rate[loan])),
            instalments=int(self.instalments[loan]),
            start=self.start[loan].item(),
            first_due=None if np.isnat(first_due) else first_due.item(),
        )

    def take(self, loans: NDArray[np.int64] | slice) -> "LoanColumns":
        """Some of the loans."""
        return attrs.evolve(
            self,
            principal=self.principal[loans],
            rate=self.rate[loans],
            instalments=self.instalments[loans],
            start=self.start[loans],
            first_due=self.first_due[loans],
        )


@attrs.frozen(eq=False, kw_only=True)
class PlanColumns:
    """Plans: row k + 1 of a loan stands at `[k, loan]`, zero where its plan has ended. Minor units.

    A block is as high as its longest plan, so cut a portfolio of very unequal terms into blocks of similar ones.
    """

    rows: Whole
    level: Whole
    """The level instalment, zero for methods without one."""
    principal: Whole
    interest: Whole
    """What each instalment asks for."""
    borne: Whole
    """What each period bears: not the same only in and after a grace of interest."""
    balance: Whole
    scalar: Flags
    """The loans that would not have fitted an int64, planned one by one by the scalar engine."""


class NotOnColumns(ValueError):
    """A loan that columns cannot hold: it follows what is published, or its plan is of a kind that they do not have."""

    def __init__(self, position: int, condition: str) -> None:
        self.position = position
        self.condition = condition
        super().__init__(f"the loan at position {position} is none for columns ({condition})")


def columns_of(terms: Sequence[LoanTerms]) -> list[tuple[Whole, LoanColumns]]:
    """`terms` as columns, grouped by conditions; with each group the positions its loans had. `start` is set in all.

    Raises `NotOnColumns` where a loan's plan depends on what is published while it runs, or is of a kind that columns
    do not have: such loans go the scalar way.
    """
    for position, each in enumerate(terms):
        if condition := _not_on_columns(each):
            raise NotOnColumns(position, condition)
    groups: dict[LoanTerms, list[int]] = {}
    for position, each in enumerate(terms):
        groups.setdefault(_shared(each), []).append(position)
    return [(np.array(found), _columns(shared, [terms[k] for k in found])) for shared, found in groups.items()]


def _not_on_columns(terms: LoanTerms) -> str:
    """What of the terms columns do not know; empty where they know all of it."""
    if terms.floating is not None:
        return "floating"
    if terms.moves_due_dates:
        return f"holiday {terms.holiday.value}"
    if terms.due_day is not None:
        return f"due day {terms.due_day}"
    level = terms.first_period is FirstPeriod.LEVEL and terms.first_due is not None
    return "a first period levelled over all instalments" if level else ""


def _shared(terms: LoanTerms) -> LoanTerms:
    """`terms` without what is a loan's own, of a lease the deposit and the price, or has no part in a plan."""
    least = 1 + max(terms.grace.principal_periods, terms.grace.interest_periods)
    smallest = Money(1, terms.currency)
    return attrs.evolve(
        terms,
        principal=smallest,
        rate=Rate(0),
        instalments=least,
        start=NEUTRAL,
        first_due=None,
        holiday=DueDateRule.NONE,
        calendar=WorkCalendar(),
        lease=None if terms.lease is None else Lease(kind=terms.lease.kind),
    )


def _columns(shared: LoanTerms, terms: Sequence[LoanTerms]) -> LoanColumns:
    return LoanColumns(
        terms=shared,
        principal=np.array([each.principal.minor for each in terms], np.int64),
        rate=np.array([each.rate.scaled for each in terms], np.int64),
        instalments=np.array([each.instalments for each in terms], np.int64),
        start=np.array([each.start for each in terms], "datetime64[D]"),
        first_due=np.array([each.first_due for each in terms], "datetime64[D]"),
    )
