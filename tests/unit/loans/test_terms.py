"""Terms that cannot be planned cannot be built; what is wrong is named."""

from datetime import date
from typing import Any

import pytest

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency, Money
from lending.kernel.periods import Period
from lending.loans.choices import Component, InterestOn, Method
from lending.loans.terms import COMPONENT_ORDER, Allocation, Grace, Interest, Multiple
from tests.unit.loans.cases import PAID_OUT, base_loan


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"principal": Money(0)}, "principal"),
        ({"principal": Money(-1)}, "principal"),
        ({"instalments": 0}, "instalments"),
        ({"instalments": True}, "instalments"),
        ({"instalments": 1201}, "instalments"),
        ({"period": Period(1200)}, "instalments"),
        ({"instalment_multiple": Money(0)}, "instalment_multiple"),
        ({"instalment_multiple": Money(1, Currency("USD"))}, "instalment_multiple"),
        ({"grace": Grace(principal_periods=12)}, "grace.principal_periods"),
        ({"grace": Grace(interest_periods=12)}, "grace.interest_periods"),
        ({"method": Method.BULLET, "grace": Grace(principal_periods=1)}, "grace.principal_periods"),
        ({"first_due": PAID_OUT}, "first_due"),
        (
            {"method": Method.EQUAL_PRINCIPAL_AND_INTEREST, "interest": Interest(on=InterestOn.ACTUAL_BALANCE)},
            "interest.on",
        ),
    ],
)
def test_terms_that_cannot_be(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        base_loan(**changes)
    (violation,) = refused.value.violations
    assert violation.field == field
    assert violation.expected


def test_a_component_stands_once_in_the_order_and_those_left_out_come_last() -> None:
    chosen = Allocation((Component.PRINCIPAL, Component.FEE))
    assert chosen.full_order == (
        Component.PRINCIPAL,
        Component.FEE,
        Component.PENALTY,
        Component.COMPOUND,
        Component.INTEREST,
    )
    assert Allocation().full_order == COMPONENT_ORDER
    with pytest.raises(InvalidValue, match="at most once"):
        Allocation((Component.FEE, Component.FEE))


@pytest.mark.parametrize(("text", "scaled"), [("1.5", 15_000), ("2", 20_000), ("0.0001", 1), ("100", 1_000_000)])
def test_a_multiple_is_exact(text: str, scaled: int) -> None:
    assert Multiple.parse(text) == Multiple(scaled)
    assert Multiple.parse(str(Multiple(scaled))) == Multiple(scaled)


@pytest.mark.parametrize("text", ["", "-1", "1.00001", "101", "100.0001", "1e2", "x", None, "１.5", "١.٥", "1.5\n"])
def test_what_is_no_multiple(text: Any) -> None:
    with pytest.raises(InvalidValue, match="expected a multiple from 0 to 100"):
        Multiple.parse(text)


def test_the_start_is_the_first_payout_unless_it_is_written() -> None:
    day = date(2024, 3, 1)
    assert base_loan(start=None).starting(day).start == day
    assert base_loan().starting(day).start == PAID_OUT
