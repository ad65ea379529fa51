"""Rehearsal (风控预演, R44): a draft is run over past decisions; what comes out otherwise is told."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from datetime import datetime

import attrs

from lending.application.store import Reader
from lending.risk.decisions import RiskDecision, RuleAnswer
from lending.risk.ports import DECISIONS, RulesBroken
from lending.risk.rule_sets import RuleRehearsal, RuleSet
from lending.risk.scorecard import Recommendation
from lending_adapters.rules.engine import ZenRules

__all__ = ["Changed", "Rehearsed", "rehearse"]

PAGE = 1_000
CHANGED_MAX = 1_000


@attrs.frozen
class Changed:
    """A past decision that comes out otherwise."""

    application_id: str
    before: RuleAnswer
    after: RuleAnswer | None
    fault: str = ""


@attrs.frozen
class Rehearsed:
    """What a rehearsal found: the report, how decisions moved, and the first of those that did."""

    report: RuleRehearsal
    moves: Counter[tuple[str, str]]
    changed: tuple[Changed, ...]


def rehearse(
    reader: Reader,
    engine: ZenRules,
    rules: RuleSet,
    most: int,
    by: str,
    at: datetime,
    advanced: Callable[[], None] = lambda: None,
) -> Rehearsed:
    """Run the version over the last decisions of its scene, `most` of them at most; nothing is written."""
    moves: Counter[tuple[str, str]] = Counter()
    changed: list[Changed] = []
    faults = 0
    for decision in _last(reader, rules.scene, most):
        before = decision.answer
        assert before is not None, "answered ones only"
        fault, after = "", None
        try:
            after = engine.timed(rules, decision.values).answer
        except RulesBroken as broken:
            fault, faults = str(broken), faults + 1
        moves[before.decision.value, "FAULT" if after is None else after.decision.value] += 1
        if after is None or not after.same_as(before):
            changed.append(Changed(decision.application_id, before, after, fault))
        advanced()
    passed = Recommendation.APPROVE.value
    report = RuleRehearsal(
        decisions=moves.total(),
        changed=len(changed),
        passed_before=sum(count for (before_, _), count in moves.items() if before_ == passed),
        passed_after=sum(count for (_, after_), count in moves.items() if after_ == passed),
        faults=faults,
        by=by,
        at=at,
    )
    return Rehearsed(report, moves, tuple(changed[:CHANGED_MAX]))


def _last(reader: Reader, scene: str, most: int) -> deque[RiskDecision]:
    """The last of a scene's decisions that rules answered, in order."""
    kept: deque[RiskDecision] = deque(maxlen=most)
    kept.extend(decision for decision in _all(reader, scene) if decision.answer is not None and not decision.fault)
    return kept


def _all(reader: Reader, scene: str) -> Iterator[RiskDecision]:
    after = ""
    while page := reader.page(DECISIONS, DECISIONS.key("scene"), scene, after, PAGE):
        yield from page
        after = page[-1].application_id
