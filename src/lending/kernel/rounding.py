"""Named rounding of a quotient of integers.

The functions use only operators that mean the same on `int` and on numpy int64 arrays, so that the
end of day computes with these very lines on columns (architecture §3).
"""

import enum
from typing import Any, TypeVar

__all__ = ["Rounding", "divide"]

Whole = TypeVar("Whole", bound=Any)
"""An `int`, or an int64 array of them."""


class Rounding(enum.Enum):
    """How a quotient becomes a whole number; HALF_UP and UP go away from zero, DOWN towards it."""

    HALF_UP = "HALF_UP"
    HALF_EVEN = "HALF_EVEN"
    UP = "UP"
    DOWN = "DOWN"


def divide(numerator: Whole, denominator: int, rounding: Rounding = Rounding.HALF_UP) -> Whole:
    """`numerator / denominator` as a whole number, rounded once.

    `denominator` is positive. On arrays, twice the denominator must fit an int64.
    """
    sign = 1 - 2 * (numerator < 0)
    magnitude = numerator * sign
    whole = magnitude // denominator
    rest = magnitude - whole * denominator
    rounded: Whole = (whole + _carry(whole, rest, denominator, rounding)) * sign
    return rounded


def _carry(whole: Any, rest: Any, denominator: int, rounding: Rounding) -> Any:
    """1 where the quotient moves away from zero, else 0."""
    match rounding:
        case Rounding.HALF_UP:
            return 1 * (2 * rest >= denominator)
        case Rounding.HALF_EVEN:
            return 1 * ((2 * rest > denominator) | ((2 * rest == denominator) & (whole % 2 == 1)))
        case Rounding.UP:
            return 1 * (rest > 0)
        case Rounding.DOWN:
            return 0
