"""Disbursement orders: what a channel may say, in any order, and what it never leads to."""

from datetime import date, timedelta

import attrs
import hypothesis.strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.payments.channel import NOT_FOUND_IS_FINAL_AFTER, ChannelAnswer, Word
from lending.payments.commands import ParkedWay
from lending.payments.disbursement import ATTEMPTS_MAX, DisbursementOrder, PayoutStatus
from lending.payments.events import PayoutAbandoned, PayoutContradicted, PayoutRetried, PayoutSucceeded
from lending.payments.ids import DisbursementOrderId
from lending.payments.routing import Route
from tests.support.samples import AT

TODAY = date(2024, 1, 5)
SUCCESS = ChannelAnswer(Word.SUCCESS, on=TODAY)
FAILED = ChannelAnswer(Word.FAILED, code="ACCOUNT_CLOSED")
UNKNOWN = ChannelAnswer(Word.UNKNOWN)


def ready() -> DisbursementOrder:
    return DisbursementOrder(
        id=DisbursementOrderId.make(RequestId("r1"), 0),
        contract_id="ctr_1",
        amount=Money.parse("12000.00"),
        bank="ICBC",
        ordered_at=AT,
    )


def sent(held: DisbursementOrder, channel: str = "MAIN") -> DisbursementOrder:
    """The order on its way, if it was to be routed."""
    return held.routed(Route(channel, ()), AT) if held.status is PayoutStatus.READY else held


def order() -> DisbursementOrder:
    return sent(ready())


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
        held = hear(sent(held), FAILED)
    assert held.status is PayoutStatus.CLOSED
    assert sum(isinstance(event, PayoutAbandoned) for event in held.events) == 1


def test_a_late_success_of_a_failed_attempt_raises_an_alarm() -> None:
    """The money may have gone out twice (3.4)."""
    retried = hear(order(), FAILED)
    alarmed = hear(retried, SUCCESS, order_no=order().order_no)
    assert any(isinstance(event, PayoutContradicted) for event in alarmed.events)
    assert alarmed.status is PayoutStatus.PARKED


def test_a_late_success_while_the_next_attempt_is_under_way_parks_it_only_when_that_fails() -> None:
    second = sent(hear(order(), FAILED), "QUICK")
    alarmed = hear(second, SUCCESS, order_no=order().order_no)
    assert alarmed.status is PayoutStatus.SENT, "the channel has it: its word is awaited"
    assert hear(alarmed, FAILED).status is PayoutStatus.PARKED
    assert hear(alarmed, SUCCESS).status is PayoutStatus.SUCCESS
    assert hear(hear(alarmed, UNKNOWN), UNKNOWN).status is PayoutStatus.IN_DOUBT


def test_a_parked_payout_is_decided_on_once() -> None:
    parked = hear(hear(order(), FAILED), SUCCESS, order_no=order().order_no)
    accepted = parked.accept_late(TODAY).unwrap()
    assert (accepted.status, accepted.order_no, accepted.channel) == (PayoutStatus.SUCCESS, order().order_no, "MAIN")
    assert accepted.paid_on == TODAY
    closed = parked.give_up().unwrap()
    assert closed.status is PayoutStatus.CLOSED
    for done in (order(), accepted, closed):
        assert done.give_up().failure().code == "PAYOUT_NOT_PARKED"
        assert done.accept_late(TODAY).failure().code == "PAYOUT_NOT_PARKED"


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
        self.order = before.hear(
            number, ChannelAnswer(word, on=TODAY, taken=Money(1) if word is Word.PARTIAL else None), self.now, TODAY
        )
        if self.order.attempt > before.attempt or self.order.status is PayoutStatus.CLOSED:
            self.failed.add(before.order_no)
        return self.order.order_no

    @rule()
    def it_is_routed(self) -> None:
        self.order = sent(self.order)

    @rule(way=st.sampled_from(ParkedWay))
    def two_people_decide(self, way: ParkedWay) -> None:
        decided = self.order.accept_late(TODAY) if way is ParkedWay.ACCEPT else self.order.give_up()
        if isinstance(decided, Success):
            assert self.order.status is PayoutStatus.PARKED
            self.order = decided.unwrap()

    @invariant()
    def after_a_late_success_nothing_more_is_sent(self) -> None:
        assert self.order.late is None or self.order.status is not PayoutStatus.READY

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
