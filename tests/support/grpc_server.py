"""A platform with a book, behind a gRPC server on loopback."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import attrs

from lending.application.bus import Bus, LocalBus
from lending.application.call import Actor, Call, Role
from lending.application.store import Store
from lending.application.worker import Worker
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Success
from lending.operations.commands import StartBusiness
from lending.registry import CATALOGUE, KINDS, couriers
from lending_adapters.book import load_book
from lending_adapters.codec.registered import registered_types
from lending_adapters.grpc import RunningServer, TrustedMetadata, serve
from lending_adapters.instant import InstantVendors
from lending_adapters.privacy import Keyring
from lending_adapters.rules import ZenRules
from lending_adapters.stores import OpenStore, open_store
from lending_adapters.vendors import FakeBank, FakeCollectionChannel, FakeFunders, FakePayoutChannel

__all__ = ["DAY", "LOOPBACK", "OPERATOR", "Platform", "SetClock", "answering", "opened", "platform_on"]

DAY = date(2024, 1, 5)
TEN_O_CLOCK = datetime(2024, 1, 5, 2, tzinfo=UTC)
LOOPBACK = "127.0.0.1:0"
OPERATOR = Actor("operator", Role.OPERATIONS)
SYSTEM = Actor("starter", Role.SYSTEM)


@attrs.define
class SetClock:
    """A clock that stands where it is set."""

    at: datetime = TEN_O_CLOCK

    def now(self) -> datetime:
        """The instant it is set to."""
        return self.at

    def forward(self, span: timedelta) -> None:
        """Set it later."""
        self.at += span


@attrs.frozen
class Platform:
    """A bus over a store in which business has started and the shipped book is published."""

    store: Store
    bus: LocalBus
    clock: SetClock
    worker: Worker

    def call(self, request_id: str, actor: Actor = OPERATOR) -> Call:
        """The circumstances of a request now."""
        return Call(request_id=RequestId(request_id), actor=actor, received_at=self.clock.now())

    def work(self) -> None:
        """Let the worker do what is due, and what becomes due by that."""
        while self.worker.step(self.clock.now()).done:
            self.clock.forward(timedelta(seconds=1))


def platform_on(store: Store) -> Platform:
    """A platform with a book on this store, its channels reliable fakes."""
    clock, bank, chance = SetClock(), FakeBank(), random.Random(7)
    bus = LocalBus(store, CATALOGUE)
    deliver = couriers(
        FakePayoutChannel(bank, clock.now, chance),
        FakeCollectionChannel(bank, clock.now, chance),
        FakeFunders(clock.now, chance),
        InstantVendors(),
        ZenRules(),
    )
    platform = Platform(store, bus, clock, Worker(store, bus, deliver))
    assert isinstance(bus.execute(StartBusiness(DAY), platform.call("start", SYSTEM)), Success)
    load_book(bus, clock.now())
    return platform


@contextmanager
def opened(url: str) -> Iterator[OpenStore]:
    """The store at `url`, up to date."""
    environment = {"LENDING_KEYRING": Keyring.generate().text}
    store = open_store(url, KINDS, registered_types(), upgrade=True, environment=environment)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def answering(bus: Bus, clock: SetClock, workers: int = 4) -> Iterator[RunningServer]:
    """A server around the bus that believes its callers, on a free port of loopback."""
    with serve(bus, LOOPBACK, clock=clock, max_workers=workers, credentials=TrustedMetadata()) as server:
        yield server
