"""What is refused of versions of rules."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "DecisionNotFound",
    "GrayNotProven",
    "GrayTaken",
    "NothingLive",
    "OwnRuleSet",
    "RuleSetAtFault",
    "RuleSetNotFound",
    "RuleSetNotInState",
]


@attrs.frozen
class RuleSetNotFound(Refusal):
    """There is no such version."""

    code = "RULE_SET_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    scene: str
    version: int


@attrs.frozen
class RuleSetNotInState(Refusal):
    """That is not possible in the version's present state."""

    code = "RULE_SET_NOT_IN_STATE"
    kind = RefusalKind.PRECONDITION
    rule_set: str
    act: str
    state: str


@attrs.frozen
class RuleSetAtFault(Refusal):
    """Something is wrong with the version."""

    code = "RULE_SET_AT_FAULT"
    kind = RefusalKind.PRECONDITION
    rule_set: str
    fault: str


@attrs.frozen
class OwnRuleSet(Refusal):
    """Nobody approves what they wrote themselves (R43)."""

    code = "OWN_RULE_SET"
    kind = RefusalKind.DENIED
    rule_set: str
    author: str


@attrs.frozen
class GrayNotProven(Refusal):
    """The gray release has too few decisions, or its pass rate is too far from the live version's."""

    code = "GRAY_NOT_PROVEN"
    kind = RefusalKind.PRECONDITION
    rule_set: str
    decisions: int
    needed: int


@attrs.frozen
class GrayTaken(Refusal):
    """Another version is in gray release; there is one at a time."""

    code = "GRAY_TAKEN"
    kind = RefusalKind.CONFLICT
    scene: str
    version: int


@attrs.frozen
class NothingLive(Refusal):
    """The scene has no live version, or none before it to go back to."""

    code = "NOTHING_LIVE"
    kind = RefusalKind.PRECONDITION
    scene: str


@attrs.frozen
class DecisionNotFound(Refusal):
    """Rules have decided nothing of that application."""

    code = "DECISION_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    application_id: str
