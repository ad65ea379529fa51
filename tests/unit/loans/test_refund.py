"""Refund (退款): part of a payment goes back, at most what is left of it, and what came after is replayed."""

from datetime import date
from typing import Any

import pytest

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.loans.events import PaymentRefunded
from lending.loans.refusals import (
    AlreadyReversed,
    DuplicatePayment,
    PaymentNotFound,
    PaymentNotPositive,
    RefundExceedsPayment,
)
from lending.loans.status import LoanStatus
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, figure, yuan

DUE, LATER = date(2024, 2, 5), date(2024, 2, 15)


def paid(amount: str) -> Any:
    return done(opened(base_loan(penalty=PENALTY), on=PAID_OUT).repay("pay", yuan(amount), DUE))


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


def test_what_was_paid_too_much_goes_back() -> None:
    loan = done(paid("1200.00").refund("back", "pay", yuan("99.84"), LATER))
    account = loan.account(LATER)
    assert (account.credit_balance, account.days_past_due) == (0, 0)
    assert (figure(account.figures.received), figure(account.figures.refunded)) == ("1200.00", "99.84")
    assert account.instalments == paid("1100.16").account(LATER).instalments
    assert loan.events[-1] == PaymentRefunded(loan_id=loan.id, key="back", of="pay", on=LATER, amount=yuan("99.84"))


def test_all_of_it_back_leaves_what_a_reversal_leaves() -> None:
    """F20: penalty from 02-06 as if never paid, 6.90 and 1.35."""
    loan = done(paid("1100.16").refund("back", "pay", yuan("1100.16"), LATER))
    now, undone = loan.account(LATER), done(paid("1100.16").reverse("back", "pay", LATER)).account(LATER)
    assert now.instalments == undone.instalments
    assert (figure(now.due.penalty), figure(now.due.compound)) == ("6.90", "1.35")
    assert now.figures.received == now.figures.refunded == 110016


def test_before_its_date_nothing_has_gone_back() -> None:
    loan = done(paid("1200.00").refund("back", "pay", yuan("99.84"), LATER))
    assert loan.account(date(2024, 2, 14)) == paid("1200.00").account(date(2024, 2, 14))


def test_at_most_the_payment_less_what_went_back_already() -> None:
    loan = done(paid("1200.00").refund("b1", "pay", yuan("700.00"), LATER))
    assert loan.refund("b2", "pay", yuan("500.01"), LATER) == Failure(
        RefundExceedsPayment(yuan("500.01"), yuan("500.00"))
    )
    assert done(loan.refund("b2", "pay", yuan("500.00"), LATER)).account(LATER).figures.refunded == 120000


def test_a_reversal_gives_back_only_the_rest() -> None:
    loan = done(paid("1200.00").refund("back", "pay", yuan("200.00"), LATER))
    undone = done(loan.reverse("undo", "pay", LATER))
    assert undone.events[-1].amount == yuan("1000.00") or undone.events[-2].amount == yuan("1000.00")
    assert undone.refund("more", "pay", yuan("1"), LATER) == Failure(AlreadyReversed("pay"))


def test_a_settled_loan_opens_again() -> None:
    loan = opened(base_loan(), on=PAID_OUT)
    settled = done(loan.settle("s", date(2024, 1, 17), yuan("12072.00")))
    again = done(settled.refund("back", "s", yuan("72.00"), date(2024, 1, 17)))
    assert again.status is LoanStatus.NORMAL
    assert figure(again.account(date(2024, 1, 17)).credit_balance) == "12000.00"


@pytest.mark.parametrize(
    ("key", "of", "amount", "refusal"),
    [
        ("back", "pay", Money(0), PaymentNotPositive(Money(0))),
        ("pay", "pay", Money(1), DuplicatePayment("pay")),
        ("back", "payout", Money(1), PaymentNotFound("payout")),
        ("back", "other", Money(1), PaymentNotFound("other")),
    ],
)
def test_what_is_not_refunded(key: str, of: str, amount: Money, refusal: object) -> None:
    assert paid("1200.00").refund(key, of, amount, LATER) == Failure(refusal)
