"""The edge cases of the handbook's §9 that concern one loan, and those beside them."""

from datetime import date
from typing import Any

import attrs
import pytest

from lending.kernel.day_count import DayCount
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.loans.account import account
from lending.loans.choices import Component, InterestOn, PrepaymentEffect
from lending.loans.facts import Disbursement, Extension, Prepayment, RateChange, Recall, Reversal, Waiver
from lending.loans.loan import Loan
from lending.loans.opening import loan_terms
from lending.loans.refusals import LoanNotActive, NoInstalmentsLeft
from lending.loans.status import LoanStatus
from lending.loans.terms import Grace, Interest
from tests.property.loan_histories import opened
from tests.support.samples import AGREED
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, by_days, figure, loan_at, on_time, paid, split, yuan

DUE_1, DUE_3, LATE = date(2024, 2, 5), date(2024, 4, 5), date(2024, 2, 15)
ON_ACTUAL = Interest(on=InterestOn.ACTUAL_BALANCE)
balances = pytest.mark.parametrize("interest", [Interest(), ON_ACTUAL], ids=["scheduled", "actual"])


def done(outcome: Any) -> Loan:
    assert isinstance(outcome, Success), outcome
    loan: Loan = outcome.unwrap()
    return loan


@balances
def test_paid_at_the_last_minute_of_grace_and_told_after_midnight(interest: Interest) -> None:
    """The channel received it on 8 February; its word came on the 9th: the value date counts."""
    loan = opened(base_loan(penalty=PENALTY, grace=Grace(days=3), interest=interest), on=PAID_OUT)
    told = loan.close_day(date(2024, 2, 9))
    assert told.status is LoanStatus.OVERDUE
    repaid = done(told.repay("late-word", yuan("1100.16"), date(2024, 2, 8), today=date(2024, 2, 9)))
    stated = repaid.account(date(2024, 2, 9))
    assert (repaid.status, stated.totals.penalty, stated.totals.compound) == (LoanStatus.NORMAL, 0, 0)


def test_a_payout_of_31_january_due_on_day_31() -> None:
    """29 February is 29 days away and far enough; later months keep the 31st."""
    terms = loan_terms(attrs.evolve(AGREED, due_day=31), date(2024, 1, 31), lambda _year: None)
    rows = loan_at(terms, date(2024, 1, 31)).instalments
    assert [row.due.isoformat() for row in rows[:4]] == ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]
    assert figure(rows[0].asked.interest) == "180.00"


def test_a_loan_that_starts_on_leap_day() -> None:
    start = date(2024, 2, 29)
    rows = loan_at(base_loan(start=start), start).instalments
    assert [rows[k].due.isoformat() for k in (0, 10, 11)] == ["2024-03-29", "2025-01-29", "2025-02-28"]


def test_leap_day_counts_as_a_day_and_its_year_as_366() -> None:
    """5 February to 5 March 2024 are 29 days: 12,000 × 18 % × 29 ÷ 366 = 171.15."""
    terms = base_loan(start=DUE_1, interest=by_days(DayCount.ACT_ACT))
    assert figure(loan_at(terms, DUE_1).instalments[0].asked.interest) == "171.15"


@balances
def test_a_prepayment_that_leaves_less_than_an_instalment(interest: Interest) -> None:
    """9,197.91 less 9,000.00: one last instalment of 197.91 and a month's interest, 2.97."""
    terms = base_loan(interest=interest)
    early = Prepayment(on=DUE_3, key="early", amount=yuan("9000"), effect=PrepaymentEffect.SHORTEN_TERM)
    stated = loan_at(terms, DUE_3, *on_time(terms, 3), early)
    assert len(stated.instalments) == 4
    assert split(stated.instalments[3]) == ("197.91", "2.97")


def test_extended_and_then_repriced() -> None:
    """The rows of the longer plan pay the balance at the new rate; the rows before keep theirs."""
    longer = Extension(on=DUE_1, key="longer", new_maturity=date(2025, 4, 5))
    lower = RateChange(on=date(2024, 3, 5), key="lower", rate=Rate.parse("0.12"))
    before = loan_at(base_loan(), DUE_1, *on_time(base_loan(), 1), longer).instalments
    after = loan_at(base_loan(), date(2024, 3, 5), *on_time(base_loan(), 1), longer, lower).instalments
    assert len(before) == len(after) == 15
    assert [split(row) for row in after[:2]] == [split(row) for row in before[:2]]
    balance = after[1].balance_after
    assert after[2].asked.interest == (balance + 50) // 100  # 1 % a month
    assert sum(row.asked.principal for row in after) == 12_000_00


