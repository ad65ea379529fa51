"""Change of the due day (还款日变更): dates after the next one move, the period between bears interest by days."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from lending.kernel.outcome import Failure, Success
from lending.kernel.periods import Period, PeriodUnit
from lending.kernel.rates import Rate
from lending.loans.choices import InterestOn, Method
from lending.loans.events import DueDayChanged
from lending.loans.loan import Loan
from lending.loans.refusals import DueDayNotPossible, LoanOverdue, NoInstalmentsLeft
from lending.loans.terms import Interest, LoanTerms
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, base_loan, by_days, figure, split

DUE_1, ASKED_ON = date(2024, 2, 5), date(2024, 2, 20)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


def first_paid(terms: LoanTerms) -> Loan:
    loan = opened(terms, on=PAID_OUT)
    return done(loan.repay("pay", loan.due(DUE_1).total, DUE_1))


def half_up(amount: Fraction) -> str:
    return figure(int(amount + Fraction(1, 2)))


@pytest.mark.requirement("R79")
@pytest.mark.parametrize("on", list(InterestOn))
def test_the_next_due_date_stays_and_the_later_ones_move(on: InterestOn) -> None:
    """From 5 March to 20 April are 46 days: 10,145.88 × 18 % × 46 ÷ 360."""
    loan = done(first_paid(base_loan(interest=Interest(on=on))).change_due_day("d", 20, ASKED_ON))
    rows = loan.account(ASKED_ON).instalments
    assert [row.due for row in rows[:4]] == [DUE_1, date(2024, 3, 5), date(2024, 4, 20), date(2024, 5, 20)]
    assert rows[-1].due == date(2025, 1, 20)
    broken = half_up(Fraction(1_014_588 * 18 * 46, 100 * 360))
    assert broken == "233.36"
    assert [split(row) for row in rows[1:4]] == [("933.96", "166.20"), ("947.97", broken), ("962.19", "137.97")]
    assert loan.events[-1] == DueDayChanged(
        loan_id=loan.id,
        key="d",
        on=ASKED_ON,
        day=20,
        maturity_before=date(2025, 1, 5),
        maturity=date(2025, 1, 20),
    )


def test_an_earlier_day_makes_the_period_between_shorter() -> None:
    """From 5 March to 1 April are 27 days."""
    loan = done(first_paid(base_loan()).change_due_day("d", 1, ASKED_ON))
    row = loan.account(ASKED_ON).instalments[2]
    assert (row.due, figure(row.asked.interest)) == (
        date(2024, 4, 1),
        half_up(Fraction(1_014_588 * 18 * 27, 100 * 360)),
    )


def test_the_thirty_first_is_the_last_day_of_a_shorter_month() -> None:
    loan = done(first_paid(base_loan()).change_due_day("d", 31, ASKED_ON))
    assert [row.due for row in loan.account(ASKED_ON).instalments[2:5]] == [
        date(2024, 4, 30),
        date(2024, 5, 31),
        date(2024, 6, 30),
    ]


def test_an_instalment_level_over_days_is_found_anew() -> None:
    """Interest of each row is its balance × 18 % × its days ÷ 360, and all instalments but the last are level."""
    loan = done(first_paid(base_loan(interest=by_days())).change_due_day("d", 20, ASKED_ON))
    rows = loan.account(ASKED_ON).instalments
    balance = rows[1].balance_after
    for row in rows[2:]:
        interest = half_up(Fraction(balance * 18 * (row.due - row.start).days, 100 * 360))
        assert figure(row.asked.interest) == interest
        balance -= row.asked.principal
    assert balance == 0
    assert len({row.asked.total for row in rows[2:-1]}) == 1
    assert abs(rows[-1].asked.total - rows[2].asked.total) <= 12


def test_flat_interest_bears_by_days_on_the_whole_amount() -> None:
    """等本等息: 12,000.00 × 9 % × 46 ÷ 360 = 138.00 in the broken period, 90.00 in the others."""
    flat = base_loan(method=Method.EQUAL_PRINCIPAL_AND_INTEREST, rate=Rate.parse("0.09"))
    loan = done(first_paid(flat).change_due_day("d", 20, ASKED_ON))
    rows = loan.account(ASKED_ON).instalments
    assert [split(row) for row in rows[1:4]] == [("1000.00", "90.00"), ("1000.00", "138.00"), ("1000.00", "90.00")]


def test_changed_back_in_time_everything_is_as_it_was() -> None:
    first = first_paid(base_loan())
    loan = done(done(first.change_due_day("d", 20, ASKED_ON)).change_due_day("back", 5, ASKED_ON))
    assert loan.account(ASKED_ON).instalments == first.account(ASKED_ON).instalments


def test_an_extension_keeps_the_new_day() -> None:
    loan = done(first_paid(base_loan()).change_due_day("d", 20, ASKED_ON))
    longer = done(loan.extend("e", date(2025, 3, 20), ASKED_ON))
    assert [row.due for row in longer.account(ASKED_ON).instalments[-3:]] == [
        date(2025, 1, 20),
        date(2025, 2, 20),
        date(2025, 3, 20),
    ]


def test_it_is_refused_where_no_date_would_move() -> None:
    loan = first_paid(base_loan())
    assert loan.change_due_day("d", 5, ASKED_ON) == Failure(DueDayNotPossible(5, date(2024, 3, 5)))
    by_weeks = opened(base_loan(period=Period(1, PeriodUnit.WEEK)), on=PAID_OUT)
    assert by_weeks.change_due_day("d", 20, PAID_OUT) == Failure(DueDayNotPossible(20, date(2024, 1, 12)))
    bullet = opened(base_loan(method=Method.BULLET), on=PAID_OUT)
    assert bullet.change_due_day("d", 20, PAID_OUT) == Failure(NoInstalmentsLeft(PAID_OUT, date(2025, 1, 5)))


def test_an_overdue_loan_keeps_its_dates() -> None:
    loan = opened(base_loan(), on=PAID_OUT)
    assert loan.change_due_day("d", 20, ASKED_ON) == Failure(LoanOverdue(15))
