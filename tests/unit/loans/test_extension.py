"""How far a loan may be extended (F13): short by as long again, medium by half, long by three years."""

from datetime import date

import pytest

from lending.kernel.periods import Period, PeriodUnit
from lending.loans.extension import latest_maturity
from tests.unit.loans.cases import base_loan


@pytest.mark.requirement("R52")
@pytest.mark.parametrize(
    ("months", "latest"),
    [
        (6, date(2025, 1, 3)),  # due 2024-07-05, 182 days after the start, and 182 days more
        (12, date(2026, 1, 6)),  # due 2025-01-05 after the 366 days of a leap year, and 366 more
        (13, date(2025, 8, 5)),  # due 2025-02-05, and six months more
        (60, date(2031, 7, 5)),
        (61, date(2032, 2, 5)),
        (120, date(2037, 1, 5)),
    ],
)
def test_the_class_of_the_original_term_bounds_it(months: int, latest: date) -> None:
    assert latest_maturity(base_loan(instalments=months)) == latest


def test_a_loan_of_weeks_is_short() -> None:
    weeks = base_loan(instalments=4, period=Period(1, PeriodUnit.WEEK))
    assert latest_maturity(weeks) == date(2024, 3, 1)
