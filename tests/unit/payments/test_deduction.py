"""Deduction orders (machine 3.5): every state against every word; the first final word wins."""

from datetime import date, timedelta

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidInput
from lending.kernel.money import Currency, Money
from lending.payments.cards import CardConsidered
from lending.payments.channel import NOT_FOUND_IS_FINAL_AFTER, QUERY_AFTER, ChannelAnswer, Word, query_delay
from lending.payments.deduction import Asked, DeductionOrder, DeductionStatus
from lending.payments.events import (
    DeductionContradicted,
    DeductionFailed,
    DeductionInDoubt,
    DeductionSucceeded,
    DeductionTakenInPart,
)
from lending.payments.ids import DeductionOrderId
from lending.payments.routing import Route
from tests.support.samples import AT

TODAY = date(2024, 2, 5)
DUE = Money.parse("1100.16")
PART = Money.parse("300.00")
ENDS = (DeductionSucceeded, DeductionTakenInPart, DeductionFailed)
S = DeductionStatus

MACHINE = {
    (S.CREATED, Word.ACCEPTED): S.CREATED,
    (S.CREATED, Word.SUCCESS): S.CREATED,
    (S.CREATED, Word.PARTIAL): S.CREATED,
    (S.CREATED, Word.FAILED): S.CREATED,
    (S.CREATED, Word.UNKNOWN): S.CREATED,
    (S.CREATED, Word.NOT_FOUND): S.CREATED,
    (S.CREATED, Word.UNREACHED): S.CREATED,
    (S.SENT, Word.ACCEPTED): S.PROCESSING,
    (S.SENT, Word.SUCCESS): S.SUCCESS,
    (S.SENT, Word.PARTIAL): S.PARTIAL,
    (S.SENT, Word.FAILED): S.FAILED,
    (S.SENT, Word.UNKNOWN): S.IN_DOUBT,
    (S.SENT, Word.NOT_FOUND): S.IN_DOUBT,
    (S.SENT, Word.UNREACHED): S.FAILED,
    (S.PROCESSING, Word.ACCEPTED): S.PROCESSING,
    (S.PROCESSING, Word.SUCCESS): S.SUCCESS,
    (S.PROCESSING, Word.PARTIAL): S.PARTIAL,
    (S.PROCESSING, Word.FAILED): S.FAILED,
    (S.PROCESSING, Word.UNKNOWN): S.IN_DOUBT,
    (S.PROCESSING, Word.NOT_FOUND): S.IN_DOUBT,
    (S.PROCESSING, Word.UNREACHED): S.IN_DOUBT,
    (S.IN_DOUBT, Word.ACCEPTED): S.PROCESSING,
    (S.IN_DOUBT, Word.SUCCESS): S.SUCCESS,
    (S.IN_DOUBT, Word.PARTIAL): S.PARTIAL,
    (S.IN_DOUBT, Word.FAILED): S.FAILED,
    (S.IN_DOUBT, Word.UNKNOWN): S.IN_DOUBT,
    (S.IN_DOUBT, Word.NOT_FOUND): S.IN_DOUBT,
    (S.IN_DOUBT, Word.UNREACHED): S.IN_DOUBT,
    **{(final, word): final for final in (S.SUCCESS, S.PARTIAL, S.FAILED) for word in Word},
}
"""What machine 3.5 says comes of each word in each state, within the day in which a missing order may still turn up."""

FINAL_WORD = {S.SUCCESS: Word.SUCCESS, S.PARTIAL: Word.PARTIAL, S.FAILED: Word.FAILED}


def created() -> DeductionOrder:
    return DeductionOrder(
        id=DeductionOrderId.make(RequestId("r1"), 0),
        loan_id="loan_1",
        day=TODAY,
        customer_id="cust_1",
        amount=DUE,
        ordered_at=AT,
    )


def order(*, in_part: bool = True, asked: Money = DUE) -> DeductionOrder:
    """An order on its way through our own bank's channel."""
    choice = Asked(card=1, amount=asked, in_part=in_part, cards=(CardConsidered(1),))
    return attrs.evolve(created().routed(Route("OWN", ()), choice, AT), events=())


def says(word: Word, part: Money = PART) -> ChannelAnswer:
    return ChannelAnswer(word, on=TODAY, taken=part if word is Word.PARTIAL else None)


def hear(held: DeductionOrder, word: Word) -> DeductionOrder:
    return held.hear(says(word), AT, TODAY)


def brought_to(state: DeductionStatus) -> DeductionOrder:
    ways = {
        S.PROCESSING: Word.ACCEPTED,
        S.IN_DOUBT: Word.UNKNOWN,
        **FINAL_WORD,
    }
    if state is S.CREATED:
        return created()
    held = order() if state is S.SENT else hear(order(), ways[state])
    return attrs.evolve(held, events=())


