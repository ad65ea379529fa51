"""Named rounding of a quotient of integers.

The functions use only operators that mean the same on `int` and on numpy int64 arrays, so that the
end of day computes with these very lines on columns (architecture §3).
"""

import enum
from typing import Any, TypeVar

__all__ = ["Rounding", "addend", "divide", "divide_natural"]

Whole = TypeVar("Whole", bound=Any)
"""An `int`, or an int64 array of them."""


class Rounding(enum.Enum):
    """How a quotient becomes a whole number; HALF_UP and UP go away from zero, DOWN towards it."""

    HALF_UP = "HALF_UP"
    HALF_EVEN = "HALF_EVEN"
    UP = "UP"
    DOWN = "DOWN"


def divide(numerator: Whole, denominator: Whole | int, rounding: Rounding = Rounding.HALF_UP) -> Whole:
    """`numerator / denominator` as a whole number, rounded once.

    `denominator` is positive. On arrays, twice the denominator and numerator + denominator must fit an int64.
    """
    sign = 1 - 2 * (numerator < 0)
    rounded: Whole = divide_natural(numerator * sign, denominator, rounding) * sign
    return rounded


def divide_natural(numerator: Whole, denominator: Whole | int, rounding: Rounding = Rounding.HALF_UP) -> Whole:
    """As `divide`, for numerators that are never negative: most of a plan's."""
    whole: Whole = (numerator + addend(denominator, rounding)) // denominator
    if rounding is Rounding.HALF_EVEN:
        whole = whole - whole % 2 * (2 * (whole * denominator - numerator) == denominator)
    return whole


def addend(denominator: Whole | int, rounding: Rounding) -> Whole | int:
    """What, added to a natural numerator, makes floor division round it; HALF_EVEN then takes back its odd ties."""
    if rounding is Rounding.DOWN:
        return 0
    return denominator - 1 if rounding is Rounding.UP else denominator // 2
