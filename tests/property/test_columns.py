"""One formula, two executions: plans and interest of many loans on columns are those of the scalar engine."""

from collections.abc import Sequence
from datetime import date, timedelta

import attrs
import hypothesis.strategies as st
import numpy as np
from hypothesis import given

from lending.kernel.day_count import DayCount
from lending.kernel.money import MINOR_MAX, Money
from lending.kernel.periods import Period, PeriodUnit
from lending.kernel.rates import RATE_MAX, Rate
from lending.kernel.rounding import Rounding, divide
from lending.loans.account import account
from lending.loans.choices import Accrual, Method
from lending.loans.factors import calendar_of
from lending.loans.facts import Disbursement, LoanFact, Repayment
from lending.loans.plan import Plan, plan_of
from lending.loans.terms import Grace, Interest, LoanTerms
from lending.products.lease import Lease, LeaseKind
from lending_adapters.batch import LoanColumns, columns_of, days_of, interest_earned, plans

BOUNDARY = 2**63 // (18_000_000 * 1)
"""About the principal beyond which 18 % a year by the month no longer fits an int64."""

principals = (
    st.integers(1, 5_000_000)
    | st.integers(1, MINOR_MAX)
    | st.integers(BOUNDARY - 1000, BOUNDARY + 1000)
    | st.sampled_from([2**34, 2**35 - 1, 2**35, 1_000_000, 12_000_00])
)
rates = st.sampled_from([0, 1, 18_000_000, 36_000_000, RATE_MAX]) | st.integers(0, 60_000_000)
periods = st.builds(Period, st.integers(1, 3), st.sampled_from([PeriodUnit.MONTH, PeriodUnit.WEEK])) | st.builds(
    Period, st.integers(1, 40), st.just(PeriodUnit.DAY)
)
days = st.dates(date(1999, 1, 1), date(2030, 12, 31))
multiples = st.sampled_from([None, None, Money(100), Money(7), Money(10_000)])


@st.composite
def conditions(draw: st.DrawFn) -> LoanTerms:
    """What a group of loans shares; at least three instalments, so that grace leaves something."""
    method = draw(st.sampled_from(list(Method)))
    grace = Grace(
        principal_periods=draw(st.integers(0, 2)) if method is not Method.BULLET else 0,
        interest_periods=draw(st.integers(0, 2)) if method is not Method.BULLET else 0,
    )
    return LoanTerms(
        principal=Money(1),
        rate=Rate(0),
        method=method,
        instalments=3,
        period=draw(periods),
        start=date(2024, 1, 31),
        interest=Interest(draw(st.sampled_from(list(Accrual))), draw(st.sampled_from(list(DayCount)))),
        rounding=draw(st.sampled_from(list(Rounding))),
        instalment_multiple=draw(multiples),
        instalment_rounding=draw(st.none() | st.sampled_from(list(Rounding))),
        level_last_instalment=draw(st.booleans()),
        grace=grace,
        lease=draw(st.sampled_from([None, None, Lease(kind=LeaseKind.DIRECT), Lease(kind=LeaseKind.LEASEBACK)])),
    )


@st.composite
def loans_on(draw: st.DrawFn, shared: LoanTerms) -> LoanTerms:
    """A loan on these conditions."""
    least = 1 + max(shared.grace.principal_periods, shared.grace.interest_periods)
    start, principal = draw(days), draw(principals)
    direct = shared.lease is not None and shared.lease.is_direct
    return attrs.evolve(
        shared,
        lease=attrs.evolve(shared.lease, deposit=Money(principal // 5)) if direct else shared.lease,
        principal=Money(principal),
        rate=Rate(draw(rates)),
        instalments=draw(st.integers(least, 30) | st.sampled_from([least, 120])),
        start=start,
        first_due=draw(st.none() | st.integers(1, 70).map(lambda ahead: start + timedelta(days=ahead))),
    )


portfolios = conditions().flatmap(lambda shared: st.lists(loans_on(shared), min_size=1, max_size=8))


def on_columns(terms: Sequence[LoanTerms]) -> LoanColumns:
    ((_positions, loans),) = columns_of(terms)
    return loans


@given(portfolios)
def test_plans_on_columns_are_the_scalar_engines(portfolio: list[LoanTerms]) -> None:
    columns = plans(on_columns(portfolio))
    for loan, terms in enumerate(portfolio):
        plan = plan_of(terms)
        assert columns.level[loan] == plan.level
        found = zip(
            columns.principal[:, loan].tolist(),
            columns.interest[:, loan].tolist(),
            columns.borne[:, loan].tolist(),
            columns.balance[:, loan].tolist(),
            strict=True,
        )
        expected = amounts_of(plan)
        assert list(found) == expected + [(0, 0, 0, 0)] * (len(columns.principal) - len(expected))


def amounts_of(plan: Plan) -> list[tuple[int, int, int, int]]:
    return [(principal, asked, borne, balance) for *_when, principal, asked, borne, balance in plan.rows]


@given(
    st.lists(st.integers(-(2**61), 2**61) | st.integers(-50, 50), min_size=1),
    st.integers(1, 12) | st.integers(1, 2**60),
    st.sampled_from(list(Rounding)),
)
def test_rounding_on_columns_is_rounding(numerators: list[int], denominator: int, rounding: Rounding) -> None:
    rounded = divide(np.array(numerators), denominator, rounding)
    assert rounded.tolist() == [divide(numerator, denominator, rounding) for numerator in numerators]


@given(portfolios)
def test_due_dates_on_columns_are_the_calendars(portfolio: list[LoanTerms]) -> None:
    days = days_of(on_columns(portfolio))
    for loan, terms in enumerate(portfolio):
        assert terms.start is not None
        expected = calendar_of(terms, terms.start).days
        assert tuple(days[: len(expected), loan].tolist()) == expected


@given(portfolios, st.data())
def test_interest_earned_on_columns_is_that_of_accounts_paid_as_planned(
    portfolio: list[LoanTerms], data: st.DataObject
) -> None:
    loans = on_columns(portfolio)
    first = max(terms.start for terms in portfolio if terms.start)
    as_of = first + timedelta(days=data.draw(st.integers(0, 1200)))
    earned = interest_earned(loans, plans(loans), np.datetime64(as_of))
    for loan, terms in enumerate(portfolio):
        assert earned[loan] == account(terms, paid_as_planned(terms), as_of).figures.interest_earned


def paid_as_planned(terms: LoanTerms) -> list[LoanFact]:
    assert terms.start is not None
    payout = Disbursement(on=terms.start, key="payout", amount=terms.principal)
    return [payout, *payments(terms)]


def payments(terms: LoanTerms) -> list[LoanFact]:
    return [
        Repayment(on=due, key=f"payment {no}", amount=Money(principal + asked))
        for no, _start, due, principal, asked, _borne, _left in plan_of(terms).rows
        if 0 < principal + asked <= MINOR_MAX
    ]