def test_a_waiver_stays_when_the_payment_beside_it_is_reversed() -> None:
    """3.45 was waived and the rest paid; once the payment is undone all but the waiver is owed again."""
    terms = base_loan(penalty=PENALTY)
    half = Waiver(on=LATE, key="w", component=Component.PENALTY, amount=yuan("3.45"))
    payment = paid(LATE, "1104.96", "p")  # 1,100.16 + 6.90 − 3.45 + 1.35
    assert loan_at(terms, LATE, half, payment).due.total == 0
    stated = loan_at(terms, LATE, half, payment, Reversal(on=LATE, key="r", of="p"))
    assert figure(stated.due.total) == "1104.96"


def test_money_of_a_channel_that_comes_after_the_write_off_is_a_recovery() -> None:
    loan = opened(base_loan(penalty=PENALTY), on=PAID_OUT)
    gone = done(loan.write_off("w", date(2024, 9, 1)))
    late = date(2024, 9, 3)
    assert gone.repay("late", yuan("100"), late) == Failure(LoanNotActive(LoanStatus.WRITTEN_OFF))
    stated = done(gone.recover("late", yuan("100"), late)).account(late)
    assert (stated.status, stated.figures.recovered, stated.principal_balance) == (LoanStatus.WRITTEN_OFF, 100_00, 0)


@balances
def test_who_pays_more_than_all_has_a_credit_balance(interest: Interest) -> None:
    """溢缴款: the last instalment is 1,100.19, of 2,000.00 the rest is the customer's."""
    terms = base_loan(interest=interest)
    end = date(2025, 1, 5)
    stated = loan_at(terms, end, *on_time(terms, 11), paid(end, "2000"))
    assert (stated.status, figure(stated.credit_balance)) == (LoanStatus.SETTLED, "899.81")


@balances
def test_one_cent_left_is_a_debt_and_one_cent_settles_it(interest: Interest) -> None:
    terms = base_loan(interest=interest, penalty=PENALTY)
    end = date(2025, 1, 5)
    owing = loan_at(terms, date(2025, 1, 10), *on_time(terms, 11), paid(end, "1100.18"))
    assert (owing.status, owing.due.total, owing.days_past_due) == (LoanStatus.OVERDUE, 1, 5)
    settled = loan_at(terms, date(2025, 1, 10), *on_time(terms, 11), paid(end, "1100.18"), paid(end, "0.01", "cent"))
    assert (settled.status, settled.outstanding.total) == (LoanStatus.SETTLED, 0)


def test_an_actual_balance_loan_is_recalled_on_a_due_date() -> None:
    """That instalment keeps the period's interest and takes all principal; no other row is left."""
    terms = base_loan(interest=ON_ACTUAL, penalty=PENALTY)
    stated = loan_at(terms, DUE_3, *on_time(terms, 2), Recall(on=DUE_3, key="recall"))
    assert [row.due for row in stated.instalments] == [DUE_1, date(2024, 3, 5), DUE_3]
    assert split(stated.instalments[2]) == ("10145.88", "152.19")
    assert figure(stated.due.total) == "10298.07"
    # 10,145.88 × 27 % × 10 ÷ 360 and 152.19 × 27 % × 10 ÷ 360
    late = loan_at(terms, date(2024, 4, 15), *on_time(terms, 2), Recall(on=DUE_3, key="recall")).instalments[2]
    assert (figure(late.asked.penalty), figure(late.asked.compound)) == ("76.09", "1.14")


@balances
def test_no_tranche_is_paid_out_on_a_recalled_loan(interest: Interest) -> None:
    half = opened(base_loan(interest=interest), 50, PAID_OUT)
    recalled = done(half.recall("recall", DUE_3))
    refused = recalled.disburse_tranche("more", yuan("1000"), DUE_3)
    assert refused == Failure(NoInstalmentsLeft(DUE_3, DUE_3))


@balances
def test_a_tranche_recorded_before_the_recall_it_precedes_counts_in_it(interest: Interest) -> None:
    """A tranche of 10 March, recorded after the recall of 5 April: all 12,000.00 are due."""
    terms = base_loan(interest=interest)
    first = Disbursement(on=PAID_OUT, key="one", amount=yuan("6000"))
    more = Disbursement(on=date(2024, 3, 10), key="two", amount=yuan("6000"))
    stated = account(terms, (first, Recall(on=DUE_3, key="recall"), more), DUE_3)
    assert (stated.due.principal, stated.principal_balance, stated.maturity) == (12_000_00, 12_000_00, DUE_3)
