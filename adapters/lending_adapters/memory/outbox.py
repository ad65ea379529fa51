"""The outbox in memory: entries in the order in which they are to be offered."""

from bisect import bisect_left, insort
from datetime import datetime, timedelta

import attrs

from lending.application.call import CHINA
from lending.application.store import OutboxEntry

__all__ = ["Outbox"]


class Outbox:
    """Entries and when each is offered next. Not thread-safe by itself: the store's lock guards it."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[OutboxEntry, datetime]] = {}
        self._offers: list[tuple[datetime, str]] = []

    def put(self, entry: OutboxEntry, offered_at: datetime) -> None:
        """Keep the entry, in place of any with its id, and offer it at `offered_at`."""
        self.remove(entry.id.value)
        self._entries[entry.id.value] = (entry, offered_at)
        insort(self._offers, (offered_at, entry.id.value))

    def get(self, identity: str) -> OutboxEntry | None:
        """The entry as it stands, or None once it is finished."""
        held = self._entries.get(identity)
        return held[0] if held else None

    def remove(self, identity: str) -> None:
        """Forget the entry, if it is there."""
        held = self._entries.pop(identity, None)
        if held is not None:
            del self._offers[bisect_left(self._offers, (held[1], identity))]

    def claim(self, now: datetime, limit: int, lease: timedelta) -> tuple[OutboxEntry, ...]:
        """Take up at most `limit` entries offered by `now`."""
        offered = [identity for at, identity in self._offers[:limit] if at <= now]
        taken = [attrs.evolve(entry, claims=entry.claims + 1) for entry, _ in map(self._entries.__getitem__, offered)]
        for entry in taken:
            self.put(entry, now + lease)
        return tuple(taken)

    def next_offer(self) -> datetime | None:
        """When the first entry is offered."""
        return self._offers[0][0].astimezone(CHINA) if self._offers else None
