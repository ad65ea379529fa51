"""Quotes (试算): the plan, its cost and its yearly rate, by the very code that opens and runs the account (R47)."""

from collections.abc import Sequence
from datetime import date

import attrs

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.account import Account, Instalment, account
from lending.loans.apr import Flow, yearly_rate
from lending.loans.factors import calendar_of
from lending.loans.facts import Disbursement
from lending.loans.lease import deposit_flows
from lending.loans.plan import plan_of
from lending.loans.terms import LoanTerms

__all__ = ["Quote", "QuoteRow", "disclosed_rate", "plan_flows", "quote"]


@attrs.frozen(kw_only=True)
class QuoteRow:
    """One instalment of a quote."""

    no: int
    start: date
    due: date
    pay_by: date | None
    """The last day on which it is paid in time; None where the calendar of the year is not published (F19)."""
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
    """What a loan would cost. `apr` counts every fee, and what a lessee's deposit costs (F16, F17)."""

    terms: LoanTerms
    rows: tuple[QuoteRow, ...]
    level_instalment: Money
    """The level instalment; zero for methods without one."""
    principal: Money
    interest: Money
    fees: Money
    apr: Rate

    @property
    def fee_at_start(self) -> Money:
        """The fee due on the day of the payout, beside the instalments."""
        return self.terms.fees.at_start or Money.zero(self.terms.currency)

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


def quote(terms: LoanTerms, on: date | None = None) -> Quote:
    """The quote for a payout of the whole principal on `on` (the terms' `start` where None)."""
    day = on or terms.start
    assert day is not None, "a quote is for a date"
    terms = terms.starting(day)
    trial = account(terms, (Disbursement(on=day, key="trial", amount=terms.principal),), day)
    start, asked = trial.instalments[0].start, plan_flows(trial)
    return Quote(
        terms=terms,
        rows=tuple(_row(instalment, terms) for instalment in trial.instalments),
        level_instalment=Money(plan_of(terms).level, terms.currency),
        principal=terms.principal,
        interest=Money(trial.totals.interest, terms.currency),
        fees=Money(trial.totals.fee, terms.currency),
        apr=disclosed_rate(terms, [(start, -terms.principal.minor), *asked, *deposit_flows(terms, start, asked)]),
    )


def _row(instalment: Instalment, terms: LoanTerms) -> QuoteRow:
    currency = terms.currency
    return QuoteRow(
        no=instalment.no,
        start=instalment.start,
        due=instalment.due,
        pay_by=instalment.pay_by,
        principal=Money(instalment.asked.principal, currency),
        interest=Money(instalment.asked.interest, currency),
        fee=Money(instalment.asked.fee - _at_start(instalment, terms), currency),
        balance_after=Money(instalment.balance_after, currency),
    )


def _at_start(instalment: Instalment, terms: LoanTerms) -> int:
    """What the account holds with its first instalment and is due on the start already."""
    fee = terms.fees.at_start
    return fee.minor if fee is not None and instalment.no == 1 else 0


def plan_flows(trial: Account) -> list[Flow]:
    """What the customer pays as planned: the start's fee, then instalments with theirs on their due dates."""
    first = trial.instalments[0]
    flows = [(row.due, row.asked.total - _at_start(row, trial.terms)) for row in trial.instalments]
    return [(first.start, _at_start(first, trial.terms)), *flows]


def disclosed_rate(terms: LoanTerms, flows: Sequence[Flow]) -> Rate:
    """The yearly rate of `flows`, by the periods of `terms`."""
    assert terms.start is not None, "a plan begins on a date"
    calendar = calendar_of(terms, terms.start)
    grid = calendar.nominal or calendar.days
    if len(grid) == 2 and terms.instalments > 1:
        grid = tuple(terms.period.after(terms.start, step) for step in range(terms.instalments + 1))
    if calendar.nominal is not None:
        grid = (*grid, terms.period.after(grid[-1]))  # the last due date may have moved beyond its period
    last = max((day for day, _amount in flows), default=grid[-1])
    while grid[-1] < last:  # time that was added later is counted by the same periods
        grid = (*grid, terms.period.after(grid[-1]))
    return yearly_rate(flows, grid, terms.period)
