"""What happens in reconciliation."""

from datetime import date

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Currency
from lending.reconciliation.ids import DifferenceId

__all__ = [
    "DayReconciled",
    "DayReleased",
    "DifferenceFound",
    "DifferenceGone",
    "DifferenceParked",
    "DifferenceResolved",
]


@attrs.frozen(kw_only=True)
class DayReconciled(Event):
    """A day was reconciled with a source: how many references are at one, and how many differ."""

    source: str
    day: date
    version: int
    matched: int
    differences: int


@attrs.frozen(kw_only=True)
class DifferenceFound(Event):
    """The two sides of a reference are not at one."""

    difference_id: DifferenceId
    source: str
    day: date
    reference: str
    result: str


@attrs.frozen(kw_only=True)
class DifferenceGone(Event):
    """The two sides came to agree: a counterpart turned up, doubt ended, or the statement was corrected."""

    difference_id: DifferenceId
    source: str
    day: date


@attrs.frozen(kw_only=True)
class DifferenceParked(Event):
    """The difference was put on the books as pending (挂账): `effect` in minor units, surplus positive."""

    difference_id: DifferenceId
    source: str
    day: date
    flow: str
    effect: int
    currency: Currency


@attrs.frozen(kw_only=True)
class DifferenceResolved(Event):
    """What was parked is resolved, one way or another, by a second person."""

    difference_id: DifferenceId
    source: str
    day: date
    flow: str
    effect: int
    currency: Currency
    way: str


@attrs.frozen(kw_only=True)
class DayReleased(Event):
    """The day's postings are released to finance (对账成功再入账)."""

    day: date
