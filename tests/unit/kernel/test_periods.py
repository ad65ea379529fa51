"""Periods and due dates: the anchor day is kept over short months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.invalid import InvalidValue
from lending.kernel.periods import Period, PeriodUnit, due_dates, first_due_on, month_length

days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_due_dates_keep_the_day_of_the_start() -> None:
    assert due_dates(date(2024, 1, 31), None, Period(), 3) == (date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30))


def test_due_dates_keep_the_day_of_a_first_due_date_given_even_where_it_is_one_period_away() -> None:
    dues = due_dates(date(2024, 1, 31), date(2024, 2, 29), Period(), 3)
    assert dues == (date(2024, 2, 29), date(2024, 3, 29), date(2024, 4, 29))
    assert due_dates(date(2023, 12, 20), date(2024, 1, 31), Period(), 3)[1:] == (date(2024, 2, 29), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("period", "second"),
    [
        (Period(2), date(2024, 5, 5)),
        (Period(1, PeriodUnit.WEEK), date(2024, 1, 19)),
        (Period(15, PeriodUnit.DAY), date(2024, 2, 4)),
    ],
)
def test_periods_are_counted_in_months_weeks_and_days(period: Period, second: date) -> None:
    assert due_dates(date(2024, 1, 5), None, period, 2)[1] == second


@given(days, st.integers(1, 60), st.integers(1, 12))
def test_due_dates_rise_and_stay_on_the_anchor_or_the_months_last_day(start: date, count: int, every: int) -> None:
    dues = due_dates(start, None, Period(every), count)
    assert list(dues) == sorted(set(dues))
    assert all(due.day == min(start.day, month_length(due.year, due.month)) for due in dues)


@pytest.mark.parametrize(
    ("start", "due_day", "least", "first"),
    [
        (date(2024, 1, 20), 5, 15, date(2024, 2, 5)),
        (date(2024, 1, 22), 5, 15, date(2024, 3, 5)),
        (date(2024, 1, 31), 31, 15, date(2024, 2, 29)),
        (date(2024, 1, 5), 5, 0, date(2024, 2, 5)),
        (date(2024, 1, 5), 6, 1, date(2024, 1, 6)),
    ],
)
def test_f7_the_first_due_date_is_far_enough_away(start: date, due_day: int, least: int, first: date) -> None:
    assert first_due_on(start, due_day, least) == first


@given(days, st.integers(1, 31), st.integers(0, 40))
def test_f7_no_nearer_due_day_is_passed_over(start: date, due_day: int, least: int) -> None:
    first = first_due_on(start, due_day, least)
    assert first > start
    assert first.day == min(due_day, month_length(first.year, first.month))
    assert (first - start).days >= min(least, 28)


@pytest.mark.parametrize("every", [0, -1, 1201, True, "1"])
def test_a_period_counts_a_positive_whole_number(every: object) -> None:
    with pytest.raises(InvalidValue):
        Period(every)  # type: ignore[arg-type]
