"""`RiskDecision`: what rules decided of an application, from what, by which version; it replays to the same answer."""

from datetime import datetime
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.risk.rule_events import DecisionMade
from lending.risk.scorecard import Recommendation
from lending.risk.variables import Collected, Value, values_of

__all__ = ["RULES_BROKEN", "RiskDecision", "RuleAnswer", "words_of"]

RULES_BROKEN = "RULES_BROKEN"
"""The reason where rules could not be run: a person decides."""


@attrs.frozen(kw_only=True)
class RuleAnswer:
    """What rules say: the decision, why, a tier, the most that is lent (in whole yuan), and which rows were met."""

    decision: Recommendation
    reasons: tuple[str, ...] = ()
    tier: str = ""
    amount_max: int | None = None
    rows: tuple[str, ...] = ()
    """Each as `Table/row`, in the order in which they were met."""

    def same_as(self, other: "RuleAnswer") -> bool:
        """Whether both come to the same; by which rows is not asked."""
        return attrs.evolve(self, rows=()) == attrs.evolve(other, rows=())


@attrs.frozen(kw_only=True)
class RiskDecision:
    """One decision of an application's: asked with what was collected, and answered once."""

    application_id: str
    scene: str
    version: int
    gray: bool
    variables: tuple[Collected, ...]
    asked_at: datetime
    answer: RuleAnswer | None = None
    fault: str = ""
    """Why the rules could not be run, where they could not."""
    micros: int = 0
    """How long they took, in millionths of a second."""
    events: tuple[Event, ...] = ()

    @property
    def values(self) -> dict[str, Value]:
        """What the rules saw."""
        return values_of(self.variables)

    def answered(self, answer: RuleAnswer, fault: str, micros: int) -> Self:
        """Keep the answer, with the event that tells of it."""
        made = DecisionMade(self.application_id, self.scene, self.version, answer.decision.value, answer.reasons)
        return attrs.evolve(self, answer=answer, fault=fault, micros=micros, events=(*self.events, made))

    @property
    def passed(self) -> bool:
        """Whether the rules approve."""
        return self.answer is not None and self.answer.decision is Recommendation.APPROVE


def words_of(decision: RiskDecision) -> tuple[str, ...]:
    """The decision in words, a sentence each: what was decided, by what, why, and from which facts."""
    by = f"Version {decision.version} of {decision.scene}{' (gray)' if decision.gray else ''}"
    if decision.answer is None:
        return (f"{by} has not answered yet.",)
    if decision.fault:
        return (f"{by} could not be run: {decision.fault}", "A person decides.")
    answer = decision.answer
    verb = {
        Recommendation.APPROVE: "approves",
        Recommendation.REFER: "leaves it to a person",
        Recommendation.REJECT: "rejects",
    }[answer.decision]
    said = [f"{by} {verb}{', for ' + ', '.join(answer.reasons) if answer.reasons else ''}."]
    if answer.tier:
        said.append(f"The tier is {answer.tier}.")
    if answer.amount_max is not None:
        said.append(f"At most {answer.amount_max} is lent.")
    said += [f"The row {row} was met." for row in answer.rows]
    known = [f"{one.name} {one.value}" for one in decision.variables if one.value is not None]
    unknown = [one.name for one in decision.variables if one.value is None]
    said.append(f"Known were {', '.join(known)}.")
    if unknown:
        said.append(f"Not known were {', '.join(unknown)}.")
    return tuple(said)
