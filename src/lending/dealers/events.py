"""What happens to dealers."""

import attrs

from lending.dealers.ids import DealerId
from lending.kernel.events import Event
from lending.kernel.money import Money

__all__ = ["DealerActivated", "DealerExposureSet", "DealerRegistered", "DealerSuspended"]


@attrs.frozen
class DealerRegistered(Event):
    """A shop asked to become a partner."""

    dealer_id: DealerId
    name: str
    city: str


@attrs.frozen
class DealerActivated(Event):
    """The agreement with a dealer is in force."""

    dealer_id: DealerId


@attrs.frozen
class DealerSuspended(Event):
    """A dealer may send no applications for now."""

    dealer_id: DealerId
    reason: str


@attrs.frozen
class DealerExposureSet(Event):
    """So much of payout vouchers may be outstanding with a dealer."""

    dealer_id: DealerId
    limit: Money
