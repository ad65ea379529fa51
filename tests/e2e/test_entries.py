"""Rows of §4.3 on base loan L, each from its business event.

12,000.00 at 18 % over 12 months, with penalty and compound interest.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from lending.accounting.commands import PublishPostingRules
from lending.accounting.ports import POSTING_RULES
from lending.application.call import Actor, Role
from lending.application.commands import Command
from lending.contracts.commands import AcceptContract
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import ClearanceMeans, Component, Method
from lending.loans.commands import ChargeLoan, ClearLoan, ExtendLoan, RepayLoan, ReversePayment, SettleLoan, WaiveLoan
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.loans.queries import GetLoan, GetSettlementQuote
from lending.loans.terms import Multiple, Penalty
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending.payments.channel import Word
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending.reconciliation.commands import ResolveDifference
from lending.reconciliation.difference import Way
from lending.reconciliation.queries import ListDifferences
from lending.reconciliation.statement import Flow
from lending_adapters.reconciliation.running import reconcile_statement
from lending_adapters.statements import write_statement
from tests.support.desk import SYSTEM, Desk
from tests.support.entries import booked, handbook
from tests.support.reconciling import line

JANUARY, APRIL = date(2024, 1, 5), date(2024, 4, 5)
"""April's first period has 30 days; from January's payout, the fourth has."""
ONE_DAY = timedelta(days=1)
PENALTY_ACCOUNTS = ("1132.03", "1132.04", "6011.02")


def lent(desk: Desk, instalments: int = 12, amount: str = "12000.00", **changes: Any) -> LoanId:
    """A loan of the product, changed so, paid out today."""
    held = desk.store.load(PRODUCTS, "small-cash")
    assert held is not None
    product = attrs.evolve(
        held.value, code="base-loan", penalty=Penalty(Multiple.parse("1.5"), compound=True), **changes
    )
    desk.done(PublishProduct(product), SYSTEM)
    asked = SubmitApplication(
        customer_id=desk.customer(income="200000.00"),
        product="base-loan",
        amount=Money.parse(amount),
        instalments=instalments,
    )
    application = desk.done(asked).application_id
    desk.work()
    contract = desk.done(ConfirmOffer(application))
    desk.done(AcceptContract(contract.contract_id, contract.digest))
    desk.work()
    loan_id = desk.answer(GetApplication(application)).loan_id
    assert loan_id is not None
    return LoanId(loan_id)


def by_two(desk: Desk, command: Command[Any, Any], value_date: date | None = None) -> None:
    made = desk.done(Propose(command, "agreed", value_date))
    desk.done(ApproveProposal(made.proposal_id), Actor("second", Role.OPERATIONS))


def never_paid(desk: Desk) -> None:
    desk.collections.words = [Word.FAILED] * 1_000


@pytest.mark.entry("A2", "A3", "A4")
def test_a_month_of_thirty_days_accrues_six_yuan_a_day_and_falls_due() -> None:
    desk = Desk(APRIL)
    lent(desk)
    assert booked(desk, "DISBURSED") == handbook("A2")
    desk.close_days_until(APRIL + ONE_DAY)
    assert booked(desk, "ACCRUED") == handbook("A3")
    desk.close_days_until(date(2024, 5, 5))
    assert booked(desk, "FELL_DUE") == handbook("A4")


@pytest.mark.entry("A5", "A22")
def test_a_deduction_that_is_reversed_the_next_day_is_taken_back_in_red() -> None:
    desk = Desk(APRIL)
    loan_id = lent(desk)
    due = date(2024, 5, 5)
    desk.close_days_until(due)
    assert booked(desk, "REPAID") == handbook("A5")
    desk.close_days_until(due + ONE_DAY)
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    (payment,) = (fact.key for fact in stored.value.facts if type(fact).__name__ == "Repayment")
    by_two(desk, ReversePayment(loan_id, payment, "reversal-1"))
    assert booked(desk, "REVERSED", since=due + ONE_DAY) == handbook("A22")


@pytest.mark.entry("A5v")
def test_value_added_tax_is_split_off_the_interest_that_falls_due() -> None:
    desk = Desk(APRIL)
    (held,) = desk.store.page(POSTING_RULES, None, "", "", 10)
    taxed = attrs.evolve(held, version=held.version + 1, vat_rate=Rate.parse("0.06"))
    desk.done(PublishPostingRules(taxed), SYSTEM)
    lent(desk)
    desk.close_days_until(date(2024, 5, 5))
    assert booked(desk, "TAXED") == handbook("A5v")


@pytest.mark.entry("A6", "A7", "A10")
def test_ten_days_late_principal_is_overdue_and_penalty_is_accrued_and_waived() -> None:
    desk = Desk(JANUARY)
    loan_id = lent(desk)
    never_paid(desk)
    desk.close_days_until(date(2024, 2, 15))
    assert booked(desk, "OVERDUE") == handbook("A6")
    assert booked(desk, "ACCRUED", of=PENALTY_ACCOUNTS) == handbook("A7")
    everything = (Component.PENALTY, Component.COMPOUND)
    by_two(desk, WaiveLoan(loan_id, Money.parse("8.25"), "waiver-1", everything))
    assert booked(desk, "WAIVED") == handbook("A10")


@pytest.mark.entry("A8")
def test_a_late_fee_that_is_paid_is_income_of_fees() -> None:
    desk = Desk(JANUARY)
    loan_id = lent(desk)
    desk.done(ChargeLoan(loan_id, Component.FEE, Money.parse("91.98"), desk.day, "late-fee"))
    desk.done(RepayLoan(loan_id, Money.parse("91.98"), "at-once"))
    both = booked(desk, "CHARGED", "REPAID")
    receivable = {line: amount for line, amount in both.items() if line[2] == "1132.05"}
    assert receivable == {("OWN", "dr", "1132.05"): "91.98", ("OWN", "cr", "1132.05"): "91.98"}
    assert {line: amount for line, amount in both.items() if line not in receivable} == handbook("A8")


@pytest.mark.entry("A9")
def test_twelve_days_into_period_four_the_loan_is_settled() -> None:
    """On the same day, before it, the plan's accrual is brought to the 55.19 asked."""
    desk = Desk(JANUARY)
    loan_id = lent(desk)
    today = date(2024, 4, 17)
    desk.close_days_until(today)
    asked = desk.answer(GetSettlementQuote(loan_id)).total
    desk.done(SettleLoan(loan_id, asked, "settlement"))
    assert booked(desk, "REPAID", since=today) == handbook("A9")
    assert desk.answer(GetLoan(loan_id)).status == "SETTLED"


