"""What happens to applications."""

from datetime import datetime

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.origination.ids import ApplicationId

__all__ = [
    "ApplicationClosed",
    "ApplicationReferred",
    "ApplicationRejected",
    "ApplicationSubmitted",
    "FundingWanted",
    "LoanPaidOut",
    "LoanTakenBack",
    "OfferConfirmed",
    "OfferMade",
    "PayoutReleased",
    "PayoutReviewWanted",
    "VehiclePickedUp",
]


@attrs.frozen
class ApplicationSubmitted(Event):
    """A customer asked for a loan."""

    application_id: ApplicationId
    customer_id: str
    dealer_id: str | None
    product: str
    amount: Money
    instalments: int


@attrs.frozen
class FundingWanted(Event):
    """We approve the application; whose money it is lent from is sought next."""

    application_id: ApplicationId


@attrs.frozen
class OfferMade(Event):
    """The application was admitted and an offer made."""

    application_id: ApplicationId
    principal: Money
    instalments: int
    annual_rate: Rate
    valid_until: datetime


@attrs.frozen
class ApplicationReferred(Event):
    """A person decides on the application; why rules do not."""

    application_id: ApplicationId
    reasons: tuple[str, ...]


@attrs.frozen
class ApplicationRejected(Event):
    """The application was not admitted."""

    application_id: ApplicationId
    reasons: tuple[str, ...]


@attrs.frozen
class OfferConfirmed(Event):
    """The customer took the offer."""

    application_id: ApplicationId
    customer_id: str


@attrs.frozen
class PayoutReviewWanted(Event):
    """A person is to release the payout."""

    application_id: ApplicationId


@attrs.frozen
class PayoutReleased(Event):
    """Nothing stands in the way of the payout."""

    application_id: ApplicationId


@attrs.frozen
class VehiclePickedUp(Event):
    """The customer has the car; `photo` is the SHA-256 of the picture that shows it."""

    application_id: ApplicationId
    customer_id: str
    dealer_id: str | None
    photo: str


@attrs.frozen
class ApplicationClosed(Event):
    """The application ended without a loan."""

    application_id: ApplicationId
    status: str


@attrs.frozen
class LoanPaidOut(Event):
    """The application ended with a loan."""

    application_id: ApplicationId
    customer_id: str
    dealer_id: str | None


@attrs.frozen
class LoanTakenBack(Event):
    """The money has come back: the application ends without a loan."""

    application_id: ApplicationId
    customer_id: str
    dealer_id: str | None
