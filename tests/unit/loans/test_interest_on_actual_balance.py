"""按日计息, 随借随还: the reference's worked figures of money that comes early or late."""

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from lending.kernel.day_count import DayCount
from lending.kernel.periods import Period, PeriodUnit
from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding
from lending.loans.choices import Component, Excess, InterestOn, Method, PrepaymentEffect
from lending.loans.facts import Prepayment, RateChange
from lending.loans.terms import Allocation, LoanTerms
from tests.unit.loans.cases import base_loan, by_days, figure, loan_at, paid, split, yuan

START = date(2024, 1, 1)
MONEY = Allocation((Component.PENALTY, Component.FEE, Component.PRINCIPAL, Component.INTEREST))


def hundred(excess: Excess = Excess.NEXT_INSTALMENT, **changes: Any) -> LoanTerms:
    """100.00 at 7 % over six months of 30/360."""
    return base_loan(
        principal=yuan("100"),
        rate=Rate.parse("0.07"),
        instalments=6,
        start=START,
        interest=by_days(DayCount.THIRTY_360, InterestOn.ACTUAL_BALANCE),
        rounding=Rounding.HALF_EVEN,
        level_last_instalment=True,
        allocation=Allocation(MONEY.order, MONEY.by, excess),
        **changes,
    )


def test_a_row_paid_early_keeps_interest_to_that_day_and_the_rest_moves_on() -> None:
    on = date(2024, 1, 15)
    rows = loan_at(hundred(), on, paid(on, "17.01")).instalments
    assert [split(row) for row in rows[:2]] == [("16.75", "0.26"), ("16.25", "0.76")]


def test_a_row_paid_in_part_is_recomputed_in_place() -> None:
    on = date(2024, 1, 15)
    assert split(loan_at(hundred(), on, paid(on, "15.00")).instalments[0]) == ("16.47", "0.54")


def test_overdue_principal_bears_interest_in_the_period_it_is_late_in() -> None:
    assert split(loan_at(hundred(), date(2024, 2, 15)).instalments[1]) == ("16.48", "0.53")


def test_nothing_accrues_after_the_last_due_date() -> None:
    assert loan_at(hundred(), date(2024, 7, 1)).totals == loan_at(hundred(), date(2025, 7, 1)).totals


def test_a_prepayment_bears_no_interest_from_its_day() -> None:
    """50.00 on day 15 of 31: 100.00 bears 14 days and 50.00 bears 17: 0.5833 × (14 + 8.5) ÷ 31 = 0.42."""
    on = date(2024, 1, 15)
    prepaid = Prepayment(on=on, key="p", amount=yuan("50"), effect=PrepaymentEffect.KEEP_INSTALMENT)
    first = loan_at(hundred(), on, prepaid).instalments[0]
    assert figure(first.asked.interest) == "0.42"
    assert first.asked.principal - first.paid.principal == 1701 - 42


def test_a_prepayment_may_lower_the_instalment() -> None:
    """The annuity of 41.79 over five periods, reckoned with fractions."""
    due = date(2024, 2, 1)
    payment = paid(due, "17.01")
    prepaid = Prepayment(on=due, key="p", amount=yuan("41.78"), effect=PrepaymentEffect.REDUCE_INSTALMENT)
    terms = attrs.evolve(hundred(), level_last_instalment=False)
    rows = loan_at(terms, due, payment, prepaid).instalments[1:]
    month = Fraction(7, 1200)
    level = Fraction(4179) * month / (1 - (1 + month) ** -5)
    assert {row.asked.total for row in rows[:-1]} == {round(level)}


def test_interest_first_pays_less_interest_once_principal_comes_back() -> None:
    on = date(2024, 2, 1)
    terms = hundred(Excess.LAST_INSTALMENT)
    terms = base_loan(
        principal=yuan("1200"),
        rate=Rate.parse("0.12"),
        method=Method.INTEREST_FIRST,
        instalments=3,
        start=START,
        interest=terms.interest,
        allocation=terms.allocation,
    )
    rows = loan_at(terms, on, paid(on, "612.00")).instalments
    assert [split(row) for row in rows] == [("0.00", "12.00"), ("0.00", "6.00"), ("1200.00", "6.00")]


def test_a_bullet_runs_daily_on_the_balance() -> None:
    """1,000.00 at 36 % ACT/360 over 60 days, half of it back after 30: 30.00 + 15.00."""
    terms = base_loan(
        principal=yuan("1000"),
        rate=Rate.parse("0.36"),
        method=Method.BULLET,
        instalments=60,
        period=_day(),
        start=START,
        interest=by_days(DayCount.ACT_360, InterestOn.ACTUAL_BALANCE),
    )
    on = date(2024, 1, 31)
    prepaid = Prepayment(on=on, key="p", amount=yuan("500"), effect=PrepaymentEffect.KEEP_INSTALMENT)
    (row,) = loan_at(terms, on, prepaid).instalments
    assert figure(row.asked.interest) == "45.00"


@pytest.mark.parametrize("day", [date(2024, 1, 16), date(2024, 2, 1), date(2024, 2, 20)])
def test_a_new_rate_counts_from_its_day(day: date) -> None:
    """Interest of the days before at 7 %, of the days after at none."""
    free = RateChange(on=day, key="r", rate=Rate(0))
    rows = loan_at(hundred(), START, free).instalments
    assert rows == loan_at(hundred(), START).instalments
    rows = loan_at(
        hundred(), day, paid(date(2024, 2, 1), "17.01") if day > date(2024, 2, 1) else free, free
    ).instalments
    share = {date(2024, 1, 16): "0.28", date(2024, 2, 1): "0.58", date(2024, 2, 20): "0.58"}[day]
    assert figure(rows[0].asked.interest) == share
    assert all(row.asked.interest == 0 for row in rows[2:])


def _day() -> Period:
    return Period(1, PeriodUnit.DAY)
