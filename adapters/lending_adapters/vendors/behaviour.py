"""`Behaviour`: how often a fake channel does what."""

from datetime import timedelta
from typing import Any

import attrs
from attrs import Attribute

from lending.kernel.invalid import InvalidValue

__all__ = ["RELIABLE", "Behaviour"]


def _chance(_instance: Any, attribute: "Attribute[Any]", value: float) -> None:
    if not 0 <= value <= 1:
        raise InvalidValue(attribute.name, value, "a chance from 0 to 1")


def chance() -> Any:
    """A field that holds a chance, 0 where nothing else is said."""
    return attrs.field(default=0.0, validator=_chance)


@attrs.frozen(kw_only=True)
class Behaviour:
    """Chances and delays of a fake channel. What is left of the chances is an immediate, true answer."""

    unavailable: float = chance()
    """Nothing is sent, and the caller knows it."""
    lost: float = chance()
    """The request never arrives; the caller hears UNKNOWN, a query says NOT_FOUND."""
    unheard: float = chance()
    """The order goes through; the caller hears UNKNOWN."""
    accepted: float = chance()
    """The order is ACCEPTED; its result follows by callback or query."""
    rejected: float = chance()
    """The order fails for good, for one of `reasons`."""
    query_unheard: float = chance()
    """A query gets no answer."""
    callback_lost: float = chance()
    callback_repeated: float = chance()
    callback_late: float = chance()
    """The callback takes `late_after` instead of `result_after`; a query may have answered long before."""
    reasons: tuple[str, ...] = ("ACCOUNT_CLOSED", "LIMIT_EXCEEDED", "BANK_REJECTED")
    result_after: tuple[timedelta, timedelta] = (timedelta(seconds=1), timedelta(minutes=3))
    late_after: tuple[timedelta, timedelta] = (timedelta(hours=1), timedelta(hours=20))


RELIABLE = Behaviour()
"""Every order is carried out and answered at once."""
