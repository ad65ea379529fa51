"""Splitting over time and among parties: the parts always add up."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.rounding import Rounding, divide
from lending.kernel.split import part_of_running_total, split_among, split_over

roundings = st.sampled_from(list(Rounding))
amounts = st.integers(-(10**12), 10**12)


@given(st.integers(0, 10**12), st.integers(1, 400), roundings)
def test_parts_over_time_add_up_and_stay_within_a_cent(amount: int, parts: int, rounding: Rounding) -> None:
    split = split_over(amount, parts, rounding)
    assert sum(split) == amount
    assert all(abs(part * parts - amount) < 2 * parts for part in split)


@given(amounts, st.lists(st.integers(0, 1000), min_size=1, max_size=8).filter(any))
def test_shares_of_parties_add_up_and_stay_within_a_cent(amount: int, weights: list[int]) -> None:
    shares = split_among(amount, weights)
    total = sum(weights)
    assert sum(shares) == amount
    assert all(abs(share * total - amount * weight) < total for share, weight in zip(shares, weights, strict=True))


def test_ties_go_to_the_earlier_party() -> None:
    assert split_among(1, (1, 1)) == (1, 0)
    assert split_among(-1, (1, 1)) == (-1, 0)


def test_joint_payout_and_plan_of_the_handbook() -> None:
    """10,000 at 30 to 70: the funder's principal of a plan at 18 % over 12 months (domain §5)."""
    assert split_among(1_000_000, (30, 70)) == (300_000, 700_000)
    principals = f1_principals(1_000_000)
    running, parts = 0, []
    for principal in principals:
        parts.append(part_of_running_total(running, running + principal, 70, 100))
        running += principal
    expected = [
        "536.76",
        "544.81",
        "552.99",
        "561.28",
        "569.69",
        "578.24",
        "586.92",
        "595.72",
        "604.65",
        "613.73",
        "622.93",
        "632.28",
    ]
    assert [f"{part // 100}.{part % 100:02d}" for part in parts] == expected
    assert sum(parts) == 700_000


def f1_principals(principal: int) -> list[int]:
    """The principal rows of F1's formula, reckoned here apart from the loan engine."""
    level = divide(principal * 15 * 1015**12, (1015**12 - 1000**12) * 1000)
    balance, rows = principal, []
    for _row in range(11):
        rows.append(level - divide(balance * 15, 1000))
        balance -= rows[-1]
    return [*rows, balance]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=10), st.integers(1, 99), roundings)
def test_columns_split_as_single_numbers_do(totals: list[int], weight: int, rounding: Rounding) -> None:
    before = np.array(totals, dtype=np.int64)
    after = before + 12_345
    column = part_of_running_total(before, after, weight, 100, rounding)
    assert column.tolist() == [part_of_running_total(t, t + 12_345, weight, 100, rounding) for t in totals]
