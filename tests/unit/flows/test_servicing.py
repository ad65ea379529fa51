"""A loan's days, through bus and worker: dues, deductions, the lock on money in, settlement, the books."""

from datetime import date, timedelta

import pytest

from lending.accounting.ports import VOUCHERS
from lending.accounting.queries import GetTrialBalance
from lending.contracts.ids import ContractId
from lending.contracts.queries import GetContract
from lending.customers.ids import CustomerId
from lending.flows.end_of_day import run_task, tasks_of
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.loans.commands import GenerateDues, RepayLoan, SettleLoan
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.loans.queries import GetLoan, GetSettlementQuote, ListLoans, LoanView
from lending.loans.refusals import DuplicatePayment, LoanNotActive, MoneyInHeld, SettlementAmountDiffers
from lending.loans.status import LoanStatus
from lending.operations.commands import SwitchDay
from lending.operations.refusals import DayNotOpen
from lending.origination.commands import SubmitApplication
from lending.origination.queries import GetApplication
from lending.payments.channel import QUERY_AFTER, Word
from tests.support.desk import SYSTEM, Desk
from tests.unit.flows.test_payout import accepted, application

FIRST_DUE, LAST_DUE = date(2024, 2, 5), date(2025, 1, 5)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def paid_out(desk: Desk) -> LoanId:
    """Base loan L of the handbook: 12,000.00 at 18 % over 12 months from 2024-01-05."""
    contract = accepted(desk)
    desk.work()
    loan_id = application(desk, contract).loan_id
    assert loan_id is not None
    return LoanId(loan_id)


def view(desk: Desk, loan_id: LoanId) -> LoanView:
    return desk.answer(GetLoan(loan_id))


def balances(desk: Desk) -> dict[str, str]:
    """Each account's balance, debit positive, in yuan."""
    rows = desk.answer(GetTrialBalance()).rows
    return {row.account: Money(row.debit - row.credit).text for row in rows if row.debit != row.credit}


@pytest.mark.requirement("R50", command="RequestDeductions")
def test_what_is_due_is_deducted_and_booked(desk: Desk) -> None:
    loan_id = paid_out(desk)
    assert balances(desk) == {"1303.01": "12000.00", "1012.01": "-12000.00"}
    desk.close_days_until(FIRST_DUE)
    first = view(desk, loan_id).instalments[0]
    assert (first.paid.text, first.status) == ("1100.16", "PAID")
    assert balances(desk) == {"1303.01": "11079.84", "1012.01": "-10899.84", "6011.01": "-180.00"}


@pytest.mark.requirement("R49", command="GenerateDues")
def test_an_end_of_day_run_again_changes_nothing(desk: Desk) -> None:
    loan_id = paid_out(desk)
    desk.collections.words = [Word.FAILED]
    desk.close_days_until(FIRST_DUE)
    before = (view(desk, loan_id), balances(desk), len(desk.store.page(VOUCHERS, None, "", "", 10_000)))
    for task in tasks_of(FIRST_DUE):
        assert isinstance(run_task(desk.bus, task, desk.now), Success)
    desk.work()
    assert (view(desk, loan_id), balances(desk), len(desk.store.page(VOUCHERS, None, "", "", 10_000))) == before


def test_a_days_work_is_refused_before_and_after_that_day(desk: Desk) -> None:
    tomorrow = desk.day + timedelta(days=1)
    assert desk.refusal(GenerateDues(tomorrow, 0), SYSTEM) == DayNotOpen(desk.day, tomorrow)


@pytest.mark.requirement("R71", command="RepayLoan")
def test_a_deduction_in_doubt_locks_the_loan_for_other_money(desk: Desk) -> None:
    loan_id = paid_out(desk)
    desk.collections.words = [Word.UNKNOWN, Word.UNKNOWN]
    desk.close_days_until(FIRST_DUE)
    held_by = view(desk, loan_id).held_by
    assert held_by is not None
    paid = RepayLoan(loan_id, Money.parse("1100.16"), "counter-1")
    assert desk.refusal(paid) == MoneyInHeld(held_by)
    for delay in QUERY_AFTER[:2]:
        desk.work(after=delay)
    assert view(desk, loan_id).held_by is None
    assert view(desk, loan_id).instalments[0].paid.text == "1100.16"


def test_a_failed_deduction_frees_the_loan_and_comes_again_the_next_day(desk: Desk) -> None:
    loan_id = paid_out(desk)
    desk.collections.words = [Word.FAILED]
    desk.close_days_until(FIRST_DUE)
    assert view(desk, loan_id).held_by is None
    assert view(desk, loan_id).due_now.text == "1100.16"
    desk.close_days_until(FIRST_DUE + timedelta(days=1))
    assert view(desk, loan_id).due_now.text == "0.00"


