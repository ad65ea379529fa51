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

__all__ = [
    "Calendar",
    "Factor",
    "Span",
    "actual_factor",
    "added",
    "added_periods",
    "anchor_of",
    "calendar_of",
    "factors_of",
    "moved_day",
    "period_factor",
    "regular_factors",
    "shifted",
]

Factor: TypeAlias = tuple[int, int]
"""A part of the balance: numerator and denominator."""
Span: TypeAlias = tuple[date, date]
"""From a date to another."""

PERIODS_A_YEAR = {PeriodUnit.MONTH: 12, PeriodUnit.WEEK: 52, PeriodUnit.DAY: 365}


@attrs.frozen
class Calendar:
    """The periods of a loan: `days[k]` to `days[k + 1]` is period k + 1.

    `whole[k]` tells how many regular periods that is (0 for a broken first one). `nominal` are the days as they were
    before holidays moved them, None where none did (F19).
    """

    days: tuple[date, ...]
    whole: tuple[int, ...]
    nominal: tuple[date, ...] | None = None

    @property
    def count(self) -> int:
        """How many periods there are."""
        return len(self.whole)

    def moved_from(self, k: int) -> Span | None:
        """Period k + 1 as it was before holidays moved it; None where they did not."""
        if self.nominal is None or self.nominal[k : k + 2] == self.days[k : k + 2]:
            return None
        return self.nominal[k], self.nominal[k + 1]


def calendar_of(terms: LoanTerms, start: date) -> Calendar:
    """The periods of a loan that bears interest from `start`."""
    if terms.method is Method.BULLET:
        calendar = Calendar((start, terms.period.after(start, terms.instalments)), (terms.instalments,))
    else:
        calendar = _calendar(start, terms.first_due, terms.period, terms.instalments, terms.due_day)
    return _moved(terms, calendar) if terms.moves_due_dates else calendar


def _moved(terms: LoanTerms, calendar: Calendar) -> Calendar:
    nominal = calendar.days
    moved = (nominal[0], *(moved_day(terms, day) for day in nominal[1:]))
    return calendar if moved == nominal else attrs.evolve(calendar, days=moved, nominal=nominal)


def moved_day(terms: LoanTerms, due: date) -> date:
    """Where holidays move a due date to; one of a year not published, or that would reach the next one, stays."""
    moved = terms.pay_by(due)
    return due if moved is None or moved >= terms.period.after(due) else moved


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


def shifted(terms: LoanTerms, rate: Rate, factor: Factor, nominal: Span, span: Span) -> Factor:
    """`factor` of a `nominal` period that holidays made `span`: with the days gained at its end, without those lost."""
    top, bottom = factor
    for since, until, sign in ((nominal[1], span[1], 1), (nominal[0], span[0], -1)):
        if until > since:
            days_top, days_bottom = actual_factor(terms.interest.day_count, rate, since, until)
            top, bottom = added(top, bottom, sign * days_top, days_bottom)
    return top, bottom


def added(top: int, bottom: int, numerator: int, denominator: int) -> Factor:
    """The sum of two fractions."""
    if bottom == denominator:
        return top + numerator, bottom
    return top * denominator + numerator * bottom, bottom * denominator


def actual_factor(day_count: DayCount, rate: Rate, start: date, end: date) -> Factor:
    """The rate factor of actual days over the year of `day_count`: broken periods, settlements, stubs."""
    days, year = actual_year_part(day_count, start, end)
    return rate.scaled * days, year * RATE_SCALE


def anchor_of(terms: LoanTerms, due_day: int | None) -> int:
    """The day of the month that added due dates keep: `due_day` where it was changed, else that of the terms."""
    assert terms.start is not None, "set when the loan is opened"
    return due_day or terms.due_day or (terms.first_due or terms.start).day


def added_periods(
    terms: LoanTerms, maturity: date, until: date, due_day: int | None = None
) -> list[tuple[date, date, int]]:
    """The periods that lengthen a loan from `maturity` to `until`: start, end, and how many regular periods each is.

    They keep `due_day`, or the day of the first due date; a last one that ends before its time is broken.
    A bullet gets one.
    """
    anchor = anchor_of(terms, due_day)
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
    factors = _nominal_factors(terms, rate, calendar)
    if calendar.nominal is None:
        return factors
    spans = zip(factors, pairwise(calendar.nominal), pairwise(calendar.days), strict=True)
    return tuple(shifted(terms, rate, factor, nominal, span) for factor, nominal, span in spans)


def _nominal_factors(terms: LoanTerms, rate: Rate, calendar: Calendar) -> tuple[Factor, ...]:
    days = calendar.nominal or calendar.days
    if terms.interest.accrual is Accrual.PER_PERIOD and 0 not in calendar.whole:
        first = period_factor(terms, rate, days[0], days[1], calendar.whole[0])
        return (first,) * calendar.count
    spans = zip(pairwise(days), calendar.whole, strict=True)
    return tuple(period_factor(terms, rate, start, end, whole) for (start, end), whole in spans)


def regular_factors(terms: LoanTerms, rate: Rate, calendar: Calendar) -> tuple[Factor, ...]:
    """The factors that the level instalment is found by: those of whole periods, or each period's own days.

    They differ from `factors_of` in a broken first period of a loan whose interest is per period (F7, method A), and
    in periods that holidays moved.
    """
    factors = _nominal_factors(terms, rate, calendar)
    if calendar.whole[0] or terms.interest.accrual is Accrual.DAILY or terms.first_period is FirstPeriod.LEVEL:
        return factors
    days = calendar.nominal or calendar.days
    return (period_factor(terms, rate, days[0], days[1], 1), *factors[1:])
