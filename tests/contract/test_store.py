"""What every store promises: memory, SQLite and PostgreSQL alike."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from lending.application.store import Changes, KeyTaken, Store, VersionConflict
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from tests.contract.sample import (
    CITIZENS,
    COUNTERS,
    DAY,
    DAYS,
    GROUP,
    NAME,
    NOTES,
    NOW,
    NUMBER,
    Citizen,
    Counter,
    Note,
    OpenDay,
    changes,
    entry,
    write,
)


def nothing_of(store: Store, refused: Changes) -> bool:
    """Whether the store shows no trace of changes that it refused."""
    request_id = refused.receipt.request_id
    return (
        store.receipt(request_id) is None
        and all(record.causation != request_id for record in store.events())
        and all(held.correlation != request_id for held in store.claim(NOW, 99, timedelta(0)))
    )


def test_an_aggregate_is_read_as_it_was_written(store: Store) -> None:
    counter = Counter(id="c1", count=7, name="seven 七", group="g", balance=Money(110_016))
    store.commit(changes("r1", write(COUNTERS, counter)))
    loaded = store.load(COUNTERS, "c1")
    assert loaded is not None
    assert (loaded.value, loaded.version) == (counter, 1)


def test_what_is_not_there_is_none(store: Store) -> None:
    assert store.load(COUNTERS, "c1") is None
    assert store.lookup(COUNTERS, NAME, "nobody") == ()
    assert store.receipt(RequestId("r1")) is None
    assert store.next_due() is None
    assert list(store.events()) == []


def test_every_write_raises_the_version(store: Store) -> None:
    for version in range(3):
        store.commit(changes(f"r{version}", write(COUNTERS, Counter(id="c1", count=version), version)))
    loaded = store.load(COUNTERS, "c1")
    assert loaded is not None
    assert (loaded.version, loaded.value.count) == (3, 2)


@pytest.mark.parametrize("expected", [0, 2])
def test_a_write_upon_another_version_is_refused(store: Store, expected: int) -> None:
    store.commit(changes("r1", write(COUNTERS, Counter(id="c1", count=1))))
    refused = changes("r2", write(COUNTERS, Counter(id="c1", count=9), expected), events=2, outbox=(entry("r2"),))
    with pytest.raises(VersionConflict):
        store.commit(refused)
    loaded = store.load(COUNTERS, "c1")
    assert loaded is not None
    assert (loaded.version, loaded.value.count) == (1, 1)
    assert nothing_of(store, refused)


def test_a_write_upon_an_aggregate_that_is_gone_or_never_was_is_refused(store: Store) -> None:
    with pytest.raises(VersionConflict):
        store.commit(changes("r1", write(COUNTERS, Counter(id="c1"), 1)))


def test_a_unique_key_has_one_holder(store: Store) -> None:
    store.commit(changes("r1", write(COUNTERS, Counter(id="c1", name="vin"))))
    refused = changes("r2", write(COUNTERS, Counter(id="c2", name="vin")), events=1, outbox=(entry("r2"),))
    with pytest.raises(KeyTaken) as taken:
        store.commit(refused)
    assert (taken.value.kind, taken.value.key) == ("counter", "name")
    assert store.load(COUNTERS, "c2") is None
    assert nothing_of(store, refused)


def test_a_unique_key_is_enforced_on_updates(store: Store) -> None:
    store.commit(changes("r1", write(COUNTERS, Counter(id="c1", name="a")), write(COUNTERS, Counter(id="c2"))))
    with pytest.raises(KeyTaken):
        store.commit(changes("r2", write(COUNTERS, Counter(id="c2", name="a"), 1)))


def test_a_key_of_none_frees_it(store: Store) -> None:
    store.commit(changes("r1", write(COUNTERS, Counter(id="c1", name="vin"))))
    store.commit(changes("r2", write(COUNTERS, Counter(id="c1", name=None), 1)))
    store.commit(changes("r3", write(COUNTERS, Counter(id="c2", name="vin"))))
    store.commit(changes("r4", write(COUNTERS, Counter(id="c3", name=None))))
    assert [found.value.id for found in store.lookup(COUNTERS, NAME, "vin")] == ["c2"]


@pytest.mark.parametrize(("giver", "taker"), [("c1", "c2"), ("c2", "c1")])
def test_one_commit_may_move_a_unique_key(store: Store, giver: str, taker: str) -> None:
    store.commit(changes("r1", write(COUNTERS, Counter(id=giver, name="vin")), write(COUNTERS, Counter(id=taker))))
    moved = (write(COUNTERS, Counter(id=giver), 1), write(COUNTERS, Counter(id=taker, name="vin"), 1))
    store.commit(changes("r2", *moved))
    assert [found.value.id for found in store.lookup(COUNTERS, NAME, "vin")] == [taker]


def test_two_aggregates_may_change_their_unique_keys_over(store: Store) -> None:
    named = [Counter(id="c1", name="a"), Counter(id="c2", name="b")]
    store.commit(changes("r1", *(write(COUNTERS, counter) for counter in named)))
    crossed = [attrs.evolve(named[0], name="b"), attrs.evolve(named[1], name="a")]
    store.commit(changes("r2", *(write(COUNTERS, counter, 1) for counter in crossed)))
    assert [found.value.id for found in store.lookup(COUNTERS, NAME, "a")] == ["c2"]


def test_one_commit_may_not_give_a_unique_key_twice(store: Store) -> None:
    with pytest.raises(KeyTaken):
        store.commit(changes("r1", *(write(COUNTERS, Counter(id=name, name="vin")) for name in ("c1", "c2"))))
    assert store.load(COUNTERS, "c1") is None


def test_a_commit_relies_on_what_it_read(store: Store) -> None:
    store.commit(changes("r1", write(DAYS, OpenDay(DAY))))
    store.commit(changes("r2", write(COUNTERS, Counter(id="c1")), relied_on=((DAYS, "day", 1),)))
    store.commit(changes("r3", write(DAYS, OpenDay(DAY + timedelta(days=1)), 1)))
    refused = changes("r4", write(COUNTERS, Counter(id="c2")), relied_on=((DAYS, "day", 1),), events=1)
    with pytest.raises(VersionConflict):
        store.commit(refused)
    assert store.load(COUNTERS, "c2") is None
    assert nothing_of(store, refused)


def test_a_receipt_is_kept_once(store: Store) -> None:
    first = changes("r1", write(COUNTERS, Counter(id="c1")))
    store.commit(first)
    with pytest.raises(VersionConflict):
        store.commit(changes("r1", write(COUNTERS, Counter(id="c2"))))
    assert store.receipt(RequestId("r1")) == first.receipt
    assert store.load(COUNTERS, "c2") is None


def test_lookup_finds_all_in_order_of_ids(store: Store) -> None:
    ids = ["c10", "c2", "cB", "ca", "c_", "c车"]
    store.commit(changes("r1", *(write(COUNTERS, Counter(id=name, group="g")) for name in ids)))
    store.commit(changes("r2", write(COUNTERS, Counter(id="c2", group="other"), 1)))
    found = store.lookup(COUNTERS, GROUP, "g")
    assert [stored.value.id for stored in found] == sorted(set(ids) - {"c2"})
    assert {stored.version for stored in found} == {1}


@pytest.mark.parametrize("key", [None, GROUP])
def test_pages_cover_everything_once_in_order(store: Store, key: Any) -> None:
    ids = [f"c{number:02}" for number in range(7)]
    store.commit(changes("r1", *(write(COUNTERS, Counter(id=name, group="g")) for name in reversed(ids))))
    seen: list[str] = []
    while page := store.page(COUNTERS, key, "g", seen[-1] if seen else "", 3):
        seen += [counter.id for counter in page]
    assert seen == ids


def test_a_page_of_a_key_holds_only_its_own(store: Store) -> None:
    values = (Counter(id="c1", group="g"), Counter(id="c2", group="h"), Counter(id="c3", group="g"))
    store.commit(changes("r1", *(write(COUNTERS, value) for value in values)))
    assert [counter.id for counter in store.page(COUNTERS, GROUP, "g", "", 9)] == ["c1", "c3"]


def test_append_only_aggregates_are_inserted_and_never_changed(store: Store) -> None:
    store.commit(changes("r1", write(NOTES, Note("n1", "as it was"))))
    with pytest.raises(AssertionError):
        store.commit(changes("r2", write(NOTES, Note("n1", "another"), 1)))
    with pytest.raises(VersionConflict):
        store.commit(changes("r3", write(NOTES, Note("n1", "another"))))
    loaded = store.load(NOTES, "n1")
    assert loaded is not None
    assert loaded.value.text == "as it was"


def test_people_are_found_by_a_secret_key(store: Store) -> None:
    citizen = Citizen(id="p1", identity_number="11010519491231002X", address="朝阳区")
    store.commit(changes("r1", write(CITIZENS, citizen)))
    (found,) = store.lookup(CITIZENS, NUMBER, "11010519491231002X")
    assert found.value == citizen
    with pytest.raises(KeyTaken):
        store.commit(changes("r2", write(CITIZENS, attrs.evolve(citizen, id="p2"))))


def test_events_come_in_the_order_of_history(store: Store) -> None:
    store.commit(changes("rb", events=2, at=NOW))
    store.commit(changes("ra", events=12, at=NOW))
    store.commit(changes("rc", events=1, at=NOW - timedelta(microseconds=1)))
    places = [(record.causation.value, record.ordinal) for record in store.events()]
    assert places == [("rc", 0), *(("ra", ordinal) for ordinal in range(12)), ("rb", 0), ("rb", 1)]


def test_events_are_read_as_they_were_written(store: Store) -> None:
    written = changes("r1", events=3)
    store.commit(written)
    read = tuple(store.events())
    assert read == written.events
    assert [record.recorded_at.isoformat() for record in read] == [NOW.isoformat()] * 3


def test_events_from_a_day_on(store: Store) -> None:
    for day in (4, 5, 6):
        store.commit(changes(f"r{day}", events=1, day=date(2024, 1, day)))
    assert [record.causation.value for record in store.events(date(2024, 1, 5))] == ["r5", "r6"]


def test_a_long_history_is_read_whole(store: Store) -> None:
    for number in range(3):
        store.commit(changes(f"r{number}", events=900))
    assert len({record.id for record in store.events()}) == 2700


@pytest.mark.parametrize(
    "broken",
    [
        lambda: changes("r9", write(COUNTERS, Counter(id="c1")), write(COUNTERS, Counter(id="c2"), 5)),
        lambda: changes("r9", write(COUNTERS, Counter(id="c2")), write(COUNTERS, Counter(id="c3", name="held"))),
        lambda: changes("r9", write(COUNTERS, Counter(id="c2")), relied_on=((DAYS, "day", 4),)),
        lambda: changes("r0", write(COUNTERS, Counter(id="c2"))),
    ],
    ids=["a version", "a key", "what it relied on", "the request id"],
)
def test_all_or_nothing(store: Store, broken: Callable[[], Changes]) -> None:
    store.commit(changes("r0", write(COUNTERS, Counter(id="c0", name="held"))))
    refused = attrs.evolve(broken(), outbox=(entry("r9"),))
    with pytest.raises((VersionConflict, KeyTaken)):
        store.commit(refused)
    assert [counter.id for counter in store.page(COUNTERS, None, "", "", 9)] == ["c0"]
    assert store.next_due() is None
