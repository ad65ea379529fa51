"""The whole application, composed."""

from collections.abc import Iterator
from contextlib import contextmanager

from dependency_injector import containers, providers

from lending.application.bus import LocalBus
from lending.application.worker import Worker
from lending.registry import CATALOGUE, couriers
from lending_entrypoints.containers.outside import Engines, ThirdParty, Time
from lending_entrypoints.containers.storage import Storage

__all__ = ["App", "open_app"]


class App(containers.DeclarativeContainer):
    """A bus over a store, and the worker beside it."""

    url: providers.Dependency[str] = providers.Dependency(instance_of=str)
    pool_size: providers.Dependency[int] = providers.Dependency(instance_of=int, default=10)
    upgrade: providers.Dependency[bool] = providers.Dependency(instance_of=bool, default=False)
    time = providers.Container(Time)
    storage = providers.Container(Storage, url=url, pool_size=pool_size, upgrade=upgrade)
    third_party = providers.Container(ThirdParty, store=storage.container.store)
    engines = providers.Container(Engines)
    couriers = providers.Singleton(
        couriers,
        third_party.container.payouts,
        third_party.container.collections,
        third_party.container.funders,
        third_party.container.vendors,
        engines.container.rules,
    )
    bus: providers.Provider[LocalBus] = providers.Singleton(LocalBus, storage.container.store, CATALOGUE)
    worker: providers.Provider[Worker] = providers.Singleton(Worker, storage.container.store, bus, couriers)


@contextmanager
def open_app(url: str, pool_size: int = 10, *, upgrade: bool = False) -> Iterator[App]:
    """The application over the store at `url`, closed at the end."""
    app = App(url=url, pool_size=pool_size, upgrade=upgrade)
    store = app.storage().store()
    try:
        yield app
    finally:
        store.close()
