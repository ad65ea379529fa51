"""Fees agreed with a loan (F17): plan, account, yearly rate and books say the same of them."""

from datetime import date
from typing import Any

import attrs
import pytest

from lending.accounting.entries import entries_between
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Success
from lending.kernel.periods import Period, PeriodUnit
from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding
from lending.loans.account import Account
from lending.loans.choices import Component, InterestOn, Method, PrepaymentEffect
from lending.loans.facts import Charge, Extension, Prepayment, RateChange, Recall, Settlement, WriteOff
from lending.loans.figures import Figures
from lending.loans.history import history
from lending.loans.quote import quote
from lending.loans.terms import Interest, LoanTerms
from lending.products.charges import Fees, FeeShares
from lending_entrypoints.replay.journal import shipped_rules
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, base_loan, figure, loan_at, on_time, paid_out, yuan

START_FEE = Fees(at_start=yuan("240"))
MONTHLY = Fees(each_instalment=yuan("60"))
BOTH = Fees(at_start=yuan("240"), each_instalment=yuan("60"))
ON_ACTUAL = Interest(on=InterestOn.ACTUAL_BALANCE)
balances = pytest.mark.parametrize("interest", [Interest(), ON_ACTUAL], ids=["scheduled", "actual"])
MID_MONTH = date(2024, 4, 17)
"""Twelve days into period 4."""


def with_fees(fees: Fees, **changes: Any) -> LoanTerms:
    return base_loan(fees=fees, **changes)


def fees_of(account: Account) -> list[str]:
    return [figure(row.asked.fee) for row in account.instalments]


@balances
def test_the_account_opens_with_what_the_quote_said(interest: Interest) -> None:
    terms = with_fees(BOTH, interest=interest)
    trial, account = quote(terms), loan_at(terms, PAID_OUT)
    assert [row.fee.text for row in trial.rows] == ["60.00"] * 12
    assert fees_of(account) == ["300.00"] + ["60.00"] * 11
    assert trial.fees == Money(account.totals.fee) == yuan("960")
    assert trial.total == Money(account.totals.total)
    assert trial.total_cost.text == "2161.95"


def test_the_whole_principal_is_paid_out_and_the_fee_is_asked_for_beside_it() -> None:
    """砍头息 is forbidden: 12,000.00 goes out, 240.00 is due on that day."""
    terms = with_fees(START_FEE)
    account = loan_at(terms, PAID_OUT)
    assert account.figures.disbursed == 12_000_00
    assert figure(account.due.fee) == figure(account.due.total) == "240.00"
    entries = entries_between(shipped_rules(), Figures(), account.figures, "loan", "DISBURSED")
    booked = {(line.account, line.side.name): line.amount for line in entries[-1].lines}
    assert booked == {
        ("1303.01", "DEBIT"): 12_000_00,
        ("1012.01", "CREDIT"): 12_000_00,
        ("1132.05", "DEBIT"): 240_00,
        ("6021.01", "CREDIT"): 240_00,
    }


@balances
def test_a_fee_falls_due_with_its_instalment_and_is_paid_before_it(interest: Interest) -> None:
    terms = with_fees(MONTHLY, interest=interest)
    loan = opened(terms, on=PAID_OUT)
    paid = loan.repay("first", yuan("1160.16"), date(2024, 2, 5))
    assert isinstance(paid, Success)
    first, second = paid.unwrap().account(date(2024, 2, 5)).instalments[:2]
    assert (first.outstanding, figure(first.paid.fee), figure(second.outstanding)) == (0, "60.00", "1160.16")
    assert paid.unwrap().account(date(2024, 2, 5)).figures.fees_charged == 60_00


@balances
@pytest.mark.parametrize("day", [MID_MONTH, date(2024, 5, 5)], ids=["within a period", "on a due date"])
def test_settling_takes_the_running_fee_and_no_later_one(interest: Interest, day: date) -> None:
    """The guarantee ends with the loan: periods 1 to 4 have a fee, 5 to 12 none."""
    terms = with_fees(MONTHLY, interest=interest)
    paid = on_time(terms, 3)
    without = loan_at(base_loan(interest=interest), day, *on_time(base_loan(interest=interest), 3), settled(day))
    account = loan_at(terms, day, *paid, settled(day))
    assert account.status.value == "SETTLED"
    assert account.figures.received - without.figures.received == 4 * 60_00
    assert account.totals.fee == account.figures.fees_charged == account.figures.fees_paid == 4 * 60_00


