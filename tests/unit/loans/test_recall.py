"""Early recall (提前收回): everything is due from its date, with interest to that date."""

from datetime import date
from typing import Any

import attrs
import pytest

from lending.kernel.outcome import Failure, Success
from lending.loans.account import account, effect
from lending.loans.choices import Component, InterestOn
from lending.loans.events import LoanRecalled
from lending.loans.facts import Charge, Disbursement, Recall, Settlement
from lending.loans.refusals import LoanNotActive, NoInstalmentsLeft
from lending.loans.status import LoanStatus
from lending.loans.terms import Interest, LoanTerms, Penalty
from lending_adapters.codec import Codec
from lending_adapters.codec.registered import registered_types
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, figure, loan_at, on_time, paid, split, yuan

DAY = date(2024, 4, 17)
"""Twelve days into period 4, as in F12."""
RECALL = Recall(on=DAY, key="recall")
ON_ACTUAL = Interest(on=InterestOn.ACTUAL_BALANCE)
balances = pytest.mark.parametrize("interest", [Interest(), ON_ACTUAL], ids=["scheduled", "actual"])


@balances
def test_all_principal_is_due_with_interest_to_the_date(interest: Interest) -> None:
    terms = base_loan(penalty=PENALTY, interest=interest)
    account = loan_at(terms, DAY, *on_time(terms, 3), RECALL)
    assert (figure(account.due.principal), figure(account.due.interest)) == ("9197.91", "55.19")
    assert account.outstanding == account.due
    assert (len(account.instalments), account.maturity, account.days_past_due) == (4, DAY, 0)
    assert split(account.instalments[3]) == ("9197.91", "55.19")
    before = loan_at(terms, DAY, *on_time(terms, 3)).instalments
    assert account.instalments[:3] == before[:3]


@balances
def test_from_then_on_it_is_overdue_and_bears_penalty_on_all_of_it(interest: Interest) -> None:
    terms = base_loan(penalty=PENALTY, interest=interest)
    account = loan_at(terms, date(2024, 4, 27), *on_time(terms, 3), RECALL)
    # 9,197.91 × 27 % × 10 ÷ 360 and 55.19 × 27 % × 10 ÷ 360; no interest besides
    assert (figure(account.due.penalty), figure(account.due.compound)) == ("68.98", "0.41")
    assert figure(account.due.interest) == "55.19"
    assert (account.status, account.days_past_due) == (LoanStatus.OVERDUE, 10)


def test_what_was_overdue_stays_what_it_was() -> None:
    """F21: 636.36 of interest due and, of period 5, one day on the balance not due: 8,235.72 × 18 % ÷ 360 = 4.12."""
    terms = base_loan(penalty=PENALTY)
    account = loan_at(terms, date(2024, 5, 6), Recall(on=date(2024, 5, 6), key="recall"))
    assert (figure(account.due.principal), figure(account.due.interest)) == ("12000.00", "640.48")
    assert (figure(account.due.penalty), figure(account.due.compound)) == ("128.99", "23.66")


@balances
def test_a_payment_of_all_that_is_due_settles(interest: Interest) -> None:
    terms = base_loan(interest=interest)
    account = loan_at(terms, DAY, *on_time(terms, 3), RECALL, paid(DAY, "9253.10"))
    assert (account.status, account.outstanding.total, account.principal_balance) == (LoanStatus.SETTLED, 0, 0)
    assert figure(account.figures.interest_earned) == "553.58"  # 180.00 + 166.20 + 152.19 + 55.19


def test_on_a_due_date_that_instalment_is_taken_in_full() -> None:
    terms = base_loan()
    day = date(2024, 5, 5)
    account = loan_at(terms, day, *on_time(terms, 3), Recall(on=day, key="recall"))
    assert split(account.instalments[3]) == ("9197.91", "137.97")
    assert account.due == account.outstanding


def test_the_credit_balance_pays_and_later_charges_come_due() -> None:
    terms = base_loan()
    fee = Charge(on=PAID_OUT, key="fee", component=Component.FEE, amount=yuan("20"), due=date(2024, 12, 1))
    held = paid(date(2024, 4, 10), "500.00")
    account = loan_at(terms, DAY, fee, *on_time(terms, 3), held, RECALL)
    assert account.credit_balance == 0
    assert figure(account.due.total) == "8773.10"  # 9,253.10 + 20.00 − 500.00
    assert figure(account.figures.fees_charged) == "20.00"


class TestTheLoan:
    def test_it_tells_what_is_due(self) -> None:
        loan = done(lent().recall("recall", date(2024, 1, 17)))
        event = loan.events[-1]
        assert isinstance(event, LoanRecalled)
        assert (event.principal, event.interest) == (yuan("12000"), yuan("72.00"))
        assert event.maturity_before == date(2025, 1, 5)
        assert loan.status is LoanStatus.NORMAL
        assert loan.close_day(date(2024, 1, 18)).status is LoanStatus.OVERDUE

    def test_once_and_only_before_the_end(self) -> None:
        loan = done(lent().recall("recall", DAY))
        assert loan.recall("again", DAY) == Failure(NoInstalmentsLeft(DAY, DAY))
        end = date(2025, 1, 5)
        assert lent().recall("late", end) == Failure(NoInstalmentsLeft(end, end))

    def test_it_comes_back_from_the_store(self) -> None:
        codec = Codec(registered_types())
        loan = attrs.evolve(done(lent().recall("recall", DAY)), events=())
        assert codec.decode(codec.encode(loan)) == loan

    def test_not_of_a_settled_loan(self) -> None:
        settled = done(lent().settle("s", PAID_OUT))
        assert settled.recall("recall", DAY) == Failure(LoanNotActive(LoanStatus.SETTLED))


def lent(terms: LoanTerms | None = None) -> Any:
    return opened(terms or base_loan(), on=PAID_OUT)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


@balances
@pytest.mark.parametrize("penalty", [None, PENALTY], ids=["without", "with penalty"])
def test_a_tranche_that_was_paid_out_after_it_is_owed_at_once_and_settled_with_the_rest(
    interest: Interest, penalty: Penalty | None
) -> None:
    """The recall was recorded with an earlier date: of 12,000.00, 11,000.00 were out by then."""
    terms = base_loan(interest=interest, penalty=penalty)
    first = Disbursement(on=PAID_OUT, key="payout", amount=yuan("11000"))
    second = Disbursement(on=date(2024, 1, 18), key="tranche", amount=yuan("1000"))
    recall = Recall(on=date(2024, 1, 17), key="recall")
    facts = (first, second, recall)
    assert figure(account(terms, facts, recall.on).due.principal) == "11000.00"
    now = account(terms, facts, second.on)
    assert figure(now.due.principal) == "12000.00"
    before, after = effect(terms, facts, (Settlement(on=second.on, key="all", amount=None),), second.on)
    assert (after.figures - before).received == now.due.total
    assert after.status is LoanStatus.SETTLED
    if penalty is not None:
        # A day on 11,000.00 and nine on 12,000.00, at 27 %: 8.25 + 81.00
        assert figure(account(terms, facts, date(2024, 1, 27)).due.penalty) == "89.25"
