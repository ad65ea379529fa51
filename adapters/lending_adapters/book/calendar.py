"""China's official workdays from the `chinesecalendar` package, from which the shipped calendar is made."""

from datetime import date, timedelta

from lending.operations.calendar import CalendarYear

__all__ = ["official_years"]

ONE_DAY = timedelta(days=1)


def official_years() -> tuple[CalendarYear, ...]:
    """Every year that the installed package covers, make-up workdays included."""
    # The package is an extra: the shipped calendar.toml, made from it, serves without.
    import chinese_calendar  # noqa: PLC0415

    years = sorted({day.year for day in chinese_calendar.holidays} | {day.year for day in chinese_calendar.workdays})
    return tuple(CalendarYear(year, frozenset(filter(chinese_calendar.is_workday, _days(year)))) for year in years)


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + ONE_DAY * ahead for ahead in range((date(year + 1, 1, 1) - first).days)]
