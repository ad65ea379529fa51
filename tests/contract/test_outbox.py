"""The outbox of every store: due, claimed, finished, put off."""

import threading
from datetime import timedelta

from lending.application.store import OutboxEntry, Store
from lending.kernel.money import Money
from tests.contract.conftest import OpenAgain
from tests.contract.sample import NOW, Reminder, changes, entry

LEASE = timedelta(minutes=2)
SECOND = timedelta(seconds=1)


def committed(store: Store, *entries: OutboxEntry) -> None:
    store.commit(changes("r-outbox", outbox=entries))


def test_entries_are_offered_when_due_oldest_first(store: Store) -> None:
    late, early, future = entry("late", after=-SECOND), entry("early", after=-2 * SECOND), entry("future", after=SECOND)
    committed(store, future, late, early)
    claimed = store.claim(NOW, 10, LEASE)
    assert [found.id for found in claimed] == [early.id, late.id]
    assert [found.claims for found in claimed] == [1, 1]


def test_an_entry_comes_back_as_it_was_put_in(store: Store) -> None:
    put = entry("r1", content=Reminder("13800138000", Money(5)))
    committed(store, put)
    (claimed,) = store.claim(NOW, 1, LEASE)
    assert (claimed.id, claimed.content, claimed.correlation) == (put.id, put.content, put.correlation)
    assert claimed.due_at.isoformat() == put.due_at.isoformat()


def test_a_claim_takes_no_more_than_its_limit(store: Store) -> None:
    committed(store, *(entry("r1", ordinal) for ordinal in range(5)))
    assert [len(store.claim(NOW, 2, LEASE)) for _ in range(4)] == [2, 2, 1, 0]


def test_a_claimed_entry_is_offered_again_when_its_lease_is_over(store: Store) -> None:
    committed(store, entry("r1"))
    store.claim(NOW, 1, LEASE)
    assert store.claim(NOW + LEASE - SECOND, 1, LEASE) == ()
    (again,) = store.claim(NOW + LEASE, 1, LEASE)
    assert again.claims == 2


def test_a_finished_entry_is_forgotten(store: Store) -> None:
    committed(store, entry("r1"))
    (claimed,) = store.claim(NOW, 1, LEASE)
    store.finish(claimed)
    store.finish(claimed)
    assert store.claim(NOW + 2 * LEASE, 1, LEASE) == ()
    assert store.next_due() is None


def test_a_postponed_entry_is_offered_as_if_never_claimed(store: Store) -> None:
    put = entry("r1")
    committed(store, put)
    (claimed,) = store.claim(NOW, 1, LEASE)
    store.postpone(claimed, NOW + 5 * SECOND)
    assert store.claim(NOW + 4 * SECOND, 1, LEASE) == ()
    (again,) = store.claim(NOW + 5 * SECOND, 1, LEASE)
    assert (again.claims, again.delays, again.due_at) == (1, 1, put.due_at)


def test_postponing_undoes_this_claim_only_for_an_earlier_worker_may_have_delivered(store: Store) -> None:
    committed(store, entry("r1"))
    store.claim(NOW, 1, LEASE)
    (second,) = store.claim(NOW + LEASE, 1, LEASE)
    store.postpone(second, NOW + LEASE)
    (third,) = store.claim(NOW + LEASE, 1, LEASE)
    assert third.claims == 2


def test_a_worker_that_lost_its_lease_does_not_postpone_for_the_next(store: Store) -> None:
    committed(store, entry("r1"))
    (first,) = store.claim(NOW, 1, LEASE)
    (second,) = store.claim(NOW + LEASE, 1, LEASE)
    store.postpone(first, NOW)
    assert store.claim(NOW + LEASE, 1, LEASE) == ()
    store.finish(second)
    assert store.next_due() is None


def test_next_due_is_when_the_first_is_offered(store: Store) -> None:
    committed(store, entry("r1", after=SECOND), entry("r2", after=2 * SECOND))
    assert store.next_due() == NOW + SECOND
    (claimed,) = store.claim(NOW + SECOND, 1, LEASE)
    assert store.next_due() == NOW + 2 * SECOND
    store.finish(claimed)
    (claimed,) = store.claim(NOW + 2 * SECOND, 1, LEASE)
    assert store.next_due() == NOW + 2 * SECOND + LEASE
    store.postpone(claimed, NOW + 3 * SECOND)
    assert store.next_due() == NOW + 3 * SECOND


def test_claimants_never_share(open_again: OpenAgain) -> None:
    committed(open_again(), *(entry("r1", ordinal) for ordinal in range(120)))
    claimed: list[list[OutboxEntry]] = [[] for _ in range(4)]
    start = threading.Barrier(4)

    def claim_all(worker: int) -> None:
        store = open_again()
        start.wait()
        while found := store.claim(NOW, 7, LEASE):
            claimed[worker] += found

    workers = [threading.Thread(target=claim_all, args=(worker,)) for worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    ids = [found.id for share in claimed for found in share]
    assert len(ids) == len(set(ids)) == 120
