"""What the store asks of whatever keeps the aggregates of one kind."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from lending.application.kinds import Key, Kind
from lending.application.store import Stored, Write
from lending_adapters.sql.statements import Step

__all__ = ["Rows"]

T = TypeVar("T")


class Rows(Protocol[T]):
    """The tables of one kind. Reads stand by themselves; writes are steps for the store's transaction."""

    kind: Kind[T]

    def load(self, identity: str) -> Stored[T] | None:
        """The aggregate with this id, or None."""

    def lookup(self, key: Key[T], value: str) -> tuple[Stored[T], ...]:
        """All aggregates whose key has this value, in order of their ids."""

    def page(self, key: Key[T] | None, value: str, after: str, limit: int) -> tuple[T, ...]:
        """At most `limit` aggregates with ids above `after`."""

    def version(self, identity: str) -> int:
        """The committed version, 0 where there is no such aggregate."""

    def holders(self, key: Key[T], value: str) -> Iterable[str]:
        """The ids of the aggregates whose key has this value."""

    def write(self, write: Write[T]) -> list[Step]:
        """The steps that insert a new aggregate, or replace the version that was read."""

    def release(self, write: Write[T]) -> Step:
        """The step that gives up the unique keys of the version that was read."""

    def rely_on(self, identity: str, version: int) -> Step:
        """The step that holds the row as it was read until the commit is through."""
