"""A loan that its credit balance has settled is settled, whether or not the day was closed."""

from datetime import date

import pytest

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.loans.loan import Loan
from lending.loans.refusals import LoanNotActive
from lending.loans.status import LoanStatus
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, base_loan

DUE = date(2024, 2, 5)


def paid_ahead() -> Loan:
    """One instalment of 12,180.00, paid a day early and held."""
    loan = opened(base_loan(instalments=1), on=PAID_OUT)
    paid = loan.repay("ahead", Money(12_180_00), date(2024, 2, 4))
    assert isinstance(paid, Success)
    return paid.unwrap()


@pytest.mark.parametrize("closed", [False, True])
def test_nothing_more_is_taken_from_the_due_date_on(*, closed: bool) -> None:
    loan = paid_ahead().close_day(DUE) if closed else paid_ahead()
    refused = Failure(LoanNotActive(LoanStatus.SETTLED))
    assert loan.repay("late", Money(1), DUE) == refused
    assert loan.settle("late", DUE) == refused


def test_the_day_before_money_is_still_taken() -> None:
    assert isinstance(paid_ahead().repay("more", Money(1), date(2024, 2, 4)), Success)
