"""Rate factors: what part of its balance a period bears as interest, as exact fractions."""

from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import attrs

from lending.kernel.day_count import DayCount, actual_year_part, year_part
from lending.kernel.periods import Period, PeriodUnit, due_dates
from lending.kernel.rates import RATE_SCALE, Rate
from lending.loans.choices import Accrual, FirstPeriod, Method
from lending.loans.terms import LoanTerms

__all__ = ["Calendar", "Factor", "actual_factor", "calendar_of", "factors_of", "period_factor", "regular_factors"]

Factor: TypeAlias = tuple[int, int]
"""A part of the balance: numerator and denominator."""

PERIODS_A_YEAR = {PeriodUnit.MONTH: 12, PeriodUnit.WEEK: 52, PeriodUnit.DAY: 365}


@attrs.frozen
class Calendar:
    """The periods of a loan: `days[k]` to `days[k + 1]` is period k + 1.

    `whole[k]` tells how many regular periods that is (0 for a broken first one).
    """

    days: tuple[date, ...]
    whole: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many periods there are."""
        return len(self.whole)


def calendar_of(terms: LoanTerms, start: date) -> Calendar:
    """The periods of a loan that bears interest from `start`."""
    if terms.method is Method.BULLET:
        return Calendar((start, terms.period.after(start, terms.instalments)), (terms.instalments,))
    return _calendar(start, terms.first_due, terms.period, terms.instalments, terms.due_day)


@lru_cache(maxsize=4096)
def _calendar(start: date, first_due: date | None, period: Period, count: int, due_day: int | None) -> Calendar:
    dues = due_dates(start, first_due, period, count, due_day)
    regular = dues[0] == period.after(start)
    return Calendar((start, *dues), (1 if regular else 0,) + (1,) * (count - 1))


def period_factor(terms: LoanTerms, rate: Rate, start: date, end: date, whole: int) -> Factor:
    """The rate factor of the period from `start` to `end`, which is `whole` regular periods (0: broken)."""
    if whole and terms.interest.accrual is Accrual.PER_PERIOD:
        return rate.scaled * terms.period.every * whole, PERIODS_A_YEAR[terms.period.unit] * RATE_SCALE
    if not whole:
        return actual_factor(terms.interest.day_count, rate, start, end)
    days, year = year_part(terms.interest.day_count, start, end, terms.period.months * whole)
    return rate.scaled * days, year * RATE_SCALE


def actual_factor(day_count: DayCount, rate: Rate, start: date, end: date) -> Factor:
    """The rate factor of actual days over the year of `day_count`: broken periods, settlements, stubs."""
    days, year = actual_year_part(day_count, start, end)
    return rate.scaled * days, year * RATE_SCALE


def added_periods(
    terms: LoanTerms, maturity: date, until: date, due_day: int | None = None
) -> list[tuple[date, date, int]]:
    """The periods that lengthen a loan from `maturity` to `until`: start, end, and how many regular periods each is.

    They keep `due_day`, or the day of the first due date; a last one that ends before its time is broken.
    A bullet gets one.
    """
    anchor = due_day or terms.due_day or (terms.first_due or terms.start or maturity).day
    periods: list[tuple[date, date, int]] = []
    start, step = maturity, 0
    while start < until:
        step += 1
        end = terms.period.after(maturity, step, anchor)
        periods.append((start, min(end, until), int(end <= until)))
        start = end
    if terms.method is Method.BULLET:
        return [(maturity, until, step if periods[-1][2] else 0)]
    return periods


def factors_of(terms: LoanTerms, rate: Rate, calendar: Calendar) -> tuple[Factor, ...]:
    """Each period's rate factor."""
    if terms.interest.accrual is Accrual.PER_PERIOD and 0 not in calendar.whole:
        first = period_factor(terms, rate, calendar.days[0], calendar.days[1], calendar.whole[0])
        return (first,) * calendar.count
    spans = zip(pairwise(calendar.days), calendar.whole, strict=True)
    return tuple(period_factor(terms, rate, start, end, whole) for (start, end), whole in spans)


def regular_factors(terms: LoanTerms, rate: Rate, calendar: Calendar) -> tuple[Factor, ...]:
    """The factors that the level instalment is found by: those of whole periods, or each period's own days.

    They differ from `factors_of` in a broken first period of a loan whose interest is per period (F7, method A).
    """
    factors = factors_of(terms, rate, calendar)
    if calendar.whole[0] or terms.interest.accrual is Accrual.DAILY or terms.first_period is FirstPeriod.LEVEL:
        return factors
    return (period_factor(terms, rate, calendar.days[0], calendar.days[1], 1), *factors[1:])
