"""3.6: since when a loan is non-accrual, and what brings it back. Base loan L, due on the 5th; nothing was paid."""

from datetime import date, timedelta
from typing import Any

import pytest

from lending.kernel.invalid import InvalidValue
from lending.loans.account import Account, account
from lending.loans.choices import AllocationBy, Component
from lending.loans.facts import Impairment, LoanFact
from lending.loans.status import LoanStatus
from lending.loans.terms import Allocation, Grace, LoanTerms, NonAccrual
from tests.unit.loans.cases import PENALTY, base_loan, loan_at, paid, paid_out

S = LoanStatus
DUES = [date(2024, month, 5) for month in range(2, 13)]
PLAN_FIRST = (Component.PRINCIPAL, Component.INTEREST)
DAY_90, DAY_91 = date(2024, 5, 5), date(2024, 5, 6)


def arrears_paid(terms: LoanTerms, on: date, *facts: LoanFact) -> LoanFact:
    """A payment of everything due on `on`."""
    return paid(on, f"{loan_at(terms, on, *facts).due.total / 100:.2f}", f"arrears-{on}")


def standing(terms: LoanTerms, on: date, *facts: LoanFact) -> tuple[LoanStatus, date | None]:
    stated = loan_at(terms, on, *facts)
    return stated.status, stated.non_accrual_since


class TestStopping:
    def test_more_than_90_days_past_due(self) -> None:
        assert standing(base_loan(), DAY_90) == (S.OVERDUE, None)
        assert standing(base_loan(), DAY_91) == (S.NON_ACCRUAL, DAY_91)

    def test_since_when_does_not_depend_on_when_it_is_asked(self) -> None:
        assert standing(base_loan(), date(2024, 9, 1)) == (S.NON_ACCRUAL, DAY_91)

    def test_days_are_those_of_the_terms(self) -> None:
        terms = base_loan(non_accrual=NonAccrual(days=30))
        assert standing(terms, date(2024, 3, 7)) == (S.NON_ACCRUAL, date(2024, 3, 7))
        assert standing(terms, date(2024, 3, 6)) == (S.OVERDUE, None)

    def test_what_was_owed_for_over_90_days_and_paid_in_part_still_counts(self) -> None:
        assert standing(base_loan(), DAY_91, paid(DAY_90, "1100.15")) == (S.NON_ACCRUAL, DAY_91)
        assert standing(base_loan(), DAY_91, paid(DAY_90, "1100.16")) == (S.OVERDUE, None)

    def test_a_payment_valued_in_time_and_recorded_late_means_it_never_stopped(self) -> None:
        late = paid(DUES[0], "1100.16")
        assert standing(base_loan(), date(2024, 6, 3), late) == (S.OVERDUE, None)

    def test_judged_impaired_it_stops_on_the_day(self) -> None:
        judged = Impairment(on=date(2024, 1, 20), key="j", reason="fraud")
        assert standing(base_loan(), date(2024, 1, 20), judged) == (S.NON_ACCRUAL, date(2024, 1, 20))
        assert standing(base_loan(), date(2024, 1, 19), judged) == (S.NORMAL, None)

    @pytest.mark.parametrize(("field", "days", "cure"), [("days", 0, 0), ("cure_instalments", 90, -1)])
    def test_terms_that_make_no_sense_are_refused(self, field: str, days: int, cure: int) -> None:
        with pytest.raises(InvalidValue, match=f"non_accrual.{field}"):
            NonAccrual(days, cure)


