"""`RuleSet` (规则版本): one version of a scene's rules, from the draft to live and back (machine 3.11)."""

import enum
from datetime import datetime
from hashlib import sha256
from typing import Any, Self

import attrs

from lending.kernel.checks import matching, positive, text_of, within
from lending.kernel.events import Event
from lending.kernel.outcome import Failure, Outcome, Success
from lending.risk.rule_events import (
    RuleSetApproved,
    RuleSetDrafted,
    RuleSetGray,
    RuleSetLive,
    RuleSetRehearsed,
    RuleSetRetired,
    RuleSetStopped,
    RuleSetSubmitted,
    RuleSetValidated,
)
from lending.risk.rule_refusals import GrayNotProven, OwnRuleSet, RuleSetAtFault, RuleSetNotInState
from lending.risk.scorecard import Recommendation

__all__ = [
    "CASES_MAX",
    "DOCUMENT",
    "DOCUMENT_MAX",
    "MOVES",
    "REHEARSED_IN",
    "SCENE",
    "Act",
    "CaseInput",
    "Gray",
    "GrayCount",
    "RuleCase",
    "RuleFault",
    "RuleRehearsal",
    "RuleSet",
    "RuleSetState",
    "rule_set_id",
]

DOCUMENT_MAX = 500_000
DOCUMENT = matching(
    rf"\A\S[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]{{0,{DOCUMENT_MAX}}}",
    "a JDM document of at most 500,000 characters",
)
CASES_MAX = 2_000
PERCENT = 100
STOPS_FROM = 30
"""With fewer decisions than that on either side a difference of pass rates says nothing."""

SCENE = matching("[a-z][a-z0-9-]{1,31}", "a scene of rules such as cash-loan")


class RuleSetState(enum.Enum):
    """Where a version stands."""

    DRAFT = "DRAFT"
    VALIDATED = "VALIDATED"
    TESTED = "TESTED"
    """Rehearsed on past decisions, the report attached."""
    IN_REVIEW = "IN_REVIEW"
    APPROVED = "APPROVED"
    GRAY = "GRAY"
    """It decides for a part of the customers (灰度)."""
    LIVE = "LIVE"
    STOPPED = "STOPPED"
    RETIRED = "RETIRED"


class Act(enum.Enum):
    """What moves a version on."""

    VALIDATE = "validate"
    REHEARSE = "rehearse"
    SUBMIT = "submit"
    APPROVE = "approve"
    GRAY = "gray"
    PROMOTE = "promote"
    STOP = "stop"
    RETIRE = "retire"
    RESTORE = "restore"


MOVES = {
    (RuleSetState.DRAFT, Act.VALIDATE): RuleSetState.VALIDATED,
    (RuleSetState.VALIDATED, Act.REHEARSE): RuleSetState.TESTED,
    (RuleSetState.TESTED, Act.REHEARSE): RuleSetState.TESTED,
    (RuleSetState.TESTED, Act.SUBMIT): RuleSetState.IN_REVIEW,
    (RuleSetState.IN_REVIEW, Act.APPROVE): RuleSetState.APPROVED,
    (RuleSetState.APPROVED, Act.GRAY): RuleSetState.GRAY,
    (RuleSetState.APPROVED, Act.PROMOTE): RuleSetState.LIVE,
    (RuleSetState.GRAY, Act.PROMOTE): RuleSetState.LIVE,
    (RuleSetState.GRAY, Act.STOP): RuleSetState.STOPPED,
    (RuleSetState.LIVE, Act.RETIRE): RuleSetState.RETIRED,
    (RuleSetState.RETIRED, Act.RESTORE): RuleSetState.LIVE,
}
"""PROMOTE of an approved version is for a scene that has none live, and so nothing to be held against."""


REHEARSED_IN = frozenset(state for state, act in MOVES if act is Act.REHEARSE)
"""Where a rehearsal's report is kept with the version."""


@attrs.frozen
class CaseInput:
    """One variable of a test case, by its text: a number where the variable is one."""

    name: str = attrs.field(validator=text_of(40))
    value: str = attrs.field(validator=text_of(80, 0))


@attrs.frozen(kw_only=True)
class RuleCase:
    """A test case: what is known, and what the rules must say of it. Variables not named are not known."""

    name: str = attrs.field(validator=text_of(80))
    inputs: tuple[CaseInput, ...]
    decision: Recommendation
    reasons: tuple[str, ...] = ()


@attrs.frozen
class RuleFault:
    """What is wrong with a document or its cases, and where."""

    place: str
    fault: str


@attrs.frozen(kw_only=True)
class RuleRehearsal:
    """A run over past decisions (风控预演): how many, how many come out otherwise, how many pass then and now."""

    decisions: int
    changed: int
    passed_before: int
    passed_after: int
    faults: int
    by: str
    at: datetime


@attrs.frozen(kw_only=True)
class GrayCount:
    """Decisions since the gray release began: made and passed by the gray version, and by the live one."""

    gray: int = attrs.field(default=0, validator=within(0, 10**9))
    gray_passed: int = attrs.field(default=0, validator=within(0, 10**9))
    live: int = attrs.field(default=0, validator=within(0, 10**9))
    live_passed: int = attrs.field(default=0, validator=within(0, 10**9))

    def drifts(self, most: int) -> bool:
        """Whether the pass rates differ by more than `most` percentage points."""
        apart = abs(self.gray_passed * self.live - self.live_passed * self.gray)
        return apart * PERCENT > most * self.gray * self.live


