"""`FunderCollection`: what a funder took from a borrower itself (他行代扣), once for each of its references."""

from datetime import date

import attrs

from lending.funding.events import FunderCollectionMoved
from lending.funding.sharing import FUNDER_CODE
from lending.kernel.checks import text_of
from lending.kernel.events import Event
from lending.kernel.ids import Id
from lending.kernel.money import Money
from lending.loans.ids import LoanId

__all__ = ["FunderCollection", "FunderCollectionId", "collected_as"]


@attrs.frozen(order=True, repr=False)
class FunderCollectionId(Id):
    """A funder's collection's id, and the key of the payment that it is to its loan."""

    prefix = "fcl"


def collected_as(funder: str, reference: str) -> str:
    """`BANK_A/K2024020500001`: what a funder's own reference finds its collection by."""
    return f"{funder}/{reference}"


@attrs.frozen(kw_only=True)
class FunderCollection:
    """All of a payment is with the funder: what of it is not its own it owes us, until it is settled.

    `kept` is what the funder has of it now: where the payment is reversed or refunded, the funder gives it back.
    """

    id: FunderCollectionId
    funder: str = attrs.field(validator=FUNDER_CODE)
    reference: str = attrs.field(validator=text_of(60))
    loan_id: LoanId
    amount: Money
    kept: Money
    on: date
    events: tuple[Event, ...] = ()

    def taken(self) -> "FunderCollection":
        """With the event that says that the funder has it."""
        return self._holding(self.amount, self.amount, self.on)

    def given_back(self, amount: Money, on: date) -> "FunderCollection":
        """The funder gave so much of it back to the borrower."""
        assert amount <= self.kept, f"{self.id}: {amount} is given back of {self.kept}"
        return self._holding(self.kept - amount, -amount, on)

    def _holding(self, kept: Money, change: Money, on: date) -> "FunderCollection":
        moved = FunderCollectionMoved(
            loan_id=self.loan_id, funder=self.funder, reference=self.reference, amount=change, on=on
        )
        return attrs.evolve(self, kept=kept, events=(*self.events, moved))