def settled(day: date) -> Settlement:
    return Settlement(on=day, key="settled")


@balances
def test_a_recall_asks_for_no_later_fee(interest: Interest) -> None:
    terms = with_fees(MONTHLY, interest=interest)
    account = loan_at(terms, MID_MONTH, *on_time(terms, 3), Recall(on=MID_MONTH, key="recall"))
    assert figure(account.due.fee) == "60.00"


@balances
def test_a_write_off_takes_no_later_fee_off_the_books(interest: Interest) -> None:
    terms = with_fees(MONTHLY, interest=interest)
    account = loan_at(terms, MID_MONTH, *on_time(terms, 3), WriteOff(on=MID_MONTH, key="gone"))
    assert figure(account.figures.fees_written_off) == "60.00"


@balances
@pytest.mark.parametrize("effect", list(PrepaymentEffect))
def test_instalments_that_a_prepayment_empties_lose_their_fee(interest: Interest, effect: PrepaymentEffect) -> None:
    """3,000.00 early: with the instalment kept the loan ends in period 9 (F12), with a lower one in period 12."""
    terms = with_fees(MONTHLY, interest=interest)
    day = date(2024, 4, 5)
    early = Prepayment(on=day, key="early", amount=yuan("3000"), effect=effect)
    asking = [row for row in loan_at(terms, day, *on_time(terms, 3), early).instalments if row.asked.principal]
    assert len(asking) == (12 if effect is PrepaymentEffect.REDUCE_INSTALMENT else 9)
    assert {figure(row.asked.fee) for row in asking} == {"60.00"}
    account = loan_at(terms, day, *on_time(terms, 3), early)
    assert account.totals.fee == len(asking) * 60_00


@balances
def test_time_added_has_its_fee(interest: Interest) -> None:
    terms = with_fees(MONTHLY, interest=interest)
    longer = Extension(on=PAID_OUT, key="longer", new_maturity=date(2025, 3, 5))
    assert fees_of(loan_at(terms, PAID_OUT, longer)) == ["60.00"] * 14


def test_a_charge_of_its_own_stays_beside_the_agreed_fee() -> None:
    terms = with_fees(MONTHLY)
    late = Charge(on=MID_MONTH, key="late", component=Component.FEE, amount=yuan("5"), due=date(2024, 6, 5))
    account = loan_at(terms, MID_MONTH, *on_time(terms, 3), late, settled(MID_MONTH))
    assert figure(account.instalments[3].paid.fee) == "65.00"


def test_the_fees_of_a_product_are_parts_of_the_principal() -> None:
    """2 % of 12,000.00 are 240.00, 0.5 % are 60.00 (F17)."""
    shares = FeeShares(at_start=Rate.parse("0.02"), each_instalment=Rate.parse("0.005"))
    assert shares.of(yuan("12000")) == BOTH
    assert FeeShares().of(yuan("12000")) == Fees()


def test_fees_are_amounts_of_the_loans_money() -> None:
    with pytest.raises(InvalidValue, match=r"fees\.at_start: '?-0\.01"):
        Fees(at_start=Money(-1))
    with pytest.raises(InvalidValue, match="fees"):
        attrs.evolve(base_loan(), fees=Fees(at_start=Money(100, Currency("JPY"))))


def test_an_instalment_left_with_nothing_to_ask_for_asks_for_no_fee_whichever_days_were_looked_at() -> None:
    """Half a yuan is none, to the even whole yuan; yet the first of two takes all. The rate changes on the way."""
    terms = LoanTerms(
        principal=yuan("1"),
        rate=Rate(0),
        method=Method.EQUAL_INSTALMENT,
        instalments=2,
        period=Period(5, PeriodUnit.DAY),
        start=PAID_OUT,
        interest=ON_ACTUAL,
        instalment_multiple=yuan("1"),
        rounding=Rounding.HALF_EVEN,
        fees=Fees(each_instalment=yuan("0.01")),
    )
    changed = RateChange(on=date(2024, 1, 6), key="rate", rate=Rate.parse("0.0345"))
    end = date(2024, 1, 15)
    assert fees_of(loan_at(terms, end, changed)) == ["0.01", "0.00"]
    *_, last = history(terms, (paid_out(terms), changed), end)
    assert last.figures == loan_at(terms, end, changed).figures
