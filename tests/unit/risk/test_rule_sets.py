"""Versions of rules move as machine 3.11 says; a gray release is sticky, counted, and stopped when it drifts."""

from datetime import timedelta
from itertools import product as pairs
from typing import Any

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.kernel.outcome import Failure, Outcome, Success
from lending.risk.rule_refusals import GrayNotProven, OwnRuleSet, RuleSetAtFault, RuleSetNotInState
from lending.risk.rule_scenes import Chosen, RuleScene
from lending.risk.rule_sets import (
    MOVES,
    Act,
    Gray,
    GrayCount,
    RuleFault,
    RuleRehearsal,
    RuleSet,
    RuleSetState,
)
from tests.support.ruling import AUTHOR, sample
from tests.support.samples import AT

pytestmark = pytest.mark.requirement("R43", "R45")

GRAY = Gray(percent=10, samples=50, drift_max=10, since=AT)
REPORT = RuleRehearsal(decisions=9, changed=1, passed_before=5, passed_after=4, faults=0, by="t", at=AT)
customers = st.integers(0, 10**6).map(lambda number: f"cust_{number}")


def version(state: RuleSetState) -> RuleSet:
    proven = attrs.evolve(GRAY, count=GrayCount(gray=50, gray_passed=25, live=500, live_passed=250))
    return attrs.evolve(sample(), state=state, rehearsal=REPORT, gray=proven)


def do(held: RuleSet, act: Act) -> Outcome[RuleSet, Any]:
    acts: dict[Act, Any] = {
        Act.VALIDATE: lambda: held.validated(()),
        Act.REHEARSE: lambda: held.rehearsed(REPORT),
        Act.SUBMIT: held.submit,
        Act.APPROVE: lambda: held.approve("another"),
        Act.GRAY: lambda: held.release(GRAY),
        Act.PROMOTE: held.promote,
        Act.STOP: lambda: held.stop("enough"),
        Act.RETIRE: lambda: held.retire("newer"),
        Act.RESTORE: held.restore,
    }
    done: Outcome[RuleSet, Any] = acts[act]()
    return done


@pytest.mark.parametrize(("state", "act"), list(pairs(RuleSetState, Act)))
def test_what_the_machine_has_moves_and_all_else_is_refused(state: RuleSetState, act: Act) -> None:
    done = do(version(state), act)
    if (state, act) not in MOVES:
        assert done == Failure(RuleSetNotInState("cash-loan/1", act.value, state.value))
        return
    moved = done.unwrap()
    assert moved.state is MOVES[state, act]
    assert len(moved.events) == 1


def test_a_version_with_faults_stays_a_draft_and_a_later_check_makes_it_valid() -> None:
    found = (RuleFault("Tiers/c", "no test case reaches it"),)
    draft = sample().validated(found).unwrap()
    assert (draft.state, draft.findings, draft.events) == (RuleSetState.DRAFT, found, ())
    valid = draft.validated(()).unwrap()
    assert (valid.state, valid.findings) == (RuleSetState.VALIDATED, ())


def test_nobody_approves_what_they_wrote() -> None:
    waiting = version(RuleSetState.IN_REVIEW)
    assert waiting.approve(AUTHOR.id) == Failure(OwnRuleSet("cash-loan/1", AUTHOR.id))
    assert waiting.approve("li.lei").unwrap().approver == "li.lei"


def test_a_version_that_past_decisions_broke_is_not_put_forward() -> None:
    broken = attrs.evolve(version(RuleSetState.TESTED), rehearsal=attrs.evolve(REPORT, faults=2))
    assert broken.submit() == Failure(RuleSetAtFault("cash-loan/1", "2 past decisions failed in its rehearsal"))


@pytest.mark.parametrize(
    ("count", "state"),
    [
        (
            GrayCount(gray=30, gray_passed=15, live=300, live_passed=180),
            RuleSetState.GRAY,
        ),  # 10 points
        (GrayCount(gray=30, gray_passed=14, live=300, live_passed=180), RuleSetState.STOPPED),
        (GrayCount(gray=30, gray_passed=22, live=300, live_passed=180), RuleSetState.STOPPED),
        (GrayCount(gray=29, gray_passed=0, live=300, live_passed=300), RuleSetState.GRAY),  # too few to say
        (GrayCount(gray=300, gray_passed=0, live=29, live_passed=29), RuleSetState.GRAY),
    ],
)
def test_a_gray_release_stops_when_its_pass_rate_drifts_beyond_its_limit(count: GrayCount, state: RuleSetState) -> None:
    released = sample_gray()
    assert released.counted(count).unwrap().state is state


def sample_gray() -> RuleSet:
    return attrs.evolve(sample(), state=RuleSetState.GRAY, gray=GRAY)


@pytest.mark.parametrize(
    ("count", "proven"),
    [
        (GrayCount(gray=50, gray_passed=25, live=100, live_passed=50), True),
        (GrayCount(gray=49, gray_passed=24, live=100, live_passed=50), False),
        (GrayCount(gray=50, gray_passed=25, live=100, live_passed=61), False),
    ],
)
def test_a_gray_release_is_live_only_once_it_is_proven(count: GrayCount, *, proven: bool) -> None:
    counted = attrs.evolve(sample_gray(), gray=attrs.evolve(GRAY, count=count))
    promoted = counted.promote()
    assert isinstance(promoted, Success) is proven
    if not proven:
        assert promoted == Failure(GrayNotProven("cash-loan/1", count.gray, 50))


@given(customer=customers, percent=st.integers(1, 99), more=st.integers(0, 98))
def test_who_was_given_to_the_gray_version_stays_with_it_as_it_grows(customer: str, percent: int, more: int) -> None:
    scene = RuleScene(scene="cash-loan", live=3)
    before = scene.released(4, percent).chosen(customer)
    assert before == scene.released(4, percent).chosen(customer)
    if before == Chosen(4, gray=True):
        assert scene.released(4, min(99, percent + more)).chosen(customer) == before


def test_a_tenth_of_the_customers_is_about_a_tenth() -> None:
    """Of 10,000 with p = 0.1 the standard deviation is 30: five of them are 150."""
    scene = RuleScene(scene="cash-loan", live=3).released(4, 10)
    gray = sum(scene.chosen(f"cust_{number}") == Chosen(4, gray=True) for number in range(10_000))
    assert abs(gray - 1_000) <= 150


def test_a_scene_goes_back_once_to_the_version_of_before() -> None:
    scene = RuleScene(scene="cash-loan").promoted(1).promoted(2).released(3, 10)
    back = scene.rolled_back()
    assert (back.live, back.before, back.gray) == (1, None, None)
    assert RuleScene(scene="cash-loan").chosen("cust_1") is None


def test_a_digest_is_of_the_document_alone() -> None:
    later = attrs.evolve(sample(), version=7, gray=attrs.evolve(GRAY, since=AT + timedelta(days=1)))
    assert later.digest == sample().digest
