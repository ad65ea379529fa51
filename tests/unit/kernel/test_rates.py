"""Rates: whole numbers at 10⁻⁸ a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.invalid import InvalidValue
from lending.kernel.rates import RATE_SCALE, Rate


@given(st.integers(0, 10 * RATE_SCALE).map(Rate))
def test_what_is_printed_is_parsed_back(rate: Rate) -> None:
    assert Rate.parse(rate.text) == rate


@pytest.mark.parametrize("text", ["0.123456789", "-0.1", "18%", "", "11", ".18", "0.18 ", "1e-2"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        Rate.parse(text)


def test_zeros_beyond_the_eighth_digit_change_nothing() -> None:
    assert Rate.parse("0.1800000000") == Rate(18_000_000)


@pytest.mark.parametrize(("scaled", "percent"), [(18_000_000, "18.00 %"), (16_216_488, "16.22 %"), (0, "0.00 %")])
def test_percent_has_two_digits(scaled: int, percent: str) -> None:
    assert Rate(scaled).percent == percent


def test_a_multiple_is_rounded_half_up_at_the_eighth_digit() -> None:
    assert Rate(3).times(3, 2) == Rate(5)
