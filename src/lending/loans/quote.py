"""Quotes (试算): the plan, its cost and its yearly rate, by the very code that opens and runs the account (R47)."""

from collections.abc import Sequence
from datetime import date

import attrs

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.account import Instalment, account
from lending.loans.apr import Flow, yearly_rate
from lending.loans.factors import calendar_of
from lending.loans.facts import Disbursement
from lending.loans.plan import plan_of
from lending.loans.terms import LoanTerms

__all__ = ["Fees", "Quote", "QuoteRow", "quote"]


@attrs.frozen(kw_only=True)
class Fees:
    """Fees that belong to a loan's cost: once at the start, never cut from the principal, and with each instalment."""

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
    """What a loan would cost. `apr` counts every fee (F17)."""

    terms: LoanTerms
    rows: tuple[QuoteRow, ...]
    level_instalment: Money
    """The level instalment; zero for methods without one."""
    principal: Money
    interest: Money
    fees: Money
    apr: Rate

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
    day = on or terms.start
    assert day is not None, "a quote is for a date"
    terms, fees = terms.starting(day), fees or Fees()
    trial = account(terms, (Disbursement(on=day, key="trial", amount=terms.principal),), day)
    each = fees.each_instalment or Money.zero(terms.currency)
    upfront = fees.at_start or Money.zero(terms.currency)
    rows = tuple(_row(instalment, each) for instalment in trial.instalments)
    flows = [(rows[0].start, upfront.minor - terms.principal.minor), *((row.due, row.total.minor) for row in rows)]
    return Quote(
        terms=terms,
        rows=rows,
        level_instalment=Money(plan_of(terms).level, terms.currency),
        principal=terms.principal,
        interest=Money(trial.totals.interest, terms.currency),
        fees=Money(upfront.minor + each.minor * len(rows), terms.currency),
        apr=disclosed_rate(terms, flows),
    )


def _row(instalment: Instalment, fee: Money) -> QuoteRow:
    currency = fee.currency
    return QuoteRow(
        no=instalment.no,
        start=instalment.start,
        due=instalment.due,
        principal=Money(instalment.asked.principal, currency),
        interest=Money(instalment.asked.interest, currency),
        fee=fee,
        balance_after=Money(instalment.balance_after, currency),
    )


def disclosed_rate(terms: LoanTerms, flows: Sequence[Flow]) -> Rate:
    """The yearly rate of `flows`, by the periods of `terms`."""
    assert terms.start is not None, "a plan begins on a date"
    grid = calendar_of(terms, terms.start).days
    if len(grid) == 2 and terms.instalments > 1:
        grid = tuple(terms.period.after(terms.start, step) for step in range(terms.instalments + 1))
    return yearly_rate(flows, grid, terms.period)
