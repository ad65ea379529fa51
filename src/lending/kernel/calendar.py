"""Business calendars: workdays, holidays and make-up workdays (调休), and due dates on a holiday (F19)."""

import enum
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar, Protocol

import attrs

from lending.kernel.days import LAST_DAY
from lending.kernel.invalid import InvalidValue
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "BusinessCalendar",
    "CalendarEnds",
    "DueDateRule",
    "WorkCalendar",
    "WorkYear",
    "adjusted_due",
    "next_workday",
]

ONE_DAY = timedelta(days=1)
SATURDAY = 5
YEAR_MIN, YEAR_MAX = 1990, LAST_DAY.year


class BusinessCalendar(Protocol):
    """Port: which days are worked. It answers only for years it has data for."""

    def covers(self, year: int) -> bool:
        """Whether the calendar of `year` is known."""
        ...

    def is_workday(self, day: date) -> bool:
        """Whether banks work on `day`, make-up workdays included. Only asked of years it covers."""
        ...


def _a_year(_instance: object, _attribute: object, year: int) -> None:
    if isinstance(year, bool) or not isinstance(year, int) or not YEAR_MIN <= year <= YEAR_MAX:
        raise InvalidValue("year", year, f"a year from {YEAR_MIN} to {YEAR_MAX}")


@attrs.frozen
class WorkYear:
    """A year's workdays by what differs from an ordinary week.

    `days_off` are Mondays to Fridays not worked, `extra_workdays` Saturdays and Sundays worked (调休).
    """

    year: int = attrs.field(validator=_a_year)
    days_off: tuple[date, ...] = ()
    extra_workdays: tuple[date, ...] = ()

    def __attrs_post_init__(self) -> None:
        for name, weekend in (("days_off", False), ("extra_workdays", True)):
            wanted = f"a {'Saturday or Sunday' if weekend else 'Monday to Friday'} of {self.year}"
            for place, day in enumerate(getattr(self, name)):
                if day.year != self.year or (day.weekday() >= SATURDAY) is not weekend:
                    raise InvalidValue(f"{name}[{place}]", day, wanted)

    @classmethod
    def of(cls, year: int, workdays: frozenset[date]) -> "WorkYear":
        """The year in which banks work on `workdays`."""
        off = (day for day in _weekdays(year) if day not in workdays)
        return cls(year, tuple(off), tuple(sorted(day for day in workdays if day.weekday() >= SATURDAY)))

    @property
    def workdays(self) -> frozenset[date]:
        """All its workdays."""
        return frozenset(_weekdays(self.year)) - set(self.days_off) | set(self.extra_workdays)

    def is_workday(self, day: date) -> bool:
        """Whether banks work on `day`, one of the year."""
        return day in self.extra_workdays if day.weekday() >= SATURDAY else day not in self.days_off


def _weekdays(year: int) -> Iterator[date]:
    days = (date(year, 1, 1) + timedelta(days=ahead) for ahead in range(366))
    return (day for day in days if day.year == year and day.weekday() < SATURDAY)


@attrs.frozen
class WorkCalendar:
    """A `BusinessCalendar` over the years that are known, each once."""

    years: tuple[WorkYear, ...] = ()

    def covers(self, year: int) -> bool:
        """Whether the calendar of `year` is known."""
        return any(known.year == year for known in self.years)

    def is_workday(self, day: date) -> bool:
        """Whether banks work on `day`; asking for a year that is not covered is a bug of the caller."""
        known = next((known for known in self.years if known.year == day.year), None)
        assert known is not None, f"no calendar of {day.year}"
        return known.is_workday(day)

    def knowing(self, year: WorkYear) -> "WorkCalendar":
        """This calendar with `year` as it is given."""
        kept = [known for known in self.years if known.year != year.year]
        return WorkCalendar(tuple(sorted([*kept, year], key=lambda known: known.year)))


class DueDateRule(enum.Enum):
    """What becomes of a due date on a holiday."""

    NONE = "NONE"
    """It stays."""
    NEXT = "NEXT"
    """Payment is on time until the next workday; interest stays as planned."""
    NEXT_ACCRUE = "NEXT_ACCRUE"
    """The due date itself moves to the next workday, and interest with it."""


@attrs.frozen
class CalendarEnds(Refusal):
    """The business calendar has no data for that year."""

    code: ClassVar[str] = "CALENDAR_ENDS"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    year: int


def next_workday(day: date, calendar: BusinessCalendar) -> Outcome[date, CalendarEnds]:
    """`day` where it is worked, else the first workday after it."""
    while True:
        if not calendar.covers(day.year):
            return Failure(CalendarEnds(day.year))
        if calendar.is_workday(day):
            return Success(day)
        day += ONE_DAY


def adjusted_due(due: date, rule: DueDateRule, calendar: BusinessCalendar) -> Outcome[date, CalendarEnds]:
    """The last day on which what is due on `due` counts as paid on time."""
    return Success(due) if rule is DueDateRule.NONE else next_workday(due, calendar)
