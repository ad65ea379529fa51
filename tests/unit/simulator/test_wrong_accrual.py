"""The simulator finds bugs: interest counted by wrong days is reported, though books and loans agree on it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from lending.loans.row import Row
from lending_simulator import SimulationConfig, simulate
from lending_simulator.invariants.interest import by_days
from tests.support.defects import interest_counted

WORLD = SimulationConfig(seed=7, days=20, dealers=3, customers=40, faults="none")
"""With the end of a month, and with first due days, within its days."""

ONE_DAY = timedelta(days=1)


def a_day_ahead(_row: Row, day: date) -> date:
    return day + ONE_DAY


def without_ends_of_months(row: Row, day: date) -> date:
    gone = (row.start + ONE_DAY * ahead for ahead in range(1, (day - row.start).days + 1))
    return day - ONE_DAY * sum(each.day == 1 for each in gone)


def due_day_in_both_periods(row: Row, day: date) -> date:
    return day + ONE_DAY if row.no > 1 else day


def broken() -> set[str]:
    return {violation.invariant for violation in simulate(WORLD).violations}


def test_interest_by_the_right_days_is_sound() -> None:
    assert broken() == set()


@pytest.mark.parametrize("counted", [a_day_ahead, without_ends_of_months, due_day_in_both_periods])
def test_interest_by_wrong_days_is_found(counted: Callable[[Row, date], date]) -> None:
    with interest_counted(counted):
        assert broken() == {"interest_is_earned_by_the_day"}


@pytest.mark.parametrize(
    ("period", "days", "earned"),
    [
        ((date(2024, 4, 5), date(2024, 5, 5), 18000), 1, 600),
        ((date(2024, 4, 5), date(2024, 5, 5), 18000), 30, 18000),
        ((date(2024, 5, 5), date(2024, 6, 5), 12354), 1, 399),
        ((date(2024, 5, 5), date(2024, 6, 5), 12354), 0, 0),
    ],
)
def test_the_simulator_s_own_formula_gives_the_figures_of_the_handbook(
    period: tuple[date, date, int], days: int, earned: int
) -> None:
    """A3: 180.00 over 30 days are 6.00 a day; F21: one of 31 days of 123.54 is 3.99."""
    assert sum(by_days((period,), period[0] + ONE_DAY * days)) == earned
