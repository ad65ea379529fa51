"""Commands and queries: what the platform can be asked, as frozen values."""

from typing import Generic, TypeVar

import attrs

__all__ = ["Command", "DatedCommand", "Message", "Query", "Receipt"]

T = TypeVar("T")
E = TypeVar("E")


@attrs.frozen
class Command(Generic[T, E]):
    """A business act asked for. `T` is the receipt it answers with, `E` the closed union of its refusals."""


@attrs.frozen
class DatedCommand(Command[T, E]):
    """A business act that two people may let count from another day than the one it is done on (起息日)."""


@attrs.frozen
class Query(Generic[T, E]):
    """A question that changes nothing. `T` is its answer, `E` the closed union of its refusals."""


@attrs.frozen
class Receipt:
    """Base of every command's answer: small (ids, amounts, stage), never an aggregate."""


@attrs.frozen
class Message:
    """Base of what goes to the outside after commit: a vendor call, a letter, a publication."""
