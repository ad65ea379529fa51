"""Splitting an amount over time or over parties so that the parts add up exactly.

Both are cumulative rounding: round the running total, take the difference (domain §5, F6). The
parts can then drift from their exact value by less than one minor unit, however many there are.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from lending.kernel.rounding import Rounding, divide

__all__ = ["part_of_running_total", "split_among", "split_over"]

Whole = TypeVar("Whole", bound=Any)


def part_of_running_total(
    before: Whole, after: Whole, weight: int, whole: int, rounding: Rounding = Rounding.HALF_UP
) -> Whole:
    """What falls to a weight of `weight / whole` while a running total moves from `before` to `after`.

    Works on `int` and int64 arrays of minor units alike. A 70 % funder's share of the second
    instalment's principal is `part_of_running_total(first, first + second, 70, 100)`.
    """
    part: Whole = divide(after * weight, whole, rounding) - divide(before * weight, whole, rounding)
    return part


def split_over(amount: int, parts: int, rounding: Rounding = Rounding.HALF_UP) -> tuple[int, ...]:
    """`amount` minor units over `parts` equal stretches of time, exact in sum."""
    return tuple(part_of_running_total(k, k + 1, amount, parts, rounding) for k in range(parts))


def split_among(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`amount` minor units among parties by `weights`: largest remainder, ties to the earlier party (domain §5)."""
    total = sum(weights)
    sign = -1 if amount < 0 else 1
    floors = [abs(amount) * weight // total for weight in weights]
    rests = [abs(amount) * weight % total for weight in weights]
    missing = abs(amount) - sum(floors)
    first = sorted(range(len(weights)), key=lambda party: (-rests[party], party))[:missing]
    return tuple(sign * (floor + (party in first)) for party, floor in enumerate(floors))
