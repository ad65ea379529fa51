"""How rules and their decisions are kept, and the engine that runs them."""

from collections.abc import Mapping
from typing import Protocol

import attrs

from lending.application.kinds import Key, Kind
from lending.risk.decisions import RiskDecision, RuleAnswer
from lending.risk.rule_scenes import RuleScene
from lending.risk.rule_sets import RuleSet, rule_set_id
from lending.risk.variables import Value

__all__ = ["DECISIONS", "RULE_SCENES", "RULE_SETS", "RuleEngine", "RulesBroken", "Timed"]

RULE_SETS = Kind(
    "rule_set",
    RuleSet,
    identity=lambda rules: rules.id,
    keys=(Key("scene", lambda rules: rules.scene),),
)
"""By scene and version."""

RULE_SCENES = Kind("rule_scene", RuleScene, identity=lambda scene: scene.scene)

DECISIONS = Kind(
    "risk_decision",
    RiskDecision,
    identity=lambda decision: decision.application_id,
    keys=(
        Key("scene", lambda decision: decision.scene),
        Key("rule_set", lambda decision: rule_set_id(decision.scene, decision.version)),
    ),
)
"""By the application's id, so that a scene's stand in the order in which they were asked for."""


class RulesBroken(Exception):
    """The rules cannot be run over these values; the text says where."""


@attrs.frozen
class Timed:
    """An answer, and how many millionths of a second it took."""

    answer: RuleAnswer
    micros: int


class RuleEngine(Protocol):
    """What runs a document of rules."""

    def timed(self, rules: RuleSet, values: Mapping[str, Value]) -> Timed:
        """What the rules say of these values: the same answer each time. Raises `RulesBroken`."""
