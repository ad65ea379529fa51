"""Plans on columns, by example; that they equal the scalar engine's on any loan is a property test."""

from datetime import date

import attrs
import numpy as np
import pytest

from lending.kernel.calendar import DueDateRule, WorkCalendar, WorkYear
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import FirstPeriod, Method
from lending.loans.plan import plan_of
from lending.loans.terms import LoanTerms
from lending.products.rates import Floating, Reset, Tenor
from lending_adapters.batch import LoanColumns, NotOnColumns, columns_of, days_of, interest_earned, plans

BASE = LoanTerms(
    principal=Money(1_200_000),
    rate=Rate(18_000_000),
    method=Method.EQUAL_INSTALMENT,
    instalments=12,
    start=date(2024, 1, 5),
)
"""Base loan L of the handbook: 12,000.00 at 18 % over 12 months."""


def block(*loans: LoanTerms) -> LoanColumns:
    ((_positions, columns),) = columns_of(loans)
    return columns


def test_the_base_loan_has_the_handbooks_instalment_and_interest() -> None:
    plan = plans(block(BASE))
    assert plan.level.tolist() == [110_016]
    assert plan.principal[0].tolist() == [92_016]
    assert plan.interest[0].tolist() == [18_000]
    assert plan.balance[-1].tolist() == [0]


@pytest.mark.parametrize("method", list(Method))
def test_a_shorter_plan_beside_a_longer_one_ends_in_zeros(method: Method) -> None:
    short = attrs.evolve(BASE, method=method, instalments=3)
    plan = plans(block(short, attrs.evolve(short, instalments=12)))
    ends = int(plan.rows[0])
    assert plan.principal[:, 0].sum() == BASE.principal.minor
    for figure in (plan.principal, plan.interest, plan.borne, plan.balance):
        assert not figure[ends:, 0].any()


def test_the_order_of_loans_does_not_matter() -> None:
    loans = block(*[attrs.evolve(BASE, instalments=count) for count in (5, 12, 7, 1, 12)])
    order = np.argsort(-loans.instalments)
    assert (plans(loans).interest[:, order] == plans(loans.take(order)).interest).all()


def test_a_loan_too_large_for_an_int64_is_planned_alone_and_marked() -> None:
    giant = attrs.evolve(BASE, principal=Money(10**15))
    plan = plans(block(BASE, giant))
    assert plan.scalar.tolist() == [False, True]
    assert plan.principal[:, 1].tolist() == [row[3] for row in plan_of(giant).rows]
    assert plan.level.tolist() == [110_016, plan_of(giant).level]


def test_the_largest_loan_that_fits_is_planned_on_columns_to_the_fen() -> None:
    most = (2**63 - 1 - 1_200_000_000) // 18_000_000
    loans = [attrs.evolve(BASE, principal=Money(amount)) for amount in (most, most + 1)]
    plan = plans(block(*loans))
    assert plan.scalar.tolist() == [False, True]
    assert plan.interest[:, 0].tolist() == [row[4] for row in plan_of(loans[0]).rows]


def test_loans_are_grouped_by_their_conditions() -> None:
    other = attrs.evolve(BASE, method=Method.EQUAL_PRINCIPAL)
    groups = columns_of([BASE, other, attrs.evolve(BASE, rate=Rate(0))])
    assert [positions.tolist() for positions, _loans in groups] == [[0, 2], [1]]


def test_a_loan_taken_out_of_its_columns_has_the_terms_it_came_with() -> None:
    loan = attrs.evolve(BASE, first_due=date(2024, 2, 20))
    assert block(BASE, loan).terms_of(1) == loan


def test_due_dates_keep_their_day_through_short_months() -> None:
    days = days_of(block(attrs.evolve(BASE, start=date(2024, 1, 31), instalments=3)))
    assert days[:, 0].tolist() == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]


def test_interest_is_earned_by_days_and_in_the_end_wholly() -> None:
    loans = block(BASE, attrs.evolve(BASE, start=date(2024, 1, 20)))
    plan = plans(loans)
    assert interest_earned(loans, plan, np.datetime64("2024-01-15")).tolist() == [18_000 * 10 // 31, 0]
    each = np.array(["2024-01-05", "2030-01-01"], "datetime64[D]")
    assert interest_earned(loans, plan, each).tolist() == [0, int(plan.interest[:, 1].sum())]


@pytest.mark.parametrize(
    ("loan", "told"),
    [
        (attrs.evolve(BASE, floating=Floating(Tenor.ONE_YEAR, 255, Reset.JANUARY)), "floating"),
        (attrs.evolve(BASE, holiday=DueDateRule.NEXT_ACCRUE), "holiday NEXT_ACCRUE"),
        (attrs.evolve(BASE, first_period=FirstPeriod.LEVEL, first_due=date(2024, 2, 20)), "a first period levelled"),
        (attrs.evolve(BASE, start=date(2024, 1, 31), first_due=date(2024, 2, 29), due_day=31), "due day 31"),
    ],
)
def test_a_loan_that_columns_do_not_have_is_refused(loan: LoanTerms, told: str) -> None:
    with pytest.raises(NotOnColumns, match=told) as refused:
        columns_of([BASE, loan])
    assert refused.value.position == 1


def test_pay_by_dates_have_no_part_in_a_plan() -> None:
    heeding = attrs.evolve(BASE, holiday=DueDateRule.NEXT, calendar=WorkCalendar((WorkYear(2024),)))
    plan = plans(block(BASE, heeding))
    assert (plan.interest[:, 0] == plan.interest[:, 1]).all()
