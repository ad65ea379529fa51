"""The bus over every store: once per request, again on conflict, refused with facts."""

import threading
from contextlib import suppress
from datetime import timedelta

import attrs
import pytest

from lending.application.bus import Attempt, LocalBus
from lending.application.refusals import RequestIdReused
from lending.application.store import Changes, Contention, Store
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure, Success
from lending_adapters.memory import MemoryStore
from tests.contract.conftest import OpenAgain
from tests.contract.sample import (
    CATALOGUE,
    COUNTERS,
    DAY,
    DAYS,
    NAME,
    Bump,
    Copy,
    Count,
    Counter,
    OpenDay,
    call,
    changes,
    write,
)


@pytest.fixture
def open_store(open_again: OpenAgain) -> Store:
    store = open_again()
    store.commit(changes("start", write(DAYS, OpenDay(DAY))))
    return store


class Meddled:
    """A store in which something happens just before the first commit."""

    def __init__(self, store: Store, meddling: Changes) -> None:
        self._store = store
        self._meddling: Changes | None = meddling

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def commit(self, asked: Changes) -> None:
        meddling, self._meddling = self._meddling, None
        if meddling is not None:
            self._store.commit(meddling)
        self._store.commit(asked)


def test_a_command_is_carried_out(open_store: Store) -> None:
    outcome = LocalBus(open_store, CATALOGUE).execute(Bump("a", 2), call("r1"))
    assert outcome == Success(Count(2))
    (held,) = open_store.lookup(COUNTERS, NAME, "a")
    assert (held.value.count, held.value.events) == (2, ())
    assert [record.business_date for record in open_store.events()] == [DAY]


def test_a_request_sent_again_answers_the_same_and_does_nothing(open_store: Store) -> None:
    bus = LocalBus(open_store, CATALOGUE)
    first = bus.execute(Bump("a"), call("r1"))
    bus.execute(Bump("a"), call("r2"))
    assert bus.execute(Bump("a"), call("r1")) == first == Success(Count(1))
    (held,) = open_store.lookup(COUNTERS, NAME, "a")
    assert held.value.count == 2


def test_a_request_id_used_for_something_else_is_refused(open_store: Store) -> None:
    bus = LocalBus(open_store, CATALOGUE)
    bus.execute(Bump("a"), call("r1"))
    assert bus.execute(Bump("a", 5), call("r1")) == Failure(RequestIdReused("r1"))


def test_a_conflict_runs_the_use_case_again(open_store: Store) -> None:
    LocalBus(open_store, CATALOGUE).execute(Bump("a"), call("r1"))
    (held,) = open_store.lookup(COUNTERS, NAME, "a")
    other = changes("other", write(COUNTERS, attrs.evolve(held.value, count=10), held.version))
    seen: list[Attempt] = []
    meddled: Store = Meddled(open_store, other)  # type: ignore[assignment]
    assert LocalBus(meddled, CATALOGUE, seen.append).execute(Bump("a"), call("r2")) == Success(Count(11))
    assert [attempt.ended for attempt in seen] == ["conflict", "done"]


def test_what_is_relied_on_and_saved_as_it_was_is_still_relied_on(open_store: Store) -> None:
    counters = (Counter(id="from", count=1), Counter(id="to"))
    open_store.commit(changes("made", *(write(COUNTERS, counter) for counter in counters)))
    other = changes("other", write(COUNTERS, Counter(id="from", count=10), 1))
    meddled: Store = Meddled(open_store, other)  # type: ignore[assignment]
    assert LocalBus(meddled, CATALOGUE).execute(Copy("from", "to"), call("r1")) == Success(Count(10))
    source, target = (open_store.load(COUNTERS, identity) for identity in ("from", "to"))
    assert source is not None
    assert target is not None
    assert (target.value.count, source.version) == (10, 2), "the source was read again, and not written"


def test_a_day_that_moved_meanwhile_dates_the_event_and_the_value_date_stays(open_store: Store) -> None:
    switch = changes("switch", write(DAYS, OpenDay(DAY + timedelta(days=1)), 1))
    meddled: Store = Meddled(open_store, switch)  # type: ignore[assignment]
    assert LocalBus(meddled, CATALOGUE).execute(Bump("a"), call("r1")) == Success(Count(1))
    assert [record.business_date for record in open_store.events()] == [DAY + timedelta(days=1)]


def test_many_threads_lose_nothing(open_again: OpenAgain, open_store: Store) -> None:
    bus = LocalBus(open_store, CATALOGUE)
    bus.execute(Bump("a", 0), call("r0"))
    done: list[bool] = []

    def ask(number: int) -> None:
        own = LocalBus(open_again(), CATALOGUE)
        for request in (call(f"r-{number}-{turn}") for turn in range(5)):
            # Whom the others kept from the row eight times over may ask again, as the same request.
            while True:
                with suppress(Contention):
                    done.append(isinstance(own.execute(Bump("a"), request), Success))
                    break

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (held,) = open_store.lookup(COUNTERS, NAME, "a")
    assert held.value.count == sum(done) == 15


def test_without_the_version_check_updates_do_get_lost() -> None:
    """The deliberate fault does what it is for."""
    faulty = MemoryStore(check_versions=False)
    faulty.commit(changes("start", write(DAYS, OpenDay(DAY))))
    LocalBus(faulty, CATALOGUE).execute(Bump("a"), call("r1"))
    (held,) = faulty.lookup(COUNTERS, NAME, "a")
    other = changes("other", write(COUNTERS, attrs.evolve(held.value, count=10), held.version))
    meddled: Store = Meddled(faulty, other)  # type: ignore[assignment]
    assert LocalBus(meddled, CATALOGUE).execute(Bump("a"), call("r2")) == Success(Count(2))
    assert faulty.receipt(RequestId("other")) is not None
