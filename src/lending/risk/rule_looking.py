"""How versions of rules and their decisions are looked at, and how a gray release is counted."""

from lending.application.call import Call
from lending.application.ports import Delivery
from lending.application.store import Reader
from lending.kernel.outcome import Failure, Outcome, Success
from lending.risk.decisions import words_of
from lending.risk.messages import CountGray
from lending.risk.ports import DECISIONS, RULE_SCENES, RULE_SETS
from lending.risk.rule_commands import (
    DecisionView,
    GetDecision,
    GetRuleSet,
    ListRuleSets,
    RecordGrayCount,
    RuleSetPage,
    RuleSetView,
)
from lending.risk.rule_refusals import DecisionNotFound, RuleSetNotFound
from lending.risk.rule_sets import GrayCount, RuleSet, RuleSetState, rule_set_id

__all__ = ["count_gray", "get_decision", "get_rule_set", "list_rule_sets"]

PAGE = 1_000


def get_rule_set(query: GetRuleSet, _call: Call, reader: Reader) -> Outcome[RuleSetView, RuleSetNotFound]:
    """The version as it stands."""
    stored = reader.load(RULE_SETS, rule_set_id(query.scene, query.version))
    return Success(_view(stored.value)) if stored is not None else Failure(RuleSetNotFound(query.scene, query.version))


def list_rule_sets(query: ListRuleSets, _call: Call, reader: Reader) -> Outcome[RuleSetPage, RuleSetNotFound]:
    """A page of them."""
    key = RULE_SETS.key("scene") if query.scene else None
    found = reader.page(RULE_SETS, key, query.scene, query.after, query.page_size)
    next_after = found[-1].id if len(found) == query.page_size else ""
    return Success(RuleSetPage(tuple(map(_view, found)), next_after))


def get_decision(query: GetDecision, _call: Call, reader: Reader) -> Outcome[DecisionView, DecisionNotFound]:
    """The decision, and what it says in words."""
    stored = reader.load(DECISIONS, query.application_id)
    if stored is None:
        return Failure(DecisionNotFound(query.application_id))
    decision = stored.value
    view = DecisionView(
        application_id=decision.application_id,
        scene=decision.scene,
        version=decision.version,
        gray=decision.gray,
        answer=decision.answer,
        fault=decision.fault,
        micros=decision.micros,
        variables=decision.variables,
        words=words_of(decision),
    )
    return Success(view)


def count_gray(delivery: Delivery[CountGray], reader: Reader) -> RecordGrayCount | None:
    """The courier that counts a gray release; None once it has ended."""
    message = delivery.message
    stored, scene = reader.load(RULE_SETS, rule_set_id(message.scene, message.version)), _live(message.scene, reader)
    assert stored is not None, f"{message} is of no version"
    rules = stored.value
    if rules.state is not RuleSetState.GRAY or rules.gray is None or scene is None:
        return None
    gray, gray_passed = _counted(reader, rules.scene, rules.version, rules)
    live, live_passed = _counted(reader, rules.scene, scene, rules)
    count = GrayCount(gray=gray, gray_passed=gray_passed, live=live, live_passed=live_passed)
    return RecordGrayCount(scene=rules.scene, version=rules.version, count=count)


def _live(scene: str, reader: Reader) -> int | None:
    stored = reader.load(RULE_SCENES, scene)
    return stored.value.live if stored is not None else None


def _counted(reader: Reader, scene: str, version: int, rules: RuleSet) -> tuple[int, int]:
    """How many answered decisions a version made since the release of `rules` began, and how many of them pass."""
    assert rules.gray is not None, f"{rules.id} is in gray release"
    made = passed = 0
    after = ""
    while page := reader.page(DECISIONS, DECISIONS.key("rule_set"), rule_set_id(scene, version), after, PAGE):
        for decision in page:
            if decision.answer is not None and decision.asked_at >= rules.gray.since:
                made += 1
                passed += decision.passed
        after = page[-1].application_id
    return made, passed


def _view(rules: RuleSet) -> RuleSetView:
    return RuleSetView(
        scene=rules.scene,
        version=rules.version,
        state=rules.state.value,
        author=rules.author,
        approver=rules.approver,
        digest=rules.digest,
        cases=len(rules.cases),
        findings=rules.findings,
        rehearsal=rules.rehearsal,
        gray=rules.gray,
        reason=rules.reason,
    )
