"""What happens in the running of the business."""

from datetime import date, datetime

import attrs

from lending.kernel.events import Event

__all__ = ["BusinessStarted", "CalendarPublished", "DaySwitched", "ProposalDecided", "ProposalMade"]


@attrs.frozen
class BusinessStarted(Event):
    """The platform's first accounting day was opened."""

    on: date


@attrs.frozen
class DaySwitched(Event):
    """An accounting day was closed and the next one opened."""

    closed: date
    opened: date


@attrs.frozen
class CalendarPublished(Event):
    """The workdays of a year became known, or were corrected."""

    year: int
    workdays: int


@attrs.frozen
class ProposalMade(Event):
    """Someone asked for an act that takes a second person."""

    proposal_id: str
    act: str
    expires_at: datetime


@attrs.frozen
class ProposalDecided(Event):
    """A second person approved or rejected what was proposed."""

    proposal_id: str
    act: str
    approved: bool
