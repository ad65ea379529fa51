"""What happens in the books."""

from datetime import date

import attrs

from lending.kernel.events import Event

__all__ = ["AccountingPublished", "InterestAccrued", "JournalSealed"]


@attrs.frozen
class AccountingPublished(Event):
    """A chart of accounts or a set of posting rules came into force."""

    name: str
    version: int


@attrs.frozen
class InterestAccrued(Event):
    """The interest of a shard's loans was accrued for a day: how many loans, how much in minor units."""

    day: date
    shard: int
    loans: int
    amount: int


@attrs.frozen
class JournalSealed(Event):
    """The vouchers of a closed day were sealed: how many, and the seal's hash."""

    day: date
    vouchers: int
    hash: str