def test_the_table_has_every_state_and_every_word() -> None:
    assert set(MACHINE) == {(state, word) for state in DeductionStatus for word in Word}


@pytest.mark.requirement("R50", command="RecordDeductionAnswer")
@pytest.mark.parametrize("state", list(DeductionStatus))
@pytest.mark.parametrize("word", list(Word))
def test_every_word_in_every_state_leads_where_the_machine_says(state: DeductionStatus, word: Word) -> None:
    before = brought_to(state)
    after = hear(before, word)
    expected = MACHINE[state, word]
    assert (before.status, after.status) == (state, expected)
    ended = [event for event in after.events if isinstance(event, ENDS)]
    assert len(ended) == (before.is_awaiting and not after.is_awaiting)
    opposed = state in FINAL_WORD and word in FINAL_WORD.values() and FINAL_WORD[state] is not word
    assert any(isinstance(event, DeductionContradicted) for event in after.events) == opposed
    doubted = any(isinstance(event, DeductionInDoubt) for event in after.events)
    assert doubted == (before.is_awaiting and after.is_awaiting)


@pytest.mark.parametrize("state", [S.SENT, S.PROCESSING, S.IN_DOUBT])
def test_an_order_that_the_channel_does_not_know_after_a_day_has_failed(state: DeductionStatus) -> None:
    late = AT + NOT_FOUND_IS_FINAL_AFTER + timedelta(seconds=1)
    after = brought_to(state).hear(ChannelAnswer(Word.NOT_FOUND), late, TODAY)
    assert (after.status, after.code) == (S.FAILED, "NOT_FOUND")


@given(words=st.lists(st.sampled_from(list(Word)), max_size=12))
def test_the_first_final_word_wins_whatever_follows(words: list[Word]) -> None:
    held = order()
    first = words[:1] == [Word.UNREACHED]
    for word in words:
        held = hear(held, word)
    final = Word.FAILED if first else next((word for word in words if word in FINAL_WORD.values()), None)
    expected = next((state for state, word in FINAL_WORD.items() if word is final), None)
    assert held.is_open if expected is None else held.status is expected
    assert sum(isinstance(event, ENDS) for event in held.events) == (final is not None)


def test_what_the_bank_took_is_told_once_and_the_rest_is_still_due() -> None:
    after = hear(hear(order(), Word.PARTIAL), Word.PARTIAL)
    (event,) = after.events
    assert isinstance(event, DeductionTakenInPart)
    assert (event.amount, after.moved, after.rest) == (PART, PART, DUE - PART)


def test_a_part_of_another_amount_than_was_final_raises_an_alarm() -> None:
    paid = brought_to(S.PARTIAL)
    other = paid.hear(says(Word.PARTIAL, Money.parse("300.01")), AT, TODAY)
    assert (other.moved, [type(event) for event in other.events]) == (PART, [DeductionContradicted])


@pytest.mark.parametrize(
    ("in_part", "part"),
    [
        (False, PART),
        (True, DUE),
        (True, DUE + Money(1)),
        (True, Money(30_000, Currency("USD"))),
    ],
)
def test_a_part_that_was_not_agreed_or_is_none_is_not_believed(*, in_part: bool, part: Money) -> None:
    after = order(in_part=in_part).hear(says(Word.PARTIAL, part), AT, TODAY)
    assert after.status is S.IN_DOUBT
    assert {type(event) for event in after.events} == {DeductionInDoubt, DeductionContradicted}


def test_less_may_be_asked_than_is_due_and_more_never() -> None:
    assert hear(order(asked=PART), Word.SUCCESS).rest == DUE - PART
    with pytest.raises(AssertionError, match="is due"):
        order(asked=DUE + Money(1))


@pytest.mark.parametrize(
    ("word", "taken"), [(Word.SUCCESS, PART), (Word.PARTIAL, None), (Word.PARTIAL, Money(0)), (Word.PARTIAL, Money(-1))]
)
def test_an_amount_taken_comes_with_a_part_and_with_nothing_else(word: Word, taken: Money | None) -> None:
    with pytest.raises(InvalidInput, match="taken"):
        ChannelAnswer(word, taken=taken)


def test_doubts_are_asked_after_on_the_handbooks_schedule() -> None:
    """10 s, 30 s, 2 m, 10 m, 1 h, and hourly from then on (domain §8)."""
    seconds = [int(query_delay(doubts).total_seconds()) for doubts in range(1, 8)]
    assert seconds == [10, 30, 120, 600, 3600, 3600, 3600]
    assert len(QUERY_AFTER) == 5
