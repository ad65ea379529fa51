"""What a commit may collide with, in one fixed order, so that every store refuses for the same reason.

Memory decides by these lines. A database decides by its constraints, and these lines then say why.
"""

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from lending.application.kinds import Key, Kind
from lending.application.limits import Limit, LimitExhausted, as_set, settled
from lending.application.store import Changes, KeyTaken, VersionConflict, Write
from lending.kernel.ids import RequestId

__all__ = ["Standing", "find_conflict", "key_value"]

T = TypeVar("T")


class Standing(Protocol):
    """What is committed at one instant."""

    def answered(self, request_id: RequestId) -> bool:
        """Whether a receipt is stored for this request."""

    def version(self, kind: Kind[Any], identity: str) -> int:
        """The version of this aggregate, 0 where there is none."""

    def holders(self, kind: Kind[Any], key: Key[Any], value: str) -> Iterable[str]:
        """The ids of the aggregates whose key has this value."""

    def limit(self, key: str) -> Limit | None:
        """The limit as it stands, or None where it was never set."""


def key_value(kind: Kind[T], key: Key[T], value: T) -> str | None:
    """The key's text for this aggregate. A declaration that yields anything but text is a bug."""
    text = key.of(value)
    if text is not None and type(text) is not str:
        raise TypeError(f"key {key.name} of {kind.name} yields {text!r}, which is not text")
    return text


def find_conflict(
    changes: Changes, standing: Standing, *, check_versions: bool = True
) -> VersionConflict | KeyTaken | LimitExhausted | None:
    """Why these changes cannot be committed now: the request first, then versions, unique keys and limits."""
    if standing.answered(changes.receipt.request_id):
        return VersionConflict(f"request {changes.receipt.request_id} has been answered meanwhile")
    if check_versions:
        stale = _stale(changes, standing)
        if stale is not None:
            return stale
    return _taken(changes, standing) or _exhausted(changes, standing)


def _exhausted(changes: Changes, standing: Standing) -> LimitExhausted | None:
    """The first limit without room for what is drawn on it, as it stands or as these changes set it."""
    settings = {setting.key: setting for setting in changes.limits}
    limits: dict[str, Limit | None] = {}
    for draw in changes.draws:
        limit = limits[draw.key] if draw.key in limits else as_set(standing.limit(draw.key), settings.get(draw.key))
        if limit is None:
            return LimitExhausted(draw.key)
        try:
            limits[draw.key] = settled(limit, draw)
        except LimitExhausted as exhausted:
            return exhausted
    return None


def _stale(changes: Changes, standing: Standing) -> VersionConflict | None:
    expectations = [(write.kind, write.kind.identity(write.value), write.expected) for write in changes.writes]
    for kind, identity, expected in (*expectations, *changes.relied_on):
        found = standing.version(kind, identity)
        if found != expected:
            return VersionConflict(f"{kind.name} {identity} is at version {found}, not {expected}")
    return None


def _taken(changes: Changes, standing: Standing) -> KeyTaken | None:
    written = {(write.kind.name, write.kind.identity(write.value)) for write in changes.writes}
    claimed: set[tuple[str, str, str]] = set()
    for write in changes.writes:
        identity = write.kind.identity(write.value)
        for key, value in _unique_values(write):
            place = (write.kind.name, key.name, value)
            # A holder that this commit writes too is judged by what it will hold, not by what it holds.
            others = (
                holder
                for holder in standing.holders(write.kind, key, value)
                if holder != identity and (write.kind.name, holder) not in written
            )
            if place in claimed or any(True for _ in others):
                return KeyTaken(write.kind.name, key.name)
            claimed.add(place)
    return None


def _unique_values(write: Write[Any]) -> Iterable[tuple[Key[Any], str]]:
    for key in write.kind.keys:
        if key.unique:
            value = key_value(write.kind, key, write.value)
            if value is not None:
                yield key, value
