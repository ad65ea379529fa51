"""The fake channels: a true ledger behind every answer, and every way in which a vendor fails."""

import random
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lending.application.call import CHINA
from lending.application.ports import VendorUnavailable
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.payments.channel import CollectionRequest, PayoutRequest, Word
from lending.payments.commands import RecordDeductionAnswer, RecordPayoutAnswer
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending_adapters.vendors import (
    Behaviour,
    Callback,
    FakeBank,
    FakeCollectionChannel,
    FakePayoutChannel,
    command_of,
)

NOON = datetime(2025, 9, 15, 12, tzinfo=CHINA)
ACCOUNT = "6222000000000001"


class Vendor:
    """Both channels over one bank, a clock to turn, and what they called back with."""

    def __init__(self, **behaviour: Any) -> None:
        self.bank = FakeBank()
        self.at = NOON
        self.callbacks: list[Callback] = []
        self.noticed: list[str] = []
        given = (self.bank, lambda: self.at, random.Random(1), self.callbacks.append, self.noticed.append)
        self.payouts = FakePayoutChannel(*given, Behaviour(**behaviour))
        self.collections = FakeCollectionChannel(*given, Behaviour(**behaviour))

    def pay(self, order_no: str = "pay-1", minor: int = 500) -> Word:
        request = PayoutRequest(
            channel="MAIN",
            order_no=order_no,
            amount=Money(minor),
            account=ACCOUNT,
            bank="ICBC",
            holder="李明",
            corporate=False,
        )
        return self.payouts.pay(request).word

    def collect(self, order_no: str = "ded", minor: int = 500) -> tuple[Word, str]:
        request = CollectionRequest(
            channel="MAIN", order_no=order_no, amount=Money(minor), account=ACCOUNT, bank="ICBC", holder="李明"
        )
        answer = self.collections.collect(request)
        return answer.word, answer.code


def test_a_sound_channel_pays_at_once_and_says_on_which_day() -> None:
    vendor = Vendor()
    assert vendor.pay() is Word.SUCCESS
    assert vendor.bank.balance(ACCOUNT) == 500
    assert vendor.bank.platform == -500
    assert vendor.payouts.query_payout("MAIN", "pay-1").on == date(2025, 9, 15)
    assert vendor.callbacks == []


def test_a_number_sent_twice_pays_once() -> None:
    vendor = Vendor()
    assert [vendor.pay(), vendor.pay()] == [Word.SUCCESS, Word.SUCCESS]
    assert vendor.bank.balance(ACCOUNT) == 500


def test_the_day_money_moves_is_china_s() -> None:
    vendor = Vendor()
    vendor.at = datetime(2025, 9, 16, 0, 30, tzinfo=CHINA).astimezone(tz=None)
    vendor.pay()
    assert vendor.payouts.query_payout("MAIN", "pay-1").on == date(2025, 9, 16)


def test_an_order_that_never_arrived_is_unknown_and_then_not_found() -> None:
    vendor = Vendor(lost=1.0)
    assert vendor.pay() is Word.UNKNOWN
    assert vendor.payouts.query_payout("MAIN", "pay-1").word is Word.NOT_FOUND
    assert vendor.bank.movement("pay-1") is None
    assert vendor.noticed == ["request_lost"]


def test_an_order_whose_answer_is_lost_has_gone_through() -> None:
    vendor = Vendor(unheard=1.0)
    assert vendor.pay() is Word.UNKNOWN
    assert vendor.bank.movement("pay-1") is not None
    assert vendor.payouts.query_payout("MAIN", "pay-1").word is Word.ACCEPTED
    vendor.at += timedelta(hours=1)
    assert vendor.payouts.query_payout("MAIN", "pay-1").word is Word.SUCCESS


def test_an_accepted_order_is_called_back_on() -> None:
    vendor = Vendor(accepted=1.0)
    assert vendor.pay() is Word.ACCEPTED
    (callback,) = vendor.callbacks
    assert callback.answer.word is Word.SUCCESS
    assert NOON < callback.at <= NOON + timedelta(minutes=3)


