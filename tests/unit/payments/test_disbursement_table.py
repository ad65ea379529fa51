"""Machine 3.4 as a table: every state against everything that can be said to it, and nothing but the table moves it."""

import enum
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import product

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import RuleBasedStateMachine, rule

from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.payments.channel import NOT_FOUND_IS_FINAL_AFTER, ChannelAnswer, Word
from lending.payments.commands import ParkedWay
from lending.payments.disbursement import DisbursementOrder, PayoutStatus
from lending.payments.events import PayoutContradicted
from tests.support.samples import AT
from tests.unit.payments.test_disbursement import FAILED, SUCCESS, TODAY, UNKNOWN, hear, order, ready, sent

WINDOW_PASSED = AT + NOT_FOUND_IS_FINAL_AFTER + timedelta(seconds=1)


class Back(enum.Enum):
    """How the money of a payout comes back."""

    RETURNED = "RETURNED"
    CANCELLED = "CANCELLED"


Event = tuple[str, Word] | ParkedWay | Back
"""A word on the present attempt (within its window, or after it) or an earlier one; a decision; money that is back."""

WHENS = ("present", "present after the window", "earlier")
EVENTS: tuple[Event, ...] = (*product(WHENS, Word), *ParkedWay, *Back)


def of_each_state() -> dict[PayoutStatus, DisbursementOrder]:
    """An order in every state, in its second attempt."""
    again = hear(order(), FAILED)
    gone = sent(again, "QUICK")
    parked = hear(again, SUCCESS, order_no=order().order_no)
    return {
        PayoutStatus.READY: again,
        PayoutStatus.SENT: gone,
        PayoutStatus.PROCESSING: hear(gone, ChannelAnswer(Word.ACCEPTED)),
        PayoutStatus.IN_DOUBT: hear(gone, UNKNOWN),
        PayoutStatus.PARKED: parked,
        PayoutStatus.SUCCESS: hear(gone, SUCCESS),
        PayoutStatus.RETURNED: after(hear(gone, SUCCESS), Back.RETURNED),
        PayoutStatus.CANCELLED: after(hear(gone, SUCCESS), Back.CANCELLED),
        PayoutStatus.CLOSED: parked.give_up().unwrap(),
    }


def allowed() -> Iterator[tuple[PayoutStatus, Event, PayoutStatus]]:
    """The table: an order that a channel may have is doubted, paid or sent anew; what is final stays."""
    for state, when in product((PayoutStatus.SENT, PayoutStatus.PROCESSING, PayoutStatus.IN_DOUBT), WHENS[:2]):
        yield state, (when, Word.ACCEPTED), PayoutStatus.PROCESSING
        yield state, (when, Word.UNKNOWN), PayoutStatus.IN_DOUBT
        yield state, (when, Word.PARTIAL), PayoutStatus.IN_DOUBT
        yield state, (when, Word.SUCCESS), PayoutStatus.SUCCESS
        yield state, (when, Word.FAILED), PayoutStatus.READY
        believed = when == WHENS[1]
        yield state, (when, Word.NOT_FOUND), PayoutStatus.READY if believed else PayoutStatus.IN_DOUBT
        never_left = state is PayoutStatus.SENT
        yield state, (when, Word.UNREACHED), PayoutStatus.READY if never_left else PayoutStatus.IN_DOUBT
    yield PayoutStatus.READY, ("earlier", Word.SUCCESS), PayoutStatus.PARKED
    yield PayoutStatus.PARKED, ParkedWay.ACCEPT, PayoutStatus.SUCCESS
    yield PayoutStatus.PARKED, ParkedWay.CLOSE, PayoutStatus.CLOSED
    yield PayoutStatus.SUCCESS, Back.RETURNED, PayoutStatus.RETURNED
    yield PayoutStatus.SUCCESS, Back.CANCELLED, PayoutStatus.CANCELLED


TABLE = {(state, event): to for state, event, to in allowed()}


def after(held: DisbursementOrder, event: Event) -> DisbursementOrder:
    """The order after the event; the order itself where it is refused."""
    if isinstance(event, ParkedWay):
        decide: Callable[[], object] = (lambda: held.accept_late(TODAY)) if event is ParkedWay.ACCEPT else held.give_up
        decided = decide()
        return decided.unwrap() if isinstance(decided, Success) else held
    if isinstance(event, Back):
        come = held.returned if event is Back.RETURNED else held.cancelled
        back = come(TODAY, "account closed", TODAY)
        return back.unwrap() if isinstance(back, Success) else held
    when, word = event
    number = held.number_of(1) if when == "earlier" else held.order_no
    at = WINDOW_PASSED if when == "present after the window" else AT
    taken = Money(1) if word is Word.PARTIAL else None
    return held.hear(number, ChannelAnswer(word, code="ACCOUNT_CLOSED", on=TODAY, taken=taken), at, TODAY)


@pytest.mark.parametrize("state", PayoutStatus)
def test_every_pair_of_the_table_moves_and_no_other_does(state: PayoutStatus) -> None:
    held = of_each_state()[state]
    assert (held.status, held.attempt) == (state, 2)
    for event in EVENTS:
        assert after(held, event).status is TABLE.get((state, event), state), event


@pytest.mark.parametrize("state", PayoutStatus)
def test_a_pair_outside_the_table_changes_nothing_or_raises_an_alarm(state: PayoutStatus) -> None:
    """A success that contradicts what is known, or a failure of what succeeded: money may have moved twice."""
    held = of_each_state()[state]
    for event in EVENTS:
        heard = after(held, event)
        if (state, event) in TABLE or heard is held:
            continue
        assert not isinstance(event, ParkedWay | Back)
        assert isinstance(heard.events[-1], PayoutContradicted), event
        assert event[1] is (Word.FAILED if state is PayoutStatus.SUCCESS and event[0] != "earlier" else Word.SUCCESS)


class AlongTheTable(RuleBasedStateMachine):
    """Any run of words and decisions from the first attempt on: every step that moves the order is in the table.

    A third final failure closes the order; one that follows a late success parks it. Nothing else differs.
    """

    def __init__(self) -> None:
        super().__init__()
        self.order = sent(ready())

    @rule(event=st.sampled_from(EVENTS))
    def something_is_said(self, event: Event) -> None:
        before, self.order = self.order, after(self.order, event)
        if self.order.status is before.status:
            return
        if not isinstance(event, ParkedWay | Back) and before.attempt == 1:
            event = ("present", event[1]) if event[0] == "earlier" else event
        to = TABLE[before.status, event]
        ends = {PayoutStatus.CLOSED, PayoutStatus.PARKED} if to is PayoutStatus.READY else set()
        assert self.order.status in {to, *ends}
        assert (self.order.status is PayoutStatus.CLOSED) <= (len(before.failed) >= 2 or before.late is not None)

    @rule()
    def it_is_routed(self) -> None:
        self.order = sent(self.order, "QUICK")


TestAlongTheTable = AlongTheTable.TestCase
