"""What a product asks of those who repay early (F12): a minimum, a number a year, a lock-in, a fee by age, interest."""

from datetime import date
from typing import Any

import pytest

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.loans.choices import Method
from lending.loans.loan import Loan
from lending.loans.refusals import PrepaymentsUsedUp, PrepaymentTooEarly, PrepaymentTooSmall
from lending.products.prepayment import PrepaymentFee, PrepaymentRules, SettlementInterest
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, base_loan, yuan

PERIOD_4 = date(2024, 4, 17)
"""Twelve days into period 4."""
ONE_PERCENT = (PrepaymentFee(0, Rate.parse("0.01")),)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


def three_paid(**rules: Any) -> Loan:
    """L with the first three instalments paid when due."""
    loan = opened(base_loan(prepayment=PrepaymentRules(**rules)), on=PAID_OUT)
    for month in (2, 3, 4):
        loan = done(loan.repay(f"p{month}", yuan("1100.16"), date(2024, month, 5)))
    return loan


@pytest.mark.requirement("R72")
def test_f12_settling_within_a_period_with_a_fee() -> None:
    """9,197.91 + 55.19 + 1 % of it, 91.98."""
    quote = three_paid(fees=ONE_PERCENT).settlement_quote(PERIOD_4)
    assert (quote.interest.text, quote.fees.text, quote.total.text) == ("55.19", "91.98", "9345.08")


@pytest.mark.requirement("R72")
def test_f12_the_whole_periods_interest() -> None:
    """137.97 as planned for period 4: 9,197.91 + 137.97 + 91.98."""
    loan = three_paid(fees=ONE_PERCENT, interest=SettlementInterest.WHOLE_PERIOD)
    quote = loan.settlement_quote(PERIOD_4)
    assert (quote.interest.text, quote.total.text) == ("137.97", "9427.86")
    settled = done(loan.settle("s", PERIOD_4, quote.total)).account(PERIOD_4)
    assert settled.outstanding.total == 0
    assert Money(settled.figures.interest_earned).text == "636.36"  # 180.00 + 166.20 + 152.19 + 137.97, as in F21
    recalled = done(loan.recall("r", PERIOD_4))
    assert Money(recalled.account(PERIOD_4).due.interest).text == "55.19", "a lender who calls in asks to the day"


def test_on_a_due_date_both_are_the_same() -> None:
    on = date(2024, 4, 5)
    whole = three_paid(interest=SettlementInterest.WHOLE_PERIOD).settlement_quote(on)
    assert whole == three_paid().settlement_quote(on)


@pytest.mark.parametrize(
    ("on", "fee"), [(date(2024, 1, 6), "360.00"), (date(2024, 7, 4), "360.00"), (date(2024, 7, 5), "120.00")]
)
def test_the_fee_falls_with_age(on: date, fee: str) -> None:
    """3 % of 12,000.00 in the first six months, 1 % after; all principal of the bullet loan is before its time."""
    fees = (PrepaymentFee(0, Rate.parse("0.03")), PrepaymentFee(6, Rate.parse("0.01")))
    loan = opened(base_loan(method=Method.BULLET, prepayment=PrepaymentRules(fees=fees)), on=PAID_OUT)
    assert loan.settlement_quote(on).fees.text == fee


def test_nothing_is_taken_early_while_locked_in() -> None:
    loan = opened(base_loan(prepayment=PrepaymentRules(lock_in_months=3)), on=PAID_OUT)
    day, free = date(2024, 4, 4), date(2024, 4, 5)
    locked = Failure(PrepaymentTooEarly(day, free))
    assert loan.prepay("p", yuan("1000.00"), day) == locked
    assert loan.settle("s", day) == locked
    assert isinstance(loan.repay("r", yuan("100.00"), day), Success)
    assert isinstance(loan.settle("s", free), Success)


def test_a_partial_prepayment_is_worth_its_while() -> None:
    loan = opened(base_loan(prepayment=PrepaymentRules(amount_min=yuan("500.00"))), on=PAID_OUT)
    assert loan.prepay("p", yuan("499.99"), PERIOD_4) == Failure(PrepaymentTooSmall(yuan("499.99"), yuan("500.00")))
    assert isinstance(loan.prepay("p", yuan("500.00"), PERIOD_4), Success)


def test_so_many_a_year_of_the_loan_and_one_taken_back_does_not_count() -> None:
    terms = base_loan(instalments=24, prepayment=PrepaymentRules(times_a_year_max=2))
    loan = opened(terms, on=PAID_OUT)
    for number in (1, 2):
        loan = done(loan.prepay(f"p{number}", yuan("100.00"), date(2024, 1, 10)))
    last, next_year = date(2025, 1, 4), date(2025, 1, 5)
    assert loan.prepay("p3", yuan("100.00"), last) == Failure(PrepaymentsUsedUp(2, next_year))
    assert isinstance(loan.prepay("p3", yuan("5000.00"), next_year), Success)
    undone = done(loan.reverse("undo", "p2", last))
    assert isinstance(undone.prepay("p3", yuan("5000.00"), last), Success)


def test_rules_that_fit_no_loan_are_named() -> None:
    with pytest.raises(InvalidValue, match="rising values of from_month"):
        PrepaymentRules(fees=(PrepaymentFee(6, Rate(0)), PrepaymentFee(0, Rate(0))))
    with pytest.raises(InvalidValue, match=r"prepayment\.amount_min"):
        base_loan(prepayment=PrepaymentRules(amount_min=Money(100, Currency("USD"))))
