"""Due dates and rate factors on columns: the counterparts of `lending.kernel.periods` and `lending.loans.factors`."""

from collections.abc import Sequence
from itertools import pairwise
from math import lcm

import attrs
import numpy as np

from lending.kernel.day_count import COMMON, LEAP, MONTH_DAYS, DayCount, actual_year_part, year_part
from lending.kernel.periods import DAYS, PeriodUnit
from lending.kernel.rates import RATE_SCALE
from lending.loans.choices import Accrual, Method
from lending.loans.factors import PERIODS_A_YEAR
from lending_adapters.batch.columns import NEUTRAL, Days, Flags, LoanColumns, Whole

__all__ = ["Factors", "days_of", "factors_of"]

MONTH, DAY = "datetime64[M]", "datetime64[D]"


@attrs.frozen(eq=False)
class Factors:
    """Rate factors on one denominator; `numerators[k]` are those of row k + 1.

    `regular` is the one of whole periods, by which the level instalment is found; None where every period has its own.
    """

    denominator: int
    numerators: Sequence[Whole]
    regular: Whole | None

    @property
    def peak(self) -> Whole:
        """Each loan's largest numerator."""
        if self.regular is not None:
            return np.maximum(self.numerators[0], self.regular)
        peak: Whole = np.max(np.stack(self.numerators), axis=0)
        return peak

    def total(self, rows: Whole) -> Whole:
        """Each loan's numerators added up."""
        each_row = [np.where(k < rows, each, 0) for k, each in enumerate(self.numerators)]
        total: Whole = np.sum(each_row, axis=0, dtype=np.int64)
        return total


def days_of(loans: LoanColumns) -> Days:
    """The dates between periods, `[k, loan]`: the start, then each due date. They go on beyond a loan's last row."""
    if loans.terms.method is Method.BULLET:
        return np.stack([loans.start, _after(loans, loans.start, loans.instalments)])
    own = ~np.isnat(loans.first_due)
    base = np.where(own, loans.first_due, loans.start)
    steps = np.arange(1, int(loans.rows.max()) + 1)[:, None] - own
    return np.concatenate([loans.start[None, :], _after(loans, base, steps)])


def _after(loans: LoanColumns, base: Days, steps: Whole) -> Days:
    """The dates `steps` periods after `base`, on the same day of the month or its last."""
    every, unit = loans.terms.period.every, loans.terms.period.unit
    if unit is not PeriodUnit.MONTH:
        return base + DAYS[unit.value] * every * steps
    month = base.astype(MONTH) + every * steps
    after: Days = np.minimum(month.astype(DAY) + _day_of_month(base), (month + 1).astype(DAY) - 1)
    return after


def _day_of_month(days: Days) -> Whole:
    """0 on the first."""
    passed: Whole = (days - days.astype(MONTH).astype(DAY)).astype(np.int64)
    return passed


def factors_of(loans: LoanColumns) -> Factors:
    """The rate factors of all rows."""
    per_period = loans.terms.interest.accrual is Accrual.PER_PERIOD
    if per_period and loans.terms.method is Method.BULLET:
        whole = loans.rate * loans.terms.period.every * loans.instalments
        return Factors(_periods_a_year(loans) * RATE_SCALE, [whole], whole)
    if per_period and np.isnat(loans.first_due).all():
        regular = loans.rate * loans.terms.period.every
        return Factors(_periods_a_year(loans) * RATE_SCALE, [regular] * int(loans.rows.max()), regular)
    days = days_of(loans)
    broken = ~np.isnat(loans.first_due) & (days[1] != _after(loans, loans.start, np.ones_like(loans.rows)))
    broken &= loans.terms.method is not Method.BULLET
    return _with_broken_first(loans, days, broken) if per_period else _daily(loans, days, broken)


def _periods_a_year(loans: LoanColumns) -> int:
    return PERIODS_A_YEAR[loans.terms.period.unit]


def _with_broken_first(loans: LoanColumns, days: Days, broken: Flags) -> Factors:
    """Whole periods by the period, a broken first one by its actual days (F7, method A)."""
    periods, year = _periods_a_year(loans), _year(loans)
    both = lcm(periods, year)
    regular = loans.rate * loans.terms.period.every * (both // periods)
    stub = loans.rate * _actual_days(loans.terms.interest.day_count, days[0], days[1]) * (both // year)
    first = np.where(broken, stub, regular)
    return Factors(both * RATE_SCALE, [first, *[regular] * (len(days) - 2)], regular)


def _daily(loans: LoanColumns, days: Days, broken: Flags) -> Factors:
    """Every period by the days it has."""
    counted = [_counted_days(loans, start, end) for start, end in pairwise(days)]
    counted[0] = np.where(broken, _actual_days(loans.terms.interest.day_count, days[0], days[1]), counted[0])
    return Factors(_year(loans) * RATE_SCALE, [loans.rate * each for each in counted], None)


def _year(loans: LoanColumns) -> int:
    """The denominator of the day count's parts of a year."""
    return year_part(loans.terms.interest.day_count, NEUTRAL, NEUTRAL)[1]


def _counted_days(loans: LoanColumns, start: Days, end: Days) -> Whole:
    """The numerator of the part of a year that a whole period is."""
    day_count, months = loans.terms.interest.day_count, loans.terms.period.months
    if day_count is DayCount.THIRTY_360 and months:
        whole = loans.instalments if loans.terms.method is Method.BULLET else np.ones_like(loans.instalments)
        return MONTH_DAYS * months * whole
    if day_count is DayCount.THIRTY_E_360:
        return _thirty_e(end) - _thirty_e(start)
    return _actual_days(day_count, start, end)


def _actual_days(day_count: DayCount, start: Days, end: Days) -> Whole:
    """The numerator of the part of a year by actual days, on the denominator of `actual_year_part`."""
    days: Whole = (end - start).astype(np.int64)
    if day_count is not DayCount.ACT_ACT:
        return days
    assert actual_year_part(day_count, NEUTRAL, NEUTRAL)[1] == COMMON * LEAP
    leap = _leap_days(end) - _leap_days(start)
    counted: Whole = (days - leap) * LEAP + leap * COMMON
    return counted


def _leap_days(days: Days) -> Whole:
    """How many days before these lie in leap years, from year 1; 31 December opens the new year."""
    shifted = days + 1
    opening = shifted.astype("datetime64[Y]")
    before = opening.astype(np.int64) + 1969
    year = before + 1
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    this_year = np.where(leap, (shifted - opening.astype(DAY)).astype(np.int64), 0)
    passed: Whole = (before // 4 - before // 100 + before // 400) * LEAP + this_year
    return passed


def _thirty_e(days: Days) -> Whole:
    """Days since 1970 where every month has thirty, the 31st counting as the 30th."""
    months: Whole = days.astype(MONTH).astype(np.int64)
    counted: Whole = MONTH_DAYS * months + np.minimum(_day_of_month(days) + 1, MONTH_DAYS)
    return counted
