"""Periods and due dates: regular steps through the calendar that keep their anchor day.

A loan due on the 31st is due on 29 February and again on 31 March (domain F19).
"""

import enum
from datetime import date, timedelta
from functools import lru_cache

import attrs

from lending.kernel.invalid import InvalidValue

__all__ = ["Period", "PeriodUnit", "due_dates", "first_due_on", "month_length", "months_after", "whole_months"]

EVERY_MAX = 1200
DAYS = {"DAY": 1, "WEEK": 7}
GRID_YEARS = range(2000, 2100)


class PeriodUnit(enum.Enum):
    """What a period is counted in."""

    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"


def _counted(_instance: object, _attribute: object, every: int) -> None:
    if isinstance(every, bool) or not isinstance(every, int) or not 1 <= every <= EVERY_MAX:
        raise InvalidValue("every", every, f"a whole number from 1 to {EVERY_MAX}")


@attrs.frozen
class Period:
    """The time between two due dates: `every` days, weeks or months."""

    every: int = attrs.field(default=1, validator=_counted)
    unit: PeriodUnit = attrs.field(default=PeriodUnit.MONTH, validator=attrs.validators.instance_of(PeriodUnit))

    @property
    def months(self) -> int:
        """How many months a whole period is; 0 where it is counted in days or weeks."""
        return self.every if self.unit is PeriodUnit.MONTH else 0

    def after(self, day: date, steps: int = 1, anchor: int | None = None) -> date:
        """The date `steps` periods after `day`, on the month's day `anchor` (that of `day` where None) or its last."""
        if self.unit is PeriodUnit.MONTH:
            return months_after(day, self.every * steps, anchor)
        return day + timedelta(days=DAYS[self.unit.value] * self.every * steps)


def months_after(day: date, months: int, anchor: int | None = None) -> date:
    """The same day of the month `months` later, or that month's last day where it is shorter."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(anchor or day.day, month_length(year, month + 1)))


def whole_months(start: date, end: date) -> int:
    """How many whole months lie between two dates: 31 January to 29 February is one; 0 where none does."""
    months = 12 * (end.year - start.year) + end.month - start.month
    return max(0, months if months_after(start, months) <= end else months - 1)


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@lru_cache(maxsize=4096)
def due_dates(
    start: date, first_due: date | None, period: Period, count: int, anchor: int | None = None
) -> tuple[date, ...]:
    """`count` due dates. In months they keep the day `anchor`, or that of `first_due`, or that of `start`."""
    at, since = (start, 1) if first_due is None else (first_due, 0)
    begin, every = 12 * (at.year - GRID_YEARS.start) + at.month - 1, period.every
    if period.unit is PeriodUnit.MONTH and begin >= 0:
        dues = _grid(anchor or at.day)[begin + since * every : begin + (since + count) * every : every]
        if len(dues) == count:
            return dues
    return tuple(period.after(at, step, anchor) for step in range(since, since + count))


@lru_cache(maxsize=31)
def _grid(anchor: int) -> tuple[date, ...]:
    """The day `anchor` of every month of `GRID_YEARS`, or its last: monthly due dates are a slice of it."""
    months = ((year, month) for year in GRID_YEARS for month in range(1, 13))
    return tuple(date(year, month, min(anchor, month_length(year, month))) for year, month in months)


def first_due_on(start: date, due_day: int, min_first_days: int = 15) -> date:
    """The first due date of a loan due on `due_day` of each month (domain F7).

    It is the next such day if at least `min_first_days` after `start`, else the one after it.
    """
    if not 1 <= due_day <= 31:
        raise InvalidValue("due_day", due_day, "a day of the month, 1 to 31")
    here = months_after(start, 0, due_day)
    candidate = here if here > start else months_after(start, 1, due_day)
    if (candidate - start).days >= min_first_days:
        return candidate
    return months_after(candidate, 1, due_day)
