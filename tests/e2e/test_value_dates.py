"""An act on a loan that two people record late counts from its value date, on every store and over the wire."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lending.application.call import Actor, Role
from lending.kernel.money import Money
from lending.loans.commands import RepayLoan
from lending.operations.commands import ApproveProposal, Propose
from lending.payments.channel import Word
from lending_adapters.privacy import Keyring
from tests.support.acts import BOSS, FIRST_DUE, START, balances, lent, view
from tests.support.platform import CLERK, Stage, staged

LATE = FIRST_DUE + timedelta(days=20)
DUE = Money.parse("1100.16")


@pytest.fixture(params=["memory", "sqlite", "postgresql", "grpc"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, bool]:
    urls = {"memory": "memory", "grpc": "memory", "sqlite": f"sqlite:///{tmp_path / 'value.db'}"}
    return urls.get(request.param) or request.getfixturevalue("postgres_url"), request.param == "grpc"


@pytest.fixture
def stage(url: tuple[str, bool]) -> Iterator[Stage]:
    with staged(url[0], START, keyring=Keyring.generate().text, over_grpc=url[1]) as made:
        made.collections.words = [Word.FAILED] * 100
        yield made


def recorded_late(stage: Stage, command: RepayLoan, value_date: date) -> None:
    made = stage.done(Propose(command, "the counter's slip was found", value_date), CLERK)
    stage.done(ApproveProposal(made.proposal_id), BOSS)


def test_a_payment_recorded_late_is_as_one_recorded_in_time(stage: Stage) -> None:
    """Two loans alike, one paid on the due date: twenty days later the other is paid for that day."""
    in_time, _contract, customer = lent(stage)
    late, _contract, _customer = lent(stage, serial=2)
    stage.days_pass(until=FIRST_DUE)
    stage.done(RepayLoan(in_time, DUE, "slip-1"), customer)
    stage.days_pass(until=LATE)
    assert (view(stage, in_time).status, view(stage, late).status) == ("NORMAL", "OVERDUE")
    recorded_late(stage, RepayLoan(late, DUE, "slip-2"), FIRST_DUE)
    told = [view(stage, loan_id) for loan_id in (in_time, late)]
    assert told[0].instalments == told[1].instalments
    assert [each.status for each in told] == ["NORMAL", "NORMAL"]
    assert (balances(stage).get("1132.03", "0.00"), balances(stage).get("1303.02", "0.00")) == ("0.00", "0.00")


@pytest.mark.parametrize(("days", "code"), [(1, "VALUE_DATE_IN_FUTURE"), (-21, "BEFORE_DISBURSEMENT")])
def test_money_does_not_count_from_tomorrow_nor_from_before_the_loan(stage: Stage, days: int, code: str) -> None:
    loan_id, _contract, _customer = lent(stage)
    stage.days_pass(until=START + timedelta(days=20))
    command = RepayLoan(loan_id, DUE, "slip-1")
    made = stage.done(Propose(command, "as they say", START + timedelta(days=20 + days)), CLERK)
    assert stage.refusal(ApproveProposal(made.proposal_id), BOSS).code == code
    assert view(stage, loan_id).credit_balance.text == "0.00"


def test_nobody_alone_names_another_day(stage: Stage) -> None:
    loan_id, _contract, _customer = lent(stage)
    made = stage.done(Propose(RepayLoan(loan_id, DUE, "slip-1"), "please", START), CLERK)
    assert stage.refusal(ApproveProposal(made.proposal_id), CLERK).code == "MAKER_IS_CHECKER"
    stranger = Actor("somebody", Role.CUSTOMER, "cus_0000000000000000000000000Z")
    assert stage.refusal(Propose(RepayLoan(loan_id, DUE, "slip-2"), "mine", START), stranger).code == "NOT_GRANTED"
