"""What can be asked of versions of rules (风控中台, R43 to R45)."""

import attrs

from lending.application.commands import Command, Query, Receipt
from lending.kernel.checks import non_empty, positive, text_of, within
from lending.risk.decisions import RuleAnswer
from lending.risk.rule_refusals import (
    DecisionNotFound,
    GrayNotProven,
    GrayTaken,
    NothingLive,
    OwnRuleSet,
    RuleSetAtFault,
    RuleSetNotFound,
    RuleSetNotInState,
)
from lending.risk.rule_sets import (
    CASES_MAX,
    DOCUMENT,
    DOCUMENT_MAX,
    SCENE,
    Gray,
    GrayCount,
    RuleCase,
    RuleFault,
    RuleRehearsal,
)
from lending.risk.variables import Collected

__all__ = [
    "ApproveRuleSet",
    "DecisionView",
    "DraftRuleSet",
    "GetDecision",
    "GetRuleSet",
    "ListRuleSets",
    "PromoteRuleSet",
    "RecordGrayCount",
    "RecordRehearsal",
    "RecordValidation",
    "ReleaseRuleSet",
    "RollBackRules",
    "RuleSetMoved",
    "RuleSetPage",
    "RuleSetView",
    "StopRuleSet",
    "SubmitRuleSet",
]

VERSION = positive(100_000)
Missing = RuleSetNotFound | RuleSetNotInState


@attrs.frozen
class RuleSetMoved(Receipt):
    """Where the version stands now."""

    scene: str
    version: int
    state: str


@attrs.frozen(kw_only=True)
class DraftRuleSet(Command[RuleSetMoved, RuleSetAtFault]):
    """Write the next version of a scene's rules: a JDM document, with its test cases."""

    scene: str = attrs.field(validator=SCENE)
    document: str = attrs.field(validator=DOCUMENT, metadata={"longest": DOCUMENT_MAX})
    cases: tuple[RuleCase, ...] = attrs.field(
        validator=attrs.validators.and_(non_empty, attrs.validators.max_len(CASES_MAX))
    )


@attrs.frozen(kw_only=True)
class OfRuleSet:
    """Which version."""

    scene: str = attrs.field(validator=SCENE)
    version: int = attrs.field(validator=VERSION)


@attrs.frozen(kw_only=True)
class RecordValidation(OfRuleSet, Command[RuleSetMoved, Missing]):
    """Record what a check of the draft found; without findings it is valid."""

    findings: tuple[RuleFault, ...]


@attrs.frozen(kw_only=True)
class RecordRehearsal(OfRuleSet, Command[RuleSetMoved, Missing]):
    """Attach the report of a run over past decisions (风控预演)."""

    rehearsal: RuleRehearsal


@attrs.frozen(kw_only=True)
class SubmitRuleSet(OfRuleSet, Command[RuleSetMoved, Missing | RuleSetAtFault]):
    """Put the version before another person."""


@attrs.frozen(kw_only=True)
class ApproveRuleSet(OfRuleSet, Command[RuleSetMoved, Missing | OwnRuleSet]):
    """Let a version go on that another person wrote."""


@attrs.frozen(kw_only=True)
class ReleaseRuleSet(OfRuleSet, Command[RuleSetMoved, Missing | GrayTaken | NothingLive]):
    """Let the version decide for so many of a hundred customers (灰度), beside the live one."""

    percent: int = attrs.field(default=10, validator=within(1, 99))
    samples: int = attrs.field(default=200, validator=positive(1_000_000))
    drift_max: int = attrs.field(default=10, validator=within(0, 100))


@attrs.frozen(kw_only=True)
class RecordGrayCount(OfRuleSet, Command[RuleSetMoved, Missing]):
    """Record what the gray version and the live one have decided since; one that drifts is stopped."""

    count: GrayCount


@attrs.frozen(kw_only=True)
class PromoteRuleSet(OfRuleSet, Command[RuleSetMoved, Missing | GrayNotProven | NothingLive]):
    """Make the version the live one of its scene."""


@attrs.frozen(kw_only=True)
class StopRuleSet(OfRuleSet, Command[RuleSetMoved, Missing]):
    """End the version's gray release."""

    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen
class RollBackRules(Command[RuleSetMoved, NothingLive | RuleSetNotInState]):
    """Make the version live again that was so before, at once."""

    scene: str = attrs.field(validator=SCENE)
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen(kw_only=True)
class RuleSetView:
    """A version: where it stands, who wrote it, who approved it, what check, rehearsal and release found."""

    scene: str
    version: int
    state: str
    author: str
    approver: str
    digest: str
    cases: int
    findings: tuple[RuleFault, ...]
    rehearsal: RuleRehearsal | None
    gray: Gray | None
    reason: str


@attrs.frozen(kw_only=True)
class GetRuleSet(OfRuleSet, Query[RuleSetView, RuleSetNotFound]):
    """One version of a scene's rules."""


@attrs.frozen
class RuleSetPage:
    """Some of the versions; `next_after` is empty after the last."""

    rule_sets: tuple[RuleSetView, ...]
    next_after: str


@attrs.frozen(kw_only=True)
class ListRuleSets(Query[RuleSetPage, RuleSetNotFound]):
    """Versions of rules; those of one scene where it is named."""

    scene: str = attrs.field(default="", validator=text_of(32, 0))
    after: str = attrs.field(default="", validator=text_of(64, 0))
    page_size: int = attrs.field(default=50, validator=positive(200))


@attrs.frozen(kw_only=True)
class DecisionView:
    """What rules decided of an application: by which version, from what, why, and in words."""

    application_id: str
    scene: str
    version: int
    gray: bool
    answer: RuleAnswer | None
    fault: str
    micros: int
    variables: tuple[Collected, ...]
    words: tuple[str, ...]


@attrs.frozen
class GetDecision(Query[DecisionView, DecisionNotFound]):
    """What rules decided of an application, and why."""

    application_id: str = attrs.field(validator=text_of(64))
