"""A floating loan through its first reset, the same on every store and over the wire (R12, F9)."""

from datetime import timedelta
from pathlib import Path

import pytest

from lending.contracts.commands import AcceptContract
from lending.contracts.queries import GetContract
from lending.kernel.money import Money
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan, LoanView, QuoteLoan
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending.products.queries import FloatingView
from lending_adapters.book import load_book
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.floating import FIRST_DUE, RESET, START, write_products
from tests.support.platform import Stage, staged
from tests.support.scenario import a_customer

pytestmark = [pytest.mark.requirement("R12"), pytest.mark.requirement("R49", command="FollowPublications")]

AMOUNT = Money.parse("300000.00")
FLOATS = FloatingView(tenor="1Y", spread_bp=255, reset="MONTHLY")


def run_reset(stage: Stage, folder: Path) -> None:
    """Quote, contract, payout, the reset, the first instalment. Asserts everything it sees."""
    load_book(stage.platform.bus, stage.clock.now(), write_products(folder))
    quoted = stage.answer(QuoteLoan("lpr-cash", AMOUNT, 36, START))
    assert (quoted.floating, quoted.annual_rate.percent, quoted.next_reset) == (FLOATS, "6.00 %", RESET)
    assert quoted.instalments[0].total.text == "9126.58"

    loan_id = paid_out(stage)
    stage.days_pass(until=RESET - timedelta(days=1))
    before = view(stage, loan_id)
    assert (before.annual_rate.percent, before.floating, before.next_reset) == ("6.00 %", FLOATS, RESET)
    stage.days_pass(until=RESET)
    after = view(stage, loan_id)
    assert (after.annual_rate.percent, after.next_reset) == ("5.90 %", RESET.replace(month=9))
    # 12 days at 6.00 % and 19 at 5.90 %: 300,000 x (0.06 x 12 + 0.059 x 19) / 360 = 600.00 + 934.17.
    assert after.instalments[0].interest.text == "1534.17"
    accrued = sum(line.signed for voucher in stage.vouchers() for line in voucher.lines if line.account == "1132.01")
    assert Money(accrued).text == "600.00"

    stage.days_pass(until=FIRST_DUE)
    assert stage.booked("FELL_DUE", FIRST_DUE) == [("Dr", "1132.02", "1534.17"), ("Cr", "1132.01", "1534.17")]
    assert view(stage, loan_id).instalments[0].status == "PAID"


def paid_out(stage: Stage) -> LoanId:
    """The loan, after the offer and the contract have said that its rate floats."""
    borrower, customer = a_customer(stage)
    asked = SubmitApplication(customer_id=borrower, product="lpr-cash", amount=AMOUNT, instalments=36)
    application = stage.done(asked, customer).application_id
    offer = stage.answer(GetApplication(application), customer).offer
    assert offer is not None
    assert (offer.floating, offer.annual_rate.percent) == (FLOATS, "6.00 %")
    contract = stage.done(ConfirmOffer(application), customer)
    assert stage.answer(GetContract(contract.contract_id), customer).floating == FLOATS
    stage.done(AcceptContract(contract.contract_id, contract.digest), customer)
    loan_id = stage.answer(GetApplication(application), customer).loan_id
    assert loan_id is not None
    return LoanId(loan_id)


def view(stage: Stage, loan_id: LoanId) -> LoanView:
    return stage.answer(GetLoan(loan_id))


def test_on_memory(tmp_path: Path) -> None:
    with staged("memory", START) as stage:
        run_reset(stage, tmp_path)


def test_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'reset.db'}"
    with staged(url, START) as stage:
        run_reset(stage, tmp_path)
    assert not [proof for proof in prove(url) if proof.violated]


def test_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, START, keyring=keyring) as stage:
        run_reset(stage, tmp_path)
    assert not [proof for proof in prove(postgres_url, {"LENDING_KEYRING": keyring}) if proof.violated]


def test_over_grpc(tmp_path: Path) -> None:
    with staged("memory", START, over_grpc=True) as stage:
        run_reset(stage, tmp_path)
