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
    with localcontext(prec=60):
        # The fraction is told apart from one half exactly, whatever digits its decimal form would need.
        part = Decimal(2 * rest).compare(Decimal(denominator)) + 1 if rest else Decimal(0)
        tenths = {
            Decimal(0): Decimal("0.3") if rest else Decimal(0),
            Decimal(1): Decimal("0.5"),
            Decimal(2): Decimal("0.8"),
        }
        expected = int((whole + tenths[part]).to_integral_value(DECIMAL[rounding]))
    assert divide(numerator, denominator, rounding) == (expected if numerator >= 0 else -expected)


@given(column=st.lists(numerators, min_size=1, max_size=50), denominator=denominators, rounding=roundings)
def test_integers_and_columns_round_alike(column: list[int], denominator: int, rounding: Rounding) -> None:
    together = divide(np.array(column, dtype=np.int64), denominator, rounding)
    assert together.dtype == np.int64
    assert together.tolist() == [divide(numerator, denominator, rounding) for numerator in column]
