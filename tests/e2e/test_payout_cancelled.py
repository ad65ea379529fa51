"""A payout taken back at the counter (撤销放款), late, ours alone or joint: every proof holds at each step."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lending.accounting.journal import OWN
from lending.accounting.ports import VOUCHERS
from lending.funding.ports import SETTLEMENT_ITEMS
from lending.funding.sharing import FunderShare
from lending.loans.commands import ImpairLoan
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.payments.channel import Word
from lending.payments.commands import CancelPayout
from lending.payments.queries import GetPayout
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from lending_adapters.stores import open_store
from tests.support.desk import Desk
from tests.support.funding import TOTAL
from tests.support.joint import pay_out_jointly
from tests.support.settlements import reversed_by_two

pytestmark = pytest.mark.requirement("R76", command="CancelPayout")

FIRST_DUE = date(2024, 2, 5)
OURS: tuple[FunderShare, ...] = ()
JOINT = (FunderShare("BANK_A", 5_000), FunderShare("BANK_B", 3_333, prefunded=False))
"""One whose money was with us before (B2), and one for whom we advanced it (C4)."""


@pytest.mark.parametrize("shares", [OURS, JOINT], ids=["ours", "joint"])
def test_on_sqlite(tmp_path: Path, shares: tuple[FunderShare, ...]) -> None:
    cancelled(f"sqlite:///{tmp_path / 'cancelled.db'}", shares, Keyring.generate().text)


@pytest.mark.parametrize("shares", [OURS, JOINT], ids=["ours", "joint"])
def test_on_postgresql(postgres_url: str, shares: tuple[FunderShare, ...]) -> None:
    cancelled(postgres_url, shares, Keyring.generate().text)


def cancelled(url: str, shares: tuple[FunderShare, ...], keyring: str) -> None:
    """Paid out, overdue, taken back: nothing is left of it in any book, quota or settlement."""
    environment = {"LENDING_KEYRING": keyring}
    desk = Desk(store=open_store(url, upgrade=True, environment=environment))
    for step in life(desk, shares):
        assert not [proof for proof in prove(url, environment) if proof.violated], step
    desk.store.close()


def life(desk: Desk, shares: tuple[FunderShare, ...]) -> Iterator[str]:
    """What happens to the loan, named after it has happened."""
    desk.collections.words = [Word.FAILED] * 400
    loan_id = pay_out_jointly(desk, *shares, quotas=(TOTAL,))
    lent = {share.funder: 1_000_000 * share.weight // 10_000 for share in shares}
    assert used(desk, shares) == lent
    yield "paid out"
    desk.close_days_until(FIRST_DUE + timedelta(days=9))
    assert standing(desk, loan_id), "the loan is overdue, and nothing was paid on it"
    yield "overdue"
    cancel(desk, loan_id)
    assert standing(desk, loan_id) == {}
    assert used(desk, shares) == dict.fromkeys(lent, 0)
    reds = [each for each in desk.store.page(VOUCHERS, None, "", "", 10_000) if each.event == "CANCELLED"]
    assert {each.book for each in reds} == {OWN, *(f"FND:{share.funder}" for share in shares)}
    yield "taken back"
    desk.close_days_until(desk.day + timedelta(days=2))
    assert standing(desk, loan_id) == {}
    went_out: dict[str, int] = {}
    for item in desk.store.page(SETTLEMENT_ITEMS, None, "", "", 1_000):
        went_out[item.funder] = went_out.get(item.funder, 0) + item.amounts.payout
    assert went_out == dict.fromkeys(lent, 0)
    yield "two days later"


@pytest.mark.parametrize("shares", [OURS, JOINT], ids=["ours", "joint"])
def test_a_loan_judged_impaired_is_not_cancelled(shares: tuple[FunderShare, ...]) -> None:
    """What is off the books is brought back to them before it can be as if it had never been."""
    desk = Desk()
    loan_id = pay_out_jointly(desk, *shares)
    desk.close_days_until(date(2024, 1, 8))
    reversed_by_two(desk, ImpairLoan(loan_id, "bankrupt", "impairment-1"))
    before = standing(desk, loan_id)
    with pytest.raises(AssertionError, match="LoanNotActive"):
        cancel(desk, loan_id)
    assert standing(desk, loan_id) == before


def cancel(desk: Desk, loan_id: LoanId) -> None:
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    payout = desk.answer(GetPayout(stored.value.contract_id))
    reversed_by_two(desk, CancelPayout(order_id=payout.order_id, on=desk.day, reason="the car was not delivered"))


def standing(desk: Desk, loan_id: LoanId) -> dict[tuple[str, str], int]:
    """What stands of the loan on each account of each book; nothing that is zero."""
    sums: dict[tuple[str, str], int] = {}
    for voucher in desk.store.page(VOUCHERS, None, "", "", 10_000):
        for line in voucher.lines:
            if line.subject == loan_id.value:
                place = voucher.book, line.account
                sums[place] = sums.get(place, 0) + line.signed
    return {place: amount for place, amount in sums.items() if amount}


def used(desk: Desk, shares: tuple[FunderShare, ...]) -> dict[str, int]:
    """What is occupied or used of each funder's whole quota."""
    limits = {share.funder: desk.store.limit(f"funder/{share.funder}/TOTAL") for share in shares}
    return {funder: limit.occupied + limit.used for funder, limit in limits.items() if limit is not None}
