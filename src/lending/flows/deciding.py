"""Rules are run outside any transaction, over what was collected (R31)."""

from lending.application.ports import Courier, Delivery
from lending.application.store import Reader
from lending.origination.commands import RecordRuleAnswer
from lending.origination.ids import ApplicationId
from lending.risk.messages import EvaluateRules
from lending.risk.ports import DECISIONS, RULE_SETS, RuleEngine, RulesBroken
from lending.risk.rule_sets import rule_set_id

__all__ = ["evaluate_rules_by"]

FAULT_MAX = 400


def evaluate_rules_by(engine: RuleEngine) -> Courier:
    """The courier that runs the rules on `engine`. Rules that cannot be run are told, for a person to decide."""

    def deliver(delivery: Delivery[EvaluateRules], reader: Reader) -> RecordRuleAnswer | None:
        stored = reader.load(DECISIONS, delivery.message.application_id)
        assert stored is not None, f"{delivery.message} has no decision"
        decision = stored.value
        if decision.answer is not None:
            return None
        rules = reader.load(RULE_SETS, rule_set_id(decision.scene, decision.version))
        assert rules is not None, f"{decision.application_id} was given to rules that do not exist"
        application_id = ApplicationId(decision.application_id)
        try:
            timed = engine.timed(rules.value, decision.values)
        except RulesBroken as broken:
            return RecordRuleAnswer(application_id=application_id, answer=None, fault=str(broken)[:FAULT_MAX])
        return RecordRuleAnswer(application_id=application_id, answer=timed.answer, micros=timed.micros)

    return deliver
