"""The worker: does what the outbox holds.

There is no state between its steps. An entry is claimed under a lease, delivered or executed, then
forgotten; a crash anywhere leaves an entry that is offered again, and the request id derived from
it makes the second time harmless.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import attrs

from lending.application.bus import Bus
from lending.application.call import Actor, Call, Role
from lending.application.commands import Command, Message
from lending.application.ports import Courier, Delivery, VendorUnavailable
from lending.application.store import Contention, OutboxEntry, Store
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure, Outcome

__all__ = ["WORKER", "Step", "Worker"]

WORKER = Actor("worker", Role.SYSTEM)
LEASE = timedelta(minutes=2)
BACKOFF = timedelta(seconds=15)
BACKOFF_DOUBLINGS_MAX = 8


@attrs.frozen
class Step:
    """What one step of the worker did with its entries."""

    done: int = 0
    refused: int = 0
    postponed: int = 0

    def __add__(self, other: "Step") -> "Step":
        return Step(self.done + other.done, self.refused + other.refused, self.postponed + other.postponed)


class Worker:
    """Claims due outbox entries and deals with them, each in its own transaction."""

    def __init__(self, store: Store, bus: Bus, couriers: Mapping[type[Message], Courier]) -> None:
        self._store = store
        self._bus = bus
        self._couriers = couriers

    def step(self, now: datetime, limit: int = 50) -> Step:
        """Deal with at most `limit` entries that are due at `now`."""
        total = Step()
        for entry in self._store.claim(now, limit, LEASE):
            total += self.deal_with(entry, now)
        return total

    def deal_with(self, entry: OutboxEntry, now: datetime) -> Step:
        """Deliver or execute one claimed entry."""
        try:
            outcome = self._carry_out(entry, now)
        except (Contention, VendorUnavailable):
            self._store.postpone(entry, now + BACKOFF * 2 ** min(entry.delays, BACKOFF_DOUBLINGS_MAX))
            return Step(postponed=1)
        self._store.finish(entry)
        return Step(refused=1) if isinstance(outcome, Failure) else Step(done=1)

    def _carry_out(self, entry: OutboxEntry, now: datetime) -> Outcome[Any, Any] | None:
        content = entry.content
        if isinstance(content, Command):
            return self._execute(content, entry, now)
        answer = self._couriers[type(content)](Delivery(content, at=now, first=entry.claims == 1), self._store)
        return self._execute(answer, entry, now) if answer is not None else None

    def _execute(self, command: Command[Any, Any], entry: OutboxEntry, now: datetime) -> Outcome[Any, Any]:
        request_id = RequestId.derive(entry.due_at, entry.id.value)
        call = Call(request_id=request_id, actor=WORKER, received_at=now, correlation=entry.correlation)
        return self._bus.execute(command, call)
