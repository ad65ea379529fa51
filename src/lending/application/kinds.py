"""`Kind`: how one type of aggregate is kept and found again.

A context declares its kinds in `ports.py`; a store keeps any kind. This one declaration stands in for
a repository per aggregate (ADR 0004).
"""

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

__all__ = ["Key", "Kind"]

T = TypeVar("T")


@attrs.frozen(eq=False)
class Key(Generic[T]):
    """A value by which aggregates of a kind are found; None keeps an aggregate out of the index.

    A `unique` key is held by at most one aggregate at a time and is enforced at commit. A `secret`
    key is personal data: a store that writes to disk keeps a blind index of it, never the value.
    """

    name: str
    of: Callable[[T], str | None]
    unique: bool = False
    secret: bool = False


@attrs.frozen(eq=False)
class Kind(Generic[T]):
    """A kind of aggregate: frozen attrs values with an identity.

    `append_only` kinds are inserted and never changed. A `personal` kind is encrypted at rest.
    """

    name: str
    type: type[T]
    identity: Callable[[T], str]
    keys: tuple[Key[T], ...] = ()
    append_only: bool = False
    personal: bool = False

    def key(self, name: str) -> Key[T]:
        """The key called `name`; asking for one that is not declared is a bug."""
        return next(key for key in self.keys if key.name == name)
