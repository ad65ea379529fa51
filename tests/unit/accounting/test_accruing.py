"""The daily accrual beside a payment of the same moment: the books follow the loan, whoever comes first."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from lending.accounting.commands import AccrueInterest
from lending.accounting.ports import POSITIONS, VOUCHERS
from lending.application.call import Actor, Role
from lending.application.kinds import Kind
from lending.application.store import Stored
from lending.kernel.ids import shard_of
from lending.kernel.money import Money
from lending.loans.commands import ImpairLoan, RepayLoan
from lending.loans.ports import LOANS
from lending.operations.commands import ApproveProposal, Propose, SwitchDay
from lending_adapters.memory import MemoryStore
from tests.support.desk import SYSTEM, Desk
from tests.unit.flows.test_servicing import balances, paid_out

T = TypeVar("T")
NEXT_DAY = date(2024, 1, 6)


class Overtaken(MemoryStore):
    """Between the accrual's look at the loans and its look at a position, something else is done."""

    meanwhile: Callable[[], object] | None = None

    def load(self, kind: Kind[T], identity: str) -> Stored[T] | None:
        act, ours = self.meanwhile, kind.name == POSITIONS.name
        if act is not None and ours:
            self.meanwhile = None
            act()
        return super().load(kind, identity)


def test_a_payment_between_the_two_looks_of_an_accrual_stays_booked() -> None:
    store = Overtaken()
    desk = Desk(store=store)
    loan_id = paid_out(desk)
    desk.done(SwitchDay(NEXT_DAY), SYSTEM)
    desk.day = NEXT_DAY
    store.meanwhile = lambda: desk.done(RepayLoan(loan_id, Money.parse("500.00"), "counter-1"))
    desk.done(AccrueInterest(NEXT_DAY, shard_of(loan_id.value)), SYSTEM)
    assert balances(desk)["2241.03"] == "-500.00"
    loan = store.load(LOANS, loan_id.value)
    position = store.load(POSITIONS, loan_id.value)
    assert loan is not None
    assert position is not None
    assert position.value.booked.whole == loan.value.account(NEXT_DAY).figures


def test_what_time_brought_about_on_a_non_accrual_loan_is_booked_before_the_payment() -> None:
    """The accrual of the day has not run: 180.00 ÷ 31 = 5.81 go off book, then the payment is an entry of its own."""
    desk = Desk()
    loan_id = paid_out(desk)
    judged = desk.done(Propose(ImpairLoan(loan_id, "bankrupt", "case-1"), "the court's notice"))
    desk.done(ApproveProposal(judged.proposal_id), Actor("second", Role.OPERATIONS))
    desk.done(SwitchDay(NEXT_DAY), SYSTEM)
    desk.day = NEXT_DAY
    desk.done(RepayLoan(loan_id, Money.parse("500.00"), "counter-1"))
    vouchers = [held for held in desk.store.page(VOUCHERS, None, "", "", 100) if held.business_date == NEXT_DAY]
    booked = {held.event: {line.account: Money(line.signed).text for line in held.lines} for held in vouchers}
    assert booked == {
        "ACCRUED_OFF_BOOK": {"7101.01": "5.81", "7999": "-5.81"},
        "REPAID": {"1012.01": "500.00", "2241.03": "-500.00"},
    }
