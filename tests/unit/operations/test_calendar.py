"""Published calendars: years that are known, and years that are not."""

from datetime import date

import pytest

from lending.operations.calendar import CalendarYear, PublishedCalendar


def published(*years: int) -> PublishedCalendar:
    return PublishedCalendar({year: CalendarYear(year, frozenset({date(year, 1, 4)})) for year in years})


@pytest.mark.parametrize(
    ("years", "first", "last", "missing"),
    [
        ((2024, 2025), date(2024, 1, 1), date(2025, 12, 31), None),
        ((2024, 2025), date(2024, 1, 1), date(2026, 1, 1), 2026),
        ((2024, 2025), date(2023, 12, 31), date(2024, 1, 1), 2023),
        ((2024, 2026), date(2024, 6, 1), date(2026, 6, 1), 2025),
        ((), date(2024, 1, 1), date(2024, 1, 1), 2024),
        ((2024,), date(2030, 1, 1), date(2029, 12, 31), None),
    ],
)
def test_the_earliest_year_that_is_not_covered(
    years: tuple[int, ...], first: date, last: date, missing: int | None
) -> None:
    assert published(*years).uncovered(first, last) == missing


@pytest.mark.parametrize(
    ("years", "told"),
    [((2004, 2005, 2006), "2004 to 2006"), ((2024,), "2024"), ((2024, 2026), "2024, 2026"), ((), "none")],
)
def test_the_years_in_words(years: tuple[int, ...], told: str) -> None:
    assert str(published(*years)) == told
