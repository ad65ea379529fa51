"""Deduction orders: the first final word wins, a contradiction raises an alarm."""

from datetime import date

import hypothesis.strategies as st
from hypothesis import given

from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.payments.channel import QUERY_AFTER, ChannelAnswer, Word, query_delay
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.events import DeductionContradicted, DeductionFailed, DeductionSucceeded
from lending.payments.ids import DeductionOrderId
from lending.payments.routing import Route
from tests.support.samples import AT

TODAY = date(2024, 2, 5)


def order() -> DeductionOrder:
    created = DeductionOrder(
        id=DeductionOrderId.make(RequestId("r1"), 0),
        loan_id="loan_1",
        day=TODAY,
        customer_id="cust_1",
        amount=Money.parse("1100.16"),
        ordered_at=AT,
    )
    return created.routed(Route("MAIN", ()), AT)


@given(words=st.lists(st.sampled_from([Word.SUCCESS, Word.FAILED, Word.UNKNOWN, Word.ACCEPTED]), max_size=12))
def test_the_first_final_word_wins_whatever_follows(words: list[Word]) -> None:
    held = order()
    for word in words:
        held = held.hear(ChannelAnswer(word, on=TODAY), AT, TODAY)
    final = next((word for word in words if word in (Word.SUCCESS, Word.FAILED)), None)
    expected = {Word.SUCCESS: DeductionStatus.SUCCESS, Word.FAILED: DeductionStatus.FAILED}.get(final)  # type: ignore[arg-type]
    assert held.is_open if expected is None else held.status is expected
    ends = [event for event in held.events if isinstance(event, DeductionSucceeded | DeductionFailed)]
    assert len(ends) == (final is not None)
    contradicted = final is not None and {Word.SUCCESS, Word.FAILED} <= set(words)
    assert any(isinstance(event, DeductionContradicted) for event in held.events) == contradicted


def test_doubts_are_asked_after_on_the_handbooks_schedule() -> None:
    """10 s, 30 s, 2 m, 10 m, 1 h, and hourly from then on (domain §8)."""
    seconds = [int(query_delay(doubts).total_seconds()) for doubts in range(1, 8)]
    assert seconds == [10, 30, 120, 600, 3600, 3600, 3600]
    assert len(QUERY_AFTER) == 5
