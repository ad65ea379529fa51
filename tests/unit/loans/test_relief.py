"""Relief (减免, F14): penalty first and principal last, within authority, outright or for a payment that must come."""

from datetime import date
from typing import Any

import pytest

from lending.application.call import Role
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.loans.authority import AUTHORITIES, beyond_authority
from lending.loans.choices import Component
from lending.loans.events import WaiverLapsed
from lending.loans.facts import PairedPayment
from lending.loans.loan import Loan
from lending.loans.relief import LATENESS, Share
from lending.loans.relief_refusals import (
    NothingToWaive,
    PairedPaymentNotPossible,
    WaiverExceedsAuthority,
    WaiverExceedsOutstanding,
)
from lending.loans.status import LoanStatus
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, figure, yuan

TEN_DAYS_LATE = date(2024, 2, 15)
BY = date(2024, 2, 20)
P, C, F = Component.PENALTY, Component.COMPOUND, Component.FEE
EARNED, LENT = Component.INTEREST, Component.PRINCIPAL


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


@pytest.fixture
def late() -> Loan:
    """F10: 920.16 and 180.00 unpaid for ten days: penalty 6.90, compound 1.35."""
    return opened(base_loan(penalty=PENALTY), on=PAID_OUT)


def owed(loan: Loan, on: date) -> tuple[str, str]:
    due = loan.account(on).due
    return figure(due.penalty), figure(due.compound)


@pytest.mark.requirement("R53")
def test_f14_half_of_what_lateness_cost(late: Loan) -> None:
    """3.45 + 0.68 = 4.13 given up, each half up; 3.45 + 0.67 left."""
    parts = late.relief(LATENESS, Share(50), TEN_DAYS_LATE)
    assert parts == ((P, yuan("3.45")), (C, yuan("0.68")))
    assert owed(done(late.waive_parts("w", parts, TEN_DAYS_LATE)), TEN_DAYS_LATE) == ("3.45", "0.67")


@pytest.mark.parametrize(
    ("amount", "parts"),
    [
        ("5.00", [(P, "5.00")]),
        ("8.00", [(P, "6.90"), (C, "1.10")]),
        ("8.25", [(P, "6.90"), (C, "1.35")]),
        ("100.00", [(P, "6.90"), (C, "1.35"), (EARNED, "91.75")]),
    ],
)
def test_an_amount_takes_penalty_then_compound_then_interest(
    late: Loan, amount: str, parts: list[tuple[Component, str]]
) -> None:
    taken = late.relief((EARNED, C, P), yuan(amount), TEN_DAYS_LATE)
    assert [(component, part.text) for component, part in taken] == parts


def test_more_than_there_is_is_refused(late: Loan) -> None:
    parts = late.relief(LATENESS, yuan("8.26"), TEN_DAYS_LATE)
    assert late.waive_parts("w", parts, TEN_DAYS_LATE) == Failure(
        WaiverExceedsOutstanding(C, yuan("1.36"), yuan("1.35"))
    )
    nothing = late.relief((F,), Share(100), TEN_DAYS_LATE)
    assert late.waive_parts("w", nothing, TEN_DAYS_LATE) == Failure(NothingToWaive(TEN_DAYS_LATE))


