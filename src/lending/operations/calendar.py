"""Published business calendars: which days banks work, year by year, make-up workdays (调休) included."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

import attrs

from lending.kernel.calendar import WorkCalendar, WorkYear
from lending.kernel.invalid import InvalidValue

__all__ = ["CalendarYear", "PublishedCalendar", "YearFinder", "known_years"]


@attrs.frozen
class CalendarYear:
    """One year's workdays as officially published; a year not published is not guessed."""

    year: int
    workdays: frozenset[date] = attrs.field()

    @workdays.validator
    def _all_of_the_year(self, _attribute: object, workdays: frozenset[date]) -> None:
        if not workdays or any(day.year != self.year for day in workdays):
            raise InvalidValue(
                "workdays", f"{len(workdays)} days", f"the workdays of {self.year}, and of no other year"
            )


@attrs.frozen
class PublishedCalendar:
    """A `BusinessCalendar` over the years that have been published."""

    years: Mapping[int, CalendarYear]

    def covers(self, year: int) -> bool:
        """Whether the official calendar of `year` is known."""
        return year in self.years

    def is_workday(self, day: date) -> bool:
        """Whether banks work on `day`; asking for a year that is not covered is a bug of the caller."""
        assert self.covers(day.year), f"no calendar of {day.year}"
        return day in self.years[day.year].workdays

    def uncovered(self, first: date, last: date) -> int | None:
        """The earliest year from `first` to `last` that has not been published; None where all have been."""
        return next((year for year in range(first.year, last.year + 1) if not self.covers(year)), None)

    def __str__(self) -> str:
        """The years, as "2004 to 2026"; with a gap among them each by itself."""
        years = sorted(self.years)
        if not years:
            return "none"
        in_a_row = len(years) > 1 and years[-1] - years[0] + 1 == len(years)
        return f"{years[0]} to {years[-1]}" if in_a_row else ", ".join(map(str, years))


YearFinder: TypeAlias = Callable[[str], CalendarYear | None]
"""Answers the calendar published of a year, None where there is none yet."""


def known_years(find: YearFinder, years: Iterable[int]) -> WorkCalendar:
    """What is published of `years`."""
    found = (find(str(year)) for year in years)
    return WorkCalendar(tuple(WorkYear.of(each.year, each.workdays) for each in found if each is not None))
