"""Machine 3.2 of credit lines, and what is promised on one whatever happens to it."""

import itertools
from datetime import date
from typing import Any

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.credit.events import UndrawnMoved
from lending.credit.ids import CreditLineId
from lending.credit.line import MOVES, CreditLine, LineAct, LineState
from lending.credit.refusals import LineNotDrawable, LineNotDue, WrongLineState
from lending.kernel.ids import RequestId
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Success

UNTIL = date(2024, 12, 31)
LATER = date(2025, 1, 1)
LINE = CreditLine(
    id=CreditLineId.make(RequestId("line"), 0),
    name="working capital",
    customer_id="cust_1",
    total=Money.parse("50000.00"),
    revolving=True,
    until=UNTIL,
)


def asked(line: CreditLine, act: LineAct) -> Any:
    match act:
        case LineAct.ACTIVATE:
            return line.activate()
        case LineAct.FREEZE:
            return line.freeze("overdue")
        case LineAct.UNFREEZE:
            return line.unfreeze()
        case LineAct.ADJUST:
            return line.adjust(Money.parse("60000.00"), "good customer")
        case LineAct.EXPIRE:
            return line.expire(LATER)
        case LineAct.CLOSE:
            return line.close("no longer wanted")


@pytest.mark.parametrize(("state", "act"), list(itertools.product(LineState, LineAct)))
def test_every_pair_outside_the_table_is_refused(state: LineState, act: LineAct) -> None:
    """The handbook's table (3.2), written down here once more."""
    allowed = {
        "PENDING": {"ACTIVATE": "ACTIVE", "CLOSE": "CLOSED"},
        "ACTIVE": {"FREEZE": "FROZEN", "ADJUST": "ACTIVE", "EXPIRE": "EXPIRED", "CLOSE": "CLOSED"},
        "FROZEN": {"UNFREEZE": "ACTIVE", "ADJUST": "FROZEN", "EXPIRE": "EXPIRED", "CLOSE": "CLOSED"},
    }
    line = attrs.evolve(LINE, state=state)
    after = allowed.get(state.value, {}).get(act.value)
    outcome = asked(line, act)
    if after is None:
        assert outcome == Failure(WrongLineState(LINE.id.value, act.value, state.value))
    else:
        assert outcome.unwrap().state.value == after
    assert len(MOVES) == 10


def test_a_line_expires_only_after_its_last_day() -> None:
    line = LINE.activate().unwrap()
    assert line.expire(UNTIL) == Failure(LineNotDue(LINE.id.value, UNTIL))
    assert line.expire(LATER).unwrap().state is LineState.EXPIRED


@pytest.mark.parametrize(
    ("line", "customer", "amount", "reason"),
    [
        (LINE, "cust_1", Money(1), "PENDING"),
        (attrs.evolve(LINE, state=LineState.FROZEN), "cust_1", Money(1), "FROZEN"),
        (attrs.evolve(LINE, state=LineState.ACTIVE), "cust_2", Money(1), "OTHER_HOLDER"),
        (attrs.evolve(LINE, state=LineState.ACTIVE), "cust_1", Money(1, Currency("USD")), "OTHER_CURRENCY"),
    ],
)
def test_who_may_not_draw_is_told_why(line: CreditLine, customer: str, amount: Money, reason: str) -> None:
    assert line.admits(customer, amount) == Failure(LineNotDrawable(LINE.id.value, reason))


def test_all_buyers_draw_on_the_line_of_a_project() -> None:
    project = attrs.evolve(LINE, customer_id=None, state=LineState.ACTIVE)
    assert project.admits("cust_1", Money(1)) == project.admits("cust_2", Money(1)) == Success(None)


acts = st.one_of(
    st.sampled_from([act for act in LineAct if act is not LineAct.ADJUST]),
    st.tuples(st.just("total"), st.integers(1, 10_000_000)),
    st.tuples(st.just("use"), st.integers(-3_000_000, 3_000_000)),
)


@given(st.lists(acts, max_size=30))
def test_what_was_told_as_undrawn_is_what_is_undrawn(steps: list[Any]) -> None:
    """The moves told sum to what is promised now, which is never below nothing nor above the total."""
    line = LINE
    for step in steps:
        if isinstance(step, LineAct):
            outcome = asked(line, step)
            line = outcome.unwrap() if isinstance(outcome, Success) else line
        elif step[0] == "total":
            outcome = line.adjust(Money(step[1]), "again")
            line = outcome.unwrap() if isinstance(outcome, Success) else line
        elif line.used + step[1] >= 0:
            line = line.use(step[1])
        told = sum(event.change.minor for event in line.events if isinstance(event, UndrawnMoved))
        assert told == line.undrawn.minor
        is_open = line.state in {LineState.ACTIVE, LineState.FROZEN}
        assert line.undrawn.minor == (max(0, line.total.minor - line.used) if is_open else 0)
        assert line.is_over is (line.used > line.total.minor)


def test_a_line_lowered_below_what_is_used_is_over_and_promises_nothing() -> None:
    line = LINE.activate().unwrap().use(1_200_000)
    lowered = line.adjust(Money.parse("10000.00"), "risk").unwrap()
    assert (lowered.is_over, lowered.undrawn.text) == (True, "0.00")
    assert lowered.use(-300_000).undrawn.text == "1000.00"
