"""Business calendars: workdays, holidays and make-up workdays (调休), and due dates on a holiday (F19)."""

import enum
from datetime import date, timedelta
from typing import ClassVar, Protocol

import attrs

from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["BusinessCalendar", "CalendarEnds", "DueDateRule", "adjusted_due", "next_workday"]

ONE_DAY = timedelta(days=1)


class BusinessCalendar(Protocol):
    """Port: which days are worked. It answers only for years it has data for."""

    def covers(self, year: int) -> bool:
        """Whether the calendar of `year` is known."""
        ...

    def is_workday(self, day: date) -> bool:
        """Whether banks work on `day`, make-up workdays included. Only asked of years it covers."""
        ...


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
