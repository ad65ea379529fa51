"""Laws of plans, and the same formulas on columns."""

from datetime import date
from fractions import Fraction

import attrs
import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from lending.kernel.calendar import DueDateRule
from lending.kernel.money import Money
from lending.kernel.rates import RATE_SCALE, Rate
from lending.kernel.rounding import Rounding, divide
from lending.loans.choices import InterestOn, Method
from lending.loans.level import annuity, level_instalment, level_rows, levelled
from lending.loans.plan import plan_of
from lending.loans.quote import quote
from lending.loans.terms import LoanTerms
from lending.products.charges import Fees
from tests.property.loan_histories import loan_terms

roundings = st.sampled_from(list(Rounding))
factor_lists = st.lists(
    st.builds(lambda rate, days: (rate * days, 360 * RATE_SCALE), st.integers(0, 36_000_000), st.integers(1, 62)),
    min_size=1,
    max_size=40,
).map(tuple)


@given(loan_terms())
def test_a_plan_repays_what_was_lent_and_asks_for_nothing_negative(terms: LoanTerms) -> None:
    plan = plan_of(terms)
    assert sum(row[3] for row in plan.rows) == terms.principal.minor
    assert all(min(row[3], row[4], row[5], row[6]) >= 0 for row in plan.rows)
    assert sum(row[4] for row in plan.rows) == sum(row[5] for row in plan.rows)
    dues = [row[2] for row in plan.rows]
    assert dues == sorted(set(dues))
    assert plan.rows[-1][6] == 0


@given(factor_lists)
def test_the_annuity_discounts_to_one(factors: tuple[tuple[int, int], ...]) -> None:
    """Each instalment of annuity(f) discounted by the factors before it: together exactly the principal."""
    instalment = Fraction(*annuity(factors))
    worth, discount = Fraction(0), Fraction(1)
    for factor in factors:
        discount /= 1 + Fraction(*factor)
        worth += instalment * discount
    assert worth == 1


@given(st.integers(1, 10**10), factor_lists, roundings)
def test_the_last_instalment_differs_by_rounding_alone(
    principal: int, factors: tuple[tuple[int, int], ...], rounding: Rounding
) -> None:
    """F8: where nothing is capped, last ≤ level + one minor unit a row, compounded."""
    level = level_instalment(principal, factors, rounding)
    principals, interests = level_rows(principal, level, factors, rounding)
    assume(all(principals[:-1]) and principals[-1])
    growth = Fraction(1)
    slack = Fraction(0)
    for factor in reversed(factors):
        slack += 2 * growth
        growth *= 1 + Fraction(*factor)
    assert abs(principals[-1] + interests[-1] - level) <= slack


@given(st.integers(1, 10**9), factor_lists, roundings)
def test_levelling_never_makes_the_last_instalment_differ_more(
    principal: int, factors: tuple[tuple[int, int], ...], rounding: Rounding
) -> None:
    def gap(level: int) -> int:
        principals, interests = level_rows(principal, level, factors, rounding)
        return abs(principals[-1] + interests[-1] - level)

    assert gap(levelled(principal, factors, rounding)) <= gap(level_instalment(principal, factors, rounding))


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=20), factor_lists, roundings)
def test_interest_of_a_column_of_balances_is_that_of_each(
    balances: list[int], factors: tuple[tuple[int, int], ...], rounding: Rounding
) -> None:
    top, bottom = factors[0]
    column = divide(np.array(balances, dtype=np.int64) * (top // 100), bottom // 100, rounding)
    assert column.tolist() == [divide(balance * (top // 100), bottom // 100, rounding) for balance in balances]


@given(loan_terms(on=InterestOn.SCHEDULED_BALANCE))
def test_a_quote_is_the_account_as_it_opens(terms: LoanTerms) -> None:
    trial = quote(terms)
    plan = plan_of(terms)
    assert [(row.principal.minor, row.interest.minor, row.due) for row in trial.rows] == [
        (row[3], row[4], row[2]) for row in plan.rows
    ]
    assert trial.total == trial.principal + trial.total_cost


@given(st.integers(100_000, 10_000_000), st.integers(100_000, 36_000_000), st.integers(2, 60))
def test_the_disclosed_rate_of_a_plan_without_fees_is_its_rate(principal: int, rate: int, count: int) -> None:
    terms = LoanTerms(
        principal=Money(principal),
        rate=Rate(rate),
        method=Method.EQUAL_PRINCIPAL,
        instalments=count,
        start=date(2024, 1, 5),
    )
    assert abs(quote(terms).apr.scaled - rate) <= 12 * 100 * RATE_SCALE // principal


@given(st.integers(1_000, 500_000), st.integers(0, 36_000_000), st.integers(1, 36), st.integers(0, 10_000))
def test_fees_never_lower_the_disclosed_rate(principal: int, rate: int, count: int, fee: int) -> None:
    terms = LoanTerms(
        principal=Money(principal),
        rate=Rate(rate),
        method=Method.EQUAL_INSTALMENT,
        instalments=count,
        start=date(2024, 1, 5),
    )
    assert quote(attrs.evolve(terms, fees=Fees(each_instalment=Money(fee)))).apr >= quote(terms).apr


@given(loan_terms(method=Method.EQUAL_INSTALMENT, leased=False))
def test_the_disclosed_rate_makes_the_flows_worth_nothing(terms: LoanTerms) -> None:
    """Checked with fractions: at the rate found and one step aside the worth changes its sign."""
    terms = attrs.evolve(terms, first_due=None, holiday=DueDateRule.NONE)
    trial = quote(terms)
    assume(0 < trial.apr.scaled < 10 * RATE_SCALE)
    each = {"MONTH": 12, "WEEK": 52, "DAY": 365}[terms.period.unit.value]

    def worth(rate: int) -> Fraction:
        step = 1 + Fraction(rate * terms.period.every, each * RATE_SCALE)
        received = Fraction(terms.principal.minor - trial.fee_at_start.minor)
        return sum((Fraction(row.total.minor) / step**row.no for row in trial.rows), -received)

    assert worth(trial.apr.scaled - 1) > 0 > worth(trial.apr.scaled + 1)
