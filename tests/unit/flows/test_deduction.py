"""The deduction, through bus and worker: what follows from each class of failure, and how often a card is tried."""

from datetime import datetime, time, timedelta

import pytest

from lending.application.call import CHINA
from lending.loans.commands import RepayLoan
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan, LoanView
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.deduction import DeductionOrder
from lending.payments.failures import NO_CHANNEL, SLOTS, TRIES_MAX, FailureClass, class_of, next_try
from lending.payments.ports import DEDUCTIONS
from lending.payments.queries import GetDeduction
from tests.support.desk import Desk
from tests.unit.flows.test_channels import publish
from tests.unit.flows.test_payout import accepted, application

TEN = time(10)


def failed(code: str) -> ChannelAnswer:
    return ChannelAnswer(Word.FAILED, code)


def falls_due(desk: Desk, *answers: ChannelAnswer) -> LoanId:
    """A loan on its first due day, at ten, after the deduction of the day was ordered and answered once."""
    contract = accepted(desk)
    desk.work()
    loan_id = LoanId(application(desk, contract).loan_id or "")
    desk.collections.words = list(answers)
    desk.close_days_until(desk.answer(GetLoan(loan_id)).instalments[0].due)
    assert desk.now.astimezone(CHINA).time() == TEN
    return loan_id


def the_day_passes(desk: Desk) -> None:
    """Hour by hour, until eleven at night."""
    for _ in range(13):
        desk.work(after=timedelta(hours=1))


def seen(desk: Desk, loan_id: LoanId) -> LoanView:
    return desk.answer(GetLoan(loan_id))


def orders(desk: Desk, loan_id: LoanId) -> list[DeductionOrder]:
    found = desk.store.lookup(DEDUCTIONS, DEDUCTIONS.key("loan_id"), loan_id.value)
    return sorted((stored.value for stored in found), key=lambda order: order.ordered_at)


def collected(desk: Desk) -> int:
    return [act for act, _ in desk.collections.heard].count("collect")


@pytest.mark.requirement("R68", command="RetryDeduction")
def test_money_that_was_not_there_is_looked_for_in_the_next_slot_of_the_day() -> None:
    desk = Desk()
    loan_id = falls_due(desk, failed("INSUFFICIENT"))
    desk.work(after=timedelta(hours=2) - timedelta(seconds=1))
    assert collected(desk) == 1, "not before noon"
    desk.work(after=timedelta(seconds=1))
    assert collected(desk) == 2
    assert seen(desk, loan_id).due_now.minor == 0


@pytest.mark.requirement("R68", command="RouteDeduction")
def test_a_card_that_failed_three_times_is_left_alone_until_the_next_day() -> None:
    desk = Desk()
    loan_id = falls_due(desk, *[failed("INSUFFICIENT")] * TRIES_MAX)
    the_day_passes(desk)
    assert collected(desk) == TRIES_MAX
    assert [order.code for order in orders(desk, loan_id)] == ["INSUFFICIENT"] * TRIES_MAX, "nothing more is ordered"
    assert seen(desk, loan_id).due_now.minor > 0
    desk.now -= timedelta(hours=13)
    desk.close_days_until(desk.day + timedelta(days=1))
    assert collected(desk) == TRIES_MAX + 1
    assert seen(desk, loan_id).due_now.minor == 0


def test_what_a_channel_rejects_goes_at_once_through_another() -> None:
    desk = Desk()
    loan_id = falls_due(desk, failed("BANK_REJECTED"))
    assert seen(desk, loan_id).due_now.minor == 0
    first, second = orders(desk, loan_id)
    assert (first.channel, second.channel) == ("MAIN", "QUICK")
    told = {each.channel: each.obstacle for each in desk.answer(GetDeduction(second.id)).considered}
    assert told == {"MAIN": "FAILED_BEFORE", "QUICK": "", "BANK": "OTHER_SERVICE", "OWN": "BANK_NOT_SERVED"}


@pytest.mark.parametrize("code", ["ACCOUNT_CLOSED", "LIMIT_EXCEEDED", "FROZEN_BY_COURT"])
def test_a_card_of_no_use_or_at_its_limit_is_not_tried_again_that_day(code: str) -> None:
    desk = Desk()
    loan_id = falls_due(desk, failed(code))
    the_day_passes(desk)
    assert collected(desk) == 1
    assert len(orders(desk, loan_id)) == 1


def test_without_a_channel_the_loan_is_free_and_it_is_tried_again() -> None:
    desk = Desk()
    off: dict[str, object] = {"enabled": False}
    contract = accepted(desk)
    desk.work()
    loan_id = LoanId(application(desk, contract).loan_id or "")
    publish(desk, every=off)
    desk.close_days_until(seen(desk, loan_id).instalments[0].due)
    (order,) = orders(desk, loan_id)
    assert (order.code, collected(desk)) == (NO_CHANNEL, 0)
    publish(desk, every={"enabled": True})
    desk.work(after=timedelta(minutes=10))
    assert seen(desk, loan_id).due_now.minor == 0


def test_what_was_paid_by_hand_meanwhile_is_not_deducted_again() -> None:
    desk = Desk()
    loan_id = falls_due(desk, failed("INSUFFICIENT"))
    desk.done(RepayLoan(loan_id, seen(desk, loan_id).due_now, "by-hand"))
    the_day_passes(desk)
    assert collected(desk) == 1


def test_a_code_that_nobody_knows_is_for_a_person() -> None:
    assert class_of("SOMETHING_NEW") is FailureClass.RISK


def test_after_the_last_slot_it_is_left_for_the_next_day() -> None:
    day = datetime(2024, 2, 5, tzinfo=CHINA)
    last = datetime.combine(day.date(), SLOTS[-1], CHINA)
    short = {"another": False, "short": True}
    assert next_try("INSUFFICIENT", last - timedelta(seconds=1), day.date(), **short) == last
    assert next_try("INSUFFICIENT", last, day.date(), **short) is None
