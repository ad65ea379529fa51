"""`FunderReceipt`: money that a funder sent us, once for each of its references."""

import enum
from datetime import date
from typing import Self

import attrs

from lending.funding.events import FunderMoneyReceived
from lending.kernel.events import Event
from lending.kernel.money import Money

__all__ = ["FunderReceipt", "Purpose", "receipt_id"]


class Purpose(enum.Enum):
    """What a funder's money is for."""

    PREFUNDING = "PREFUNDING"
    """For loans to be paid out (备款, B1)."""
    ADVANCE = "ADVANCE"
    """For what we advanced at payouts (C5)."""


@attrs.frozen(kw_only=True)
class FunderReceipt:
    """Money received from a funder on an accounting day, under the funder's reference."""

    funder: str
    reference: str
    amount: Money
    purpose: Purpose
    on: date
    events: tuple[Event, ...] = ()

    def received(self) -> Self:
        """The receipt, with the event that says so."""
        heard = FunderMoneyReceived(self.funder, self.reference, self.amount, self.purpose.value, self.on)
        return attrs.evolve(self, events=(heard,))


def receipt_id(funder: str, reference: str) -> str:
    """What a receipt is found by."""
    return f"{funder}/{reference}"
