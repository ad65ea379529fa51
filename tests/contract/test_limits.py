"""Limits: what many draw on at once never goes over its total, on every store."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lending.application.limits import Draw, Limit, LimitExhausted, LimitSetting
from lending.application.store import Store, VersionConflict
from tests.contract.conftest import OpenAgain
from tests.contract.sample import COUNTERS, Counter, changes, write
from tests.contract.test_concurrency import at_once

QUOTA = "funder/total"


def made(store: Store, total: int, buckets: int = 1) -> None:
    store.commit(changes("made", limits=(LimitSetting(QUOTA, total, buckets=buckets),)))


def draw(store: Store, request: str, *, occupied: int = 0, used: int = 0, holder: str = "order") -> None:
    """One draw, again where another commit came first."""
    while True:
        try:
            store.commit(changes(request, draws=(Draw(QUOTA, holder, occupied, used),)))
        except VersionConflict:
            assert store.receipt(changes(request).receipt.request_id) is None, f"{request} was made before"
        else:
            return


def standing(store: Store) -> tuple[int, int, int]:
    limit = store.limit(QUOTA)
    assert limit is not None
    return limit.total, limit.occupied, limit.used


def test_a_limit_never_set_is_none_and_has_no_room(store: Store) -> None:
    assert store.limit(QUOTA) is None
    with pytest.raises(LimitExhausted):
        draw(store, "r1", occupied=1)


def test_what_is_occupied_is_confirmed_or_released(store: Store) -> None:
    made(store, 100)
    draw(store, "r1", occupied=60)
    assert store.limit(QUOTA) == Limit(QUOTA, 100, 60, 0, is_open=True)
    draw(store, "r2", occupied=-60, used=60)
    assert standing(store) == (100, 0, 60)
    draw(store, "r3", used=-60)
    assert standing(store) == (100, 0, 0)


def test_a_draw_without_room_undoes_the_whole_commit(store: Store) -> None:
    made(store, 100)
    draw(store, "r1", occupied=60)
    with pytest.raises(LimitExhausted) as refused:
        store.commit(changes("r2", write(COUNTERS, Counter(id="c1")), events=1, draws=(Draw(QUOTA, "other", 41, 0),)))
    assert refused.value.key == QUOTA
    assert standing(store) == (100, 60, 0)
    assert store.load(COUNTERS, "c1") is None
    assert store.receipt(changes("r2").receipt.request_id) is None
    assert list(store.events()) == []


def test_a_closed_limit_has_no_room_but_takes_back(store: Store) -> None:
    made(store, 100)
    draw(store, "r1", occupied=60)
    store.commit(changes("r2", limits=(LimitSetting(QUOTA, 100, is_open=False),)))
    with pytest.raises(LimitExhausted):
        draw(store, "r3", occupied=1, holder="other")
    draw(store, "r4", occupied=-60)
    assert standing(store) == (100, 0, 0)


def test_a_total_lowered_below_what_is_drawn_leaves_nothing_free_until_enough_is_given_back(store: Store) -> None:
    made(store, 100)
    draw(store, "r1", occupied=60)
    store.commit(changes("r2", limits=(LimitSetting(QUOTA, 50),)))
    limit = store.limit(QUOTA)
    assert limit is not None
    assert limit.is_over
    assert limit.free == 0
    draw(store, "r3", occupied=-20)
    with pytest.raises(LimitExhausted):
        draw(store, "r4", occupied=11, holder="other")
    draw(store, "r5", occupied=10, holder="other")
    assert standing(store) == (50, 50, 0)


def test_what_cannot_be_refused_puts_a_limit_over_its_total(store: Store) -> None:
    made(store, 100)
    draw(store, "r1", occupied=100)
    store.commit(changes("r2", draws=(Draw(QUOTA, "reversal", 0, 30, forced=True),)))
    limit = store.limit(QUOTA)
    assert limit == Limit(QUOTA, 100, 100, 30, is_open=True)
    assert limit.is_over
    assert limit.free == 0
    draw(store, "r3", occupied=-100)
    draw(store, "r4", occupied=70)
    assert standing(store) == (100, 70, 30)


def test_a_limit_made_and_drawn_on_in_one_commit(store: Store) -> None:
    day = (LimitSetting(QUOTA, 100),)
    store.commit(changes("r1", limits=day, draws=(Draw(QUOTA, "order", 100, 0),)))
    assert standing(store) == (100, 100, 0)
    with pytest.raises(LimitExhausted):
        store.commit(changes("r2", limits=day, draws=(Draw(QUOTA, "other", 1, 0),)))


@pytest.mark.parametrize("buckets", [1, 8])
def test_of_two_hundred_draws_of_a_thousand_on_fifty_thousand_exactly_fifty_succeed(
    open_again: OpenAgain, buckets: int
) -> None:
    made(open_again(), 50_000, buckets)
    shared = [open_again() for _ in range(4)]

    def take(number: int, _store: Store) -> bool:
        try:
            draw(shared[number % 4], f"r-{number}", occupied=1000, holder=f"order-{number}")
        except LimitExhausted:
            return False
        return True

    answers = at_once(lambda: shared[0], take, threads=200)
    assert answers.count(True) == 50
    assert standing(shared[0]) == (50_000, 50_000, 0)


@pytest.mark.parametrize("buckets", [1, 8])
def test_a_limit_that_everybody_makes_at_once_is_not_oversold(open_again: OpenAgain, buckets: int) -> None:
    """Who saw no limit sets it, however late it comes: what others drew of it by then stays drawn."""
    shared = [open_again() for _ in range(4)]

    def make_and_take(number: int, _store: Store) -> bool:
        setting, wanted = LimitSetting(QUOTA, 50_000, buckets=buckets), Draw(QUOTA, f"order-{number}", 1000, 0)
        for _ in range(8):
            try:
                shared[number % 4].commit(changes(f"r-{number}", limits=(setting,), draws=(wanted,)))
            except VersionConflict:
                continue
            except LimitExhausted:
                return False
            return True
        raise AssertionError("a maker of the limit gets through")

    answers = at_once(lambda: shared[0], make_and_take, threads=120)
    assert answers.count(True) == 50
    assert standing(shared[0]) == (50_000, 50_000, 0)


RUNS = count()
TOTALS = st.tuples(st.none(), st.integers(0, 200))
DRAWS = st.tuples(st.integers(0, 5), st.integers(-30, 60))
MOVES = st.lists(DRAWS | TOTALS, max_size=30)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(moves=MOVES, buckets=st.sampled_from([1, 3]))
def test_every_store_grants_and_refuses_the_same_draws_whatever_the_total_is_set_to(
    all_stores: list[Store], moves: list[tuple[int | None, int]], buckets: int
) -> None:
    run = f"run-{next(RUNS)}"
    key = f"limit/{run}"
    held: dict[int, int] = {}
    total = 100
    for store in all_stores:
        store.commit(changes(f"{run}-set", limits=(LimitSetting(key, total, buckets=buckets),)))
    for number, (holder, amount) in enumerate(moves):
        if holder is None:
            total = amount
            for store in all_stores:
                store.commit(changes(f"{run}-{number}", limits=(LimitSetting(key, total),)))
            continue
        change = max(amount, -held.get(holder, 0))
        fits = change <= 0 or sum(held.values()) + change <= total
        for store in all_stores:
            granted = _granted(store, f"{run}-{number}", Draw(key, f"holder-{holder}", change, 0))
            assert granted == fits
        if fits:
            held[holder] = held.get(holder, 0) + change
    for store in all_stores:
        assert store.limit(key) == Limit(key, total, sum(held.values()), 0, is_open=True)


def _granted(store: Store, request: str, wanted: Draw) -> bool:
    for _ in range(5):
        try:
            store.commit(changes(request, draws=(wanted,)))
        except VersionConflict:
            continue
        except LimitExhausted:
            return False
        return True
    raise AssertionError("room was made and not found")
