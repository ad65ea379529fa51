"""Breaks put into statements are found exactly, on a sample of the days that the soak goes through."""

import pytest

from lending.reconciliation.matching import match
from tests.support.exactness import violations_of


@pytest.mark.requirement("R65", command="RecordReconciliation")
@pytest.mark.parametrize("seed", range(12))
def test_no_break_is_missed_and_none_invented(seed: int) -> None:
    assert violations_of(seed) == []


@pytest.mark.parametrize("seed", range(3))
def test_the_specification_finds_the_same(seed: int) -> None:
    assert violations_of(seed, match) == []
