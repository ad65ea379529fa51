"""What happens to versions of rules."""

import attrs

from lending.kernel.events import Event

__all__ = [
    "DecisionMade",
    "RuleSetApproved",
    "RuleSetDrafted",
    "RuleSetGray",
    "RuleSetLive",
    "RuleSetRehearsed",
    "RuleSetRetired",
    "RuleSetStopped",
    "RuleSetSubmitted",
    "RuleSetValidated",
]


@attrs.frozen
class RuleSetDrafted(Event):
    """A version was written, by whom; its document has this SHA-256."""

    scene: str
    version: int
    author: str
    digest: str


@attrs.frozen
class RuleSetValidated(Event):
    """Nothing is wrong with the version, and its test cases pass."""

    scene: str
    version: int


@attrs.frozen
class RuleSetRehearsed(Event):
    """The version was run over so many past decisions, of which some come out otherwise."""

    scene: str
    version: int
    decisions: int
    changed: int


@attrs.frozen
class RuleSetSubmitted(Event):
    """The version waits for another person's word."""

    scene: str
    version: int


@attrs.frozen
class RuleSetApproved(Event):
    """Another person than its author approved the version."""

    scene: str
    version: int
    by: str


@attrs.frozen
class RuleSetGray(Event):
    """The version decides for some of the customers (灰度)."""

    scene: str
    version: int
    percent: int


@attrs.frozen
class RuleSetLive(Event):
    """The version decides for all customers of its scene from now on."""

    scene: str
    version: int


@attrs.frozen
class RuleSetStopped(Event):
    """The version's gray release ended. An alarm where nobody asked for it."""

    scene: str
    version: int
    reason: str


@attrs.frozen
class RuleSetRetired(Event):
    """The version is live no longer."""

    scene: str
    version: int
    reason: str


@attrs.frozen
class DecisionMade(Event):
    """Rules decided of an application: by which version, how, and why."""

    application_id: str
    scene: str
    version: int
    decision: str
    reasons: tuple[str, ...]
