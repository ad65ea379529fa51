"""Whatever is committed in whatever order, the three stores answer the same and hold the same."""

import itertools
from datetime import timedelta
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lending.application.store import Changes, KeyTaken, Store, VersionConflict
from tests.contract.sample import (
    CITIZENS,
    COUNTERS,
    GROUP,
    NAME,
    NOTES,
    NOW,
    NUMBER,
    Citizen,
    Counter,
    Note,
    changes,
    entry,
    write,
)

SALT = itertools.count()
COUNTER_IDS = ("c1", "c2", "c3")
NAMES = (None, "a", "b")

few_versions = st.integers(0, 3)
counters = st.tuples(st.sampled_from(COUNTER_IDS), few_versions, st.sampled_from(NAMES), st.integers(0, 9))
citizens = st.tuples(st.sampled_from(("p1", "p2")), few_versions, st.sampled_from("xy"))
notes = st.sampled_from(("n1", "n2"))


@attrs.frozen
class Plan:
    """One commit, before the names are made unique to the example."""

    request: int
    counters: list[tuple[str, int, str | None, int]]
    citizens: list[tuple[str, int, str]]
    notes: list[str]
    relied_on: list[tuple[str, int]]
    events: int
    outbox: int

    def changes(self, salt: int) -> Changes:
        written = {name for name, *_ in self.counters}
        writes: list[Any] = [
            write(COUNTERS, Counter(id=f"{salt}{name}", name=key and f"{salt}{key}", group=str(salt), count=n), at)
            for name, at, key, n in self.counters
        ]
        writes += [
            write(CITIZENS, Citizen(id=f"{salt}{name}", identity_number=f"{salt}{key}", address="上海"), at)
            for name, at, key in self.citizens
        ]
        writes += [write(NOTES, Note(f"{salt}{name}", f"by {self.request}")) for name in self.notes]
        request = f"{salt}-{self.request}"
        later = NOW + timedelta(microseconds=salt)
        return changes(
            request,
            *writes,
            # A work relies on what it read and does not write.
            relied_on=tuple((COUNTERS, f"{salt}{name}", at) for name, at in self.relied_on if name not in written),
            events=self.events,
            outbox=tuple(entry(request, ordinal) for ordinal in range(self.outbox)),
            at=later,
        )


plans = st.lists(
    st.builds(
        Plan,
        request=st.integers(0, 6),
        counters=st.lists(counters, max_size=3, unique_by=lambda drawn: drawn[0]),
        citizens=st.lists(citizens, max_size=2, unique_by=lambda drawn: drawn[0]),
        notes=st.lists(notes, max_size=1),
        relied_on=st.lists(st.tuples(st.sampled_from(COUNTER_IDS), few_versions), max_size=1),
        events=st.integers(0, 3),
        outbox=st.integers(0, 2),
    ),
    max_size=8,
)


def answer(store: Store, asked: Changes) -> str:
    try:
        store.commit(asked)
    except VersionConflict:
        return "version conflict"
    except KeyTaken as taken:
        return f"taken: {taken.kind} {taken.key}"
    return "done"


def holdings(store: Store, salt: int) -> list[Any]:
    """All that the store shows of an example."""
    kept: list[Any] = [store.load(COUNTERS, f"{salt}{name}") for name in COUNTER_IDS]
    kept += [store.load(CITIZENS, f"{salt}{name}") for name in ("p1", "p2")]
    kept += [store.load(NOTES, f"{salt}{name}") for name in ("n1", "n2")]
    kept += [store.lookup(COUNTERS, NAME, f"{salt}{name}") for name in "ab"]
    kept += [store.lookup(CITIZENS, NUMBER, f"{salt}{name}") for name in "xy"]
    kept += [store.page(COUNTERS, GROUP, str(salt), "", 9)]
    kept += [record for record in store.events() if record.causation.value.startswith(f"{salt}-")]
    kept += [held for held in store.claim(NOW, 999, timedelta(days=9)) if held.correlation.value.startswith(f"{salt}-")]
    return kept


@given(plans)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_the_three_stores_agree(all_stores: list[Store], drawn: list[Plan]) -> None:
    salt = next(SALT)
    for plan in drawn:
        asked = plan.changes(salt)
        answers = {type(store).__name__ + str(n): answer(store, asked) for n, store in enumerate(all_stores)}
        assert len(set(answers.values())) == 1, answers
    seen = [holdings(store, salt) for store in all_stores]
    assert seen[0] == seen[1] == seen[2]