@pytest.mark.entry("A21")
def test_a_loan_whose_extension_is_recorded_late_is_normal_again() -> None:
    """Agreed on the due date, with the interest paid, and recorded a day later, when the principal stood as overdue."""
    desk = Desk(JANUARY)
    loan_id = lent(desk, instalments=6, amount="50000.00", method=Method.BULLET)
    never_paid(desk)
    due = desk.answer(GetLoan(loan_id)).instalments[-1].due
    desk.close_days_until(due)
    interest = desk.answer(GetLoan(loan_id)).due_now - Money.parse("50000.00")
    desk.done(RepayLoan(loan_id, interest, "interest"))
    desk.close_days_until(due + ONE_DAY)
    suspended = booked(desk, "OVERDUE")
    assert suspended == {("OWN", "dr", "1303.02"): "50000.00", ("OWN", "cr", "1303.01"): "50000.00"}
    by_two(desk, ExtendLoan(loan_id, due + timedelta(days=30), "extension-1"), value_date=due)
    assert booked(desk, "OVERDUE") == suspended | handbook("A21")
    assert desk.answer(GetLoan(loan_id)).status == "NORMAL"


@pytest.mark.entry("S1", "S2")
def test_money_that_names_no_loan_is_held_and_claimed(tmp_path: Path) -> None:
    """500.00 by transfer; of 12,000.00 in 40 equal parts 300.00 and 180.00 are due. Cash of both vouchers nets."""
    desk = Desk(APRIL)
    loan_id = lent(desk, instalments=40, method=Method.EQUAL_PRINCIPAL, terms=(40,), age_max_at_maturity=70)
    never_paid(desk)
    due, today = date(2024, 5, 5), date(2024, 5, 6)
    desk.close_days_until(today)
    path = tmp_path / "main.csv"
    write_statement(path, "MAIN", due, [line(due, "", "500.00", Flow.RECEIPT, channel_no="T-1")])
    reconcile_statement(desk.store, desk.bus, path, "MAIN", due, desk.now)
    assert booked(desk, "RECONCILIATION_PARKED") == handbook("S1")
    (held,) = desk.answer(ListDifferences(source="MAIN", day=due)).differences
    claim = ResolveDifference(difference_id=held.difference_id, way=Way.SUPPLEMENT, loan_id=loan_id)
    made = desk.done(Propose(claim, "the customer called"), Actor("accountant", Role.ACCOUNTANT))
    desk.done(ApproveProposal(made.proposal_id), Actor("other-accountant", Role.ACCOUNTANT))
    both = booked(desk, "RECONCILIATION_RESOLVED", "REPAID", since=today)
    cash = {side: both.pop(("OWN", side, "1012.01")) for side in ("dr", "cr")}
    assert (both, cash) == (handbook("S2"), {"dr": "500.00", "cr": "500.00"})


@pytest.mark.entry("A19")
def test_a_car_is_taken_for_a_loan_that_is_not_paid_for_more_than_90_days() -> None:
    desk = Desk(JANUARY)
    loan_id = lent(desk, amount="50000.00")
    never_paid(desk)
    desk.close_days_until(date(2024, 5, 7))
    taken = ClearLoan(loan_id, Money.parse("40000.00"), ClearanceMeans.COLLATERAL, "car-1")
    made = desk.done(Propose(taken, "the car is here"), Actor("reviewer", Role.REVIEWER))
    desk.done(ApproveProposal(made.proposal_id), Actor("other-reviewer", Role.REVIEWER))
    assert booked(desk, "CLEARED", of=("1441.01", "1304.01", "1303.03")) == handbook("A19")
