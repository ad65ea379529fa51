"""`connect`: a program's way to a platform elsewhere, in the name of one actor."""

import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Self, TypeVar

import grpc

from lending.application.call import Actor, Call
from lending.application.commands import Command, Query
from lending.application.refusals import BusRefusal
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Outcome, Success
from lending_adapters.grpc.remote import DEADLINE_SECONDS, RemoteBus

__all__ = ["Client", "connect"]

T = TypeVar("T")
E = TypeVar("E")

WAIT_SECONDS = 30.0
PAUSE_SECONDS = 0.2


class Client:
    """Asks in one actor's name, each request under an id of its own unless one is given."""

    def __init__(self, bus: RemoteBus, actor: Actor) -> None:
        self._bus = bus
        self._actor = actor

    def execute(self, command: Command[T, E], request_id: str | None = None) -> Outcome[T, E | BusRefusal]:
        """Have the command carried out. Name the request to be able to send it again after `RemoteUnavailable`."""
        return self._bus.execute(command, self._call(request_id))

    def ask(self, query: Query[T, E]) -> Outcome[T, E | BusRefusal]:
        """Have the query answered."""
        return self._bus.ask(query, self._call(None))

    def wait_for(self, query: Query[T, E], enough: Callable[[T], object], within: float = WAIT_SECONDS) -> T:
        """Ask again and again until the answer is enough: what a worker does beside comes a little later.

        Raises `TimeoutError` when `within` seconds have passed, a refusal included.
        """
        until = time.monotonic() + within
        while True:
            outcome = self.ask(query)
            if isinstance(outcome, Success) and enough(answer := outcome.unwrap()):
                return answer
            if time.monotonic() > until:
                raise TimeoutError(f"after {within} s still {outcome}")
            time.sleep(PAUSE_SECONDS)

    def acting_as(self, actor: Actor) -> "Client":
        """The same connection in another's name."""
        return Client(self._bus, actor)

    def close(self) -> None:
        """Close the connection."""
        self._bus.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def _call(self, request_id: str | None) -> Call:
        now = datetime.now(UTC)
        named = RequestId(request_id) if request_id else RequestId.derive(now, secrets.token_hex(10))
        return Call(request_id=named, actor=self._actor, received_at=now)


def connect(at: grpc.Channel | str, actor: Actor, *, deadline: float = DEADLINE_SECONDS) -> Client:
    """A client of the platform at `at`, HOST:PORT or a channel of one's own, in the name of `actor`."""
    return Client(RemoteBus(at, deadline=deadline), actor)
