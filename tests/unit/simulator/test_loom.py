"""Strands wait on simulated time, and nothing else moves it."""

from datetime import UTC, datetime, timedelta

import pytest

from lending_simulator.loom import Loom

START = datetime(2025, 9, 15, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_strands_interleave_where_they_wait() -> None:
    loom, told = Loom(START), []

    def speak(name: str, every: int) -> None:
        for _ in range(3):
            loom.sleep(SECOND * every)
            told.append((name, (loom.now - START) // SECOND))

    strands = [loom.spawn("a", lambda: speak("a", 2)), loom.spawn("b", lambda: speak("b", 3))]
    whole = loom.spawn("whole", lambda: loom.join(strands))
    loom.run_until(whole.done)
    # Of two things at one instant, that which was asked for first happens first.
    assert told == [("a", 2), ("b", 3), ("a", 4), ("b", 6), ("a", 6), ("b", 9)]


def test_an_uncaught_exception_ends_its_strand_and_is_told() -> None:
    crashes: list[tuple[str, str]] = []
    loom = Loom(START, lambda name, error: crashes.append((name, str(error))))

    def fail() -> None:
        raise RuntimeError("no")

    failing = loom.spawn("weak", fail)
    loom.run_until(failing.done)
    assert crashes == [("weak", "no")]


def test_a_strand_waits_for_an_event_no_longer_than_it_likes() -> None:
    loom, told = Loom(START), []
    event = loom.env.event()

    def wait() -> None:
        told.append(loom.wait_at_most(event, SECOND))
        told.append(loom.wait_at_most(event, SECOND * 5))
        told.append(loom.now)

    def happen() -> None:
        event.succeed("news")

    waiting = loom.spawn("waiting", wait)
    loom.spawn("happening", happen, START + SECOND * 3)
    loom.run_until(waiting.done)
    assert told == [False, True, START + SECOND * 3]


def test_a_run_can_be_stopped_and_those_who_wait_are_let_go() -> None:
    loom, ended = Loom(START), []

    def endless() -> None:
        try:
            while True:
                loom.sleep(SECOND)
        finally:
            ended.append(loom.now)

    strand = loom.spawn("endless", endless)
    loom.spawn("stop", loom.stop, START + SECOND * 10)
    loom.run_until(strand.done)
    loom.close()
    assert loom.stopped
    assert ended == [START + SECOND * 10]


def test_only_a_strand_may_wait() -> None:
    with pytest.raises(AssertionError, match="spawn"):
        Loom(START).sleep(SECOND)
