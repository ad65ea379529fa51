"""Ports that every context shares."""

from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

import attrs

from lending.application.commands import Command, Message
from lending.application.store import Reader

__all__ = ["Clock", "Courier", "Delivery", "VendorUnavailable"]

M = TypeVar("M", bound=Message)


class Clock(Protocol):
    """Where entrypoints and the worker get the instant from; the core never asks it."""

    def now(self) -> datetime:
        """The present instant, with its time zone."""


class VendorUnavailable(Exception):
    """Nothing reached the vendor, for certain: the delivery may be tried again."""


@attrs.frozen
class Delivery(Generic[M]):
    """A message to deliver at an instant.

    `first` is false where an earlier worker took the message up and did not come back: what it sent may
    have arrived, so money must be asked after, not sent again.
    """

    message: M
    at: datetime
    first: bool = True


class Courier(Protocol):
    """Delivers one type of message to the outside and turns the answer into a command.

    It is called outside any transaction. What it returns records the answer; None means that there is
    nothing to record. `VendorUnavailable` means that nothing was sent.
    """

    def __call__(self, delivery: Delivery[Any], reader: Reader) -> Command[Any, Any] | None: ...
