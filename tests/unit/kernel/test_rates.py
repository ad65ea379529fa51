"""Rates: whole numbers at 10⁻⁸ a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.invalid import InvalidValue
from lending.kernel.rates import RATE_SCALE, Rate


@given(st.integers(0, 10 * RATE_SCALE).map(Rate))
def test_what_is_printed_is_parsed_back(rate: Rate) -> None:
    assert Rate.parse(rate.text) == rate


@pytest.mark.parametrize(
    "text",
    ["0.123456789", "-0.1", "+0.1", "18%", "", "11", "10.00000001", "99999", ".18", "0.18 ", "0.18\n", "1e-2", "٠.١٨",
     "0.１８"],
)  # fmt: skip
def test_what_is_no_rate_is_refused_with_the_value_and_what_was_expected(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        Rate.parse(text)
    (violation,) = refused.value.violations
    assert violation.value == repr(text)
    assert violation.expected == (
        "a yearly rate from 0 to 10 as a fraction of one, without a sign, with at most 8 digits after the point, "
        'such as "0.18" for 18 %'
    )


def test_the_greatest_rate_named_is_taken() -> None:
    assert Rate.parse("10") == Rate(10 * RATE_SCALE)


def test_zeros_beyond_the_eighth_digit_change_nothing() -> None:
    assert Rate.parse("0.1800000000") == Rate(18_000_000)


@pytest.mark.parametrize(("scaled", "percent"), [(18_000_000, "18.00 %"), (16_216_488, "16.22 %"), (0, "0.00 %")])
def test_percent_has_two_digits(scaled: int, percent: str) -> None:
    assert Rate(scaled).percent == percent


def test_a_multiple_is_rounded_half_up_at_the_eighth_digit() -> None:
    assert Rate(3).times(3, 2) == Rate(5)
