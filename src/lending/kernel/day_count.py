"""Day counts: what part of a year lies between two dates, as an exact fraction (domain F6).

Interest days count the first day and not the last (算头不算尾). A fraction of a year is a pair
(numerator, denominator) of whole numbers, never a float; interest is `balance × rate × numerator ÷ denominator`.
"""

import enum
from datetime import date
from typing import TypeAlias

__all__ = ["DayCount", "YearPart", "actual_year_part", "day_year", "year_part"]

YearPart: TypeAlias = tuple[int, int]
"""A part of a year: numerator and denominator."""

COMMON, LEAP = 365, 366
MONTH_DAYS = 30
BANK_YEAR = 360


class DayCount(enum.Enum):
    """How days become parts of a year."""

    ACT_360 = "ACT/360"
    ACT_365 = "ACT/365"
    ACT_ACT = "ACT/ACT"
    """Days over 365, or over 366 for those in a leap year; the year changes at 31 December."""
    THIRTY_360 = "30/360"
    """A whole period of n months counts 30·n days; anything else its actual days. Over 360."""
    THIRTY_E_360 = "30E/360"
    """The bond market's: twelve months of thirty days by calendar fields. Over 360."""


def year_part(day_count: DayCount, start: date, end: date, whole_months: int = 0) -> YearPart:
    """The part of a year from `start` to `end`; `whole_months` is how many whole months that is, or 0."""
    if day_count is DayCount.THIRTY_360 and whole_months:
        return MONTH_DAYS * whole_months, BANK_YEAR
    if day_count is DayCount.THIRTY_E_360:
        return thirty_e_days(start, end), BANK_YEAR
    return actual_year_part(day_count, start, end)


def actual_year_part(day_count: DayCount, start: date, end: date) -> YearPart:
    """The actual days from `start` to `end` over the year of `day_count`: broken periods, settlements."""
    if day_count is DayCount.ACT_ACT:
        return actual_actual(start, end)
    return (end - start).days, COMMON if day_count is DayCount.ACT_365 else BANK_YEAR


def day_year(day_count: DayCount) -> int:
    """Days of the year that penalty and compound interest are counted by: 360, or 365 for ACT/365 and ACT/ACT."""
    return COMMON if day_count in (DayCount.ACT_365, DayCount.ACT_ACT) else BANK_YEAR


def actual_actual(start: date, end: date) -> YearPart:
    """Days of leap years over 366 and the others over 365, on one denominator; 31 December opens the new year."""
    leap = common = 0
    at = start
    while at < end:
        year = at.year + (at.month == 12 and at.day == 31)
        until = min(end, date(year, 12, 31))
        days = (until - at).days
        if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
            leap += days
        else:
            common += days
        at = until
    return common * LEAP + leap * COMMON, COMMON * LEAP


def thirty_e_days(start: date, end: date) -> int:
    """Days from `start` to `end` where every month has thirty, the 31st counting as the 30th."""
    months = 12 * (end.year - start.year) + end.month - start.month
    return MONTH_DAYS * months + min(end.day, MONTH_DAYS) - min(start.day, MONTH_DAYS)
