"""Real threads, each with connections of its own, against one store."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import attrs

from lending.application.store import KeyTaken, Store, VersionConflict
from lending.kernel.ids import RequestId
from tests.contract.conftest import OpenAgain
from tests.contract.sample import COUNTERS, DAY, DAYS, NAME, Counter, OpenDay, changes, write

THREADS = 8
ROUNDS = 12

T = TypeVar("T")


def at_once(open_again: OpenAgain, act: Callable[[int, Store], T], threads: int = THREADS) -> list[T]:
    """What each of the threads answers, all let go at one moment."""
    answers: list[T] = []
    failures: list[BaseException] = []
    start = threading.Barrier(threads)

    def run(number: int) -> None:
        store = open_again()
        start.wait()
        try:
            answers.append(act(number, store))
        except BaseException as failure:  # noqa: BLE001 - told to the test below
            failures.append(failure)

    running = [threading.Thread(target=run, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert failures == []
    return answers


def test_no_update_is_lost(open_again: OpenAgain) -> None:
    open_again().commit(changes("r0", write(COUNTERS, Counter(id="c1"))))

    def count_up(number: int, store: Store) -> int:
        conflicts = 0
        for done in range(ROUNDS):
            while True:
                held = store.load(COUNTERS, "c1")
                assert held is not None
                value = attrs.evolve(held.value, count=held.value.count + 1)
                try:
                    store.commit(changes(f"r-{number}-{done}", write(COUNTERS, value, held.version), events=1))
                    break
                except VersionConflict:
                    conflicts += 1
        return conflicts

    at_once(open_again, count_up)
    held = open_again().load(COUNTERS, "c1")
    assert held is not None
    assert (held.value.count, held.version) == (THREADS * ROUNDS, THREADS * ROUNDS + 1)
    assert len(list(open_again().events())) == THREADS * ROUNDS


def test_exactly_one_wins_a_unique_key(open_again: OpenAgain) -> None:
    def take(number: int, store: Store) -> list[str]:
        ended = []
        for contested in range(ROUNDS):
            counter = Counter(id=f"c{contested:02}-{number}", name=f"vin {contested}")
            try:
                store.commit(changes(f"r-{number}-{contested}", write(COUNTERS, counter)))
                ended.append("won")
            except KeyTaken:
                ended.append("taken")
        return ended

    answers = at_once(open_again, take)
    assert [sum(ended[contested] == "won" for ended in answers) for contested in range(ROUNDS)] == [1] * ROUNDS
    store = open_again()
    assert [len(store.lookup(COUNTERS, NAME, f"vin {contested}")) for contested in range(ROUNDS)] == [1] * ROUNDS


def test_a_request_sent_many_times_at_once_is_carried_out_once(open_again: OpenAgain) -> None:
    def ask(number: int, store: Store) -> str:
        try:
            store.commit(changes("the-request", write(COUNTERS, Counter(id=f"c{number}")), events=1))
        except VersionConflict:
            return "answered before"
        return "done"

    assert sorted(at_once(open_again, ask)) == ["answered before"] * (THREADS - 1) + ["done"]
    store = open_again()
    assert len(store.page(COUNTERS, None, "", "", 99)) == len(list(store.events())) == 1
    assert store.receipt(RequestId("the-request")) is not None


def test_nothing_is_dated_by_a_day_that_was_closed_before_it(open_again: OpenAgain) -> None:
    """What relies on the day either commits before the switch or is refused."""
    open_again().commit(changes("r0", write(DAYS, OpenDay(DAY))))

    def work_or_switch(number: int, store: Store) -> list[tuple[int, int]]:
        seen = []
        for turn in range(ROUNDS):
            held = store.load(DAYS, "day")
            assert held is not None
            try:
                if number == 0:
                    later = OpenDay(held.value.on + timedelta(days=1))
                    store.commit(changes(f"s-{turn}", write(DAYS, later, held.version)))
                else:
                    counter = Counter(id=f"c-{number}-{turn}", count=held.version, group=str(held.version))
                    relied_on = ((DAYS, "day", held.version),)
                    store.commit(changes(f"w-{number}-{turn}", write(COUNTERS, counter), relied_on=relied_on))
                    after = store.load(DAYS, "day")
                    assert after is not None
                    seen.append((held.version, after.version))
            except VersionConflict:
                pass
        return seen

    for seen in at_once(open_again, work_or_switch):
        assert all(before <= after for before, after in seen)


def test_commits_that_cross_do_not_stop_each_other(open_again: OpenAgain) -> None:
    """One writes A and relies on B, another writes B and relies on A: locks are taken in one order."""
    both = (Counter(id="a"), Counter(id="b"))
    open_again().commit(changes("r0", *(write(COUNTERS, counter) for counter in both)))

    def cross(number: int, store: Store) -> int:
        mine, other = ("a", "b") if number % 2 else ("b", "a")
        done = 0
        for turn in range(ROUNDS):
            written, relied = store.load(COUNTERS, mine), store.load(COUNTERS, other)
            assert written is not None
            assert relied is not None
            value = attrs.evolve(written.value, count=written.value.count + 1)
            try:
                store.commit(
                    changes(
                        f"r-{number}-{turn}",
                        write(COUNTERS, value, written.version),
                        relied_on=((COUNTERS, other, relied.version),),
                    )
                )
                done += 1
            except VersionConflict:
                pass
        return done

    total = sum(at_once(open_again, cross, 4))
    held = [open_again().load(COUNTERS, name) for name in "ab"]
    assert sum(stored.value.count for stored in held if stored is not None) == total > 0
