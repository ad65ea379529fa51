"""The circuit breaker of a channel: opened by bad answers, closed by a probe."""

from datetime import timedelta

import hypothesis.strategies as st
from hypothesis import given

from lending.operations.health import BAD_MAX, COOL_MAX, COOL_MIN, PROBE_MAX, WINDOW, Breaker, VendorHealth
from tests.support.samples import AT

SECOND = timedelta(seconds=1)
SOUND = VendorHealth(vendor="MAIN")


def opened() -> VendorHealth:
    held = SOUND
    for number in range(BAD_MAX):
        held = held.heard(f"pay-{number}", AT, good=False)
    return held


def test_bad_answers_in_a_row_open_it_for_a_minute() -> None:
    assert opened().state(AT) is Breaker.OPEN
    assert opened().state(AT + COOL_MIN - SECOND) is Breaker.OPEN
    assert opened().state(AT + COOL_MIN) is Breaker.HALF_OPEN


def test_a_good_answer_among_them_or_time_between_them_keeps_it_closed() -> None:
    held = SOUND
    for number in range(3 * BAD_MAX):
        held = held.heard("pay", AT, good=number % BAD_MAX == BAD_MAX - 1)
        assert held.state(AT) is Breaker.CLOSED
    slow = SOUND
    for number in range(3 * BAD_MAX):
        at = AT + number * WINDOW / (BAD_MAX - 1)
        slow = slow.heard("pay", at, good=False)
        assert slow.state(at) is Breaker.CLOSED


def test_in_good_times_nothing_is_written() -> None:
    assert SOUND.heard("pay", AT, good=True) is SOUND


def test_one_probe_is_let_through_and_its_answer_decides() -> None:
    ready = AT + COOL_MIN
    probing = opened().probing("probe", ready)
    assert probing.state(ready) is Breaker.OPEN, "no second order beside the probe"
    assert probing.heard("other", ready, good=True) is probing
    assert probing.heard("probe", ready, good=True) == SOUND
    worse = probing.heard("probe", ready, good=False)
    assert worse.state(ready + 2 * COOL_MIN - SECOND) is Breaker.OPEN, "open for twice as long"
    assert worse.state(ready + 2 * COOL_MIN) is Breaker.HALF_OPEN


def test_a_probe_that_nobody_answers_gives_way_to_another() -> None:
    ready = AT + COOL_MIN
    probing = opened().probing("probe", ready)
    assert probing.state(ready + PROBE_MAX - SECOND) is Breaker.OPEN
    assert probing.state(ready + PROBE_MAX) is Breaker.HALF_OPEN


def test_it_never_stays_open_longer_than_the_most() -> None:
    held, at = opened(), AT
    for number in range(20):
        assert held.open_until is not None
        assert held.open_until - at <= COOL_MAX
        at = held.open_until
        held = held.probing(f"probe-{number}", at).heard(f"probe-{number}", at, good=False)


@given(answers=st.lists(st.tuples(st.booleans(), st.integers(0, 900)), max_size=60))
def test_it_opens_exactly_when_the_window_holds_enough_bad_answers_and_none_good(
    answers: list[tuple[bool, int]],
) -> None:
    """Against the definition, counted from the whole history."""
    held, at = SOUND, AT
    run: list[int] = []
    now = 0
    for good, pause in answers:
        now += pause
        at = AT + timedelta(seconds=now)
        run = [] if good else [*run, now]
        held = held.heard("pay", at, good=good)
        recent = [instant for instant in run if now - instant < WINDOW.total_seconds()]
        assert (held.state(at) is Breaker.OPEN) == (len(recent) >= BAD_MAX)
        if len(recent) >= BAD_MAX:
            break
