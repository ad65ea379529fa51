"""Rates: read and printed exactly, in range."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.kernel.invalid import InvalidValue
from lending.kernel.rates import RATE_MAX, Rate


@given(scaled=st.integers(0, RATE_MAX))
def test_what_is_printed_is_read_back(scaled: int) -> None:
    assert Rate.parse(Rate(scaled).text) == Rate(scaled)


@pytest.mark.parametrize(
    ("text", "scaled"), [("0.18", 18_000_000), ("0.094822", 9_482_200), ("1", 100_000_000), ("0", 0)]
)
def test_a_fraction_of_one_a_year_is_read(text: str, scaled: int) -> None:
    assert Rate.parse(text).scaled == scaled


@pytest.mark.parametrize("text", ["18%", "-0.01", "0.123456789", "11", "", "0.1_8", "٠.18"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        Rate.parse(text)


@pytest.mark.parametrize(("text", "percent"), [("0.18", "18.00 %"), ("0.162165", "16.22 %"), ("0.00005", "0.01 %")])
def test_percent_is_printed_with_two_digits_half_up(text: str, percent: str) -> None:
    assert Rate.parse(text).percent == percent


def test_a_multiple_of_a_rate() -> None:
    """Penalty at 1.5 times 18 % is 27 % (F10)."""
    assert Rate.parse("0.18").times(3, 2) == Rate.parse("0.27")
