"""The worked figures of the handbook, F1 to F21."""

from datetime import date

import pytest

from lending.kernel.day_count import DayCount
from lending.kernel.money import Money
from lending.kernel.periods import Period, PeriodUnit, first_due_on
from lending.kernel.rates import Rate
from lending.loans.account import Account
from lending.loans.choices import Component, FirstPeriod, Method, PrepaymentEffect
from lending.loans.facts import (
    Charge,
    Extension,
    Prepayment,
    RateChange,
    Reversal,
    Settlement,
    Waiver,
)
from lending.loans.quote import quote
from lending.loans.status import LoanStatus
from lending.loans.terms import Grace
from lending.products.charges import Fees
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, by_days, figure, loan_at, on_time, paid, split, yuan

DUE_1, DUE_3 = date(2024, 2, 5), date(2024, 4, 5)


class TestPlans:
    @pytest.mark.requirement("R47", command="lending quote")
    def test_f1_level_instalment_of_the_base_loan(self) -> None:
        rows = loan_at(base_loan(), PAID_OUT).instalments
        assert [split(row) for row in rows[:4]] == [
            ("920.16", "180.00"),
            ("933.96", "166.20"),
            ("947.97", "152.19"),
            ("962.19", "137.97"),
        ]
        assert [figure(row.balance_after) for row in rows[:4]] == ["11079.84", "10145.88", "9197.91", "8235.72"]
        assert [split(row) for row in rows[10:]] == [("1067.88", "32.28"), ("1083.93", "16.26")]
        assert figure(rows[-1].asked.total) == "1100.19"
        assert figure(sum(row.asked.interest for row in rows)) == "1201.95"

    def test_f2_equal_principal(self) -> None:
        rows = loan_at(base_loan(method=Method.EQUAL_PRINCIPAL), PAID_OUT).instalments
        assert {figure(row.asked.principal) for row in rows} == {"1000.00"}
        assert [figure(row.asked.interest) for row in rows] == [f"{180 - 15 * k}.00" for k in range(12)]

    def test_f3_interest_first_by_the_month_and_by_real_days(self) -> None:
        by_month = loan_at(base_loan(method=Method.INTEREST_FIRST), PAID_OUT).instalments
        assert [split(row) for row in by_month] == [("0.00", "180.00")] * 11 + [("12000.00", "180.00")]
        by_day = loan_at(base_loan(method=Method.INTEREST_FIRST, interest=by_days()), PAID_OUT).instalments
        assert split(by_day[0]) == ("0.00", "186.00")

    def test_f4_flat_interest_and_what_it_really_costs(self) -> None:
        flat = base_loan(method=Method.EQUAL_PRINCIPAL_AND_INTEREST, rate=Rate.parse("0.09"))
        trial = quote(flat)
        assert {row.total.text for row in trial.rows} == {"1090.00"}
        assert trial.apr.percent == "16.22 %"
        assert trial.apr.scaled == pytest.approx(1351374 * 12, abs=12)

    @pytest.mark.parametrize(("day_count", "interest"), [(DayCount.ACT_360, "2745.00"), (DayCount.ACT_365, "2707.40")])
    def test_f5_bullet_by_days(self, day_count: DayCount, interest: str) -> None:
        terms = base_loan(
            principal=yuan("50000"),
            rate=Rate.parse("0.108"),
            method=Method.BULLET,
            instalments=183,
            period=_days(1),
            start=date(2024, 3, 11),
            interest=by_days(day_count),
        )
        (row,) = loan_at(terms, date(2024, 3, 11)).instalments
        assert (row.due, split(row)) == (date(2024, 9, 10), ("50000.00", interest))

    @pytest.mark.parametrize(
        ("day_count", "interest"),
        [(DayCount.ACT_360, "220.00"), (DayCount.ACT_365, "216.99"), (DayCount.THIRTY_E_360, "220.00")],
    )
    def test_f6_day_counts_of_a_broken_first_period_take_its_actual_days(
        self, day_count: DayCount, interest: str
    ) -> None:
        terms = base_loan(
            principal=yuan("10000"),
            method=Method.INTEREST_FIRST,
            instalments=1,
            start=date(2024, 1, 31),
            first_due=date(2024, 3, 15),
            interest=by_days(day_count),
        )
        (row,) = loan_at(terms, date(2024, 1, 31)).instalments
        assert figure(row.asked.interest) == interest

    def test_f6_plan_interest_accrues_over_the_days_of_its_period_and_sums_to_the_plan(self) -> None:
        terms = base_loan()
        by_day = [loan_at(terms, date(2024, 1, 5 + day)).figures.interest_earned for day in range(27)]
        assert by_day[:3] == [0, 581, 1161]
        assert loan_at(terms, DUE_1).figures.interest_earned == 18000

    def test_f7_a_broken_first_period_differs_in_its_interest_only(self) -> None:
        start = date(2024, 1, 20)
        first_due = first_due_on(start, 5)
        assert first_due == DUE_1
        rows = loan_at(base_loan(start=start, first_due=first_due), start).instalments
        assert split(rows[0]) == ("920.16", "96.00")
        assert figure(rows[0].asked.total) == "1016.16"
        assert [split(row) for row in rows[1:]] == [
            split(row) for row in loan_at(base_loan(), PAID_OUT).instalments[1:]
        ]

    def test_f7_method_b_levels_the_first_instalment_too(self) -> None:
        start = date(2024, 1, 20)
        rows = loan_at(base_loan(start=start, first_due=DUE_1, first_period=FirstPeriod.LEVEL), start).instalments
        assert split(rows[0]) == ("996.57", "96.00")
        assert {figure(row.asked.total) for row in rows[:-1]} == {"1092.57"}
        assert figure(rows[-1].asked.total) == "1092.61"

    def test_f7_a_first_due_day_too_near_moves_a_month(self) -> None:
        assert first_due_on(date(2024, 1, 22), 5) == date(2024, 3, 5)

    def test_f8_the_last_instalment_absorbs(self) -> None:
        thirds = base_loan(principal=yuan("10000"), method=Method.EQUAL_PRINCIPAL, instalments=3)
        principals = [figure(row.asked.principal) for row in loan_at(thirds, PAID_OUT).instalments]
        assert principals == ["3333.33", "3333.33", "3333.34"]


