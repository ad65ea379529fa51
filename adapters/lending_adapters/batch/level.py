"""Level instalments of many loans: one factor for each rate and count, in wide integers, times principals in two limbs.

ADR 8. The factor is the core's exact fraction cut to 54 binary digits, so a product lies between two bounds. Where both
round to the same amount, so does the exact product; where they do not, the core computes it.
"""

from functools import lru_cache
from itertools import repeat

import attrs
import numpy as np

from lending.kernel.rounding import Rounding, divide, divide_natural
from lending.loans.level import LEVELLING_STEPS, even_annuity, level_instalment
from lending_adapters.batch.calendar import Factors
from lending_adapters.batch.columns import Flags, Whole
from lending_adapters.batch.rows import Heights, level_rows

__all__ = ["Levelling", "levelled", "levels"]

DIGITS = 54
HALF = DIGITS // 2
MASK = 2**HALF - 1
ONE = 2**DIGITS
SCALED_MAX = 2**62
COUNT_MAX = 2048


@attrs.frozen(eq=False, kw_only=True)
class Levelling:
    """What a level instalment is found by; `count` is how many rows it pays."""

    amount: Whole
    rate: Whole
    factors: Factors
    heights: Heights
    grace: int
    rounding: Rounding
    level_rounding: Rounding
    multiple: int

    @property
    def count(self) -> Whole:
        """How many rows the level instalment pays."""
        return self.heights.rows - self.grace

    def exact(self, loan: int) -> int:
        """One loan's, by the core."""
        rows = self.factors.numerators[self.grace : int(self.heights.rows[loan])]
        regular = self.factors.regular
        numerators = [row[loan] for row in rows] if regular is None else [regular[loan]] * len(rows)
        factors = tuple((int(numerator), self.factors.denominator) for numerator in numerators)
        return level_instalment(int(self.amount[loan]), factors, self.rounding, self.multiple, self.level_rounding)


def levels(asked: Levelling) -> Whole:
    """The level instalments."""
    if asked.factors.regular is None:
        return np.array([asked.exact(loan) for loan in range(len(asked.amount))], np.int64)
    level, sure = _products(asked.amount, _scaled_factors(asked), asked.level_rounding)
    level *= asked.multiple
    if asked.multiple > 1:
        sure &= level > 0
    for loan in np.flatnonzero(~sure):
        level[loan] = asked.exact(int(loan))
    return level


def _scaled_factors(asked: Levelling) -> Whole:
    """Instalment ÷ principal of each loan, in units of 2⁻⁵⁴, cut."""
    assert asked.factors.regular is not None, "one factor a loan"
    keys, first, of = np.unique(asked.rate * COUNT_MAX + asked.count, return_index=True, return_inverse=True)
    numerators, counts = asked.factors.regular[first].tolist(), (keys % COUNT_MAX).tolist()
    scaled = map(_scaled, numerators, repeat(asked.factors.denominator), counts, repeat(asked.multiple))
    return np.fromiter(scaled, np.int64, len(keys))[of]


@lru_cache(maxsize=65536)
def _scaled(numerator: int, denominator: int, count: int, multiple: int) -> int:
    top, bottom = even_annuity((numerator, denominator), count)
    return min(SCALED_MAX, (top << DIGITS) // (bottom * multiple))


def _products(amount: Whole, scaled: Whole, rounding: Rounding) -> tuple[Whole, Flags]:
    """R(amount × scaled ÷ 2⁵⁴) by limbs of 27 digits, and where that is sure to be R(amount × exact factor)."""
    high, low = scaled >> HALF, scaled & MASK
    fits = (amount < 2 ** (DIGITS // 2 + 8)) & (amount < SCALED_MAX // (high + 1)) & (scaled < SCALED_MAX)
    amount = np.where(fits, amount, 0)
    lower = amount * low
    middle = amount * high + (lower >> HALF)
    rest = ((middle & MASK) << HALF) | (lower & MASK)
    least, most = (divide_natural(bound, ONE, rounding) for bound in (rest, rest + amount))
    return (middle >> HALF) + least, fits & (least == most)


def levelled(asked: Levelling) -> Whole:
    """The level instalments adjusted while that brings the last instalment nearer to them, as the core's `levelled`."""
    level = levels(asked)
    gap = _gap(asked, level)
    moving = np.ones(len(level), np.bool_)
    for _step in range(LEVELLING_STEPS):
        moving &= 2 * np.abs(gap) > asked.count
        if not moving.any():
            break
        moved = level + divide(gap, asked.count, asked.rounding)
        whole = divide(moved, asked.multiple, asked.level_rounding) * asked.multiple
        moved = np.where(whole != 0, whole, moved)
        moved_gap = _gap(asked, moved)
        moving &= np.abs(moved_gap) < np.abs(gap)
        level, gap = np.where(moving, moved, level), np.where(moving, moved_gap, gap)
    return level


def _gap(asked: Levelling, level: Whole) -> Whole:
    """How much the last instalments exceed the level ones."""
    factors, heights = asked.factors, asked.heights
    numerators = factors.numerators if factors.regular is None else [factors.regular] * heights.most
    amounts = level_rows(asked.amount, level, numerators, factors.denominator, asked.rounding, heights, asked.grace)
    last, loans = heights.rows - 1, np.arange(len(level))
    gap: Whole = amounts.principal[last, loans] + amounts.borne[last, loans] - level
    return gap
