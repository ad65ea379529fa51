"""Change of the term (期限变更): what is not yet due is paid in more or fewer instalments."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.kernel.periods import Period, PeriodUnit
from lending.loans.choices import InterestOn, Method
from lending.loans.events import LoanTermChanged
from lending.loans.flags import LoanFlag, flags
from lending.loans.loan import Loan
from lending.loans.refusals import LoanOverdue, NoInstalmentsLeft, TermNotPossible
from lending.loans.terms import Fees, Interest, LoanTerms
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, base_loan, figure, split, yuan

DUE_3 = date(2024, 4, 5)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


def three_paid(terms: LoanTerms) -> Loan:
    """Three instalments paid in time: of the base loan 9,197.91 is left."""
    loan = opened(terms, on=PAID_OUT)
    for row in loan.account(PAID_OUT).instalments[:3]:
        loan = done(loan.repay(f"pay-{row.no}", Money(loan.due(row.due).total.minor), row.due))
    return loan


def level_plan(balance: int, count: int) -> list[tuple[str, str]]:
    """Level rows at 1.5 % a month by the formula of F1, the last taking what is left."""
    rate = Fraction(15, 1000)
    level = round(balance * rate / (1 - (1 + rate) ** -count))
    rows = []
    for no in range(1, count + 1):
        interest = int(balance * rate + Fraction(1, 2))
        principal = balance if no == count else level - interest
        rows.append((figure(principal), figure(interest)))
        balance -= principal
    return rows


@pytest.mark.requirement("R79", command="ChangeLoanTerm")
@pytest.mark.parametrize("on", list(InterestOn))
@pytest.mark.parametrize("count", [6, 18])
def test_what_is_left_is_planned_anew_over_the_new_term(on: InterestOn, count: int) -> None:
    loan = done(three_paid(base_loan(interest=Interest(on=on))).change_term("t", count, DUE_3))
    rows = loan.account(DUE_3).instalments
    assert [split(row) for row in rows[3:]] == level_plan(919_791, count)
    assert [row.due.day for row in rows] == [5] * (3 + count)
    assert loan.events[-1] == LoanTermChanged(
        loan_id=loan.id,
        key="t",
        on=DUE_3,
        instalments_before=9,
        instalments=count,
        maturity_before=date(2025, 1, 5),
        maturity=date(2024, 10, 5) if count == 6 else date(2025, 10, 5),
    )


def test_six_instalments_are_as_the_reference_tells_them() -> None:
    """1,614.47 a month, 1,614.44 in the last."""
    plan = level_plan(919_791, 6)
    assert (plan[0], plan[-1]) == (("1476.50", "137.97"), ("1590.58", "23.86"))


def test_a_longer_term_marks_the_loan_and_a_shorter_one_does_not() -> None:
    longer, shorter = (done(three_paid(base_loan()).change_term("t", count, DUE_3)) for count in (18, 6))
    assert LoanFlag.EXTENDED in flags(longer, DUE_3)
    assert flags(shorter, DUE_3) == ()


@pytest.mark.parametrize("method", [Method.EQUAL_PRINCIPAL, Method.INTEREST_FIRST, Method.EQUAL_PRINCIPAL_AND_INTEREST])
@pytest.mark.parametrize("count", [1, 4, 15])
def test_every_method_keeps_to_itself(method: Method, count: int) -> None:
    """Equal principal is what is left in equal parts; interest first is all at the end."""
    loan = done(three_paid(base_loan(method=method)).change_term("t", count, DUE_3))
    principals = [row.asked.principal for row in loan.account(DUE_3).instalments[3:]]
    left = 1_200_000 if method is Method.INTEREST_FIRST else 900_000
    assert (len(principals), sum(principals)) == (count, left)
    if method is Method.INTEREST_FIRST:
        assert principals[:-1] == [0] * (count - 1)
    else:
        assert max(principals) - min(principals) <= count


def test_money_paid_ahead_stays_and_the_loan_can_be_settled() -> None:
    """1,100.16 is paid ten days before the fourth instalment, which is then one of two."""
    loan = done(three_paid(base_loan()).repay("early", yuan("1100.16"), date(2024, 4, 25)))
    loan = done(loan.change_term("t", 2, date(2024, 4, 26)))
    account = loan.account(date(2024, 4, 26))
    received = 4 * 110_016
    paid = sum(row.paid.total for row in account.instalments)
    assert paid + account.figures.credit_balance == received
    settled = done(loan.settle("s", date(2024, 4, 27)))
    assert settled.status.value == "SETTLED"


def test_a_fee_agreed_for_each_instalment_is_asked_for_by_those_that_there_are() -> None:
    loan = three_paid(base_loan(fees=Fees(each_instalment=yuan("60.00"))))
    for count in (2, 12):
        rows = done(loan.change_term("t", count, DUE_3)).account(DUE_3).instalments
        assert [row.asked.fee for row in rows] == [6_000] * (3 + count)


def test_what_cannot_be_is_refused() -> None:
    loan = three_paid(base_loan())
    assert loan.change_term("t", 9, DUE_3) == Failure(TermNotPossible(9, 9))
    assert loan.change_term("t", 5, date(2024, 5, 6)) == Failure(LoanOverdue(1))
    end = date(2025, 1, 5)
    paid_up = three_paid(base_loan(instalments=3))
    assert paid_up.change_term("t", 2, DUE_3).failure().code == "LOAN_NOT_ACTIVE"
    unpaid = opened(base_loan(instalments=1), on=PAID_OUT)
    assert unpaid.change_term("t", 2, date(2024, 2, 5)) == Failure(
        NoInstalmentsLeft(date(2024, 2, 5), date(2024, 2, 5))
    )
    bullet = opened(base_loan(method=Method.BULLET), on=PAID_OUT)
    assert bullet.change_term("t", 2, PAID_OUT) == Failure(TermNotPossible(2, 1))
    centuries = opened(base_loan(period=Period(600, PeriodUnit.MONTH), instalments=2), on=PAID_OUT)
    assert centuries.change_term("t", 1200, PAID_OUT) == Failure(TermNotPossible(1200, 2))
    assert end == loan.account(DUE_3).maturity
