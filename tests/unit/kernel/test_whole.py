"""Whole numbers from outside: ASCII digits, within bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.invalid import InvalidValue
from lending.kernel.whole import parse_whole

LEAST, MOST = -(2**63), 2**63 - 1


@given(st.integers(LEAST, MOST))
def test_every_number_within_the_bounds_is_read(number: int) -> None:
    assert parse_whole(str(number), LEAST, MOST) == number


@pytest.mark.parametrize(("text", "least", "most"), [("0", 1, 9), ("10", 1, 9), ("-1", 0, 9)])
def test_a_number_beyond_the_bounds_is_refused(text: str, least: int, most: int) -> None:
    with pytest.raises(InvalidValue, match=f"expected a whole number from {least} to {most}"):
        parse_whole(text, least, most)


@pytest.mark.parametrize(
    "text", ["", "-", "--5", "+5", " 5", "5\n", "5.0", "1e3", "1_000", "0x5", "٥", "５", "²", "9" * 5000]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse_whole(text, LEAST, MOST)
