"""Adjustment (调账, R54): an instalment fallen due is put right by hand, and the books move with it."""

from datetime import date
from typing import Any

import pytest

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.kernel.refusals import Refusal
from lending.loans.choices import Component, InterestOn
from lending.loans.events import InstalmentAdjusted
from lending.loans.loan import Loan
from lending.loans.refusals import LoanNotActive, PaymentNotPositive
from lending.loans.relief_refusals import AdjustmentBelowPaid, AdjustmentNotAllowed, InstalmentNotDue
from lending.loans.status import LoanStatus
from lending.loans.terms import Interest
from lending_entrypoints.replay.journal import journal
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, figure, yuan

DUE_1, TEN_DAYS_LATE = date(2024, 2, 5), date(2024, 2, 15)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


def adjusted(loan: Loan, component: Component, change: str, no: int = 1, on: date = TEN_DAYS_LATE) -> Any:
    said = {"reason": "counted twice", "reference": "voucher-7"}
    return loan.adjust(f"a-{component.value}-{change}", no, component, yuan(change), on, **said)


@pytest.fixture(params=list(InterestOn), ids=lambda on: on.value)
def late(request: pytest.FixtureRequest) -> Loan:
    return opened(base_loan(penalty=PENALTY, interest=Interest(on=request.param)), on=PAID_OUT)


@pytest.mark.requirement("R54")
@pytest.mark.parametrize(
    ("component", "change", "entry"),
    [
        (Component.INTEREST, "12.34", [("1132.02", 1234), ("6011.01", -1234)]),
        (Component.INTEREST, "-180.00", [("6011.01", 18000), ("1132.02", -18000)]),
        (Component.PENALTY, "-6.90", [("6011.02", 690), ("1132.03", -690)]),
        (Component.COMPOUND, "0.65", [("1132.04", 65), ("6011.02", -65)]),
        (Component.FEE, "25.00", [("1132.05", 2500), ("6021.01", -2500)]),
    ],
)
def test_sub_ledger_and_books_move_together(
    late: Loan, component: Component, change: str, entry: list[tuple[str, int]]
) -> None:
    before = late.account(TEN_DAYS_LATE)
    loan = done(adjusted(late, component, change))
    after = loan.account(TEN_DAYS_LATE)
    name = component.value.lower()
    assert getattr(after.due, name) - getattr(before.due, name) == yuan(change).minor
    assert after.instalments[1:] == before.instalments[1:]
    booked = [one for one in journal(loan, TEN_DAYS_LATE) if one.event == "ADJUSTED"]
    assert [[(line.account, line.debit - line.credit) for line in one.lines] for one in booked] == [entry]
    event = loan.events[-1] if isinstance(loan.events[-1], InstalmentAdjusted) else loan.events[-2]
    assert (event.reason, event.reference, event.change) == ("counted twice", "voucher-7", yuan(change))


def test_interest_put_right_bears_compound_from_then_on(late: Loan) -> None:
    """180.00 for ten days, then 360.00 for ten more: 1.35 + 2.70 at 27 % (F10)."""
    loan = done(adjusted(late, Component.INTEREST, "180.00"))
    assert figure(loan.account(date(2024, 2, 25)).due.compound) == "4.05"


def test_penalty_put_right_stays_so_while_it_grows(late: Loan) -> None:
    """6.90 less 6.90, and 920.16 × 27 % × 20 ÷ 360 = 13.80 in all: 6.90 ten days later."""
    loan = done(adjusted(late, Component.PENALTY, "-6.90"))
    assert figure(loan.account(TEN_DAYS_LATE).due.penalty) == "0.00"
    assert figure(loan.account(date(2024, 2, 25)).due.penalty) == "6.90"


def test_what_was_paid_is_owed_again_where_more_is_asked(late: Loan) -> None:
    paid = done(late.repay("pay", late.due(TEN_DAYS_LATE).total, TEN_DAYS_LATE))
    loan = done(adjusted(paid, Component.INTEREST, "1.00"))
    assert figure(loan.account(TEN_DAYS_LATE).due.interest) == "1.00"


def test_what_is_asked_more_bears_from_then_on_only(late: Loan) -> None:
    """Paid on its due date, asked 480.00 more ten days later: 480.00 × 27 % × 10 ÷ 360 another ten days later."""
    paid = done(late.repay("pay", late.due(DUE_1).total, DUE_1))
    loan = done(adjusted(paid, Component.INTEREST, "480.00"))
    assert figure(loan.account(TEN_DAYS_LATE).due.compound) == "0.00"
    later = loan.account(date(2024, 2, 25))
    assert (figure(later.due.compound), later.due.penalty) == ("3.60", 0)


def test_money_held_pays_at_once_what_is_asked_more(late: Loan) -> None:
    paid = done(late.repay("pay", late.due(TEN_DAYS_LATE).total + yuan("5.00"), TEN_DAYS_LATE))
    now = done(adjusted(paid, Component.FEE, "3.00")).account(TEN_DAYS_LATE)
    assert (figure(now.credit_balance), now.due.total) == ("2.00", 0)


def test_a_loan_is_settled_with_what_was_put_right(late: Loan) -> None:
    on = date(2024, 2, 20)
    before = late.settlement_quote(on).total
    loan = done(adjusted(late, Component.INTEREST, "-100.00"))
    compound = late.account(on).due.compound - loan.account(on).due.compound
    assert before - loan.settlement_quote(on).total == yuan("100.00") + Money(compound)
    settled = done(loan.settle("s", on))
    assert settled.status is LoanStatus.SETTLED


@pytest.mark.parametrize(
    ("component", "change", "no", "refusal"),
    [
        (Component.PRINCIPAL, "1.00", 1, AdjustmentNotAllowed(Component.PRINCIPAL)),
        (Component.INTEREST, "-180.01", 1, AdjustmentBelowPaid(yuan("-180.01"), yuan("180.00"))),
        (Component.INTEREST, "1.00", 2, InstalmentNotDue(2, TEN_DAYS_LATE)),
        (Component.INTEREST, "1.00", 99, InstalmentNotDue(99, TEN_DAYS_LATE)),
        (Component.INTEREST, "0.00", 1, PaymentNotPositive(yuan("0.00"))),
    ],
)
def test_what_cannot_be_put_right_is_refused(
    late: Loan, component: Component, change: str, no: int, refusal: Refusal
) -> None:
    assert adjusted(late, component, change, no) == Failure(refusal)


def test_a_settled_loan_is_put_right_by_no_hand(late: Loan) -> None:
    settled = done(late.settle("s", TEN_DAYS_LATE))
    assert adjusted(settled, Component.FEE, "1.00") == Failure(LoanNotActive(LoanStatus.SETTLED))
