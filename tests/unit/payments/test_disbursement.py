"""Disbursement orders: what a channel may say, in any order, and what it never leads to."""

from datetime import date, timedelta

import attrs
import hypothesis.strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.disbursement import ATTEMPTS_MAX, NOT_FOUND_IS_FINAL_AFTER, DisbursementOrder, PayoutStatus
from lending.payments.events import PayoutAbandoned, PayoutContradicted, PayoutRetried, PayoutSucceeded
from lending.payments.ids import DisbursementOrderId
from tests.support.samples import AT

TODAY = date(2024, 1, 5)
SUCCESS = ChannelAnswer(Word.SUCCESS, on=TODAY)
FAILED = ChannelAnswer(Word.FAILED, code="ACCOUNT_CLOSED")
UNKNOWN = ChannelAnswer(Word.UNKNOWN)


def order() -> DisbursementOrder:
    return DisbursementOrder(
        id=DisbursementOrderId.make(RequestId("r1"), 0),
        contract_id="ctr_1",
        amount=Money.parse("12000.00"),
        to_dealer=False,
        ordered_at=AT,
    )


def hear(held: DisbursementOrder, answer: ChannelAnswer, order_no: str | None = None) -> DisbursementOrder:
    return held.hear(order_no or held.order_no, answer, AT, TODAY)


def test_a_callback_that_overtakes_the_answer_is_heard() -> None:
    paid = hear(order(), SUCCESS)
    late = hear(paid, ChannelAnswer(Word.ACCEPTED))
    assert paid.status is PayoutStatus.SUCCESS
    assert late is paid


def test_money_in_doubt_is_neither_sent_again_nor_given_up() -> None:
    doubted = hear(hear(order(), UNKNOWN), UNKNOWN)
    assert doubted.status is PayoutStatus.IN_DOUBT
    assert doubted.attempt == 1
    assert not [event for event in doubted.events if isinstance(event, PayoutRetried | PayoutAbandoned)]


def test_not_found_is_believed_only_after_the_channels_window() -> None:
    missing = ChannelAnswer(Word.NOT_FOUND)
    early = order().hear(order().order_no, missing, AT + NOT_FOUND_IS_FINAL_AFTER, TODAY)
    late = order().hear(order().order_no, missing, AT + NOT_FOUND_IS_FINAL_AFTER + timedelta(seconds=1), TODAY)
    assert early.status is PayoutStatus.IN_DOUBT
    assert late.attempt == 2


def test_a_final_failure_goes_out_again_under_a_new_number() -> None:
    failed = hear(order(), FAILED)
    assert failed.status is PayoutStatus.READY
    assert failed.order_no != order().order_no


def test_after_the_last_attempt_the_order_is_closed() -> None:
    held = order()
    for _ in range(ATTEMPTS_MAX):
        held = hear(held, FAILED)
    assert held.status is PayoutStatus.CLOSED
    assert sum(isinstance(event, PayoutAbandoned) for event in held.events) == 1


def test_a_late_success_of_a_failed_attempt_raises_an_alarm() -> None:
    """The money may have gone out twice (3.4)."""
    retried = hear(order(), FAILED)
    alarmed = hear(retried, SUCCESS, order_no=order().order_no)
    assert isinstance(alarmed.events[-1], PayoutContradicted)
    assert alarmed.status is retried.status


class AnyWordsInAnyOrder(RuleBasedStateMachine):
    """A channel that says anything, about any attempt, at any time."""

    numbers = Bundle("numbers")

    def __init__(self) -> None:
        super().__init__()
        self.order = order()
        self.failed: set[str] = set()
        self.now = AT

    @initialize(target=numbers)
    def first_attempt(self) -> str:
        return self.order.order_no

    @rule(target=numbers, number=numbers, word=st.sampled_from(Word), wait=st.integers(0, 30 * 3600))
    def the_channel_says(self, number: str, word: Word, wait: int) -> str:
        self.now += timedelta(seconds=wait)
        before = self.order
        self.order = before.hear(number, ChannelAnswer(word, on=TODAY), self.now, TODAY)
        if self.order.attempt > before.attempt or self.order.status is PayoutStatus.CLOSED:
            self.failed.add(before.order_no)
        return self.order.order_no

    @invariant()
    def it_succeeds_at_most_once(self) -> None:
        succeeded = [event for event in self.order.events if isinstance(event, PayoutSucceeded)]
        assert len(succeeded) == (self.order.status is PayoutStatus.SUCCESS)

    @invariant()
    def a_new_attempt_follows_only_a_final_failure(self) -> None:
        earlier = {attrs.evolve(self.order, attempt=no).order_no for no in range(1, self.order.attempt)}
        assert earlier <= self.failed

    @invariant()
    def it_ends_one_way(self) -> None:
        ends = [event for event in self.order.events if isinstance(event, PayoutSucceeded | PayoutAbandoned)]
        assert len(ends) <= 1


TestAnyWordsInAnyOrder = AnyWordsInAnyOrder.TestCase