class TestForAPayment:
    @pytest.fixture
    def relieved(self, late: Loan) -> Loan:
        """All of 8.25 given up, if 1,100.16 come by 20 February."""
        parts = late.relief(LATENESS, Share(100), TEN_DAYS_LATE)
        return done(late.waive_parts("w", parts, TEN_DAYS_LATE, PairedPayment(amount=yuan("1100.16"), by=BY)))

    @pytest.mark.requirement("R53")
    def test_it_stands_until_the_end_of_the_last_day_and_has_never_been_after_it(
        self, late: Loan, relieved: Loan
    ) -> None:
        assert relieved.account(BY).instalments[0].waived.total == 825
        after = date(2024, 2, 21)
        assert relieved.account(after) == late.account(after)

    @pytest.mark.parametrize("on", [TEN_DAYS_LATE, BY])
    def test_the_payment_in_time_makes_it_stand(self, relieved: Loan, on: date) -> None:
        paid = done(relieved.repay("pay", relieved.due(on).total, on))
        assert paid.account(date(2024, 3, 1)).figures.penalty_waived == 690
        assert paid.account(date(2024, 3, 1)).status is LoanStatus.NORMAL

    def test_two_payments_count_together_and_a_cent_less_does_not(self, relieved: Loan) -> None:
        half = done(relieved.repay("one", yuan("600.00"), TEN_DAYS_LATE))
        enough = done(half.repay("two", yuan("500.16"), BY))
        short = done(half.repay("two", yuan("500.15"), BY))
        after = date(2024, 2, 21)
        assert enough.account(after).figures.penalty_waived == 690
        assert short.account(after).figures.penalty_waived == 0

    def test_the_payment_of_the_next_day_is_too_late(self, relieved: Loan) -> None:
        after = date(2024, 2, 21)
        assert done(relieved.repay("pay", yuan("1200.00"), after)).account(after).figures.penalty_waived == 0

    def test_paid_in_time_and_recorded_late_it_stands(self, relieved: Loan) -> None:
        told = done(relieved.repay("pay", yuan("1100.16"), BY, today=date(2024, 3, 1)))
        assert told.account(date(2024, 3, 1)).figures.penalty_waived == 690

    def test_the_payment_taken_back_takes_it_back(self, late: Loan, relieved: Loan) -> None:
        """§9: the reduction, then the reversal of the payment it was paired with."""
        paid = done(relieved.repay("pay", yuan("1200.00"), BY))
        undone_on = date(2024, 3, 1)
        undone = done(paid.reverse("undo", "pay", undone_on))
        assert undone.account(undone_on) == late.account(undone_on)
        assert undone.account(date(2024, 2, 29)).figures.penalty_waived == 690, "before that day it stood"

    def test_the_lapse_is_told_once_at_the_end_of_a_day(self, relieved: Loan) -> None:
        assert not [event for event in relieved.close_day(BY).events if isinstance(event, WaiverLapsed)]
        closed = relieved.close_day(date(2024, 2, 25))
        told = [event for event in closed.events if isinstance(event, WaiverLapsed)]
        assert [(event.component, event.amount.text) for event in told] == [(P, "6.90"), (C, "1.35")]
        assert closed.close_day(date(2024, 2, 25)) == closed
        again = [event for event in closed.close_day(date(2024, 3, 9)).events if isinstance(event, WaiverLapsed)]
        assert again == told

    def test_a_loan_settled_by_a_waiver_that_lapses_owes_again(self) -> None:
        """It stays among those that an end of day looks at until the payment has come."""
        loan = opened(base_loan(), on=PAID_OUT)
        loan = done(loan.recall("r", PAID_OUT))
        loan = done(loan.waive("w1", LENT, yuan("2000.00"), PAID_OUT, PairedPayment(amount=yuan("10000.00"), by=BY)))
        loan = done(loan.waive("w2", LENT, yuan("10000.00"), PAID_OUT))
        assert (loan.status, loan.is_open) == (LoanStatus.SETTLED, True)
        closed = loan.close_day(date(2024, 2, 21))
        assert closed.status is LoanStatus.OVERDUE
        assert figure(closed.account(date(2024, 2, 21)).due.principal) == "2000.00"

    @pytest.mark.parametrize(("amount", "by"), [("13209.21", BY), ("100.00", date(2024, 2, 14))])
    def test_a_payment_that_cannot_come_is_refused(self, late: Loan, amount: str, by: date) -> None:
        """12,000.00 + 1,201.95 + 8.25 less the 1.00 given up: 13,209.20 are left to pay."""
        wanted = PairedPayment(amount=yuan(amount), by=by)
        assert late.waive("w", P, yuan("1.00"), TEN_DAYS_LATE, wanted) == Failure(
            PairedPaymentNotPossible(yuan(amount), by, yuan("13209.20"))
        )
        most = PairedPayment(amount=yuan("13209.20"), by=BY)
        assert isinstance(late.waive("w", P, yuan("1.00"), TEN_DAYS_LATE, most), Success)


class TestAuthority:
    def test_operations_may_give_up_what_lateness_cost(self, late: Loan) -> None:
        assert beyond_authority(Role.OPERATIONS, late.account(TEN_DAYS_LATE), [(P, yuan("6.90"))]) is None

    def test_half_the_interest_and_not_a_cent_more(self, late: Loan) -> None:
        """1,201.95 of interest in all: 600.97 are half of it, rounded down."""
        now = late.account(TEN_DAYS_LATE)
        assert beyond_authority(Role.OPERATIONS, now, [(EARNED, yuan("600.97"))]) is None
        assert beyond_authority(Role.OPERATIONS, now, [(EARNED, yuan("600.98"))]) == WaiverExceedsAuthority(
            "OPERATIONS", EARNED, yuan("600.98"), yuan("1000.00"), 50
        )

    def test_principal_is_for_reviewers(self, late: Loan) -> None:
        now = late.account(TEN_DAYS_LATE)
        assert beyond_authority(Role.REVIEWER, now, [(LENT, yuan("100.00"))]) is None
        assert beyond_authority(Role.OPERATIONS, now, [(LENT, yuan("100.00"))]) == WaiverExceedsAuthority(
            "OPERATIONS", LENT, yuan("100.00"), yuan("0"), 0
        )

    def test_several_small_ones_count_together(self, late: Loan) -> None:
        waived = done(late.waive("w", EARNED, yuan("600.00"), TEN_DAYS_LATE)).account(TEN_DAYS_LATE)
        assert beyond_authority(Role.OPERATIONS, waived, [(EARNED, yuan("0.97"))]) is None
        assert beyond_authority(Role.OPERATIONS, waived, [(EARNED, yuan("0.98"))]) is not None

    def test_each_role_has_one_line_for_a_component(self) -> None:
        lines = [(one.role, one.component) for one in AUTHORITIES]
        assert len(set(lines)) == len(lines)
        assert all(one.amount_max > Money(0) for one in AUTHORITIES)
