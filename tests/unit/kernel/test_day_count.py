"""Day counts: the first day counts, the last does not; fractions are exact."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.day_count import DayCount, actual_year_part, day_year, year_part

days = st.dates(date(1999, 1, 1), date(2101, 12, 31))


def part(day_count: DayCount, start: date, end: date, months: int = 0) -> Fraction:
    return Fraction(*year_part(day_count, start, end, months))


@pytest.mark.parametrize(
    ("day_count", "expected"),
    [
        (DayCount.ACT_360, Fraction(44, 360)),
        (DayCount.ACT_365, Fraction(44, 365)),
        (DayCount.THIRTY_E_360, Fraction(45, 360)),
        (DayCount.THIRTY_360, Fraction(44, 360)),
    ],
)
def test_f6_from_31_january_to_15_march_2024(day_count: DayCount, expected: Fraction) -> None:
    assert part(day_count, date(2024, 1, 31), date(2024, 3, 15)) == expected


@pytest.mark.parametrize("months", [1, 2, 12])
def test_a_whole_period_of_months_counts_thirty_days_each(months: int) -> None:
    assert part(DayCount.THIRTY_360, date(2024, 1, 31), date(2024, 2, 29), months) == Fraction(30 * months, 360)


def test_act_act_changes_its_year_at_31_december() -> None:
    assert part(DayCount.ACT_ACT, date(2023, 12, 31), date(2024, 1, 31)) == Fraction(31, 366)
    assert part(DayCount.ACT_ACT, date(2023, 11, 30), date(2023, 12, 31)) == Fraction(31, 365)
    assert part(DayCount.ACT_ACT, date(2023, 12, 12), date(2024, 1, 12)) == Fraction(19, 365) + Fraction(12, 366)


@given(days, days, days)
def test_actual_parts_of_adjoining_stretches_add_up(one: date, two: date, three: date) -> None:
    start, middle, end = sorted((one, two, three))
    for day_count in DayCount:
        whole, first, second = (
            Fraction(*actual_year_part(day_count, *span)) for span in ((start, end), (start, middle), (middle, end))
        )
        assert whole == first + second


@given(days, st.integers(0, 4000))
def test_act_act_agrees_with_counting_day_by_day(start: date, length: int) -> None:
    length = min(length, 800)
    expected = Fraction(0)
    for number in range(length):
        day = start + timedelta(days=number)
        year = day.year + (day.month == 12 and day.day == 31)
        expected += Fraction(1, 366 if date(year, 3, 1) - date(year, 2, 28) == timedelta(days=2) else 365)
    assert part(DayCount.ACT_ACT, start, start + timedelta(days=length)) == expected


def test_the_year_of_penalty_days() -> None:
    assert {day_count: day_year(day_count) for day_count in DayCount} == {
        DayCount.ACT_360: 360,
        DayCount.ACT_365: 365,
        DayCount.ACT_ACT: 365,
        DayCount.THIRTY_360: 360,
        DayCount.THIRTY_E_360: 360,
    }
