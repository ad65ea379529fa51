"""Interest of the running period at an early settlement, by the terms (F12, R72)."""

from datetime import date
from typing import Any

import pytest

from lending.kernel.outcome import Success
from lending.loans.choices import InterestOn
from lending.loans.facts import Repayment
from lending.loans.loan import Loan
from lending.loans.status import LoanStatus
from lending.loans.terms import Interest
from lending.products.prepayment import PrepaymentRules, SettlementInterest
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, base_loan, on_time

ON_ACTUAL = Interest(on=InterestOn.ACTUAL_BALANCE)
balances = pytest.mark.parametrize("interest", [Interest(), ON_ACTUAL], ids=["scheduled", "actual"])
MID_PERIOD = date(2024, 4, 17)
WHOLE_PERIOD = PrepaymentRules(interest=SettlementInterest.WHOLE_PERIOD)


def settled_interest(rules: PrepaymentRules, on: date, interest: Interest = ON_ACTUAL, paid: int = 0) -> str:
    """The interest a quote asks for, which the settlement then pays to the cent."""
    terms = base_loan(prepayment=rules, interest=interest)
    loan: Loan = opened(terms, on=PAID_OUT)
    for fact in on_time(terms, paid):
        assert isinstance(fact, Repayment)
        loan = loan.repay(fact.key, fact.amount, fact.on).unwrap()
    asked: Any = loan.settlement_quote(on)
    after = loan.settle("all", on, asked.total)
    assert isinstance(after, Success)
    account = after.unwrap().account(on)
    assert (account.status, account.outstanding.total, account.credit_balance) == (LoanStatus.SETTLED, 0, 0)
    assert account.figures.interest_earned == account.totals.interest
    return str(asked.interest.text)


@balances
def test_on_the_payout_day_nothing_is_borne(interest: Interest) -> None:
    assert settled_interest(PrepaymentRules(), PAID_OUT, interest) == "0.00"


@pytest.mark.parametrize(("interest", "asked"), [(Interest(), "6.00"), (ON_ACTUAL, "5.81")])
def test_or_one_day_where_the_terms_say_so(interest: Interest, asked: str) -> None:
    """12,000 × 18 % ÷ 360 = 6.00; on the actual balance 180.00 × 1 ÷ 31 = 5.81."""
    assert settled_interest(PrepaymentRules(least_days=1), PAID_OUT, interest) == asked
    assert settled_interest(PrepaymentRules(least_days=1), date(2024, 1, 6), interest) == asked


def test_the_least_days_end_with_the_running_period() -> None:
    """31 days from 5 January; on 5 March they are long over."""
    assert settled_interest(PrepaymentRules(least_days=31), PAID_OUT, Interest()) == "180.00"
    assert settled_interest(PrepaymentRules(least_days=31), date(2024, 3, 5), Interest(), 2) == "0.00"


@balances
def test_the_whole_period_where_the_terms_say_so(interest: Interest) -> None:
    """F12's variant: 137.97 on day 12 of period 4, 55.19 to the date."""
    assert settled_interest(WHOLE_PERIOD, MID_PERIOD, interest, 3) == "137.97"
    assert settled_interest(PrepaymentRules(), MID_PERIOD, interest, 3) == "55.19"


@balances
def test_on_a_due_date_the_next_period_is_not_asked_for(interest: Interest) -> None:
    assert settled_interest(WHOLE_PERIOD, date(2024, 5, 5), interest, 3) == "137.97"
