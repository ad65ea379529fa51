"""The rows of plans on columns: the counterparts of `lending.loans.level` and `lending.loans.plan`."""

from collections.abc import Sequence

import attrs
import numpy as np

from lending.kernel.rounding import Rounding, divide_natural
from lending_adapters.batch.columns import Whole

__all__ = ["Amounts", "Heights", "even_parts", "level_rows", "on_balance"]

ALL_THAT_IS_LEFT = 2**62
"""More than any amount: what the last row asks for before it is held to the balance."""


class Heights:
    """How many rows each plan has, and which plans end with which row."""

    def __init__(self, rows: Whole) -> None:
        self.rows = rows
        self.most = int(rows.max())
        order = np.argsort(rows, kind="stable")
        bounds = np.searchsorted(rows[order], np.arange(1, self.most + 2))
        self.ending = [order[bounds[k] : bounds[k + 1]] for k in range(self.most)]
        """`ending[k]`: the plans whose last row is k + 1."""


@attrs.frozen(eq=False)
class Amounts:
    """What plans are made of, `[row, loan]`: principal, interest borne, balance after the row."""

    principal: Whole
    borne: Whole
    balance: Whole


def empty(heights: Heights) -> Whole:
    """A figure of every row, not yet set."""
    return np.empty((heights.most, len(heights.rows)), np.int64)


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
    amounts = Amounts(empty(heights), empty(heights), empty(heights))
    wanted, balance = level.copy(), amount
    for k, ending in enumerate(heights.ending):
        wanted[ending] = ALL_THAT_IS_LEFT
        amounts.borne[k] = interest = divide_natural(balance * numerators[k], denominator, rounding)
        part = np.maximum(wanted - interest, 0) if k >= grace else np.zeros_like(balance)
        np.minimum(part, balance, out=amounts.principal[k])
        balance = np.subtract(balance, amounts.principal[k], out=amounts.balance[k])
    return amounts


def even_parts(amount: Whole, rounding: Rounding, heights: Heights, grace: int = 0) -> tuple[Whole, Whole]:
    """R(amount ÷ rows) a row after `grace`, the last the rest; never more than is left. And what is left after each."""
    parts, left = empty(heights), empty(heights)
    wanted, balance = divide_natural(amount, heights.rows - grace, rounding), amount
    for k, ending in enumerate(heights.ending):
        wanted[ending] = ALL_THAT_IS_LEFT
        parts[k] = np.minimum(wanted, balance) if k >= grace else 0
        balance = np.subtract(balance, parts[k], out=left[k])
    return parts, left


def on_balance(amount: Whole, left: Whole, numerators: Sequence[Whole], denominator: int, rounding: Rounding) -> Whole:
    """R(balance × factor) a row; `left` is the balance after each."""
    borne = np.empty_like(left)
    for k, numerator in enumerate(numerators):
        before = left[k - 1] if k else amount
        borne[k] = divide_natural(before * numerator, denominator, rounding)
    return borne
