"""Splitting: the parts always add up, and no part drifts."""

from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.kernel.split import part_of_running_total, split_among, split_over

amounts = st.integers(-(10**13), 10**13)
weights = st.lists(st.integers(0, 10**6), min_size=1, max_size=6).filter(any)


@given(amount=amounts, parts=st.integers(1, 400))
def test_parts_over_time_add_up_and_never_drift(amount: int, parts: int) -> None:
    split = split_over(amount, parts)
    assert sum(split) == amount
    running = 0
    for count, part in enumerate(split, start=1):
        running += part
        assert abs(running - Fraction(amount * count, parts)) <= Fraction(1, 2)


@given(amount=amounts, shares=weights)
def test_parts_among_parties_add_up_and_are_within_one_of_exact(amount: int, shares: list[int]) -> None:
    split = split_among(amount, shares)
    assert sum(split) == amount
    for part, share in zip(split, shares, strict=True):
        assert abs(part - Fraction(amount * share, sum(shares))) < 1


@given(amount=amounts, shares=weights)
def test_a_party_without_a_share_gets_nothing(amount: int, shares: list[int]) -> None:
    split = split_among(amount, [*shares, 0])
    assert split[-1] == 0


def test_the_funders_share_of_the_handbook() -> None:
    """§5: 10,000 at 18 % over 12 months, 70 % to the funder, exactly 7,000.00 by cumulative rounding."""
    customer = [76_680, 77_830, 78_998, 80_183, 81_385, 82_606, 83_845, 85_103, 86_379, 87_675, 88_990, 90_326]
    expected = [53_676, 54_481, 55_299, 56_128, 56_969, 57_824, 58_692, 59_572, 60_465, 61_373, 62_293, 63_228]
    running, parts = 0, []
    for principal in customer:
        parts.append(part_of_running_total(running, running + principal, 70, 100))
        running += principal
    assert running == 1_000_000
    assert parts == expected
    assert sum(parts) == 700_000


@pytest.mark.parametrize(
    ("amount", "shares", "expected"),
    [(10_000, (30, 70), (3_000, 7_000)), (100, (1, 1, 1), (34, 33, 33)), (-100, (1, 1, 1), (-34, -33, -33))],
)
def test_the_largest_remainder_goes_first_and_ties_to_the_earlier(
    amount: int, shares: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert split_among(amount, shares) == expected
