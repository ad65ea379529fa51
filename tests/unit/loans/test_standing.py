"""Where a loan stands, though nobody closed the day: settled by money held, and money that comes too late."""

from datetime import date
from typing import Any

import pytest

from lending.kernel.outcome import Failure, Success
from lending.loans.choices import Component
from lending.loans.loan import Loan
from lending.loans.refusals import LoanNotActive
from lending.loans.status import LoanStatus
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, base_loan, figure, yuan

LAST_DUE = date(2024, 2, 5)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


@pytest.fixture
def prepaid() -> Loan:
    """One instalment of 12,180.00, whose money is held since the day before its due date."""
    loan = opened(base_loan(instalments=1), on=PAID_OUT)
    return done(loan.repay("early", yuan("12180.00"), date(2024, 2, 4)))


def test_money_held_settles_on_the_due_date_whoever_closes_the_day(prepaid: Loan) -> None:
    assert prepaid.status is LoanStatus.NORMAL
    assert prepaid.standing(LAST_DUE) is LoanStatus.SETTLED
    refused = Failure(LoanNotActive(LoanStatus.SETTLED))
    assert prepaid.repay("more", yuan("1.00"), LAST_DUE) == refused
    assert prepaid.charge("f", Component.FEE, yuan("1.00"), LAST_DUE, LAST_DUE) == refused
    assert prepaid.close_day(LAST_DUE).status is LoanStatus.SETTLED


def test_money_that_has_come_to_a_settled_loan_is_held_and_can_go_back(prepaid: Loan) -> None:
    settled = prepaid.close_day(LAST_DUE)
    held = settled.receive("late", yuan("50.00"), LAST_DUE)
    assert (held.status, figure(held.account(LAST_DUE).credit_balance)) == (LoanStatus.SETTLED, "50.00")
    back = done(held.refund("back", "late", yuan("50.00"), LAST_DUE))
    assert back.account(LAST_DUE).credit_balance == 0


@pytest.mark.requirement("R57")
def test_money_that_comes_after_a_write_off_is_a_recovery_dated_no_earlier() -> None:
    """§6: a late success posts as recovery; 12,180.00 are claimed, 20.00 too much are held."""
    loan = done(opened(base_loan(), on=PAID_OUT).write_off("w", date(2024, 2, 10)))
    late = loan.receive("order", yuan("1000.00"), LAST_DUE, today=date(2024, 2, 11))
    now = late.account(date(2024, 2, 11))
    assert (now.status, now.figures.recovered, now.principal_balance) == (LoanStatus.WRITTEN_OFF, 100000, 0)
    assert late.facts[-1].on == date(2024, 2, 10)
    claim = now.claim
    rest = late.receive("more", late.money(claim + 2000), date(2024, 2, 12))
    after = rest.account(date(2024, 2, 12))
    assert (after.status, after.claim, after.credit_balance) == (LoanStatus.RECOVERED, 0, 2000)
    undone = done(rest.reverse("undo", "more", date(2024, 2, 12)))
    assert undone.account(date(2024, 2, 12)).claim == claim


def test_a_value_date_outside_the_loans_life_counts_as_its_nearest_day() -> None:
    loan = opened(base_loan(), on=PAID_OUT)
    early = loan.receive("order", yuan("10.00"), date(2023, 12, 31), today=PAID_OUT)
    assert early.facts[-1].on == PAID_OUT
    ahead = loan.receive("order", yuan("10.00"), date(2024, 3, 1), today=PAID_OUT)
    assert ahead.facts[-1].on == PAID_OUT


def test_money_held_pays_a_fee_charged_for_today() -> None:
    loan = done(opened(base_loan(), on=PAID_OUT).repay("r", yuan("100.00"), PAID_OUT))
    charged = done(loan.charge("f", Component.FEE, yuan("30.00"), PAID_OUT, PAID_OUT)).account(PAID_OUT)
    assert (charged.due.fee, figure(charged.credit_balance)) == (0, "70.00")