def test_callbacks_are_lost_repeated_and_late() -> None:
    assert Vendor(accepted=1.0, callback_lost=1.0).pay() is Word.ACCEPTED
    lost = Vendor(accepted=1.0, callback_lost=1.0)
    lost.pay()
    assert lost.callbacks == []
    repeated = Vendor(accepted=1.0, callback_repeated=1.0)
    repeated.pay()
    assert [callback.answer.word for callback in repeated.callbacks] == [Word.SUCCESS, Word.SUCCESS]
    late = Vendor(accepted=1.0, callback_late=1.0)
    late.pay()
    assert late.callbacks[0].at >= NOON + timedelta(hours=1)


def test_a_channel_that_cannot_be_reached_has_done_nothing() -> None:
    vendor = Vendor(unavailable=1.0)
    with pytest.raises(VendorUnavailable):
        vendor.pay()
    with pytest.raises(VendorUnavailable):
        vendor.payouts.query_payout("MAIN", "pay-1")
    assert list(vendor.bank.movements) == []


def test_a_rejected_order_names_its_reason_and_moves_nothing() -> None:
    vendor = Vendor(rejected=1.0)
    assert vendor.pay() is Word.FAILED
    assert vendor.payouts.query_payout("MAIN", "pay-1").code in Behaviour().reasons
    assert vendor.bank.platform == 0


def test_a_query_may_go_unanswered() -> None:
    vendor = Vendor(query_unheard=1.0)
    vendor.pay()
    assert vendor.payouts.query_payout("MAIN", "pay-1").word is Word.UNKNOWN


def test_a_deduction_takes_what_is_there_and_fails_where_it_is_not() -> None:
    vendor = Vendor()
    vendor.bank.deposit(ACCOUNT, 700)
    assert vendor.collect("ded-a") == (Word.SUCCESS, "")
    assert vendor.collect("ded-b") == (Word.FAILED, "INSUFFICIENT")
    assert vendor.bank.balance(ACCOUNT) == 200
    assert vendor.bank.platform == 500


def test_money_is_neither_made_nor_lost() -> None:
    vendor = Vendor(lost=0.2, unheard=0.2, accepted=0.2, rejected=0.2)
    vendor.bank.deposit(ACCOUNT, 10_000)
    for number in range(50):
        vendor.pay(f"pay-{number}", 300)
        vendor.collect(f"ded{number}", 400)
        assert vendor.bank.total == vendor.bank.deposited
    vendor.bank.spend(ACCOUNT, 1_000_000)
    assert vendor.bank.balance(ACCOUNT) == 0
    assert vendor.bank.total == vendor.bank.deposited


def test_what_was_paid_in_can_be_given_back() -> None:
    vendor = Vendor()
    vendor.bank.deposit(ACCOUNT, 500)
    assert vendor.bank.pay_in("by-hand", ACCOUNT, 500, date(2025, 9, 15))
    vendor.bank.give_back("by-hand")
    assert vendor.bank.balance(ACCOUNT) == 500
    assert vendor.bank.movement("by-hand") is None


def test_the_same_stream_gives_the_same_vendor() -> None:
    def words() -> list[Word]:
        vendor = Vendor(lost=0.3, unheard=0.3, accepted=0.3)
        return [vendor.pay(f"pay-{number}") for number in range(30)]

    assert words() == words()
    assert len(set(words())) > 2


def test_a_callback_becomes_the_command_that_records_it() -> None:
    request = RequestId("test")
    payout = f"{DisbursementOrderId.make(request, 0)}-2"
    vendor = Vendor(accepted=1.0)
    vendor.bank.deposit(ACCOUNT, 500)
    vendor.pay(payout)
    vendor.collect(DeductionOrderId.make(request, 0).value)
    paid, taken = map(command_of, vendor.callbacks)
    assert isinstance(paid, RecordPayoutAnswer)
    assert paid.order_no == payout
    assert isinstance(taken, RecordDeductionAnswer)
    assert taken.order_id == DeductionOrderId.make(request, 0)


def test_a_chance_beyond_one_is_refused() -> None:
    with pytest.raises(InvalidValue):
        Behaviour(lost=1.5)
