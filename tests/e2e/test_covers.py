"""A funder's part that is taken over (代偿, 回购): every proof holds, whatever happens to the loan then."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lending.accounting.ports import VOUCHERS
from lending.funding.cover import Cover, CoverKind
from lending.funding.sharing import FunderShare
from lending.kernel.money import Money
from lending.loans.choices import Component
from lending.loans.commands import (
    ImpairLoan,
    RecallLoan,
    RecoverLoan,
    RepayLoan,
    ReversePayment,
    WaiveLoan,
    WriteOffLoan,
)
from lending.loans.facts import Repayment
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.payments.channel import Word
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from lending_adapters.stores import open_store
from tests.support.desk import Desk
from tests.support.joint import pay_out_jointly
from tests.support.settlements import reversed_by_two

pytestmark = pytest.mark.requirement("R58", "R59")

FIRST_DUE = date(2024, 2, 5)


@pytest.mark.parametrize("kind", CoverKind)
def test_on_sqlite(tmp_path: Path, kind: CoverKind) -> None:
    taken_over(f"sqlite:///{tmp_path / 'covers.db'}", kind, Keyring.generate().text)


@pytest.mark.parametrize("kind", CoverKind)
def test_on_postgresql(postgres_url: str, kind: CoverKind) -> None:
    taken_over(postgres_url, kind, Keyring.generate().text)


def taken_over(url: str, kind: CoverKind, keyring: str) -> None:
    """Two funders, one of whom is covered from five days on: it is taken over, and the proofs hold at each step."""
    environment = {"LENDING_KEYRING": keyring}
    desk = Desk(store=open_store(url, upgrade=True, environment=environment))
    covered = FunderShare("BANK_A", 5_000, cover=Cover(kind, 5))
    loan_id = pay_out_jointly(desk, covered, FunderShare("BANK_B", 3_333))
    desk.close_days_until(FIRST_DUE)
    desk.collections.words = [Word.FAILED] * 400
    for step in life(desk, loan_id):
        assert not [proof for proof in prove(url, environment) if proof.violated], step
    events = {voucher.event for voucher in desk.store.page(VOUCHERS, None, "", "", 10_000)}
    wanted = {CoverKind.COMPENSATION: {"COMPENSATED", "CLAIMED"}, CoverKind.BUY_BACK: {"BOUGHT_BACK"}}[kind]
    assert events & {"COMPENSATED", "CLAIMED", "BOUGHT_BACK"} == wanted
    desk.store.close()


def life(desk: Desk, loan_id: LoanId) -> Iterator[str]:
    """What happens to the loan, named after it has happened."""
    desk.close_days_until(date(2024, 3, 10))
    yield "taken over"
    desk.done(RepayLoan(loan_id, Money.parse("150.00"), "counter-1"))
    yield "a part payment"
    interest = (Component.INTEREST,)
    reversed_by_two(desk, WaiveLoan(loan_id, Money.parse("20.00"), "waiver-1", interest))
    yield "interest given up"
    reversed_by_two(desk, ReversePayment(loan_id, first_payment(desk, loan_id), "reversal-1"))
    yield "a payment of before taken back"
    reversed_by_two(desk, ImpairLoan(loan_id, "bankrupt", "impairment-1"))
    desk.close_days_until(desk.day + timedelta(days=2))
    yield "non-accrual"
    desk.done(RecallLoan(loan_id, "recall-1"))
    desk.done(RepayLoan(loan_id, Money.parse("3000.00"), "counter-2"))
    yield "called in, and much of it paid"
    reversed_by_two(desk, WriteOffLoan(loan_id, "write-off-1"))
    yield "written off"
    desk.done(RecoverLoan(loan_id, Money.parse("500.00"), "counter-3"))
    yield "recovered in part"
    desk.close_days_until(desk.day + timedelta(days=2))
    yield "two days later"


def first_payment(desk: Desk, loan_id: LoanId) -> str:
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    return next(fact.key for fact in stored.value.facts if isinstance(fact, Repayment))
