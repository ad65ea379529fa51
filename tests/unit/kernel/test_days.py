"""Dates from outside: one form, one range, ASCII digits."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.days import FIRST_DAY, LAST_DAY, parse_day
from lending.kernel.invalid import InvalidValue


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_a_day_is_read_as_iso_8601_writes_it(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@given(st.dates().filter(lambda day: not FIRST_DAY <= day <= LAST_DAY))
def test_a_day_out_of_the_range_is_refused(day: date) -> None:
    with pytest.raises(InvalidValue, match="from 1900-01-01 to 2199-12-31"):
        parse_day(day.isoformat())


@pytest.mark.parametrize(
    "text",
    ["", "2024-02-30", "2024-13-01", "2024-W01-1", "2024W011", "20240105", "2024-1-5", "2024-01-05T00:00", "+024-01-05",
     " 2024-01-05", "2024-01-05\n", "２０２４-01-05", "2024-٠١-05", "2024-001", "2024–01–05", "9" * 5000],
)  # fmt: skip
def test_any_other_form_is_refused_with_the_value_and_what_was_expected(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_day(text)
    (violation,) = refused.value.violations
    assert violation.value[:70] == repr(text)[:70]
    assert violation.expected == "a date of the calendar from 1900-01-01 to 2199-12-31, written YYYY-MM-DD"
