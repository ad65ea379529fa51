"""Sixteen clients posting to one hot account on PostgreSQL: buffered, beside locking the row of its balance."""

import itertools
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from lending.accounting.booking import BookingMode, BookingModes, BookingRule
from lending.accounting.journal import OWN, JournalLine, Side, Voucher, VoucherId
from lending.accounting.ports import BOOKING_MODES, VOUCHERS
from lending.application.store import Changes, StoredReceipt, Write
from lending.kernel.ids import RequestId
from lending.kernel.money import CNY
from lending.operations.commands import DayOpened
from lending.registry import KINDS
from lending_adapters.codec import Codec
from lending_adapters.codec.registered import registered_types
from lending_adapters.privacy import Keyring
from lending_adapters.sql import SqlStore, make_engine, upgrade
from tests.benchmarks.figure import Figure
from tests.benchmarks.timing import seconds_of
from tests.support.postgres import PostgresServer

CLIENTS = 16
VOUCHERS_EACH = 100
BATCH = 50
ROUNDS = 3
HOT, OTHER = "1012.01", "2241.02"
BUFFERED_DAY, LOCKED_DAY = date(2024, 1, 5), date(2024, 1, 6)
"""The hot account is buffered on the first day, and in the mode REAL_TIME on the second."""

NUMBERS = itertools.count()


def changes_of(*writes: Write[Any]) -> Changes:
    """A commit of a request of its own."""
    request = RequestId(f"post-{next(NUMBERS)}")
    receipt = StoredReceipt(request, "StartBusiness", request.value, DayOpened(BUFFERED_DAY))
    return Changes(writes=writes, relied_on=(), events=(), outbox=(), receipt=receipt)


def voucher(day: date) -> Voucher:
    """One cent into the hot account, from another account for each."""
    number = next(NUMBERS)
    request = RequestId(f"voucher-{number}")
    return Voucher(
        id=VoucherId.make(request, 0),
        book=OWN,
        business_date=day,
        value_date=day,
        event="REPAID",
        source=request.value,
        currency=CNY,
        lines=(JournalLine(HOT, Side.DEBIT, 1, ""), JournalLine(OTHER, Side.CREDIT, 1, f"customer-{number}")),
    )


def post(store: SqlStore, day: date, batch: int) -> None:
    """Every client posts its vouchers, so many a commit; a failure of one is a failure of all."""
    failures: list[BaseException] = []

    def client() -> None:
        try:
            for _commit in range(VOUCHERS_EACH // batch):
                store.commit(changes_of(*(Write(VOUCHERS, voucher(day), 0) for _each in range(batch))))
        except BaseException as failure:  # noqa: BLE001 - told to whoever waits for the clients
            failures.append(failure)

    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    if failures:
        raise failures[0]


def check(store: SqlStore) -> None:
    """Nothing is lost: what both days hold is what was posted, and the row is the sum of its lines."""
    posted = CLIENTS * VOUCHERS_EACH * ROUNDS
    for day, times in ((BUFFERED_DAY, 2), (LOCKED_DAY, 1)):
        moved = store.movements(OWN, day - timedelta(days=1), day)
        found = next(row.signed for row in moved if row.account == HOT)
        if found != times * posted:
            raise AssertionError(f"{found} of {times * posted} cents on {day}")
    if store.moved_today(OWN, HOT, "", "CNY", LOCKED_DAY) != posted:
        raise AssertionError("the row of the balance is not the sum of its lines")


def bench_posting() -> Iterator[Figure]:
    """Vouchers a second with durable commits, all contenders in turn over one database."""
    with PostgresServer(settings={"fsync": "on", "synchronous_commit": "on"}) as server:
        engine = make_engine(server.create_database(), CLIENTS)
        upgrade(engine)
        store = SqlStore(engine, KINDS, Codec(registered_types()), Keyring.generate())
        locked = BookingModes(LOCKED_DAY, (BookingRule(HOT, BookingMode.REAL_TIME),))
        store.commit(changes_of(Write(BOOKING_MODES, locked, 0)))
        seconds = seconds_of(
            {
                "locked": lambda: post(store, LOCKED_DAY, 1),
                "single": lambda: post(store, BUFFERED_DAY, 1),
                "batched": lambda: post(store, BUFFERED_DAY, BATCH),
            },
            ROUNDS,
        )
        check(store)
        store.close()
    rate = {name: CLIENTS * VOUCHERS_EACH / spent for name, spent in seconds.items()}
    detail = f"{CLIENTS} clients, {VOUCHERS_EACH} vouchers each to one account, best of {ROUNDS}; PostgreSQL, fsync on"
    for name, batch in (("batched", BATCH), ("single", 1)):
        yield Figure(
            name=f"buffered posting to a hot account, {batch} a commit",
            value=rate[name],
            unit="vouchers/s",
            peer="locking its balance row, 1 a commit",
            peer_value=rate["locked"],
            detail=detail,
        )
