"""`Dealer`: a partner shop."""

import enum
from typing import Self

import attrs

from lending.dealers.events import DealerActivated, DealerExposureSet, DealerRegistered, DealerSuspended
from lending.dealers.ids import DealerId
from lending.dealers.refusals import DealerNotActive, WrongDealerStatus
from lending.kernel.checks import matching, text_of
from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["Dealer", "DealerStatus", "PayeeAccount"]


class DealerStatus(enum.Enum):
    """Where the partnership stands (R81)."""

    APPLIED = "APPLIED"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"


@attrs.frozen
class PayeeAccount:
    """The corporate account that payouts to a dealer go to."""

    number: str = attrs.field(validator=matching(r"[0-9]{8,32}", "8 to 32 digits"))
    bank: str = attrs.field(validator=matching(r"[A-Z]{2,12}", "a bank code such as ICBC"))
    holder: str = attrs.field(validator=text_of(60))


@attrs.frozen(kw_only=True)
class Dealer:
    """A shop, its city and the account it is paid on.

    `exposure` is how much of payout vouchers may be outstanding with it; without one it is given none (R103).
    """

    id: DealerId
    name: str = attrs.field(validator=text_of(60))
    city: str = attrs.field(validator=text_of(40))
    account: PayeeAccount
    status: DealerStatus = DealerStatus.APPLIED
    exposure: Money | None = None
    events: tuple[Event, ...] = ()

    @classmethod
    def apply(cls, dealer_id: DealerId, name: str, city: str, account: PayeeAccount) -> Self:
        """A shop that asks to become a partner."""
        registered = DealerRegistered(dealer_id, name, city)
        return cls(id=dealer_id, name=name, city=city, account=account, events=(registered,))

    def activate(self) -> Outcome[Self, WrongDealerStatus]:
        """Sign the agreement, or take a suspended dealer back."""
        if self.status is DealerStatus.ACTIVE:
            return Failure(WrongDealerStatus(self.id.value, self.status.value))
        activated = DealerActivated(self.id)
        return Success(attrs.evolve(self, status=DealerStatus.ACTIVE, events=(*self.events, activated)))

    def suspend(self, reason: str) -> Outcome[Self, WrongDealerStatus]:
        """Take no more applications from the shop for now."""
        if self.status is not DealerStatus.ACTIVE:
            return Failure(WrongDealerStatus(self.id.value, self.status.value))
        suspended = DealerSuspended(self.id, reason)
        return Success(attrs.evolve(self, status=DealerStatus.SUSPENDED, events=(*self.events, suspended)))

    def expose(self, limit: Money) -> Self:
        """Let so much of payout vouchers be outstanding with it; those given before stand."""
        return attrs.evolve(self, exposure=limit, events=(*self.events, DealerExposureSet(self.id, limit)))

    def must_be_active(self) -> Outcome[Self, DealerNotActive]:
        """This dealer, if it may send applications."""
        if self.status is not DealerStatus.ACTIVE:
            return Failure(DealerNotActive(self.id.value, self.status.value))
        return Success(self)
