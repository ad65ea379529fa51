"""A payout that comes back, on databases: every proof holds after it, and the day is reconciled and released."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from lending.funding.queries import GetFunderUsage
from lending.funding.sharing import FunderShare
from lending.kernel.money import Money
from lending.loans.commands import RepayLoan
from lending.loans.ports import LOANS
from lending.payments.commands import RecordPayoutReturn
from lending.payments.ports import DISBURSEMENTS
from lending.reconciliation.ports import DIFFERENCES
from lending.reconciliation.statement import Flow
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from lending_adapters.reconciliation.running import reconcile_books, reconcile_statement
from lending_adapters.statements import write_statement
from lending_adapters.stores import open_store
from tests.support.desk import SYSTEM, Desk
from tests.support.funding import START, a_loan_finds_its_money
from tests.support.joint import pay_out_jointly
from tests.support.platform import staged
from tests.support.reconciling import line

pytestmark = pytest.mark.requirement("R76", "R65", command="RecordPayoutReturn")

BACK = date(2024, 1, 8)


def test_on_sqlite(tmp_path: Path) -> None:
    sent_back(f"sqlite:///{tmp_path / 'back.db'}", tmp_path, Keyring.generate().text)


def test_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    sent_back(postgres_url, tmp_path, Keyring.generate().text)


def sent_back(url: str, folder: Path, keyring: str) -> None:
    """Two loans, one of which comes back after something was paid on it; nobody tells us but the statement."""
    environment = {"LENDING_KEYRING": keyring}
    desk = Desk(store=open_store(url, upgrade=True, environment=environment))
    shares = FunderShare("BANK_A", 5_000), FunderShare("BANK_B", 2_000)
    loan_id = pay_out_jointly(desk, *shares)
    desk.close_days_until(BACK)
    desk.done(RepayLoan(loan_id, Money.parse("100.00"), "by-hand"))
    (order,) = desk.store.page(DISBURSEMENTS, None, "", "", 2)
    desk.close_days_until(BACK + timedelta(days=1))
    path = folder / "main.csv"
    told = [line(BACK, order.order_no, "10000.00", Flow.RETURN)]
    write_statement(path, "MAIN", BACK, told)
    reconcile_statement(desk.store, desk.bus, path, "MAIN", BACK, desk.now)
    assert [each.state.value for each in desk.store.page(DIFFERENCES, None, "", "", 9)] == ["STATUS_DIFF"]
    desk.work()
    (order,) = desk.store.page(DISBURSEMENTS, None, "", "", 2)
    assert (order.status.value, order.given_back and order.given_back.on) == ("RETURNED", BACK)
    assert [each.state.value for each in desk.store.page(DIFFERENCES, None, "", "", 9)] == ["MATCHED_LATE"]
    desk.close_days_until(BACK + timedelta(days=3))
    for ahead in range(3):
        done = reconcile_books(desk.store, desk.bus, BACK + timedelta(days=ahead), desk.now)
        by_hand = ahead == 0
        assert (done.ledger.differences, done.business.differences) == (int(by_hand), 0), "paid without an order"
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    assert stored.value.account(desk.day).credit_balance == 10_000
    assert not [proof for proof in prove(url, environment) if proof.violated]
    desk.store.close()


def test_what_we_were_told_before_agrees_with_the_statement(tmp_path: Path) -> None:
    desk = Desk()
    pay_out_jointly(desk, FunderShare("BANK_A", 5_000))
    desk.close_days_until(BACK)
    (order,) = desk.store.page(DISBURSEMENTS, None, "", "", 2)
    desk.done(RecordPayoutReturn(order_id=order.id, on=BACK, reason="account closed"), SYSTEM)
    desk.close_days_until(BACK + timedelta(days=1))
    path = tmp_path / "main.csv"
    write_statement(path, "MAIN", BACK, [line(BACK, order.order_no, "10000.00", Flow.RETURN)])
    _head, recorded = reconcile_statement(desk.store, desk.bus, path, "MAIN", BACK, desk.now)
    assert (recorded.matched, recorded.differences) == (1, 0)
    done = reconcile_books(desk.store, desk.bus, BACK, desk.now)
    assert done.ledger.differences == done.business.differences == 0


def test_what_the_statement_does_not_have_is_a_shortage_of_the_channel(tmp_path: Path) -> None:
    desk = Desk()
    pay_out_jointly(desk, FunderShare("BANK_A", 5_000))
    desk.close_days_until(BACK)
    (order,) = desk.store.page(DISBURSEMENTS, None, "", "", 2)
    desk.done(RecordPayoutReturn(order_id=order.id, on=BACK, reason="account closed"), SYSTEM)
    desk.close_days_until(BACK + timedelta(days=1))
    path = tmp_path / "main.csv"
    write_statement(path, "MAIN", BACK, [])
    reconcile_statement(desk.store, desk.bus, path, "MAIN", BACK, desk.now)
    (short,) = desk.store.page(DIFFERENCES, None, "", "", 9)
    assert (short.flow, short.state.value, short.effect) == (Flow.RETURN, "SHORT", -1_000_000)


def test_its_funder_can_lend_the_money_again(tmp_path: Path) -> None:
    """BANK_Y lent 7,000.00 of its 50,000.00; the payout came back, and so did its room."""
    url = f"sqlite:///{tmp_path / 'quotas.db'}"
    with staged(url, START) as stage:
        a_loan_finds_its_money(stage)
        (order,) = stage.platform.store.page(DISBURSEMENTS, None, "", "", 2)
        stage.done(RecordPayoutReturn(order_id=order.id, on=START, reason="account closed"), SYSTEM)
        (quota,) = stage.answer(GetFunderUsage("BANK_Y")).quotas
        assert (quota.used, quota.occupied, quota.free) == (0, 0, 5_000_000)
    assert not [proof for proof in prove(url) if proof.violated]
