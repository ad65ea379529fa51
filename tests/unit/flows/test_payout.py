"""The payout, through bus and worker: sent once, asked after while in doubt, one loan or none."""

from datetime import date, timedelta

import pytest

from lending.application.call import Actor, Role
from lending.application.store import OutboxEntry
from lending.contracts.commands import AcceptContract
from lending.contracts.queries import GetContract
from lending.kernel.money import Money
from lending.loans.ports import LOANS
from lending.loans.queries import ListLoans
from lending.origination.commands import ConfirmOffer, ContractOffered, SubmitApplication
from lending.origination.queries import ApplicationView, GetApplication
from lending.payments.channel import QUERY_AFTER, ChannelAnswer, Word
from lending.payments.commands import RecordPayoutAnswer
from lending.payments.disbursement import DisbursementOrder, PayoutStatus
from lending.payments.ports import DISBURSEMENTS
from tests.support.desk import Desk, vehicle

CHANNEL = Actor("channel-a", Role.CHANNEL)
SATURDAY = date(2024, 1, 6)


def accepted(desk: Desk, *, car: bool = False, serial: int = 1) -> ContractOffered:
    """A contract accepted and its payout ordered; nothing is sent yet."""
    command = SubmitApplication(
        customer_id=desk.customer(serial),
        product="car-leaseback" if car else "small-cash",
        amount=Money.parse("12000.00"),
        instalments=12,
        dealer_id=desk.dealer() if car else None,
        vehicle=vehicle() if car else None,
    )
    application = desk.done(command)
    desk.work()
    contract = desk.done(ConfirmOffer(application.application_id))
    desk.done(AcceptContract(contract.contract_id, contract.digest))
    return contract


def order(desk: Desk, contract: ContractOffered) -> DisbursementOrder:
    key = DISBURSEMENTS.key("contract_id")
    (stored,) = desk.store.lookup(DISBURSEMENTS, key, contract.contract_id.value)
    return stored.value


def routed(desk: Desk) -> None:
    """The one thing that is due is done: the payout finds its channel, and is not sent yet."""
    assert desk.worker.step(desk.now, 1).done == 1


def application(desk: Desk, contract: ContractOffered) -> ApplicationView:
    return desk.answer(GetApplication(contract.application_id))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.requirement("R48", command="RecordPayoutAnswer")
def test_success_opens_one_loan_with_that_day_as_value_date(desk: Desk) -> None:
    contract = accepted(desk)
    desk.work()
    view = application(desk, contract)
    assert view.status == "PAID"
    (loan,) = desk.answer(ListLoans(view.customer_id)).loans
    assert (loan.loan_id.value, loan.opened_on) == (view.loan_id, desk.day)


def test_the_word_heard_twice_opens_no_second_loan(desk: Desk) -> None:
    contract = accepted(desk)
    desk.work()
    held = order(desk, contract)
    desk.done(RecordPayoutAnswer(held.id, held.order_no, ChannelAnswer(Word.SUCCESS)), CHANNEL)
    loans = desk.store.page(LOANS, None, "", "", 10)
    assert len(loans) == 1


def test_a_callback_that_overtakes_the_sending_is_taken_and_nothing_is_sent(desk: Desk) -> None:
    contract = accepted(desk)
    routed(desk)
    held = order(desk, contract)
    desk.done(RecordPayoutAnswer(held.id, held.order_no, ChannelAnswer(Word.SUCCESS)), CHANNEL)
    desk.work()
    assert desk.payouts.heard == []
    assert application(desk, contract).status == "PAID"


def test_a_payout_in_doubt_is_asked_after_on_schedule_and_never_sent_again(desk: Desk) -> None:
    desk.payouts.words = [Word.UNKNOWN] * (len(QUERY_AFTER) + 2)
    contract = accepted(desk)
    desk.work()
    for delay in (*QUERY_AFTER, QUERY_AFTER[-1]):
        assert order(desk, contract).status is PayoutStatus.IN_DOUBT
        desk.work(after=delay - timedelta(seconds=1))
        heard = len(desk.payouts.heard)
        desk.work(after=timedelta(seconds=1))
        assert len(desk.payouts.heard) == heard + 1
    assert [act for act, _ in desk.payouts.heard].count("pay") == 1
    desk.work(after=QUERY_AFTER[-1])
    assert application(desk, contract).status == "PAID"


def test_a_worker_that_does_not_come_back_leaves_a_question_not_a_second_payout(desk: Desk) -> None:
    """The first worker claimed the message and died; whether it sent is not known."""
    contract = accepted(desk)
    routed(desk)
    lost: tuple[OutboxEntry, ...] = desk.store.claim(desk.now, 10, timedelta(minutes=2))
    assert lost
    desk.work(after=timedelta(minutes=2))
    assert desk.payouts.heard == [("query", order(desk, contract).order_no)]
    assert application(desk, contract).status == "PAID"


def test_a_payout_that_fails_for_good_ends_application_and_contract(desk: Desk) -> None:
    desk.payouts.words = [Word.FAILED] * 3
    contract = accepted(desk)
    desk.work()
    numbers = [number for _, number in desk.payouts.heard]
    assert len(set(numbers)) == 3, "each attempt has its own number"
    assert application(desk, contract).status == "CANCELLED"
    assert desk.answer(GetContract(contract.contract_id)).status == "TERMINATED"
    assert not desk.store.page(LOANS, None, "", "", 10)


def test_a_dealer_is_paid_in_banking_hours_of_a_workday() -> None:
    """Accepted on a Saturday: the transfer goes out on Monday at nine (R103)."""
    desk = Desk(on=SATURDAY)
    contract = accepted(desk, car=True)
    desk.work(after=timedelta(days=1, hours=22, minutes=59))
    assert desk.payouts.heard == []
    desk.work(after=timedelta(minutes=1))
    assert [act for act, _ in desk.payouts.heard] == ["pay"]
    assert application(desk, contract).status == "PAID"
