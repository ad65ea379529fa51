"""The disclosed yearly rate (年化利率): the period's internal rate of return × periods a year (F17).

PBOC 公告〔2021〕第3号 asks for it. Solved by false position in whole numbers, to 10⁻⁸ a year.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from lending.kernel.invalid import InvalidValue
from lending.kernel.periods import Period, PeriodUnit
from lending.kernel.rates import RATE_SCALE, Rate

__all__ = ["Flow", "yearly_rate"]

Flow: TypeAlias = tuple[date, int]
"""A date and what the customer pays on it in minor units; negative: receives."""

SCALE = 10**30
RATE_CEILING = 10 * RATE_SCALE
PERIODS_A_YEAR = {PeriodUnit.MONTH: (12, 30), PeriodUnit.WEEK: (52, 7), PeriodUnit.DAY: (365, 1)}


def yearly_rate(flows: Sequence[Flow], grid: Sequence[date], period: Period) -> Rate:
    """The yearly rate at which `flows` are worth nothing on the first date of `grid`.

    `grid` holds the start and the regular due dates; a date between two of them lies the part of a period its days
    are. Time before the first due date counts whole where that period is regular, else in days of a 30-day month.
    0 where the customer pays back what was received; 10 a year where costs are beyond measure. Flows that change
    direction more than once, as with a deposit given back, may have several rates: the one found is where they turn
    from costing more to costing less. Raises `InvalidValue` where there is none: nothing is received or nothing
    paid, or less is paid than received.
    """
    each, days = PERIODS_A_YEAR[period.unit]
    if not any(amount < 0 for _day, amount in flows) or not any(amount > 0 for _day, amount in flows):
        raise InvalidValue("flows", len(flows), "money received and money paid: there is no rate without both")
    if (short := -sum(amount for _day, amount in flows)) > 0:
        raise InvalidValue("flows", -short, "at least as much paid as received: there is no rate of zero or more")
    timed = [(*_time(day, grid, period, days), amount) for day, amount in flows]
    return Rate(_root(lambda yearly: _worth(timed, yearly, each, period.every)))


def _root(worth: Callable[[int], int]) -> int:
    """The rate at which falling `worth` is nearest to nothing, between 0 and the ceiling.

    False position between two rates that enclose it; an end that stays twice counts for half (Illinois).
    """
    low, high = 0, RATE_CEILING
    at_low, at_high = worth(low), worth(high)
    if at_high > 0 or at_low <= 0:
        return high if at_high > 0 else low
    lower, upper, kept = at_low, at_high, 0
    while high - low > 1:
        middle = min(max(low + (high - low) * lower // (lower - upper), low + 1), high - 1)
        value = worth(middle)
        if value > 0:
            low, at_low, lower, upper, kept = middle, value, value, upper // 2 if kept > 0 else upper, 1
        else:
            high, at_high, lower, upper, kept = middle, value, lower // 2 if kept < 0 else lower, value, -1
    return low if abs(at_low) < abs(at_high) else high


def _time(day: date, grid: Sequence[date], period: Period, unit_days: int) -> tuple[int, int]:
    """When `day` is: whole periods since the start, and a part of one on SCALE."""
    first = grid[1]
    if first != period.after(grid[0]):
        stub = SCALE * (min(day, first) - grid[0]).days // (unit_days * period.every)
        if day <= first:
            return 0, stub
        whole, part = _after(day, grid, 1)
        return whole, part + stub
    return _after(day, grid, 0)


def _after(day: date, grid: Sequence[date], at: int) -> tuple[int, int]:
    """Whole and partial periods from `grid[at]` to `day`."""
    k = at
    while k + 1 < len(grid) and grid[k + 1] <= day:
        k += 1
    if day <= grid[k] or k + 1 >= len(grid):
        return k - at, 0
    return k - at, SCALE * (day - grid[k]).days // (grid[k + 1] - grid[k]).days


def _worth(timed: Sequence[tuple[int, int, int]], yearly: int, each: int, every: int) -> int:
    """The flows' worth at the start; positive where the customer pays more than `yearly` costs.

    Discounting is by whole periods compounded; a part of a period bears simple interest (F7).
    """
    step = SCALE * each * RATE_SCALE // (each * RATE_SCALE + yearly * every)
    discounts = [SCALE]
    for _period in range(max([whole for whole, _part, _amount in timed])):
        discounts.append(discounts[-1] * step // SCALE)
    worth = sum([amount * discounts[whole] for whole, part, amount in timed if not part])
    for whole, part, amount in timed:
        if part:
            worth += amount * discounts[whole] * SCALE // (SCALE + part * yearly * every // (each * RATE_SCALE))
    return worth
