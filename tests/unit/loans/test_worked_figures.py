"""Worked figures of the handbook beside those of `test_handbook_figures`: totals, variants, what follows from them."""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from lending.kernel.day_count import DayCount
from lending.kernel.periods import Period, PeriodUnit, due_dates, first_due_on
from lending.kernel.rates import RATE_SCALE, Rate
from lending.loans.choices import AllocationBy, Component, Method
from lending.loans.facts import Extension, Refund, Reversal
from lending.loans.level import annuity
from lending.loans.quote import quote
from lending.loans.status import LoanStatus
from lending.loans.terms import Allocation, Grace, LoanTerms, Multiple, Penalty
from lending.products.charges import Fees
from lending.products.prepayment import PrepaymentFee, PrepaymentRules
from tests.property.loan_histories import opened
from tests.unit.loans.cases import (
    PAID_OUT,
    PENALTY,
    base_loan,
    by_days,
    figure,
    loan_at,
    paid,
    split,
    yuan,
)

DUE_1 = date(2024, 2, 5)
LATE = date(2024, 2, 15)
"""Ten days after the first due date."""


def test_f1_the_level_instalment_before_it_is_rounded() -> None:
    """A = P·i ÷ (1 − (1+i)^−n) = 1,100.1599."""
    unrounded = 12_000 * Fraction(*annuity(((15, 1000),) * 12))
    assert f"{float(unrounded):.4f}" == "1100.1599"


def test_f2_total_interest() -> None:
    assert figure(loan_at(base_loan(method=Method.EQUAL_PRINCIPAL), PAID_OUT).totals.interest) == "1170.00"


def test_f4_schedule_interest_stays_level_and_the_compounded_rate_is_higher() -> None:
    """1.351374 % a month is 17.48 % compounded; 16.22 % is disclosed."""
    trial = quote(base_loan(method=Method.EQUAL_PRINCIPAL_AND_INTEREST, rate=Rate.parse("0.09")))
    assert {(row.principal.text, row.interest.text) for row in trial.rows} == {("1000.00", "90.00")}
    monthly = Decimal(trial.apr.scaled) / 12 / RATE_SCALE
    assert f"{monthly * 100:.6f}" == "1.351374"
    with localcontext() as context:
        context.prec = 30
        assert f"{((1 + monthly) ** 12 - 1) * 100:.2f}" == "17.48"


def days_loan(principal: str, rate: str, start: date, days: int, day_count: DayCount) -> LoanTerms:
    """One instalment after so many days, interest by the day."""
    return LoanTerms(
        principal=yuan(principal),
        rate=Rate.parse(rate),
        method=Method.BULLET,
        instalments=1,
        period=Period(days, PeriodUnit.DAY),
        start=start,
        interest=by_days(day_count),
    )


def test_f5_what_a_bullet_asks_for_at_maturity() -> None:
    terms = days_loan("50000", "0.108", date(2024, 3, 11), 183, DayCount.ACT_360)
    (row,) = loan_at(terms, date(2024, 3, 11)).instalments
    assert (row.due, figure(row.asked.total)) == (date(2024, 9, 10), "52745.00")


@pytest.mark.parametrize(
    ("day_count", "interest"),
    [(DayCount.ACT_360, "220.00"), (DayCount.ACT_365, "216.99"), (DayCount.THIRTY_E_360, "225.00")],
)
def test_f6_44_actual_days_are_45_of_30e_360(day_count: DayCount, interest: str) -> None:
    (row,) = loan_at(days_loan("10000", "0.18", date(2024, 1, 31), 44, day_count), date(2024, 1, 31)).instalments
    assert (row.due, figure(row.asked.interest)) == (date(2024, 3, 15), interest)


