"""`open_platform`: store, bus and worker for a database URL, wired as every entrypoint needs them."""

import os
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

import attrs

from lending.application.bus import Attempt, LocalBus
from lending.application.worker import Worker
from lending.funding.ports import FunderGateway
from lending.inquiries.ports import VendorGateway
from lending.payments.ports import CollectionChannel, PayoutChannel
from lending.registry import CATALOGUE, couriers
from lending_adapters.rules import ZenRules
from lending_adapters.stores import MEMORY, OpenStore, open_store

__all__ = ["Platform", "open_platform"]


def _unobserved(_attempt: Attempt) -> None:
    """Nobody watches."""


@attrs.frozen
class Platform:
    """A bus over an open store, and the worker that does what its outbox holds. Closes with its `with` block."""

    store: OpenStore
    bus: LocalBus
    worker: Worker

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.store.close()


def open_platform(
    url: str = MEMORY,
    *,
    payouts: PayoutChannel,
    collections: CollectionChannel,
    funders: FunderGateway,
    vendors: VendorGateway,
    upgrade: bool = False,
    environment: Mapping[str, str] = os.environ,
    observe: Callable[[Attempt], None] = _unobserved,
) -> Platform:
    """The platform whose store is at `url`: "memory", sqlite:///file.db or postgresql+psycopg://user@host/database.

    Messages go out through these channels and these ways to funders and vendors. `upgrade` brings the schema up to date
    first; `environment` says where the keys for personal data are. Raises what `open_store` does.
    """
    store = open_store(url, upgrade=upgrade, environment=environment)
    bus = LocalBus(store, CATALOGUE, observe)
    return Platform(store, bus, Worker(store, bus, couriers(payouts, collections, funders, vendors, ZenRules())))
