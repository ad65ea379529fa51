"""What can be asked of applications."""

import attrs

from lending.application.commands import Command, Receipt
from lending.contracts.ids import ContractId
from lending.contracts.refusals import VehicleTaken
from lending.customers.ids import CustomerId
from lending.customers.refusals import CustomerNotFound
from lending.dealers.ids import DealerId
from lending.dealers.refusals import DealerNotActive, DealerNotFound
from lending.kernel.checks import positive, positive_money, text_of
from lending.kernel.money import Money
from lending.origination.ids import ApplicationId
from lending.origination.refusals import (
    ApplicationNotFound,
    ApplicationNotInStatus,
    DealerMissing,
    DownPaymentTooLow,
    OfferExpired,
    UnfinishedApplication,
    VehicleMissing,
    VehicleNotFinanced,
    VehicleNotWhollyFinanced,
)
from lending.origination.vehicle import Vehicle
from lending.products.refusals import AmountOutOfRange, NoReferenceRate, ProductNotFound, TermNotOffered, WrongCurrency

__all__ = [
    "ApplicationChanged",
    "AssessApplication",
    "CancelApplication",
    "ConfirmOffer",
    "ContractOffered",
    "ExpireOffer",
    "SubmitApplication",
]


@attrs.frozen
class ApplicationChanged(Receipt):
    """An application and where it stands."""

    application_id: ApplicationId
    status: str


@attrs.frozen(kw_only=True)
class SubmitApplication(
    Command[
        ApplicationChanged,
        CustomerNotFound
        | DealerNotFound
        | DealerNotActive
        | DealerMissing
        | VehicleMissing
        | VehicleNotFinanced
        | DownPaymentTooLow
        | VehicleNotWhollyFinanced
        | ProductNotFound
        | WrongCurrency
        | AmountOutOfRange
        | TermNotOffered
        | UnfinishedApplication,
    ]
):
    """Ask for a loan; a car loan names its dealer and its vehicle, another loan no vehicle."""

    customer_id: CustomerId
    product: str = attrs.field(validator=text_of(32))
    amount: Money = attrs.field(validator=positive_money)
    instalments: int = attrs.field(validator=positive(360))
    dealer_id: DealerId | None = None
    vehicle: Vehicle | None = None


@attrs.frozen
class AssessApplication(
    Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | ProductNotFound | NoReferenceRate]
):
    """Weigh a submitted application: make an offer, or reject it."""

    application_id: ApplicationId


@attrs.frozen
class ContractOffered(Receipt):
    """The contract drawn up for a confirmed offer; `digest` is what the borrower accepts."""

    application_id: ApplicationId
    contract_id: ContractId
    digest: str


@attrs.frozen
class ConfirmOffer(
    Command[
        ContractOffered, ApplicationNotFound | ApplicationNotInStatus | OfferExpired | VehicleTaken | ProductNotFound
    ]
):
    """Take the offer; the contract is drawn up at once."""

    application_id: ApplicationId


@attrs.frozen
class ExpireOffer(Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus]):
    """The offer's time is over."""

    application_id: ApplicationId


@attrs.frozen
class CancelApplication(Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus]):
    """Withdraw the application before money moves."""

    application_id: ApplicationId
