"""What happens to credit lines."""

from datetime import date

import attrs

from lending.credit.ids import CreditLineId
from lending.kernel.events import Event
from lending.kernel.money import Money

__all__ = ["CreditLineChanged", "CreditLineGranted", "UndrawnMoved"]


@attrs.frozen
class CreditLineGranted(Event):
    """A line was granted (授信); nothing is drawn on it before it is active."""

    line_id: CreditLineId
    total: Money
    until: date


@attrs.frozen
class CreditLineChanged(Event):
    """The line moved to another state, and why."""

    line_id: CreditLineId
    state: str
    reason: str


@attrs.frozen
class UndrawnMoved(Event):
    """What may still be drawn on an open line went up or down by `change`; `cause` is the posting event."""

    line_id: CreditLineId
    cause: str
    change: Money
