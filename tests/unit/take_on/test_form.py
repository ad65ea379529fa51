"""Every cell of a portfolio row is read by its column; whatever is wrong is named by column, value and expectation."""

from datetime import date

import pytest

from lending.kernel.invalid import InvalidInput
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import Component
from lending.loans.portfolio import PastKind
from lending_adapters.take_on.form import COLUMNS, parse_row
from tests.support.portfolio import cells
from tests.support.sources import ROOT


def faults(**changed: str) -> list[str]:
    with pytest.raises(InvalidInput) as raised:
        parse_row(7, cells(8) | changed)
    return [str(violation) for violation in raised.value.violations]


def test_a_row_with_balances() -> None:
    row = parse_row(7, cells(2) | {"due_day": "5", "vin": "LSVAA4187E2123459"})
    assert (row.line, row.reference, row.vin, row.due_day) == (7, "OLD-2", "LSVAA4187E2123459", 5)
    assert (row.principal, row.annual_rate) == (Money.parse("12000.00"), Rate.parse("0.18"))
    assert row.balances is not None
    assert row.balances.fees == Money.parse("30.00")
    first, second = row.balances.unpaid
    assert (first.due, first.principal, first.interest) == (
        date(2024, 3, 5),
        Money.parse("933.96"),
        Money.parse("166.20"),
    )
    assert (first.penalty, first.compound) == (Money.parse("5.00"), Money.parse("1.00"))
    assert not second.penalty


def test_a_row_with_a_history() -> None:
    told = "2024-01-20 CHARGE FEE 30.00 | 2024-02-06 RATE 0.12 | 2024-02-07 IMPAIRMENT | 2024-02-08 REPAYMENT 1.00"
    row = parse_row(7, cells(6) | {"history": told, "currency": "CNY"})
    assert row.balances is None
    assert [act.kind for act in row.history] == [
        PastKind.CHARGE,
        PastKind.RATE,
        PastKind.IMPAIRMENT,
        PastKind.REPAYMENT,
    ]
    assert row.history[0].component is Component.FEE
    assert row.history[1].rate == Rate.parse("0.12")
    assert row.history[3].amount == Money.parse("1.00")


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("reference", "", "reference: nothing is not valid: expected a value"),
        ("reference", "a b", "reference: 'a b' is not valid: expected 1 to 64 letters"),
        ("identity_number", "11010519491231002Y", "identity_number: (hidden) is not valid"),
        ("phone", "12", "phone: (hidden) is not valid"),
        ("account_number", "12", "account_number: (hidden) is not valid"),
        ("bank", "icbc", "bank: 'icbc' is not valid"),
        ("monthly_income", "0.00", "monthly_income: "),
        ("currency", "ZZZ", "currency: 'ZZZ' is not valid: expected one of "),
        ("opened_on", "2024-02-30", "opened_on: '2024-02-30' is not valid: expected a date"),
        ("principal", "12,000.00", "principal: '12,000.00' is not valid"),
        ("instalments", "0", "instalments: 0 is not valid: expected a whole number from 1 to 360"),
        ("annual_rate", "18%", "annual_rate: '18%' is not valid"),
        ("due_day", "32", "due_day: 32 is not valid: expected a whole number from 1 to 31"),
        ("vin", "X", "vin: 'X' is not valid: expected a VIN of 17 characters"),
        ("instalments_left", "361", "instalments_left: 361 is not valid: expected a whole number from 0 to 360"),
        ("accrued_interest", "x", "accrued_interest: 'x' is not valid"),
        ("written_off", "yes", "written_off: 'yes' is not valid: expected one of false, true"),
        ("unpaid", "2024-03-05 1.00", "unpaid[1]: '2024-03-05 1.00' is not valid: expected a due date"),
        ("unpaid", "2024-03-05 1.00 2.00 | 2024-03 1.00 2.00", "unpaid[2]: '2024-03' is not valid"),
        ("history", "2024-03-05", "history[1]: '2024-03-05' is not valid: expected a date and an act"),
        ("history", "2024-03-05 LOST 1.00", "history[1]: 'LOST' is not valid: expected one of REPAYMENT"),
        ("history", "2024-03-05 REPAYMENT", "history[1].amount: None is not valid: expected one of a REPAYMENT"),
        ("history", "2024-03-05 REPAYMENT FEE 1.00", "history[1].component: "),
        ("history", "2024-03-05 REPAYMENT 1.00 2.00", "history[1]: "),
    ],
)
def test_what_is_wrong_is_told_by_column(column: str, text: str, expected: str) -> None:
    (told,) = faults(**{column: text})
    assert told.startswith(expected)


def test_all_faults_of_a_row_are_told_together() -> None:
    assert len(faults(opened_on="x", principal="y", annual_rate="z", unpaid="a")) == 4


def test_every_column_is_in_the_guide() -> None:
    guide = (ROOT / "docs" / "how-to" / "take-on-a-portfolio.md").read_text(encoding="utf-8")
    assert not [column for column in COLUMNS if f"`{column}`" not in guide]
