"""Rows against what the platform holds: customers matched, loans taken once, vehicles free; and who may ask."""

from typing import Any

import attrs
import pytest

from lending.accounting.journal import Voucher
from lending.accounting.ports import VOUCHERS
from lending.accounting.posting import unruled_between
from lending.accounting.posting_rules import PostingRules
from lending.accounting.queries import RehearseTakeOn
from lending.application.call import Actor, Role
from lending.customers.commands import RegisterCustomer
from lending.customers.ports import CUSTOMERS
from lending.kernel.money import Money
from lending.loans.figures import NAMES, Figures
from lending.loans.portfolio import PortfolioRow, TakeOnLoans
from lending.loans.ports import LOANS
from lending.products.product import Scene
from lending_adapters.book import read_book
from tests.support.desk import SYSTEM, Desk, person
from tests.support.portfolio import CUT_OVER, balances, portfolio_row

SOUND = portfolio_row(
    balances=balances(principal="9197.91", instalments=9, next_due=CUT_OVER.replace(month=5, day=5), accrued="55.19")
)


def take(desk: Desk, *rows: PortfolioRow) -> Any:
    return desk.done(TakeOnLoans(cut_over=CUT_OVER, rows=rows), SYSTEM)


def told(receipt: Any) -> list[tuple[int, str]]:
    return [(fault.line, fault.field) for fault in receipt.faults]


def test_a_customer_is_found_by_identity_number_or_registered_once() -> None:
    desk = Desk(CUT_OVER)
    known = desk.done(RegisterCustomer(person(1))).customer_id
    others = [attrs.evolve(SOUND, line=line, reference=f"OLD-{line}", person=person(2)) for line in (3, 4)]
    receipt = take(desk, SOUND, *others)
    assert (receipt.loans, receipt.customers, receipt.faults) == (3, 1, ())
    loans = desk.store.page(LOANS, None, "", "", 10)
    assert sum(loan.customer_id == known.value for loan in loans) == 1
    assert len(desk.store.page(CUSTOMERS, None, "", "", 10)) == 2


def test_another_name_under_a_known_identity_number_is_rejected() -> None:
    desk = Desk(CUT_OVER)
    desk.done(RegisterCustomer(attrs.evolve(person(1), name="韩梅梅")))
    receipt = take(desk, SOUND)
    assert (receipt.loans, told(receipt)) == (0, [(2, "name")])
    assert "李雷" not in str(receipt)


def test_a_loan_is_taken_on_once_whatever_file_it_comes_in() -> None:
    desk = Desk(CUT_OVER)
    assert take(desk, SOUND).loans == 1
    again = take(desk, attrs.evolve(SOUND, line=9))
    assert (again.loans, told(again)) == (0, [(9, "reference")])
    twice = take(desk, *[attrs.evolve(SOUND, line=line, reference="OLD-2") for line in (2, 3)])
    assert (twice.loans, told(twice)) == (1, [(3, "reference")])


def test_a_vehicle_stands_in_one_live_contract() -> None:
    desk = Desk(CUT_OVER)
    vin = "LSVAA4187E2123459"
    rows = [attrs.evolve(SOUND, line=line, reference=f"OLD-{line}", vin=vin) for line in (2, 3)]
    assert told(take(desk, *rows)) == [(3, "vin")]


def test_a_product_that_is_not_published_is_told() -> None:
    desk = Desk(CUT_OVER)
    assert told(take(desk, attrs.evolve(SOUND, product="no-such"))) == [(2, "product")]
    asked = RehearseTakeOn(cut_over=CUT_OVER, portfolio=(attrs.evolve(SOUND, product="no-such"),))
    assert told(desk.bus.ask(asked, desk._call(SYSTEM)).unwrap()) == [(2, "product")]


def test_balances_are_as_of_the_open_day_only() -> None:
    desk = Desk(CUT_OVER.replace(day=18))
    refused = desk.ask(TakeOnLoans(cut_over=CUT_OVER, rows=(SOUND,)), SYSTEM)
    assert refused.failure().code == "DAY_NOT_OPEN"


def test_operations_take_a_portfolio_on_with_two_people() -> None:
    desk = Desk(CUT_OVER)
    command = TakeOnLoans(cut_over=CUT_OVER, rows=(SOUND,))
    assert desk.ask(command).failure().code == "NEEDS_SECOND_PERSON"
    assert desk.ask(command, Actor("somebody", Role.ADVISOR)).failure().code == "NOT_GRANTED"


def test_one_voucher_a_batch_with_lines_per_loan_against_the_clearing_account() -> None:
    desk = Desk(CUT_OVER)
    other = attrs.evolve(SOUND, line=3, reference="OLD-2", person=person(2))
    take(desk, SOUND, other)
    (voucher,) = desk.store.page(VOUCHERS, None, "", "", 10)
    assert (voucher.event, voucher.business_date, voucher.value_date) == ("TAKEN_ON", CUT_OVER, CUT_OVER)
    assert len({line.subject for line in voucher.lines}) == 2
    assert lines_of(voucher, voucher.lines[0].subject) == {
        ("1303.01", "9197.91"),
        ("1132.01", "55.19"),
        ("3001.01", "-9253.10"),
    }


def lines_of(voucher: Voucher, subject: str) -> set[tuple[str, str]]:
    return {(line.account, Money(line.signed).text) for line in voucher.lines if line.subject == subject}


def rules() -> PostingRules:
    published = read_book().posting_rules
    assert published is not None
    return published


LEASES_ONLY = {"interest_in_rents", "deposit_received", "deposit_set_off", "deposit_returned"}
NEVER = {"collateral_taken", "bank_received", "service_fee", *LEASES_ONLY}
"""Figures of loans that are ended, of funders' parts, and of direct leases, which are not taken on."""


@pytest.mark.parametrize("name", sorted(set(NAMES) - NEVER))
def test_every_figure_that_a_loan_taken_on_can_have_is_booked(name: str) -> None:
    adjusted = name.endswith("_adjusted")
    unruled = unruled_between(rules(), Figures(), Figures(**{name: 1}), "TAKEN_ON")
    assert unruled == ((name,) if adjusted else ()), "a row has no adjustments"


def test_a_direct_lease_is_not_taken_on() -> None:
    desk = Desk(CUT_OVER)
    lease = next(each.code for each in read_book().products if each.scene is Scene.CAR_DIRECT_LEASE)
    assert (2, "product") in told(take(desk, attrs.evolve(SOUND, product=lease)))