class TestChangesOfRate:
    def test_f9_repricing_on_a_due_date(self) -> None:
        start = date(2023, 1, 1)
        terms = base_loan(principal=yuan("300000"), rate=Rate.parse("0.06"), instalments=36, start=start)
        before = loan_at(terms, start).instalments
        assert figure(before[0].asked.total) == "9126.58"
        assert figure(before[11].balance_after) == "205921.84"
        payments = [paid(row.due, figure(row.asked.total)) for row in before[:12]]
        repriced = RateChange(on=date(2024, 1, 1), key="LPR", rate=Rate.parse("0.0565"))
        rows = loan_at(terms, date(2024, 1, 1), *payments, repriced).instalments
        assert rows[:12] != before[:12]
        assert [split(row) for row in rows[:12]] == [split(row) for row in before[:12]]
        assert figure(rows[12].asked.total) == "9094.14"
        assert figure(rows[12].asked.interest) == "969.55"
        assert figure(rows[35].asked.total) == "9094.16"

    def test_f9_repricing_within_a_period_charges_each_stretch_its_own_rate(self) -> None:
        start = date(2022, 12, 20)
        terms = base_loan(principal=yuan("300000"), rate=Rate.parse("0.06"), instalments=36, start=start)
        before = loan_at(terms, start).instalments
        payments = [paid(row.due, figure(row.asked.total)) for row in before[:12]]
        repriced = RateChange(on=date(2024, 1, 1), key="LPR", rate=Rate.parse("0.0565"))
        rows = loan_at(terms, date(2024, 1, 1), *payments, repriced).instalments
        assert figure(rows[12].asked.interest) == "1025.89"


class TestOverdue:
    def test_f10_penalty_and_compound_of_ten_days(self) -> None:
        first = loan_at(base_loan(penalty=PENALTY), date(2024, 2, 15)).instalments[0]
        assert (figure(first.asked.penalty), figure(first.asked.compound)) == ("6.90", "1.35")

    def test_f11_paid_within_grace_bears_nothing(self) -> None:
        terms = base_loan(penalty=PENALTY, grace=Grace(days=3))
        on_last_day = paid(date(2024, 2, 8), "1100.16")
        account = loan_at(terms, date(2024, 2, 20), on_last_day)
        assert account.instalments[0].asked.total == 110016
        assert loan_at(terms, date(2024, 2, 8)).status is LoanStatus.NORMAL

    @pytest.mark.parametrize(("retroactive", "charged"), [(True, ("3.45", "0.68")), (False, ("1.38", "0.27"))])
    def test_f11_paid_after_grace(self, *, retroactive: bool, charged: tuple[str, str]) -> None:
        terms = base_loan(penalty=PENALTY, grace=Grace(days=3, retroactive=retroactive))
        first = loan_at(terms, date(2024, 2, 10), paid(date(2024, 2, 10), "1100.16")).instalments[0]
        assert (figure(first.asked.penalty), figure(first.asked.compound)) == charged

    def test_f14_waiving_half_leaves_the_rest(self) -> None:
        on = date(2024, 2, 15)
        waived = (
            Waiver(on=on, key="w1", component=Component.PENALTY, amount=yuan("3.45")),
            Waiver(on=on, key="w2", component=Component.COMPOUND, amount=yuan("0.68")),
        )
        account = loan_at(base_loan(penalty=PENALTY), on, *waived)
        assert figure(account.outstanding.penalty) == "3.45"
        assert figure(account.outstanding.compound) == "0.67"

    def test_f15_a_payment_of_500_goes_through_the_usual_order(self) -> None:
        on = date(2024, 2, 15)
        first = loan_at(base_loan(penalty=PENALTY), on, paid(on, "500.00")).instalments[0]
        assert (figure(first.paid.penalty), figure(first.paid.compound)) == ("6.90", "1.35")
        assert (figure(first.paid.interest), figure(first.paid.principal)) == ("180.00", "311.75")

    def test_f20_reversing_a_payment_leaves_the_loan_as_if_it_had_never_been(self) -> None:
        terms = base_loan(penalty=PENALTY)
        payment = paid(DUE_1, "1100.16", key="p1")
        day = date(2024, 2, 15)
        reversed_ = loan_at(terms, day, payment, Reversal(on=day, key="r1", of="p1"))
        first = reversed_.instalments[0]
        assert (figure(first.asked.penalty), figure(first.asked.compound)) == ("6.90", "1.35")
        assert reversed_ == loan_at(terms, day)
        assert loan_at(terms, date(2024, 2, 14), payment, Reversal(on=day, key="r1", of="p1")).due.total == 0

    def test_f21_ninety_one_days_late(self) -> None:
        account = loan_at(base_loan(penalty=PENALTY), date(2024, 5, 6))
        assert [row.days_past_due for row in account.instalments[:5]] == [91, 62, 31, 1, 0]
        penalties = [figure(row.asked.penalty) for row in account.instalments[:4]]
        compounds = [figure(row.asked.compound) for row in account.instalments[:4]]
        assert (penalties, compounds) == (["62.80", "43.43", "22.04", "0.72"], ["12.29", "7.73", "3.54", "0.10"])
        assert (figure(account.due.penalty), figure(account.due.compound)) == ("128.99", "23.66")
        assert figure(account.due.interest) == "636.36"
        assert figure(account.figures.interest_accrued_outstanding) == "3.99"
        assert figure(account.figures.principal_overdue) == "3764.28"
        assert account.status is LoanStatus.NON_ACCRUAL