@pytest.mark.requirement("R51", command="RepayLoan")
def test_a_payment_is_counted_once_under_its_reference(desk: Desk) -> None:
    loan_id = paid_out(desk)
    desk.done(RepayLoan(loan_id, Money.parse("500.00"), "counter-1"))
    assert desk.refusal(RepayLoan(loan_id, Money.parse("500.00"), "counter-1")) == DuplicatePayment("counter-1")
    assert view(desk, loan_id).credit_balance.text == "500.00"


def test_a_credit_balance_pays_what_falls_due_and_the_books_follow(desk: Desk) -> None:
    """500.00 in advance is a debt to the customer until the first instalment takes it; 600.16 is deducted."""
    loan_id = paid_out(desk)
    desk.done(RepayLoan(loan_id, Money.parse("500.00"), "counter-1"))
    assert balances(desk)["2241.03"] == "-500.00"
    desk.close_days_until(FIRST_DUE)
    assert balances(desk) == {"1303.01": "11079.84", "1012.01": "-10899.84", "6011.01": "-180.00"}
    assert view(desk, loan_id).instalments[0].status == "PAID"


@pytest.mark.requirement("R72", command="SettleLoan")
def test_an_early_settlement_costs_what_the_handbook_says(desk: Desk) -> None:
    """F12 and A9: twelve days into period 4, with the 1 % fee: 9,197.91 + 55.19 + 91.98 = 9,345.08."""
    loan_id = paid_out(desk)
    desk.close_days_until(date(2024, 4, 17))
    quoted = desk.answer(GetSettlementQuote(loan_id))
    assert [quoted.principal.text, quoted.interest.text, quoted.fee.text] == ["9197.91", "55.19", "91.98"]
    wrong = desk.refusal(SettleLoan(loan_id, Money.parse("9345.07"), "counter-1"))
    assert isinstance(wrong, SettlementAmountDiffers)
    receipt = desk.done(SettleLoan(loan_id, Money.parse("9345.08"), "counter-1"))
    assert (receipt.status, receipt.principal_left.text) == ("SETTLED", "0.00")
    assert desk.answer(GetContract(ContractId(view(desk, loan_id).contract_id))).status == "SETTLED"
    interest = "-553.58"  # 180.00 + 166.20 + 152.19 of three periods, and 55.19
    assert balances(desk) == {"1012.01": "645.56", "6011.01": interest, "6021.01": "-91.98"}


def test_the_vouchers_of_a_settlement_are_those_of_the_handbook(desk: Desk) -> None:
    """A9, after a true-up of accrual to the 55.19 asked."""
    loan_id = paid_out(desk)
    desk.close_days_until(date(2024, 4, 17))
    before = {voucher.id for voucher in desk.store.page(VOUCHERS, None, "", "", 10_000)}
    desk.done(SettleLoan(loan_id, Money.parse("9345.08"), "counter-1"))
    after = [voucher for voucher in desk.store.page(VOUCHERS, None, "", "", 10_000) if voucher.id not in before]
    (settled,) = [voucher for voucher in after if voucher.event == "REPAID"]
    assert [(line.side.value, line.account, line.amount) for line in settled.lines] == [
        ("DEBIT", "1012.01", 934_508),
        ("CREDIT", "1303.01", 919_791),
        ("CREDIT", "1132.01", 5_519),
        ("CREDIT", "6021.01", 9_198),
    ]


def test_a_loan_settled_by_money_held_is_told_so_before_the_day_is_closed(desk: Desk) -> None:
    """All 13,201.95 are held from the first day; the last due date opens, and nobody has let anything fall due."""
    loan_id = paid_out(desk)
    customer = view(desk, loan_id).customer_id
    desk.done(RepayLoan(loan_id, Money.parse("13201.95"), "all-at-once"))
    while desk.day < LAST_DUE:
        desk.day += timedelta(days=1)
        desk.done(SwitchDay(desk.day), SYSTEM)
    (kept,) = desk.store.lookup(LOANS, LOANS.key("active_customer"), customer)
    assert kept.value.status is LoanStatus.NORMAL
    settled = LoanNotActive(LoanStatus.SETTLED)
    assert view(desk, loan_id).status == "SETTLED"
    assert [loan.status for loan in desk.answer(ListLoans(customer)).loans] == ["SETTLED"]
    assert desk.unanswered(GetSettlementQuote(loan_id)) == settled
    assert desk.refusal(RepayLoan(loan_id, Money.parse("1.00"), "more")) == settled
    amount = Money.parse("6000.00")
    again = SubmitApplication(customer_id=CustomerId(customer), product="small-cash", amount=amount, instalments=6)
    asked = desk.done(again).application_id
    desk.work()
    assert desk.answer(GetApplication(asked)).status == "APPROVED", "one loan at a time, and this one owes nothing"
