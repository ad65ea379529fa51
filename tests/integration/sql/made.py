"""Loans and vouchers of the real domain, and commits of them."""

from datetime import UTC, date, datetime
from typing import Any

import attrs

from lending.accounting.journal import JournalLine, Side, Voucher, VoucherId
from lending.accounting.ports import VOUCHERS
from lending.application.kinds import Kind
from lending.application.store import Changes, StoredReceipt, Write
from lending.customers.customer import BankAccount, Customer, Person
from lending.customers.ids import CustomerId
from lending.kernel.ids import RequestId
from lending.kernel.money import CNY, Money
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.opening import loan_terms
from lending.operations.commands import DayOpened
from tests.support.samples import AGREED

NOW = datetime(2024, 1, 5, 2, tzinfo=UTC)
DAY = date(2024, 1, 5)


def commit_of(request: str, *writes: tuple[Kind[Any], Any, int]) -> Changes:
    return Changes(
        writes=tuple(Write(kind, value, expected) for kind, value, expected in writes),
        relied_on=(),
        events=(),
        outbox=(),
        receipt=StoredReceipt(RequestId(request), "StartBusiness", request, DayOpened(DAY)),
    )


def voucher(request: str, *lines: tuple[str, Side, int], book: str = "OWN", on: date = DAY) -> Voucher:
    return Voucher(
        id=VoucherId.make(RequestId(request), 0),
        book=book,
        business_date=on,
        value_date=on,
        event="DISBURSED",
        source=request,
        currency=CNY,
        lines=tuple(JournalLine(account, side, amount, "loan_1") for account, side, amount in lines),
    )


def balanced(request: str, amount: int = 100, book: str = "OWN", on: date = DAY) -> Voucher:
    lines = (("1131", Side.DEBIT, amount), ("1001", Side.CREDIT, amount))
    return voucher(request, *lines, book=book, on=on)


def kept(request: str, made: Voucher) -> Changes:
    return commit_of(request, (VOUCHERS, made, 0))


def loan(request: str = "r-loan") -> Loan:
    opened = Loan.open(
        id=LoanId.make(RequestId(request), 0),
        contract_id=f"contract of {request}",
        customer_id="customer",
        product="CAR",
        terms=loan_terms(AGREED, DAY, lambda _year: None),
        key="payout",
        amount=Money.parse("12000.00"),
        on=DAY,
    )
    return attrs.evolve(opened.unwrap(), events=())


def customer(request: str = "r-customer") -> Customer:
    person = Person(
        name="诸葛小明",
        identity_number="11010519491231002X",
        phone="13812345678",
        city="北京",
        monthly_income=Money.parse("8000.00"),
        account=BankAccount("6222021234567890123", "ICBC", "诸葛小明"),
    )
    return attrs.evolve(Customer.register(CustomerId.make(RequestId(request), 0), person, DAY), events=())
