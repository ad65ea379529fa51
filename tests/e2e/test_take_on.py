"""Loans taken on accrue, are deducted, repaid, recovered and settled like any other, and the books hold throughout."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lending.accounting.queries import GetTrialBalance
from lending.contracts.ids import ContractId
from lending.contracts.ports import CONTRACTS
from lending.contracts.queries import GetContract
from lending.kernel.money import Money
from lending.loans.commands import RecoverLoan, RepayLoan, SettleLoan
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.queries import GetLoan, GetSettlementQuote
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from lending_adapters.take_on.reading import PortfolioFile
from lending_adapters.take_on.running import take_on
from tests.support.platform import CLERK, Stage, staged
from tests.support.portfolio import CUT_OVER, cells, write_portfolio

pytestmark = pytest.mark.requirement("R48", "R49", "R51", "R57", "R61", command="TakeOnLoans")

DUE = date(2024, 5, 5)
CURRENT, OWN_PLAN, ARREARS, HELD, BAD, WRITTEN_OFF, REPLAYED, LATE = (8, 1, 2, 3, 4, 5, 6, 7)
"""Loans of the portfolio, by what they are."""


def loan_of(stage: Stage, serial: int) -> Loan:
    (contract,) = stage.platform.store.lookup(CONTRACTS, CONTRACTS.key("taken_from"), f"OLD-{serial}")
    (loan,) = stage.platform.store.lookup(LOANS, LOANS.key("contract_id"), contract.value.id.value)
    return loan.value


def balances(stage: Stage) -> dict[str, int]:
    rows = stage.answer(GetTrialBalance()).rows
    return {row.account: row.debit - row.credit for row in rows if row.debit != row.credit}


def live(stage: Stage, folder: Path) -> None:
    """Eight loans taken on, over their next due date, until one is settled and one recovered."""
    file = PortfolioFile(write_portfolio(folder / "portfolio.csv", map(cells, range(1, 9))))
    taken = take_on(stage.bus, file, CUT_OVER, stage.clock.now())
    assert (taken.loans, taken.customers, taken.rejected) == (8, 8, 0)
    opening = balances(stage)
    # Interest of the day is what the plan of L earns: 59.79 after 13 of 30 days less 55.19 after 12 (F6).
    stage.days_pass(until=date(2024, 4, 18))
    before, after = (
        loan_of(stage, CURRENT).account(CUT_OVER).figures,
        loan_of(stage, CURRENT).account(date(2024, 4, 18)),
    )
    assert after.figures.interest_earned - before.interest_earned == 5_979 - 5_519
    assert opening["3001.01"] == balances(stage)["3001.01"], "only a take-on moves the clearing account"
    stage.days_pass(until=DUE.replace(day=6))
    the_due_date_is_like_any_other(stage)
    one_is_settled_and_one_recovered(stage)


def the_due_date_is_like_any_other(stage: Stage) -> None:
    """On 5 May the channel collects what is due: row 4 of L asks 1,100.16, of which 962.19 is principal (F1)."""
    for serial in (CURRENT, OWN_PLAN, HELD, REPLAYED):
        loan = stage.answer(GetLoan(loan_of(stage, serial).id))
        assert (loan.status, loan.principal_left.text, loan.due_now.text) == ("NORMAL", "8235.72", "0.00"), serial
    for serial in (ARREARS, LATE):
        assert stage.answer(GetLoan(loan_of(stage, serial).id)).status == "NORMAL", "the channel collected the arrears"


def one_is_settled_and_one_recovered(stage: Stage) -> None:
    settled = loan_of(stage, CURRENT)
    asked = stage.answer(GetSettlementQuote(settled.id)).total
    assert stage.done(SettleLoan(settled.id, asked, "settle-1")).status == "SETTLED"
    contract = stage.answer(GetContract(ContractId(settled.contract_id)))
    assert (contract.status, contract.taken_from, contract.application_id) == ("SETTLED", f"OLD-{CURRENT}", None)
    claimed = loan_of(stage, WRITTEN_OFF)
    assert stage.done(RecoverLoan(claimed.id, Money.parse("10516.98"), "court-1")).status == "RECOVERED"
    early = RepayLoan(loan_of(stage, OWN_PLAN).id, Money.parse("1.00"), "small-1")
    assert stage.done(early, CLERK).principal_left.text == "8235.72"
    assert "7102.01" not in balances(stage)
    assert sum(balances(stage).values()) == 0


def broken(url: str, **environment: Any) -> list[str]:
    return [f"{proof.name}: {proof.first}" for proof in prove(url, environment) if proof.violated]


def test_on_memory(tmp_path: Path) -> None:
    with staged("memory", CUT_OVER) as stage:
        live(stage, tmp_path)


def test_over_grpc_with_memory_behind_it(tmp_path: Path) -> None:
    with staged("memory", CUT_OVER, over_grpc=True) as stage:
        live(stage, tmp_path)


def test_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'lending.db'}"
    with staged(url, CUT_OVER) as stage:
        live(stage, tmp_path)
        assert not broken(url)


def test_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, CUT_OVER, keyring=keyring) as stage:
        live(stage, tmp_path)
    assert not broken(postgres_url, LENDING_KEYRING=keyring)
