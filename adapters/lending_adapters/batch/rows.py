"""The rows of plans on columns: the counterparts of `lending.loans.level` and `lending.loans.plan`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs
import numpy as np

from lending.kernel.rounding import Rounding, divide_natural
from lending_adapters.batch.columns import Whole

__all__ = ["Amounts", "Heights", "even_parts", "level_rows", "on_balance"]

ALL_THAT_IS_LEFT = 2**62
"""More than any amount: what the last row asks for before it is held to the balance."""


class Heights:
    """How many rows each plan has: which plans end with a row, and how far to the right a row reaches."""

    def __init__(self, rows: Whole) -> None:
        self.rows = rows
        self.most = int(rows.max())
        order = np.argsort(rows, kind="stable")
        bounds = np.searchsorted(rows[order], np.arange(1, self.most + 2)).tolist()
        self.ending = [order[start:end] for start, end in pairwise(bounds)]
        """`ending[k]`: the plans whose last row is k + 1."""
        furthest = np.maximum.accumulate(order[::-1])[::-1]
        self.widths = [int(furthest[start]) + 1 for start in bounds[:-1]]
        """`widths[k]`: no plan from there on has a row k + 1. Plans that stand longest first cost least."""

    def __iter__(self) -> Iterator[tuple[int, int, Whole]]:
        """Each row: its index, how far it reaches, which plans end with it."""
        return iter(zip(range(self.most), self.widths, self.ending, strict=True))

    def figures(self, count: int) -> Whole:
        """Figures of every row, in one piece of memory; zero where no plan has the row, not yet set elsewhere."""
        amounts = np.empty((count, self.most, len(self.rows)), np.int64)
        for k, width in enumerate(self.widths):
            amounts[:, k, width:] = 0
        return amounts


@attrs.frozen(eq=False)
class Amounts:
    """What plans are made of, `[row, loan]`: principal, interest borne, balance after the row."""

    principal: Whole
    borne: Whole
    balance: Whole


def level_rows(
    amount: Whole,
    level: Whole,
    numerators: Sequence[Whole],
    denominator: int,
    rounding: Rounding,
    heights: Heights,
    grace: int = 0,
) -> Amounts:
    """Interest = R(balance × factor), principal the rest of `level`; none in `grace`, in the last row all."""
    amounts = Amounts(*heights.figures(3))
    wanted, balance = level.copy(), amount
    for k, width, ending in heights:
        wanted[ending] = ALL_THAT_IS_LEFT
        balance = balance[:width]
        interest = divide_natural(balance * numerators[k][:width], denominator, rounding)
        part = np.maximum(wanted[:width] - interest, 0) if k >= grace else np.zeros_like(balance)
        amounts.borne[k, :width] = interest
        np.minimum(part, balance, out=amounts.principal[k, :width])
        balance = np.subtract(balance, amounts.principal[k, :width], out=amounts.balance[k, :width])
    return amounts


def even_parts(amount: Whole, rounding: Rounding, heights: Heights, grace: int = 0) -> tuple[Whole, Whole]:
    """R(amount ÷ rows) a row after `grace`, the last the rest; never more than is left. And what is left after each."""
    parts, left = heights.figures(2)
    wanted, balance = divide_natural(amount, heights.rows - grace, rounding), amount
    for k, width, ending in heights:
        wanted[ending] = ALL_THAT_IS_LEFT
        parts[k, :width] = np.minimum(wanted[:width], balance[:width]) if k >= grace else 0
        balance = np.subtract(balance[:width], parts[k, :width], out=left[k, :width])
    return parts, left


def on_balance(
    amount: Whole, left: Whole, numerators: Sequence[Whole], denominator: int, rounding: Rounding, heights: Heights
) -> Whole:
    """R(balance × factor) a row; `left` is the balance after each."""
    borne: Whole = heights.figures(1)[0]
    for k, width, _ending in heights:
        before = left[k - 1, :width] if k else amount
        borne[k, :width] = divide_natural(before * numerators[k][:width], denominator, rounding)
    return borne
