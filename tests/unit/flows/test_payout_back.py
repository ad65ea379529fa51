"""A payout that comes back (退票, 撤销放款): the loan ends as if it had never been, in the books and everywhere."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from lending.accounting.journal import Side
from lending.accounting.ports import VOUCHERS
from lending.application.call import Actor, Role
from lending.contracts.ports import CONTRACTS
from lending.funding.ports import SETTLEMENT_ITEMS
from lending.funding.sharing import FunderShare
from lending.kernel.money import Money
from lending.loans.cancellation import LoanNotCancellable
from lending.loans.commands import RefundPayment, RepayLoan
from lending.loans.flags import LoanFlag, flags
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.refusals import LoanNotActive, MoneyInHeld
from lending.loans.status import LoanStatus
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.ports import APPLICATIONS
from lending.payments.commands import CancelPayout, RecordPayoutReturn
from lending.payments.disbursement import DisbursementOrder
from lending.payments.ids import DisbursementOrderId
from lending.payments.ports import DISBURSEMENTS
from lending.payments.queries import GetPayout
from lending.payments.refusals import OrderNotFound, PayoutNotPaid, ReturnBeforePayout
from tests.support.desk import SYSTEM, Desk
from tests.support.joint import pay_out_jointly

PAID_OUT, BACK = date(2024, 1, 5), date(2024, 1, 8)
SECOND = Actor("second", Role.OPERATIONS)


@pytest.fixture
def desk() -> Desk:
    """A loan of 12,000.00, of which BANK_A lent 70 %, paid out three days ago."""
    made = Desk()
    pay_out_jointly(made, FunderShare("BANK_A", 7_000), amount="12000.00")
    made.close_days_until(BACK)
    return made


def order(desk: Desk) -> DisbursementOrder:
    (held,) = desk.store.page(DISBURSEMENTS, None, "", "", 2)
    return held


def loan(desk: Desk) -> Loan:
    (held,) = desk.store.page(LOANS, None, "", "", 2)
    return held


def returned(desk: Desk, on: date = BACK) -> RecordPayoutReturn:
    return RecordPayoutReturn(order_id=order(desk).id, on=on, reason="account closed")


def cancelled(desk: Desk, on: date = BACK) -> CancelPayout:
    return CancelPayout(order_id=order(desk).id, on=on, reason="the car was not delivered")


def by_two(desk: Desk, command: CancelPayout) -> None:
    proposed = desk.done(Propose(command, "as the dealer asks"))
    desk.done(ApproveProposal(proposed.proposal_id), SECOND)


def refused_to_two(desk: Desk, command: CancelPayout) -> Any:
    proposed = desk.done(Propose(command, "as the dealer asks"))
    return desk.refusal(ApproveProposal(proposed.proposal_id), SECOND)


def booked(desk: Desk, event: str) -> dict[str, list[tuple[str, str, str]]]:
    """The lines of an event's vouchers by book, on book."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for held in desk.store.page(VOUCHERS, None, "", "", 10_000):
        if held.event == event and not held.lines[0].account.startswith("7"):
            found.setdefault(held.book, []).extend(
                ("Dr" if line.side is Side.DEBIT else "Cr", line.account, Money(line.amount).text)
                for line in held.lines
            )
    return found


def balances(desk: Desk) -> dict[tuple[str, str], int]:
    """What stands on every account of every book."""
    rows = desk.store.movements("", date.min, date.max)
    found: dict[tuple[str, str], int] = {}
    for row in rows:
        found[row.book, row.account] = found.get((row.book, row.account), 0) + row.signed
    return {place: amount for place, amount in found.items() if amount}


@pytest.mark.requirement("R76", command="RecordPayoutReturn")
def test_a_payout_that_the_bank_sends_back_is_taken_back_in_red(desk: Desk) -> None:
    """A2 and B2 with negative amounts, and with them the interest of three days of 31: 180.00 × 3 / 31 is 17.42."""
    share = (Decimal("17.42") * 70 / 100).quantize(Decimal("0.01"))
    desk.done(returned(desk), SYSTEM)
    assert booked(desk, "CANCELLED") == {
        "OWN": [
            ("Dr", "1303.01", "-3600.00"),
            ("Dr", "1132.01", f"-{Decimal('17.42') - share}"),
            ("Dr", "2314.01", "-8400.00"),
            ("Cr", "1012.01", "-12000.00"),
            ("Cr", "6011.01", f"-{Decimal('17.42') - share}"),
        ],
        "FND:BANK_A": [
            ("Dr", "1303.01", "-8400.00"),
            ("Dr", "1132.01", f"-{share}"),
            ("Cr", "1011.01", "-8400.00"),
            ("Cr", "6011.01", f"-{share}"),
        ],
    }
    assert balances(desk) == {}


