"""The aggregates of one kind, by id and by key."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from typing import Generic, TypeVar

from lending.application.kinds import Key, Kind
from lending.application.store import Stored
from lending_adapters.conflicts import key_value

__all__ = ["Table"]

T = TypeVar("T")


class Table(Generic[T]):
    """Rows of one kind with sorted indexes. Not thread-safe by itself: the store's lock guards it."""

    def __init__(self, kind: Kind[T]) -> None:
        self._kind = kind
        self._rows: dict[str, Stored[T]] = {}
        self._ids: list[str] = []
        self._index: dict[str, dict[str, list[str]]] = {key.name: {} for key in kind.keys}

    def get(self, identity: str) -> Stored[T] | None:
        """The row with this id, or None."""
        return self._rows.get(identity)

    def version(self, identity: str) -> int:
        """The version of the row with this id, 0 where there is none."""
        row = self._rows.get(identity)
        return row.version if row else 0

    def put(self, value: T) -> None:
        """Insert the row, or replace it with a version one higher."""
        identity = self._kind.identity(value)
        before = self._rows.get(identity)
        if before is None:
            insort(self._ids, identity)
        self._rows[identity] = Stored(value, before.version + 1 if before else 1)
        for key in self._kind.keys:
            self._reindex(key, identity, before.value if before else None, value)

    def ids_with(self, key: Key[T], value: str) -> Sequence[str]:
        """The ids of the rows whose key has this value, sorted."""
        return self._index[key.name].get(value, ())

    def after(self, key: Key[T] | None, value: str, identity: str, limit: int) -> tuple[T, ...]:
        """At most `limit` values with this key value (all where `key` is None), their ids above `identity`."""
        ids = self._ids if key is None else self.ids_with(key, value)
        start = bisect_right(ids, identity)
        return tuple(self._rows[found].value for found in ids[start : start + limit])

    def _reindex(self, key: Key[T], identity: str, before: T | None, after: T) -> None:
        old = key_value(self._kind, key, before) if before is not None else None
        new = key_value(self._kind, key, after)
        if old == new:
            return
        index = self._index[key.name]
        if old is not None:
            held = index[old]
            del held[bisect_left(held, identity)]
            if not held:
                del index[old]
        if new is not None:
            insort(index.setdefault(new, []), identity)
