"""What can be asked of applications."""

import enum

import attrs

from lending.application.commands import Command, Receipt
from lending.contracts.ids import ContractId
from lending.contracts.refusals import VehicleTaken
from lending.credit.ids import CreditLineId
from lending.credit.refusals import CreditLineNotFound, LineNotDrawable
from lending.customers.ids import CustomerId
from lending.customers.refusals import CustomerNotFound
from lending.dealers.ids import DealerId
from lending.dealers.refusals import DealerNotActive, DealerNotFound
from lending.kernel.checks import SHA_256, positive, positive_money, text_of, within
from lending.kernel.money import Money
from lending.operations.refusals import NoRoomInLimit
from lending.origination.ids import ApplicationId
from lending.origination.refusals import (
    ApplicationNotFound,
    ApplicationNotInStatus,
    DealerMissing,
    DecidedBySame,
    DownPaymentTooLow,
    LineNotNamed,
    LineNotTaken,
    NothingToPickUp,
    OfferExpired,
    ProofsMissing,
    UnfinishedApplication,
    VehicleMissing,
    VehicleNotFinanced,
    VehicleNotWhollyFinanced,
)
from lending.origination.vehicle import Vehicle
from lending.products.refusals import AmountOutOfRange, NoReferenceRate, ProductNotFound, TermNotOffered, WrongCurrency
from lending.risk.decisions import RuleAnswer

__all__ = [
    "ApplicationChanged",
    "AssessApplication",
    "CancelApplication",
    "ConfirmOffer",
    "ConfirmPickUp",
    "ContractOffered",
    "ExpireOffer",
    "OpenLiveness",
    "RecordRuleAnswer",
    "ReferUndecided",
    "ReviewApplication",
    "ReviewPayout",
    "SubmitApplication",
    "Verdict",
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
        | UnfinishedApplication
        | LineNotNamed
        | LineNotTaken
        | CreditLineNotFound
        | LineNotDrawable,
    ]
):
    """Ask for a loan; a car loan names its dealer and its vehicle, one drawn on a credit line that line."""

    customer_id: CustomerId
    product: str = attrs.field(validator=text_of(32))
    amount: Money = attrs.field(validator=positive_money)
    instalments: int = attrs.field(validator=positive(360))
    dealer_id: DealerId | None = None
    vehicle: Vehicle | None = None
    line_id: CreditLineId | None = None


@attrs.frozen
class AssessApplication(
    Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | ProductNotFound | NoReferenceRate]
):
    """Weigh a submitted application: make an offer, or reject it."""

    application_id: ApplicationId


@attrs.frozen(kw_only=True)
class RecordRuleAnswer(
    Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | ProductNotFound | NoReferenceRate]
):
    """Record what rules say of an application, or why they could not be run, and how long they took."""

    application_id: ApplicationId
    answer: RuleAnswer | None
    fault: str = attrs.field(default="", validator=text_of(400, 0))
    micros: int = attrs.field(default=0, validator=within(0, 10**12))


@attrs.frozen
class ReferUndecided(
    Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | ProductNotFound | NoReferenceRate]
):
    """Rules have had their time: a person decides, where they have not."""

    application_id: ApplicationId


class Verdict(enum.Enum):
    """A person's word on an application."""

    APPROVE = "APPROVE"
    REJECT = "REJECT"


@attrs.frozen
class ReviewApplication(
    Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | ProductNotFound | NoReferenceRate]
):
    """Decide on an application that rules left to a person, and why (人工审核); another person approves that (复核)."""

    application_id: ApplicationId
    verdict: Verdict
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen
class OpenLiveness(Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus]):
    """Let the customer show their face again (活体): they did not in time, or it was not theirs."""

    application_id: ApplicationId


@attrs.frozen
class ReviewPayout(
    Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | DecidedBySame | ProofsMissing]
):
    """Release the payout of an application whose contract is in force, or turn it down, and why (放款审核)."""

    application_id: ApplicationId
    verdict: Verdict
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen
class ConfirmPickUp(Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | NothingToPickUp]):
    """The customer has picked the car up (提车); `photo` is the SHA-256 of the picture that shows it."""

    application_id: ApplicationId
    photo: str = attrs.field(validator=SHA_256)


@attrs.frozen
class ContractOffered(Receipt):
    """The contract drawn up for a confirmed offer; `digest` is what the borrower accepts."""

    application_id: ApplicationId
    contract_id: ContractId
    digest: str


@attrs.frozen
class ConfirmOffer(
    Command[
        ContractOffered,
        ApplicationNotFound
        | ApplicationNotInStatus
        | OfferExpired
        | VehicleTaken
        | ProductNotFound
        | CreditLineNotFound
        | LineNotDrawable
        | NoRoomInLimit,
    ]
):
    """Take the offer; the contract is drawn up at once, and its amount occupied on the credit line it is drawn on."""

    application_id: ApplicationId


@attrs.frozen
class ExpireOffer(Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus]):
    """The offer's time is over."""

    application_id: ApplicationId


@attrs.frozen
class CancelApplication(Command[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus]):
    """Withdraw the application before money moves."""

    application_id: ApplicationId
