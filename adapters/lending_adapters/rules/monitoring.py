"""Watching rules at work (R46): what each version decides, how long it takes, and how often each row is met."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import attrs

from lending.application.store import Reader
from lending.risk.decisions import RiskDecision
from lending.risk.ports import DECISIONS

__all__ = ["Watched", "watch"]

PAGE = 1_000


@attrs.define
class Watched:
    """One version's decisions: how many of each kind, rows and reasons by how often, and how long they took."""

    version: int
    decisions: Counter[str] = attrs.field(factory=Counter)
    rows: Counter[str] = attrs.field(factory=Counter)
    reasons: Counter[str] = attrs.field(factory=Counter)
    unknown: Counter[str] = attrs.field(factory=Counter)
    """Variables that were not known, by how often: a source that fails shows here."""
    waiting: int = 0
    faults: int = 0
    micros: list[int] = attrs.field(factory=list)

    @property
    def made(self) -> int:
        """How many were answered."""
        return self.decisions.total()

    def percentile(self, percent: int) -> int:
        """So many microseconds were enough for `percent` of the decisions; 0 where there are none."""
        ordered = sorted(self.micros)
        return ordered[(len(ordered) - 1) * percent // 100] if ordered else 0

    def add(self, decision: RiskDecision) -> None:
        """Count one decision."""
        if decision.answer is None:
            self.waiting += 1
            return
        self.decisions[decision.answer.decision.value] += 1
        self.rows.update(decision.answer.rows)
        self.reasons.update(decision.answer.reasons)
        self.unknown.update(one.name for one in decision.variables if one.value is None)
        self.faults += bool(decision.fault)
        if not decision.fault:
            self.micros.append(decision.micros)


def watch(reader: Reader, scene: str, since: datetime | None = None) -> list[Watched]:
    """The versions of a scene that decided anything since an instant, the latest first."""
    found: dict[int, Watched] = {}
    for decision in _decisions(reader, scene):
        if since is None or decision.asked_at >= since:
            found.setdefault(decision.version, Watched(decision.version)).add(decision)
    return [found[version] for version in sorted(found, reverse=True)]


def _decisions(reader: Reader, scene: str) -> Iterator[RiskDecision]:
    after = ""
    while page := reader.page(DECISIONS, DECISIONS.key("scene"), scene, after, PAGE):
        yield from page
        after = page[-1].application_id