class TestComingBack:
    def test_by_the_default_the_day_the_arrears_are_paid(self) -> None:
        on = date(2024, 5, 20)
        facts = [arrears_paid(base_loan(), on)]
        assert standing(base_loan(), on, *facts) == (S.NORMAL, None)

    def test_not_before_all_arrears_are_paid(self) -> None:
        """Two of four instalments leave it 31 days past due, and non-accrual all the same."""
        facts = [paid(DAY_91, "2200.32")]
        stated = loan_at(base_loan(), DAY_91, *facts)
        assert (stated.status, stated.days_past_due) == (S.NON_ACCRUAL, 31)

    def test_not_before_the_penalty_is_paid_too(self) -> None:
        terms = base_loan(penalty=PENALTY, allocation=Allocation(PLAN_FIRST, AllocationBy.COMPONENT))
        plan_only = paid(DAY_91, "4400.64")
        stated = loan_at(terms, DAY_91, plan_only)
        assert (stated.status, stated.days_past_due) == (S.NON_ACCRUAL, 0)
        assert stated.due.total == 12899 + 2366

    def test_with_a_cure_only_after_so_many_instalments_on_time(self) -> None:
        terms = base_loan(non_accrual=NonAccrual(cure_instalments=2))
        facts = [arrears_paid(terms, DAY_91), paid(DUES[4], "1100.16"), paid(DUES[5], "1100.16")]
        assert standing(terms, DUES[5] - timedelta(days=1), *facts) == (S.NON_ACCRUAL, DAY_91)
        assert standing(terms, DUES[5], *facts) == (S.NORMAL, None)

    def test_an_instalment_paid_late_begins_the_cure_anew(self) -> None:
        terms = base_loan(non_accrual=NonAccrual(cure_instalments=2))
        late = DUES[4] + timedelta(days=3)
        facts = [arrears_paid(terms, DAY_91), *(paid(on, "1100.16") for on in (late, DUES[5], DUES[6]))]
        assert standing(terms, DUES[5], *facts) == (S.NON_ACCRUAL, DAY_91)
        assert standing(terms, DUES[6], *facts) == (S.NORMAL, None)

    def test_an_instalment_paid_within_grace_is_on_time(self) -> None:
        terms = base_loan(non_accrual=NonAccrual(cure_instalments=1), grace=Grace(days=3))
        on_time = DUES[4] + timedelta(days=3)
        facts = [arrears_paid(terms, DAY_91), paid(on_time, "1100.16")]
        assert standing(terms, on_time - timedelta(days=1), *facts) == (S.NON_ACCRUAL, DAY_91)
        assert standing(terms, on_time, *facts) == (S.NORMAL, None)

    def test_money_held_counts_on_the_due_date_it_pays(self) -> None:
        terms = base_loan(non_accrual=NonAccrual(cure_instalments=1))
        due = loan_at(terms, DAY_91).due.total
        ahead = paid(DAY_91, f"{(due + 110016) / 100:.2f}")
        assert standing(terms, DUES[4] - timedelta(days=1), ahead) == (S.NON_ACCRUAL, DAY_91)
        assert standing(terms, DUES[4], ahead) == (S.NORMAL, None)

    def test_a_judgement_asks_for_an_instalment_even_where_nothing_was_in_arrears(self) -> None:
        judged = Impairment(on=date(2024, 1, 20), key="j", reason="fraud")
        facts = [judged, paid(DUES[0], "1100.16")]
        assert standing(base_loan(), DUES[0] - timedelta(days=1), *facts)[0] is S.NON_ACCRUAL
        assert standing(base_loan(), DUES[0], *facts) == (S.NORMAL, None)

    def test_judged_again_it_is_on_trial_again(self) -> None:
        judged = [Impairment(on=on, key=str(on), reason="fraud") for on in (date(2024, 1, 20), DUES[0])]
        facts = [*judged, paid(DUES[0], "1100.16"), paid(DUES[1], "1100.16")]
        assert standing(base_loan(), DUES[0], *facts) == (S.NON_ACCRUAL, date(2024, 1, 20))
        assert standing(base_loan(), DUES[1], *facts) == (S.NORMAL, None)

    def test_it_may_stop_again(self) -> None:
        facts = [arrears_paid(base_loan(), DAY_91)]
        again = DUES[4] + timedelta(days=91)
        assert standing(base_loan(), again - timedelta(days=1), *facts) == (S.OVERDUE, None)
        assert standing(base_loan(), again, *facts) == (S.NON_ACCRUAL, again)


class TestOrder:
    """F15: principal before interest while non-accrual, decided on each payment's value date."""

    TERMS = base_loan(allocation=Allocation(non_accrual_order=PLAN_FIRST))

    def parts(self, *facts: LoanFact, as_of: date) -> list[tuple[int, int]]:
        rows = account(self.TERMS, (paid_out(self.TERMS), *facts), as_of).instalments
        return [(row.paid.principal, row.paid.interest) for row in rows[:3]]

    def test_it_goes_across_instalments(self) -> None:
        assert self.parts(paid(DAY_91, "1000.00"), as_of=DAY_91) == [(92016, 0), (7984, 0), (0, 0)]

    def test_the_day_before_the_usual_order_holds(self) -> None:
        assert self.parts(paid(DAY_90, "1000.00"), as_of=DAY_91) == [(82000, 18000), (0, 0), (0, 0)]

    def test_a_payment_that_brings_it_back_lets_the_next_one_take_the_usual_order(self) -> None:
        facts = [arrears_paid(self.TERMS, DAY_91), paid(DUES[4], "200.00")]
        row = account(self.TERMS, (paid_out(self.TERMS), *facts), DUES[4]).instalments[4]
        assert (row.paid.interest, row.paid.principal) == (12354, 7646)

    def test_an_order_agreed_for_one_payment_goes_before_both(self) -> None:
        agreed: Any = paid(DAY_90, "300.00")
        agreed = type(agreed)(on=agreed.on, key="agreed", amount=agreed.amount, order=(Component.INTEREST,))
        assert self.parts(agreed, paid(DAY_90, "10.00"), as_of=DAY_91) == [(1000, 18000), (0, 12000), (0, 0)]

    def test_a_component_stands_once_in_it(self) -> None:
        with pytest.raises(InvalidValue, match=r"allocation\.non_accrual_order"):
            Allocation(non_accrual_order=(Component.FEE, Component.FEE))


def test_the_principal_of_a_non_accrual_loan_stands_in_one_class() -> None:
    stated: Account = loan_at(base_loan(), DAY_91)
    figures = stated.figures
    assert (figures.principal_normal, figures.principal_overdue_accruing) == (0, 0)
    assert figures.principal_non_accrual == 1_200_000