class TestEarlyMoney:
    @pytest.mark.requirement("R72")
    def test_f12_settling_twelve_days_into_period_four(self) -> None:
        on = date(2024, 4, 17)
        facts = [
            *on_time(base_loan(), 3),
            Charge(on=on, key="fee", component=Component.FEE, amount=yuan("91.98"), due=on),
        ]
        account = loan_at(base_loan(), on, *facts, Settlement(on=on, key="settle"))
        last = account.instalments[-1]
        assert (figure(last.paid.principal), figure(last.paid.interest)) == ("9197.91", "55.19")
        assert figure(last.paid.total) == "9345.08"
        assert (account.status, account.outstanding.total) == (LoanStatus.SETTLED, 0)

    def test_f12_prepaying_to_shorten_the_term(self) -> None:
        account = self._prepaid(PrepaymentEffect.SHORTEN_TERM)
        later = account.instalments[3:]
        assert [figure(row.asked.total) for row in later] == ["1100.16"] * 5 + ["1023.72"]
        assert figure(sum(row.asked.interest for row in later)) == "326.61"
        assert figure(account.principal_balance) == "6197.91"

    def test_f12_prepaying_to_reduce_the_instalment(self) -> None:
        later = self._prepaid(PrepaymentEffect.REDUCE_INSTALMENT).instalments[3:]
        assert len(later) == 9
        assert {figure(row.asked.total) for row in later[:-1]} == {"741.33"}
        assert figure(sum(row.asked.interest for row in later)) == "474.06"

    @staticmethod
    def _prepaid(effect: PrepaymentEffect) -> Account:
        prepaid = Prepayment(on=DUE_3, key="prepay", amount=yuan("3000"), effect=effect)
        return loan_at(base_loan(), DUE_3, *on_time(base_loan(), 3), prepaid)

    def test_f13_extending_a_bullet(self) -> None:
        terms = base_loan(
            principal=yuan("50000"),
            rate=Rate.parse("0.108"),
            method=Method.BULLET,
            instalments=6,
            start=date(2024, 3, 10),
            interest=by_days(),
        )
        extended = Extension(
            on=date(2024, 9, 1), key="extend", new_maturity=date(2024, 10, 10), rate=Rate.parse("0.114")
        )
        first, second = loan_at(terms, date(2024, 9, 1), extended).instalments
        assert (first.due, first.asked.principal) == (date(2024, 9, 10), 0)
        assert (second.due, split(second)) == (date(2024, 10, 10), ("50000.00", "475.00"))
        assert figure(second.asked.total) == "50475.00"


class TestCost:
    @pytest.mark.parametrize(
        ("fees", "apr"),
        [
            (Fees(), "18.00 %"),
            (Fees(at_start=Money(24000)), "21.91 %"),
            (Fees(each_instalment=Money(6000)), "28.36 %"),
        ],
    )
    def test_f17_disclosed_rate_counts_every_fee(self, fees: Fees, apr: str) -> None:
        assert quote(base_loan(fees=fees)).apr.percent == apr

    def test_f18_price_check_at_24_percent(self) -> None:
        cap = Rate.parse("0.24")
        assert quote(base_loan(fees=Fees(each_instalment=Money(3400)))).apr <= cap
        over = quote(base_loan(fees=Fees(each_instalment=Money(3500)))).apr
        assert (over > cap, over.percent) == (True, "24.08 %")


def _days(count: int) -> Period:
    return Period(count, PeriodUnit.DAY)
