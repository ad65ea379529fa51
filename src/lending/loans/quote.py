"""Quotes (试算): the plan, its cost and its yearly rate, by the very code that opens and runs the account (R47)."""

from collections.abc import Sequence
from datetime import date

import attrs

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.apr import Flow, yearly_rate
from lending.loans.factors import calendar_of
from lending.loans.plan import plan_of
from lending.loans.terms import LoanTerms

__all__ = ["Fees", "Quote", "QuoteRow", "quote"]


@attrs.frozen(kw_only=True)
class Fees:
    """Fees that belong to the cost of a loan: once at the start (never cut from the principal), and with each instalment."""

    at_start: Money | None = None
    each_instalment: Money | None = None


@attrs.frozen(kw_only=True)
class QuoteRow:
    """One instalment of a quote."""

    no: int
    start: date
    due: date
    principal: Money
    interest: Money
    fee: Money
    balance_after: Money

    @property
    def total(self) -> Money:
        """What the customer pays on the due date."""
        return self.principal + self.interest + self.fee


@attrs.frozen(kw_only=True)
class Quote:
    """What a loan would cost. `apr` counts every fee (F17); None where no rate between 0 and 1000 % does."""

    terms: LoanTerms
    rows: tuple[QuoteRow, ...]
    level_instalment: Money
    """The level instalment; zero for methods without one."""
    principal: Money
    interest: Money
    fees: Money
    apr: Rate | None

    @property
    def total(self) -> Money:
        """Everything the customer pays."""
        return self.principal + self.interest + self.fees

    @property
    def total_cost(self) -> Money:
        """What the customer pays beyond the principal."""
        return self.interest + self.fees

    @property
    def largest_instalment(self) -> Money:
        """The most that falls due on one day: what income must bear."""
        return max((row.total for row in self.rows), key=lambda total: total.minor)

    @property
    def maturity(self) -> date:
        """The last due date."""
        return self.rows[-1].due


def quote(terms: LoanTerms, on: date | None = None, fees: Fees | None = None) -> Quote:
    """The quote for a payout of the whole principal on `on` (the terms' `start` where None)."""
    assert terms.start is not None or on is not None, "a quote is for a date"
    terms = terms if on is None else terms.starting(on)
    fees = fees or Fees()
    plan = plan_of(terms)
    each = fees.each_instalment.minor if fees.each_instalment is not None else 0
    upfront = fees.at_start.minor if fees.at_start is not None else 0

    def money(minor: int) -> Money:
        return Money(minor, terms.currency)

    rows = tuple(
        QuoteRow(
            no=no,
            start=start,
            due=due,
            principal=money(principal),
            interest=money(interest),
            fee=money(each),
            balance_after=money(left),
        )
        for no, start, due, principal, interest, _borne, left in plan.rows
    )
    flows = [(row.due, row.total.minor) for row in rows]
    return Quote(
        terms=terms,
        rows=rows,
        level_instalment=money(plan.level),
        principal=terms.principal,
        interest=money(plan.interest),
        fees=money(upfront + each * len(rows)),
        apr=disclosed_rate(terms, [(rows[0].start, upfront - terms.principal.minor), *flows]),
    )


def disclosed_rate(terms: LoanTerms, flows: Sequence[Flow]) -> Rate | None:
    """The yearly rate of `flows`, by the periods of `terms`."""
    assert terms.start is not None, "a plan begins on a date"
    grid = calendar_of(terms, terms.start).days
    if len(grid) == 2 and terms.instalments > 1:
        grid = tuple(terms.period.after(terms.start, step) for step in range(terms.instalments + 1))
    return yearly_rate(flows, grid, terms.period)
