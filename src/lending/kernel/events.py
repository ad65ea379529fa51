"""Events: what has happened, as frozen values in the past tense.

An event holds facts of the business only; who caused it and when is on its `EventRecord`.
"""

from datetime import date, datetime
from typing import ClassVar

import attrs

from lending.kernel.ids import EventId, RequestId

__all__ = ["Event", "EventRecord"]


@attrs.frozen
class Event:
    """Base of every event. Subclasses are frozen and named in the past tense."""

    schema_version: ClassVar[int] = 1
    """Counts the shapes this event has had; stored with it, so that old ones can be read for ever."""


@attrs.frozen(kw_only=True)
class EventRecord:
    """An event with its place in history.

    `ordinal` counts the events of one request from 0. `subject` is the id of the aggregate it happened to,
    `causation` the request that caused it, `correlation` the request that began the whole chain; `business_date`
    the accounting day it belongs to, `recorded_at` the instant the request was received.
    """

    id: EventId
    ordinal: int
    event: Event
    subject: str
    causation: RequestId
    correlation: RequestId
    actor: str
    business_date: date
    recorded_at: datetime
