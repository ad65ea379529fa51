"""The unit of work: what it sees, and what it makes of that at commit."""

import pytest

from lending.application.bus import LocalBus
from lending.application.work import UnitOfWork
from lending_adapters.memory import MemoryStore
from tests.contract.sample import CATALOGUE, COUNTERS, Bump, Count, Counter, call, changes, write

OLD = Counter(id="c2", group="g")


@pytest.fixture
def work() -> UnitOfWork:
    store = MemoryStore()
    store.commit(changes("before", write(COUNTERS, Counter(id="c1")), write(COUNTERS, OLD)))
    return UnitOfWork(store, call("r1"), LocalBus(store, CATALOGUE))


def test_the_first_of_a_kind_are_those_that_this_work_sees(work: UnitOfWork) -> None:
    changed, new = Counter(id="c2", count=7), Counter(id="c0")
    assert [counter.id for counter in work.first(COUNTERS, 9)] == ["c1", "c2"]
    work.find(COUNTERS, "c2")
    work.save(COUNTERS, changed)
    work.save(COUNTERS, new)
    assert work.first(COUNTERS, 9) == (new, Counter(id="c1"), changed)
    assert work.first(COUNTERS, 2) == (new, Counter(id="c1"))


def test_a_work_relies_on_what_it_read_and_saved_as_it_was(work: UnitOfWork) -> None:
    read = work.get(COUNTERS, "c2")
    work.relies_on(COUNTERS, read)
    work.save(COUNTERS, read)
    asked = work.changes(Bump("c2"), Count(0))
    assert (asked.writes, asked.relied_on) == ((), ((COUNTERS, "c2", 1),))


def test_what_is_written_is_checked_by_the_write_alone(work: UnitOfWork) -> None:
    read = work.get(COUNTERS, "c2")
    work.relies_on(COUNTERS, read)
    work.save(COUNTERS, Counter(id="c2", count=1))
    asked = work.changes(Bump("c2"), Count(0))
    assert ([one.expected for one in asked.writes], asked.relied_on) == ([1], ())