def test_f6_a_month_of_31_days_accrues_the_plans_180_and_not_186() -> None:
    """accrued(d) = round(180 × d ÷ 31): cumulative, so that the period sums to the plan."""
    accrued = [loan_at(base_loan(), date.fromordinal(PAID_OUT.toordinal() + day)).figures for day in range(32)]
    expected = [(2 * 18_000 * day + 31) // 62 for day in range(32)]
    assert [figures.interest_earned for figures in accrued] == expected
    assert figure(expected[-1]) == "180.00"
    by_day = loan_at(base_loan(interest=by_days()), PAID_OUT).instalments[0]
    assert figure(by_day.asked.interest) == "186.00"


def test_f7_16_days_are_far_enough_and_14_are_not() -> None:
    assert first_due_on(date(2024, 1, 20), 5, 15) == date(2024, 2, 5)
    assert first_due_on(date(2024, 1, 22), 5, 15) == date(2024, 3, 5)


def test_f10_penalty_on_principal_only() -> None:
    first = loan_at(base_loan(penalty=Penalty(Multiple.parse("1.5"))), LATE).instalments[0]
    assert (figure(first.asked.penalty), figure(first.asked.compound)) == ("6.90", "0.00")


def test_f10_at_1_3_times_the_rate() -> None:
    """920.16 × 23.4 % × 10 ÷ 360 = 5.98."""
    first = loan_at(base_loan(penalty=Penalty(Multiple.parse("1.3"))), LATE).instalments[0]
    assert figure(first.asked.penalty) == "5.98"


def test_f10_the_amount_is_cumulative_and_never_a_sum_of_rounded_days() -> None:
    """0.69 a day, 6.90 in ten; after eleven 7.59, after a hundred 69.01 and not 69.00."""
    terms = base_loan(penalty=PENALTY)
    after = {days: loan_at(terms, date.fromordinal(DUE_1.toordinal() + days)) for days in (1, 10, 11, 100)}
    assert [figure(account.instalments[0].asked.penalty) for account in after.values()] == [
        "0.69", "6.90", "7.59", "69.01",
    ]  # fmt: skip


def test_f10_overdue_principal_never_bears_18_and_27_percent_together() -> None:
    """The second period's interest is the plan's, whatever is overdue."""
    assert split(loan_at(base_loan(penalty=PENALTY), date(2024, 3, 5)).instalments[1]) == ("933.96", "166.20")


def test_f10_no_penalty_on_penalty() -> None:
    """Paid down to the penalty alone, the instalment bears nothing more."""
    terms = base_loan(penalty=PENALTY, allocation=Allocation((Component.PRINCIPAL, Component.INTEREST)))
    rest = loan_at(terms, date(2024, 12, 31), paid(LATE, "1100.16")).instalments[0]
    assert figure(rest.outstanding) == "8.25"


def test_f11_within_grace_the_loan_is_not_overdue_though_its_days_count_from_the_due_date() -> None:
    terms = base_loan(penalty=PENALTY, grace=Grace(days=3))
    last, after = loan_at(terms, date(2024, 2, 8)), loan_at(terms, date(2024, 2, 9))
    assert (last.status, last.days_past_due, last.days_past_grace) == (LoanStatus.NORMAL, 3, 0)
    assert (after.status, after.days_past_due, after.days_past_grace) == (LoanStatus.OVERDUE, 4, 1)


def test_f12_what_the_plan_would_have_asked_for() -> None:
    """703.56 of interest in periods 4 to 12, against 326.61 and 474.06 after the prepayment."""
    rows = loan_at(base_loan(), PAID_OUT).instalments[3:]
    assert figure(sum(row.asked.interest for row in rows)) == "703.56"


def test_f13_the_old_due_date_keeps_its_interest_and_30_days_are_475() -> None:
    terms = days_loan("50000", "0.108", date(2024, 3, 11), 183, DayCount.ACT_360)
    longer = Extension(on=date(2024, 9, 1), key="x", new_maturity=date(2024, 10, 10), rate=Rate.parse("0.114"))
    first, second = loan_at(terms, date(2024, 9, 1), longer).instalments
    assert (first.due, split(first)) == (date(2024, 9, 10), ("0.00", "2745.00"))
    assert (second.due, split(second), figure(second.asked.total)) == (
        date(2024, 10, 10), ("50000.00", "475.00"), "50475.00",
    )  # fmt: skip


def test_f15_horizontal_allocation_takes_all_interest_before_any_principal() -> None:
    """横冲: of 346.20 and no more, both instalments' interest."""
    across = Allocation(by=AllocationBy.COMPONENT)
    day = date(2024, 3, 5)
    rows = loan_at(base_loan(allocation=across), day, paid(day, "346.20")).instalments[:2]
    assert [(figure(row.paid.interest), row.paid.principal) for row in rows] == [("180.00", 0), ("166.20", 0)]


@pytest.mark.parametrize(
    ("fees", "monthly"), [(Fees(), "1.5000"), (Fees(at_start=yuan("240")), "1.8259")], ids=["none", "240 at the start"]
)
def test_f17_the_monthly_rate_of_return(fees: Fees, monthly: str) -> None:
    """1.5000 % without a fee, 1.82586 % with 240.00 at the start."""
    solved = Decimal(quote(base_loan(fees=fees)).apr.scaled) / 12 / RATE_SCALE * 100
    assert f"{solved:.4f}" == monthly


def test_f17_240_at_the_start_to_the_fifth_digit() -> None:
    solved = Decimal(quote(base_loan(fees=Fees(at_start=yuan("240")))).apr.scaled) / 12 / RATE_SCALE * 100
    assert f"{solved:.5f}" == "1.82586"


def test_f19_due_day_31_falls_on_the_months_end_and_keeps_its_anchor() -> None:
    dues = due_dates(date(2024, 1, 1), date(2024, 1, 31), Period(), 3)
    assert [due.isoformat() for due in dues] == ["2024-01-31", "2024-02-29", "2024-03-31"]


def test_f20_a_reversal_replays_what_came_after_it() -> None:
    """Paid on 5 February and 5 March; without the first, the second pays 29 days' penalty and compound first."""
    terms = base_loan(penalty=PENALTY)
    first, second = paid(DUE_1, "1100.16", "p1"), paid(date(2024, 3, 5), "1100.16", "p2")
    day = date(2024, 3, 10)
    row = loan_at(terms, day, first, second, Reversal(on=day, key="r", of="p1")).instalments[0]
    # 920.16 and 180.00 × 27 % × 29 ÷ 360
    assert (figure(row.paid.penalty), figure(row.paid.compound), figure(row.paid.interest)) == (
        "20.01", "3.92", "180.00",
    )  # fmt: skip
    assert figure(row.paid.principal) == "896.23"


def test_f20_a_refund_is_at_most_what_is_left_of_the_payment() -> None:
    terms, day = base_loan(penalty=PENALTY), LATE
    payment = paid(DUE_1, "1500.00", "p1")
    back = Refund(on=day, key="b", of="p1", amount=yuan("399.84"))
    account = loan_at(terms, day, payment, back)
    assert (figure(account.credit_balance), account.instalments[0].outstanding) == ("0.00", 0)


def test_a_settlement_given_back_whole_takes_its_fee_with_it() -> None:
    """F12: 9,345.08 with a fee of 91.98; refunded, the loan owes what it owed, as if it had been reversed."""
    terms = base_loan(prepayment=PrepaymentRules(fees=(PrepaymentFee(0, Rate.parse("0.01")),)))
    loan = opened(terms, on=PAID_OUT)
    for number, due in enumerate((DUE_1, date(2024, 3, 5), date(2024, 4, 5)), 1):
        loan = loan.repay(f"p{number}", yuan("1100.16"), due).unwrap()
    on = date(2024, 4, 17)
    settled = loan.settle("s", on, yuan("9345.08")).unwrap()
    back = settled.refund("b", "s", yuan("9345.08"), on).unwrap()
    reversed_ = settled.reverse("b", "s", on).unwrap()
    for day in (on, date(2024, 6, 1)):
        assert back.account(day).outstanding == reversed_.account(day).outstanding == loan.account(day).outstanding


def test_f21_one_day_of_period_five_and_the_days_past_due() -> None:
    """123.54 over 31 days is 3.99 for one."""
    account = loan_at(base_loan(penalty=PENALTY), date(2024, 5, 6))
    assert figure(account.instalments[4].asked.interest) == "123.54"
    assert figure(account.figures.interest_accrued_outstanding) == "3.99"
    assert [figure(row.balance_after) for row in account.instalments[3:4]] == ["8235.72"]