def test_what_it_was_for_ends_without_a_loan(desk: Desk) -> None:
    desk.done(returned(desk), SYSTEM)
    held = loan(desk)
    assert (held.status, flags(held, BACK), held.disbursed) == (LoanStatus.SETTLED, (LoanFlag.CANCELLED,), Money(0))
    view = desk.answer(GetPayout(held.contract_id))
    assert (view.status, view.back_on, view.back_reason) == ("RETURNED", BACK, "account closed")
    assert [each.status.value for each in desk.store.page(CONTRACTS, None, "", "", 2)] == ["TERMINATED"]
    assert [each.status.value for each in desk.store.page(APPLICATIONS, None, "", "", 2)] == ["CANCELLED"]
    assert held.standing(date(2024, 1, 7)) is LoanStatus.NORMAL, "it was one until the money came back"
    (last,) = [item for item in desk.store.page(SETTLEMENT_ITEMS, None, "", "", 9) if item.event == "CANCELLED"]
    assert (last.amounts.payout, last.amounts.net) == (-840_000, 0)


def test_nothing_falls_due_on_it_any_more(desk: Desk) -> None:
    desk.done(returned(desk), SYSTEM)
    before = balances(desk)
    desk.close_days_until(date(2024, 3, 6))
    assert balances(desk) == before == {}
    assert not loan(desk).due(date(2024, 3, 6)).total.minor


@pytest.mark.requirement("R76", command="CancelPayout")
def test_at_the_counter_it_takes_two_and_no_repayment(desk: Desk) -> None:
    assert desk.refusal(cancelled(desk)).code == "NEEDS_SECOND_PERSON"
    by_two(desk, cancelled(desk))
    assert order(desk).status.value == "CANCELLED"
    assert balances(desk) == {}


def test_a_loan_on_which_something_was_paid_is_not_cancelled_at_the_counter(desk: Desk) -> None:
    desk.done(RepayLoan(loan(desk).id, Money.parse("100.00"), "by-hand"))
    refused = refused_to_two(desk, cancelled(desk))
    assert refused == LoanNotCancellable(loan(desk).id.value, "REPAID")
    assert order(desk).status.value == "SUCCESS"


def test_a_loan_with_money_on_its_way_is_not_cancelled_at_the_counter(desk: Desk) -> None:
    desk.collections.words = []
    desk.close_days_until(date(2024, 2, 4))
    held = loan(desk).hold("somebody").unwrap()
    desk.store._table(LOANS).put(attrs.evolve(held, events=()))
    assert refused_to_two(desk, cancelled(desk, date(2024, 2, 4))) == MoneyInHeld("somebody")


def test_what_was_paid_before_the_bank_sent_it_back_is_the_customers_and_goes_back(desk: Desk) -> None:
    """100.00 came in on the way: they stand as credit balance in our book, and are refunded."""
    desk.done(RepayLoan(loan(desk).id, Money.parse("100.00"), "by-hand"))
    desk.done(returned(desk), SYSTEM)
    assert balances(desk) == {("OWN", "1012.01"): 10_000, ("OWN", "2241.03"): -10_000}
    assert loan(desk).account(BACK).credit_balance == 10_000
    refund = RefundPayment(loan(desk).id, "by-hand", Money.parse("100.00"), "back")
    proposed = desk.done(Propose(refund, "nothing was lent"))
    desk.done(ApproveProposal(proposed.proposal_id), SECOND)
    assert balances(desk) == {}


def test_it_comes_back_once_and_not_before_it_was_paid(desk: Desk) -> None:
    early = desk.refusal(returned(desk, date(2024, 1, 4)), SYSTEM)
    assert early == ReturnBeforePayout(date(2024, 1, 4), PAID_OUT)
    desk.done(returned(desk), SYSTEM)
    not_paid = PayoutNotPaid(order(desk).id.value, "RETURNED")
    assert desk.refusal(returned(desk), SYSTEM) == not_paid
    assert refused_to_two(desk, cancelled(desk)) == not_paid
    nobody = DisbursementOrderId.make(desk._call(SYSTEM).request_id, 7)
    unknown = RecordPayoutReturn(order_id=nobody, on=BACK, reason="who is that")
    assert desk.refusal(unknown, SYSTEM) == OrderNotFound(nobody.value)


def test_no_money_is_taken_on_it_afterwards(desk: Desk) -> None:
    desk.done(returned(desk), SYSTEM)
    paid = desk.refusal(RepayLoan(loan(desk).id, Money.parse("100.00"), "late"))
    assert paid == LoanNotActive(LoanStatus.SETTLED)


def test_a_date_that_is_not_here_yet_is_refused(desk: Desk) -> None:
    refused = desk.refusal(returned(desk, date(2024, 1, 9)), SYSTEM)
    assert refused.code == "VALUE_DATE_IN_FUTURE"
    assert order(desk).status.value == "SUCCESS", "nothing of it was kept"


def test_the_customer_has_no_loan_any_more(desk: Desk) -> None:
    desk.done(returned(desk), SYSTEM)
    assert not desk.store.lookup(LOANS, LOANS.key("active_customer"), loan(desk).customer_id)