@attrs.frozen(kw_only=True)
class Gray:
    """A gray release (灰度): for `percent` of customers, to be live after `samples` decisions that pass as often."""

    percent: int = attrs.field(validator=within(1, 99))
    samples: int = attrs.field(validator=positive(1_000_000))
    drift_max: int = attrs.field(validator=within(0, 100))
    """By so many percentage points the pass rate may be off the live version's; beyond it stops by itself."""
    since: datetime
    count: GrayCount = GrayCount()


def rule_set_id(scene: str, version: int) -> str:
    """`cash-loan/3`."""
    return f"{scene}/{version}"


@attrs.frozen(kw_only=True)
class RuleSet:
    """One version: its JDM document as text and its cases, which never change; who wrote it, and how far it came."""

    scene: str = attrs.field(validator=SCENE)
    version: int = attrs.field(validator=positive(100_000))
    document: str = attrs.field(validator=DOCUMENT, repr=False)
    cases: tuple[RuleCase, ...] = attrs.field(repr=False)
    author: str
    state: RuleSetState = RuleSetState.DRAFT
    findings: tuple[RuleFault, ...] = ()
    rehearsal: RuleRehearsal | None = None
    approver: str = ""
    gray: Gray | None = None
    reason: str = ""
    """Why it was stopped or rolled back."""
    events: tuple[Event, ...] = ()

    @property
    def id(self) -> str:
        """What it is found by."""
        return rule_set_id(self.scene, self.version)

    @property
    def digest(self) -> str:
        """SHA-256 of the document."""
        return sha256(self.document.encode()).hexdigest()

    def drafted(self) -> Self:
        """This draft, with the event that says so."""
        return attrs.evolve(self, events=(RuleSetDrafted(self.scene, self.version, self.author, self.digest),))

    def validated(self, findings: tuple[RuleFault, ...]) -> Outcome[Self, RuleSetNotInState]:
        """Keep what the check found; without findings it is valid."""
        if self.state is not RuleSetState.DRAFT:
            return self._move(Act.VALIDATE)
        if findings:
            return Success(attrs.evolve(self, findings=findings))
        return self._move(Act.VALIDATE, RuleSetValidated(self.scene, self.version), findings=())

    def rehearsed(self, rehearsal: RuleRehearsal) -> Outcome[Self, RuleSetNotInState]:
        """Attach a rehearsal's report."""
        event = RuleSetRehearsed(self.scene, self.version, rehearsal.decisions, rehearsal.changed)
        return self._move(Act.REHEARSE, event, rehearsal=rehearsal)

    def submit(self) -> Outcome[Self, RuleSetNotInState | RuleSetAtFault]:
        """Put it before another person; not if a past decision broke it."""
        faults = self.rehearsal.faults if self.rehearsal is not None else 0
        if self.state is RuleSetState.TESTED and faults:
            return Failure(RuleSetAtFault(self.id, f"{faults} past decisions failed in its rehearsal"))
        return self._move(Act.SUBMIT, RuleSetSubmitted(self.scene, self.version))

    def approve(self, by: str) -> Outcome[Self, RuleSetNotInState | OwnRuleSet]:
        """Another person than its author lets it go on (R43)."""
        if self.state is RuleSetState.IN_REVIEW and by == self.author:
            return Failure(OwnRuleSet(self.id, by))
        return self._move(Act.APPROVE, RuleSetApproved(self.scene, self.version, by), approver=by)

    def release(self, gray: Gray) -> Outcome[Self, RuleSetNotInState]:
        """Let it decide for some of the customers."""
        return self._move(Act.GRAY, RuleSetGray(self.scene, self.version, gray.percent), gray=gray)

    def counted(self, count: GrayCount) -> Outcome[Self, RuleSetNotInState]:
        """Keep what the gray release came to so far; it stops where the pass rate has moved beyond its limit (R45)."""
        if self.gray is None or self.state is not RuleSetState.GRAY:
            return Failure(RuleSetNotInState(self.id, "count", self.state.value))
        counted = attrs.evolve(self, gray=attrs.evolve(self.gray, count=count))
        enough = min(count.gray, count.live) >= STOPS_FROM
        return (
            counted.stop("its pass rate drifts") if enough and count.drifts(self.gray.drift_max) else Success(counted)
        )

    def promote(self) -> Outcome[Self, RuleSetNotInState | GrayNotProven]:
        """Make it the live version of its scene; out of a gray release only once that is proven."""
        if self.state is RuleSetState.GRAY and self.gray is not None:
            count = self.gray.count
            if count.gray < self.gray.samples or count.drifts(self.gray.drift_max):
                return Failure(GrayNotProven(self.id, count.gray, self.gray.samples))
        return self._move(Act.PROMOTE, RuleSetLive(self.scene, self.version))

    def stop(self, reason: str) -> Outcome[Self, RuleSetNotInState]:
        """End a gray release: the live version decides for all again."""
        return self._move(Act.STOP, RuleSetStopped(self.scene, self.version, reason), reason=reason)

    def retire(self, reason: str = "") -> Outcome[Self, RuleSetNotInState]:
        """Make room for another live version."""
        return self._move(Act.RETIRE, RuleSetRetired(self.scene, self.version, reason), reason=reason)

    def restore(self) -> Outcome[Self, RuleSetNotInState]:
        """Live again, after the one that followed it was rolled back."""
        return self._move(Act.RESTORE, RuleSetLive(self.scene, self.version))

    def _move(self, act: Act, *events: Event, **changes: Any) -> Outcome[Self, RuleSetNotInState]:
        after = MOVES.get((self.state, act))
        if after is None:
            return Failure(RuleSetNotInState(self.id, act.value, self.state.value))
        return Success(attrs.evolve(self, state=after, events=(*self.events, *events), **changes))
