"""Loans of the handbook in a few words: the base loan L and what happens to it."""

from datetime import date
from typing import Any

import attrs

from lending.kernel.day_count import DayCount
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.account import Account, Instalment, account
from lending.loans.choices import Accrual, InterestOn, Method
from lending.loans.facts import Disbursement, LoanFact, Repayment
from lending.loans.terms import Interest, LoanTerms, Multiple, Penalty

PAID_OUT = date(2024, 1, 5)
PENALTY = Penalty(Multiple.parse("1.5"), compound=True)


def yuan(text: str) -> Money:
    return Money.parse(text)


def base_loan(**changes: Any) -> LoanTerms:
    """L: 12,000.00 at 18 % a year over 12 months, level instalments."""
    terms = LoanTerms(
        principal=yuan("12000"), rate=Rate.parse("0.18"), method=Method.EQUAL_INSTALMENT, instalments=12, start=PAID_OUT
    )
    return attrs.evolve(terms, **changes)


def by_days(day_count: DayCount = DayCount.ACT_360, on: InterestOn = InterestOn.SCHEDULED_BALANCE) -> Interest:
    return Interest(Accrual.DAILY, day_count, on)


def paid_out(terms: LoanTerms) -> Disbursement:
    assert terms.start is not None
    return Disbursement(on=terms.start, key="payout", amount=terms.principal)


def paid(on: date, amount: str, key: str = "") -> Repayment:
    return Repayment(on=on, key=key or f"pay-{on}-{amount}", amount=yuan(amount))


def loan_at(terms: LoanTerms, as_of: date, *facts: LoanFact) -> Account:
    return account(terms, (paid_out(terms), *facts), as_of)


def figure(minor: int) -> str:
    return Money(minor).text


def split(row: Instalment) -> tuple[str, str]:
    """Principal and interest asked."""
    return figure(row.asked.principal), figure(row.asked.interest)


def on_time(terms: LoanTerms, count: int) -> list[LoanFact]:
    """Payments of the first `count` instalments on their due dates."""
    rows = loan_at(terms, PAID_OUT).instalments[:count]
    return [Repayment(on=row.due, key=f"instalment-{row.no}", amount=Money(row.asked.total)) for row in rows]
