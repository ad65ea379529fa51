"""Occupations: what is occupied is confirmed or released exactly once, and what is repaid comes back (3.2)."""

from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from lending.application.call import Actor, Call, Role
from lending.application.limits import LimitSetting
from lending.application.store import Changes, StoredReceipt
from lending.application.work import UnitOfWork
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure, Success
from lending.operations.occupations import Held, Occupation, OccupationState
from lending.operations.refusals import NoRoomInLimit, OccupationClosed
from lending_adapters.memory import MemoryStore
from tests.contract.sample import Bump, Count

AT = datetime(2024, 1, 5, 2, tzinfo=UTC)


class Limits:
    """A store with limits, and one unit of work after another on it."""

    def __init__(self, **totals: int) -> None:
        self.store = MemoryStore()
        self.asked = 0
        self.commit(self.work(), limits=tuple(LimitSetting(key, total) for key, total in totals.items()))

    def work(self) -> UnitOfWork:
        self.asked += 1
        call = Call(request_id=RequestId(f"r{self.asked}"), actor=Actor("desk", Role.SYSTEM), received_at=AT)
        return UnitOfWork(self.store, call, gate=None)  # type: ignore[arg-type] - no command is run in it

    def commit(self, work: UnitOfWork, limits: tuple[LimitSetting, ...] = ()) -> None:
        changes: Changes = work.changes(Bump("x"), Count(0))
        receipt = StoredReceipt(work.call.request_id, "Bump", "", Count(0))
        self.store.commit(attrs.evolve(changes, receipt=receipt, limits=(*changes.limits, *limits)))

    def stands(self, key: str) -> tuple[int, int]:
        limit = self.store.limit(key)
        assert limit is not None
        return limit.occupied, limit.used


def taken(limits: Limits, holder: str, *held: Held) -> Occupation:
    work = limits.work()
    outcome = Occupation.take(work, holder, held)
    assert isinstance(outcome, Success)
    limits.commit(work)
    return outcome.unwrap()


def test_all_limits_are_occupied_or_none() -> None:
    limits = Limits(total=100, day=30)
    work = limits.work()
    refused = Occupation.take(work, "order", (Held("total", 40), Held("day", 40)))
    assert refused == Failure(NoRoomInLimit("day", 40, 30))
    assert limits.stands("total") == (0, 0)


def test_a_limit_never_set_has_no_room() -> None:
    limits = Limits()
    assert Occupation.take(limits.work(), "order", (Held("line", 1),)) == Failure(NoRoomInLimit("line", 1, 0))


def test_two_amounts_of_one_limit_need_room_for_both() -> None:
    limits = Limits(total=100)
    refused = Occupation.take(limits.work(), "order", (Held("total", 60), Held("total", 60)))
    assert refused == Failure(NoRoomInLimit("total", 60, 40))


def test_what_is_repaid_comes_back_to_revolving_limits_only() -> None:
    limits = Limits(line=100, day=100)
    work = limits.work()
    confirmed = taken(limits, "order", Held("line", 80), Held("day", 80, revolving=False)).confirm(work).unwrap()
    limits.commit(work)
    work = limits.work()
    repaid = confirmed.repaid(work, 30).unwrap()
    limits.commit(work)
    assert (limits.stands("line"), limits.stands("day")) == ((0, 50), (0, 80))
    work = limits.work()
    assert repaid.repaid(work, 30).unwrap().given_back == 30
    limits.commit(work)
    assert limits.stands("line") == (0, 50)


@pytest.mark.parametrize("first", ["confirm", "release"])
def test_what_is_closed_is_not_closed_again(first: str) -> None:
    limits = Limits(line=100)
    occupation = taken(limits, "order", Held("line", 80))
    closed = getattr(occupation, first)(limits.work()).unwrap()
    assert closed.confirm(limits.work()) == Failure(OccupationClosed("order", closed.state.value))
    assert closed.state is OccupationState.CONFIRMED or isinstance(closed.release(limits.work()), Failure)


class Machine(RuleBasedStateMachine):
    """Random matters on one line of 100: the line always holds what they hold together."""

    def __init__(self) -> None:
        super().__init__()
        self.limits = Limits(line=100)
        self.matters: dict[str, Occupation] = {}

    @rule(amount=st.integers(1, 120))
    def occupy(self, amount: int) -> None:
        free = 100 - sum(self.limits.stands("line"))
        holder = f"order-{self.limits.asked}"
        work = self.limits.work()
        outcome = Occupation.take(work, holder, (Held("line", amount),))
        assert isinstance(outcome, Success) == (amount <= free)
        if isinstance(outcome, Success):
            self.limits.commit(work)
            self.matters[holder] = outcome.unwrap()

    @precondition(lambda self: self.matters)
    @rule(data=st.data(), act=st.sampled_from(["confirm", "release", "repaid"]), repaid=st.integers(0, 120))
    def move(self, data: st.DataObject, act: str, repaid: int) -> None:
        holder = data.draw(st.sampled_from(sorted(self.matters)))
        before = self.matters[holder]
        work = self.limits.work()
        outcome = before.repaid(work, repaid) if act == "repaid" else getattr(before, act)(work)
        allowed = {
            "confirm": before.state is OccupationState.OCCUPIED,
            "release": before.state is not OccupationState.RELEASED,
            "repaid": before.state is OccupationState.CONFIRMED,
        }
        assert isinstance(outcome, Success) == allowed[act]
        if isinstance(outcome, Success):
            self.limits.commit(work)
            self.matters[holder] = outcome.unwrap()

    @invariant()
    def the_line_holds_what_the_matters_hold(self) -> None:
        occupied = sum(m.held[0].amount for m in self.matters.values() if m.state is OccupationState.OCCUPIED)
        used = sum(
            m.held[0].amount - min(m.given_back, m.held[0].amount)
            for m in self.matters.values()
            if m.state is OccupationState.CONFIRMED
        )
        assert self.limits.stands("line") == (occupied, used)


TestOccupationsOfALine = Machine.TestCase
