"""The referee: checks the invariants when their time comes, and keeps every violation with its facts."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

import attrs

from lending.application.store import Changes
from lending.kernel.ids import RequestId
from lending_simulator.invariants.commits import AT_COMMIT
from lending_simulator.invariants.days import AT_DAY
from lending_simulator.invariants.ends import AT_END
from lending_simulator.invariants.evidence import Evidence, Invariant

__all__ = ["Referee", "Violation"]

KEPT_MAX = 20
"""Violations kept per invariant; all are counted."""


@attrs.frozen
class Violation:
    """An invariant that did not hold: in which run, when, and the facts."""

    invariant: str
    seed: int
    at: datetime
    facts: str

    def __str__(self) -> str:
        return f"seed {self.seed}, {self.at:%Y-%m-%d %H:%M:%S}: {self.invariant}: {self.facts}"


class Referee:
    """Counts checks and violations by name; `whistled` is told of the first violation."""

    def __init__(
        self, evidence: Evidence, seed: int, now: Callable[[], datetime], whistled: Callable[[], None]
    ) -> None:
        self.checked: Counter[str] = Counter()
        self.violated: Counter[str] = Counter()
        self.violations: list[Violation] = []
        self._evidence = evidence
        self._seed = seed
        self._now = now
        self._whistled = whistled

    def judge_commit(self, changes: Changes) -> None:
        """Check what has just been committed, then let the mirror show it."""
        for check in AT_COMMIT:
            self._judged(check.__name__, check(changes, self._evidence.mirror))
        self._evidence.mirror.apply(changes)

    def judge_day(self) -> None:
        """Check what must hold once an end of day is through."""
        self._judge(AT_DAY)

    def judge_end(self) -> None:
        """Check what must hold when all is over."""
        self._judge((*AT_DAY, *AT_END))

    def has_been_done(self, request_id: RequestId) -> bool:
        """Whether this request took effect."""
        return request_id in self._evidence.mirror.requests

    def told(self, invariant: str, facts: str | None = None) -> None:
        """An actor has met a case of an invariant: `facts` where it did not hold."""
        self._judged(invariant, () if facts is None else (facts,))

    def met(self, invariant: str, times: int) -> None:
        """So many cases of an invariant were met, besides those told of."""
        self.checked[invariant] += times

    def _judge(self, invariants: Iterable[Invariant]) -> None:
        for check in invariants:
            self._judged(check.__name__, check(self._evidence))

    def _judged(self, name: str, breaches: Iterable[str]) -> None:
        self.checked[name] += 1
        for facts in breaches:
            self.violated[name] += 1
            if self.violated[name] <= KEPT_MAX:
                self.violations.append(Violation(name, self._seed, self._now(), facts))
            self._whistled()
