"""The disclosed yearly rate, solved in whole numbers, against pyxirr and against the definition in fractions (F17)."""

from datetime import date
from fractions import Fraction

import attrs
import pytest
import pyxirr
from hypothesis import assume, given
from hypothesis import strategies as st

from lending.kernel.calendar import DueDateRule
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.kernel.periods import Period, due_dates
from lending.kernel.rates import RATE_SCALE, Rate
from lending.loans.account import account
from lending.loans.apr import Flow, yearly_rate
from lending.loans.choices import Method
from lending.loans.facts import Disbursement
from lending.loans.quote import Quote, disclosed_rate, plan_flows, quote
from lending.loans.terms import LoanTerms
from lending.products.charges import Fees
from tests.property.loan_histories import START, loan_terms

PERIODS_A_YEAR = {"MONTH": 12, "WEEK": 52, "DAY": 365}
MONTH = Period()
CEILING = 10 * RATE_SCALE


def times_a_year(terms: LoanTerms) -> float:
    return PERIODS_A_YEAR[terms.period.unit.value] / terms.period.every


def counted(trial: Quote) -> list[int]:
    """The flows, one for each whole period from the start: what `pyxirr.irr` takes."""
    rows = [0] * (trial.terms.instalments - 1) if trial.terms.method is Method.BULLET else []
    paid = [*rows, *(row.total.minor for row in trial.rows)]
    return [trial.fee_at_start.minor - trial.principal.minor, *paid]


@pytest.mark.parametrize("method", list(Method))
@given(data=st.data())
def test_every_method_with_grace_and_fees_agrees_with_pyxirr(method: Method, data: st.DataObject) -> None:
    terms = attrs.evolve(data.draw(loan_terms(method=method, leased=False)), first_due=None, holiday=DueDateRule.NONE)
    trial = quote(terms)
    assume(0 < trial.apr.scaled < CEILING)
    solved = pyxirr.irr(counted(trial), guess=trial.apr.scaled / RATE_SCALE / times_a_year(terms))
    assume(solved is not None)
    assert trial.apr.scaled / RATE_SCALE == pytest.approx(solved * times_a_year(terms), abs=2e-8, rel=1e-7)


@given(st.integers(100_000, 10**8), st.integers(2, 60), st.integers(1, 3_000), st.integers(0, 50))
def test_a_deposit_given_back_at_the_end_agrees_with_pyxirr(financed: int, count: int, more: int, percent: int) -> None:
    """F16's shape: received less a deposit, level rents, and the deposit set off against the last."""
    rent, deposit = financed * (10_000 + more) // (10_000 * count) + 1, financed * percent // 100
    flows = [deposit - financed, *[rent] * (count - 1), rent - deposit]
    dues = (START, *due_dates(START, None, MONTH, count))
    found = yearly_rate(list(zip(dues, flows, strict=True)), dues, MONTH).scaled / RATE_SCALE
    solved = pyxirr.irr(flows, guess=found / 12)
    assert solved is not None
    assert found == pytest.approx(solved * 12, abs=2e-8, rel=1e-7)


def test_f16_the_cash_rate_of_a_lease_with_a_deposit() -> None:
    """(−120,000, 4,982.15 × 35, −25,017.85) is 18.18 % a year, not 12 %."""
    dues = (START, *due_dates(START, None, MONTH, 36))
    flows = [-12_000_000, *[498_215] * 35, -2_501_785]
    assert yearly_rate(list(zip(dues, flows, strict=True)), dues, MONTH).percent == "18.18 %"


@given(loan_terms(leased=False), st.integers(1, 70))
def test_a_first_period_that_is_not_whole_bears_simple_interest(terms: LoanTerms, days: int) -> None:
    """F7: (1 + i·days ÷ 30)(1 + i)^k, for periods of weeks and days their own length."""
    first_due = date.fromordinal(START.toordinal() + days)
    terms = attrs.evolve(terms, first_due=first_due, due_day=None, holiday=DueDateRule.NONE)
    assume(terms.method is not Method.BULLET and terms.first_due != terms.period.after(START))
    trial = quote(terms)
    assume(0 < trial.apr.scaled < CEILING)
    unit = {"MONTH": 30, "WEEK": 7, "DAY": 1}[terms.period.unit.value] * terms.period.every

    def worth(yearly: int) -> Fraction:
        each = Fraction(yearly * terms.period.every, PERIODS_A_YEAR[terms.period.unit.value] * RATE_SCALE)
        first = 1 + each * Fraction(days, unit)
        received = Fraction(terms.principal.minor - trial.fee_at_start.minor)
        return sum((row.total.minor / (first * (1 + each) ** (row.no - 1)) for row in trial.rows), -received)

    assert worth(trial.apr.scaled - 2) > 0 > worth(trial.apr.scaled + 2)


@given(st.integers(100_000, 5_000_000), st.integers(1, 11), st.integers(1, 36_000_000))
def test_a_tranche_on_a_due_date_agrees_with_pyxirr(amount: int, after: int, rate: int) -> None:
    terms = LoanTerms(
        principal=Money(2 * amount), rate=Rate(rate), method=Method.EQUAL_PRINCIPAL, instalments=12, start=START
    )
    dues = due_dates(START, None, MONTH, 12)
    on = dues[after - 1]
    facts = [Disbursement(on=START, key="1", amount=Money(amount)), Disbursement(on=on, key="2", amount=Money(amount))]
    plan = account(terms, facts, on)
    flows: list[Flow] = [(fact.on, -fact.amount.minor) for fact in facts]
    found = disclosed_rate(terms, [*flows, *plan_flows(plan)])
    counted_flows = [-amount, *(row.asked.total for row in plan.instalments)]
    counted_flows[after] -= amount
    solved = pyxirr.irr(counted_flows, guess=rate / RATE_SCALE / 12)
    assert solved is not None
    assert found.scaled / RATE_SCALE == pytest.approx(solved * 12, abs=2e-8, rel=1e-7)


@pytest.mark.parametrize(
    ("flows", "told"),
    [
        ([100, 100], "money received and money paid"),
        ([-100, 0], "money received and money paid"),
        ([-100, 99], "at least as much paid as received"),
    ],
)
def test_where_there_is_no_rate_it_says_so(flows: list[int], told: str) -> None:
    dues = (START, *due_dates(START, None, MONTH, 1))
    with pytest.raises(InvalidValue, match=told):
        yearly_rate(list(zip(dues, flows, strict=True)), dues, MONTH)


def test_what_is_paid_back_as_it_was_received_costs_nothing() -> None:
    dues = (START, *due_dates(START, None, MONTH, 1))
    assert yearly_rate([(dues[0], -100), (dues[1], 100)], dues, MONTH) == Rate(0)


def test_a_fee_at_the_start_is_less_than_the_principal() -> None:
    with pytest.raises(InvalidValue, match=r"fees\.at_start"):
        LoanTerms(
            principal=Money(100), rate=Rate(0), method=Method.BULLET, instalments=1, fees=Fees(at_start=Money(100))
        )
