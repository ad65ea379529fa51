"""Where a payment goes: orders, directions, and money beyond what is due."""

from datetime import date
from typing import Any

import pytest

from lending.loans.choices import AllocationBy, Component, Excess, Method
from lending.loans.facts import Charge
from lending.loans.status import InstalmentStatus, LoanStatus
from lending.loans.terms import Allocation, LoanTerms
from tests.unit.loans.cases import base_loan, figure, loan_at, paid, yuan

LATE = date(2024, 3, 5)
F, P, C, N, A = Component.FEE, Component.PENALTY, Component.COMPOUND, Component.INTEREST, Component.PRINCIPAL


def allocating(
    *order: Component, by: AllocationBy = AllocationBy.INSTALMENT, excess: Excess = Excess.HOLD
) -> LoanTerms:
    return base_loan(method=Method.EQUAL_PRINCIPAL, allocation=Allocation(order or (F, P, C, N, A), by, excess))


def parts(account: Any, count: int = 2) -> list[tuple[str, str]]:
    return [(figure(row.paid.interest), figure(row.paid.principal)) for row in account.instalments[:count]]


@pytest.mark.requirement("R51")
class TestDirections:
    """On 5 March 1,000.00 + 180.00 and 1,000.00 + 165.00 are due."""

    def test_by_instalment_the_oldest_comes_first_with_all_its_components(self) -> None:
        assert parts(loan_at(allocating(), LATE, paid(LATE, "1300"))) == [("180.00", "1000.00"), ("120.00", "0.00")]

    def test_by_component_all_interest_comes_before_any_principal(self) -> None:
        account = loan_at(allocating(by=AllocationBy.COMPONENT), LATE, paid(LATE, "1300"))
        assert parts(account) == [("180.00", "955.00"), ("165.00", "0.00")]

    def test_principal_first(self) -> None:
        account = loan_at(allocating(A, N), LATE, paid(LATE, "1300"))
        assert parts(account) == [("180.00", "1000.00"), ("0.00", "120.00")]
        account = loan_at(allocating(A, N, by=AllocationBy.COMPONENT), LATE, paid(LATE, "2100"))
        assert parts(account) == [("100.00", "1000.00"), ("0.00", "1000.00")]

    def test_fees_are_paid_first_and_their_own_due_date_counts(self) -> None:
        fee = Charge(on=date(2024, 1, 10), key="fee", component=F, amount=yuan("50"), due=date(2024, 1, 15))
        before = loan_at(allocating(), date(2024, 1, 14), fee, paid(date(2024, 1, 14), "30"))
        assert (before.instalments[0].paid.fee, before.credit_balance) == (0, 3000)
        after = loan_at(allocating(), date(2024, 1, 15), fee, paid(date(2024, 1, 14), "30"))
        assert (after.instalments[0].paid.fee, after.credit_balance) == (3000, 0)


class TestExcess:
    def test_held_money_pays_the_next_instalment_on_its_due_date(self) -> None:
        early = paid(date(2024, 1, 20), "1500")
        held = loan_at(allocating(), date(2024, 2, 4), early)
        assert (held.credit_balance, held.instalments[0].paid.total) == (150_000, 0)
        due = loan_at(allocating(), date(2024, 2, 5), early)
        assert (due.credit_balance, due.instalments[0].paid.total) == (32_000, 118_000)
        assert due.instalments[0].status is InstalmentStatus.PAID

    @pytest.mark.parametrize(
        ("excess", "paid_rows"),
        [
            (Excess.NEXT_INSTALMENT, {1: "1180.00", 2: "1165.00", 3: "55.00"}),
            (Excess.LAST_INSTALMENT, {12: "1015.00", 11: "1030.00", 10: "355.00"}),
            (Excess.NEXT_THEN_LAST, {1: "1180.00", 12: "1015.00", 11: "205.00"}),
        ],
    )
    def test_money_in_advance(self, excess: Excess, paid_rows: dict[int, str]) -> None:
        day = date(2024, 1, 20)
        account = loan_at(allocating(excess=excess), day, paid(day, "2400"))
        assert {row.no: figure(row.paid.total) for row in account.instalments if row.paid.total} == paid_rows
        assert account.credit_balance == 0

    def test_paying_more_than_everything_leaves_a_credit_balance(self) -> None:
        day = date(2024, 1, 20)
        account = loan_at(allocating(excess=Excess.NEXT_INSTALMENT), day, paid(day, "20000"))
        assert (account.status, account.outstanding.total) == (LoanStatus.SETTLED, 0)
        assert figure(account.credit_balance) == "6830.00"

    def test_a_cent_short_is_not_paid(self) -> None:
        account = loan_at(allocating(), date(2024, 2, 6), paid(date(2024, 2, 5), "1179.99"))
        assert (account.days_past_due, account.due.total) == (1, 1)
        assert account.status is LoanStatus.OVERDUE
