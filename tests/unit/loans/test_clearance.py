"""Clearance (清收, R78): one act ends a bad loan; what was received pays principal first, the rest is given up."""

from datetime import date
from typing import Any

import pytest

from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.loans.choices import ClearanceMeans, Component, InterestOn
from lending.loans.events import LoanCleared, LoanSettled
from lending.loans.loan import Loan
from lending.loans.refusals import MoneyInHeld
from lending.loans.relief_refusals import ClearanceExceedsOwed, LoanNotBad
from lending.loans.status import LoanStatus, SettlementKind
from lending.loans.terms import Interest
from lending_entrypoints.replay.journal import journal
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, figure, yuan

ON = date(2024, 2, 15)
"""Ten days late: 6.90 penalty and 1.35 compound (F10), 11,079.84 × 18 % × 10 ÷ 360 = 55.40 of the running period."""
OWED = "12243.65"
"""12,000.00 + 180.00 + 55.40 + 6.90 + 1.35."""


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


@pytest.fixture
def late() -> Loan:
    return opened(base_loan(penalty=PENALTY), on=PAID_OUT)


def cleared_entries(loan: Loan) -> list[tuple[str, str, str]]:
    entries = [entry for entry in journal(loan, ON) if entry.event == "CLEARED"]
    return [
        ("Dr" if line.debit else "Cr", line.account, figure(line.debit or line.credit))
        for entry in entries
        for line in entry.lines
    ]


@pytest.mark.requirement("R78")
@pytest.mark.parametrize("on", list(InterestOn))
def test_a19_a_car_taken_for_the_debt(on: InterestOn) -> None:
    """A car at 40,000.00 for a loan of 50,000.00 without interest: 10,000.00 are a loss against the provision."""
    terms = base_loan(principal=yuan("50000"), rate=Rate(0), interest=Interest(on=on))
    loan = done(opened(terms, on=PAID_OUT).clear("car", yuan("40000"), ClearanceMeans.COLLATERAL, ON))
    assert cleared_entries(loan) == [
        ("Dr", "1441.01", "40000.00"),
        ("Dr", "1304.01", "10000.00"),
        ("Cr", "1303.01", "50000.00"),
    ]
    assert loan.status is LoanStatus.SETTLED
    assert loan.account(ON).outstanding.total == 0


def test_what_does_not_reach_is_given_up_principal_last(late: Loan) -> None:
    loan = done(late.clear("c", yuan("12100.00"), ClearanceMeans.COURT, ON))
    event = next(event for event in loan.events if isinstance(event, LoanCleared))
    given_up = (event.principal, event.interest, event.fee, event.penalty, event.compound)
    assert [part.text for part in given_up] == ["0.00", "135.40", "0.00", "6.90", "1.35"]
    now = loan.account(ON)
    assert (now.principal_balance, now.outstanding.total, now.credit_balance, now.claim) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("means", "account", "kind"),
    [
        (ClearanceMeans.CASH, "1012.01", SettlementKind.CLEARED),
        (ClearanceMeans.COURT, "1002.01", SettlementKind.CLEARED),
        (ClearanceMeans.COLLATERAL, "1441.01", SettlementKind.COLLATERAL),
        (ClearanceMeans.THIRD_PARTY, "1002.01", SettlementKind.COMPENSATED),
    ],
)
def test_where_it_is_booked_and_how_the_loan_is_said_to_end(
    late: Loan, means: ClearanceMeans, account: str, kind: SettlementKind
) -> None:
    loan = done(late.clear("c", yuan("5000.00"), means, ON))
    assert cleared_entries(loan)[0] == ("Dr", account, "5000.00")
    settled = next(event for event in loan.events if isinstance(event, LoanSettled))
    assert (settled.on, settled.kind) == (ON, kind)


def test_money_held_counts_before_anything_is_given_up(late: Loan) -> None:
    charged = done(late.charge("f", Component.FEE, yuan("50.00"), ON, PAID_OUT))
    loan = done(charged.clear("c", yuan(OWED), ClearanceMeans.CASH, ON))
    event = next(event for event in loan.events if isinstance(event, LoanCleared))
    assert (event.penalty + event.compound + event.fee).text == "50.00"


def test_a_clearance_taken_back_never_was(late: Loan) -> None:
    loan = done(late.clear("c", yuan("5000.00"), ClearanceMeans.COLLATERAL, ON))
    undone = done(loan.reverse("undo", "c", ON))
    assert undone.account(ON) == late.account(ON)
    assert undone.status is LoanStatus.OVERDUE
    held = {line.account for entry in journal(undone, ON) for line in entry.lines}
    assert "1441.01" in held
    assert (
        sum(line.debit - line.credit for e in journal(undone, ON) for line in e.lines if line.account == "1441.01") == 0
    )


def test_what_is_refused(late: Loan) -> None:
    cash = ClearanceMeans.CASH
    more = late.clear("c", yuan("12243.66"), cash, ON)
    assert more == Failure(ClearanceExceedsOwed(yuan("12243.66"), yuan(OWED)))
    good = late.clear("c", yuan("100.00"), cash, date(2024, 2, 5))
    assert good == Failure(LoanNotBad(LoanStatus.NORMAL))
    held = done(late.hold("order"))
    assert held.clear("c", yuan("100.00"), cash, ON) == Failure(MoneyInHeld("order"))
