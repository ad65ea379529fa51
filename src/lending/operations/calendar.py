"""Published business calendars: which days banks work, year by year, make-up workdays (调休) included."""

from collections.abc import Mapping
from datetime import date

import attrs

from lending.kernel.invalid import InvalidValue

__all__ = ["CalendarYear", "PublishedCalendar"]


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
