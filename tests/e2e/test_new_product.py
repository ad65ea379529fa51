"""A new product is configuration: a file beside the others, and no code."""

from datetime import date
from pathlib import Path

import pytest

from lending.contracts.commands import AcceptContract
from lending.kernel.money import Money
from lending.loans.commands import PrepayLoan
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.loans.queries import GetLoan, GetSettlementQuote
from lending.loans.refusals import PrepaymentTooEarly
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending_adapters.book import load_book
from tests.support.desk import Desk

STUDY_LOAN = """\
code = "study-loan"
name = "助学分期"
version = 1
mode = "REGULAR_CREDIT"
scene = "CASH"
payee = "BORROWER"
currency = "CNY"
amount_min = "3000.00"
amount_max = "60000.00"
amount_step = "500.00"
terms = [10, 20]
method = "EQUAL_PRINCIPAL"
annual_rate = { tenor = "1Y", spread_bp = 100, reset = "JANUARY" }
accrual = "DAILY"
day_count = "ACT/365"
due_day = 20
penalty = { multiple = "1.5", compound = true }
grace_days = 5
prepayment = { lock_in_months = 2, amount_min = "1000.00", fees = [{ from_month = 0, rate = "0.02" }] }
"""


@pytest.mark.requirement("R17", command="lending book load")
def test_a_product_that_no_code_knows_is_lent_from_its_file_alone(tmp_path: Path) -> None:
    desk = Desk()
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / "study-loan.toml").write_text(STUDY_LOAN, encoding="utf-8")
    load_book(desk.bus, desk.now, tmp_path)
    asked = SubmitApplication(
        customer_id=desk.customer(), product="study-loan", amount=Money.parse("20000.00"), instalments=10
    )
    application = desk.done(asked).application_id
    desk.work()
    contract = desk.done(ConfirmOffer(application))
    desk.done(AcceptContract(contract.contract_id, contract.digest))
    desk.work()
    loan_id = desk.answer(GetApplication(application)).loan_id
    assert loan_id is not None
    loan = desk.answer(GetLoan(LoanId(loan_id)))
    assert loan.annual_rate.text == "0.0445"  # LPR of 2023-08-21, 3.45 %, and 100 basis points
    first = loan.instalments[0]
    # 15 days to the 20th are enough for a first period: 20,000 × 4.45 % × 15 ÷ 365 = 36.58.
    assert (first.due.isoformat(), first.principal.text, first.interest.text) == ("2024-01-20", "2000.00", "36.58")
    # What the file says of repaying early binds the loan (F12).
    early = PrepayLoan(LoanId(loan_id), Money.parse("1000.00"), "prepay-1")
    assert desk.refusal(early) == PrepaymentTooEarly(desk.day, date(2024, 3, 5))
    assert desk.unanswered(GetSettlementQuote(LoanId(loan_id))) == PrepaymentTooEarly(desk.day, date(2024, 3, 5))
    # And what it says of being late (F10, F11): nothing within five days, then all of it from the due date on.
    lent = desk.store.load(LOANS, loan_id)
    assert lent is not None
    in_grace, after = lent.value.account(date(2024, 1, 25)), lent.value.account(date(2024, 1, 26))
    assert (in_grace.due.penalty, in_grace.due.compound) == (0, 0)
    # 2,000.00 and 36.58 × 4.45 % × 1.5 × 6 ÷ 365.
    assert (after.due.penalty, after.due.compound) == (219, 4)
