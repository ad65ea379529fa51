"""Rounding: named as the decimal module names it, and the same on integers and on columns."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal

import hypothesis.strategies as st
import numpy as np
from hypothesis import given

from lending.kernel.rounding import Rounding, divide

DECIMAL = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.UP: ROUND_UP,
    Rounding.DOWN: ROUND_DOWN,
}
numerators = st.integers(-(10**17), 10**17)
denominators = st.integers(1, 10**12)
roundings = st.sampled_from(Rounding)


@given(numerator=numerators, denominator=denominators, rounding=roundings)
def test_a_quotient_is_rounded_as_decimals_are(numerator: int, denominator: int, rounding: Rounding) -> None:
    whole, rest = divmod(abs(numerator), denominator)
    # A decimal on the same side of one half as the fraction, which may have no end as a decimal.
    side = "0" if not rest else {-1: "0.3", 0: "0.5", 1: "0.8"}[(2 * rest > denominator) - (2 * rest < denominator)]
    expected = int((whole + Decimal(side)).to_integral_value(DECIMAL[rounding]))
    assert divide(numerator, denominator, rounding) == (expected if numerator >= 0 else -expected)


@given(column=st.lists(numerators, min_size=1, max_size=50), denominator=denominators, rounding=roundings)
def test_integers_and_columns_round_alike(column: list[int], denominator: int, rounding: Rounding) -> None:
    together = divide(np.array(column, dtype=np.int64), denominator, rounding)
    assert together.dtype == np.int64
    assert together.tolist() == [divide(numerator, denominator, rounding) for numerator in column]
