"""What is refused of applications."""

from datetime import datetime

import attrs

from lending.kernel.invalid import Violation
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "ApplicationNotFound",
    "ApplicationNotInStatus",
    "DealerMissing",
    "DecidedBySame",
    "DownPaymentTooLow",
    "LineNotNamed",
    "LineNotTaken",
    "NothingToPickUp",
    "OfferExpired",
    "ProofsMissing",
    "UnfinishedApplication",
    "VehicleMissing",
    "VehicleNotFinanced",
    "VehicleNotWhollyFinanced",
]


@attrs.frozen
class ApplicationNotFound(Refusal):
    """There is no such application."""

    code = "APPLICATION_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    application_id: str


@attrs.frozen
class ApplicationNotInStatus(Refusal):
    """That is not possible in the application's present status."""

    code = "APPLICATION_NOT_IN_STATUS"
    kind = RefusalKind.PRECONDITION
    application_id: str
    act: str
    status: str


@attrs.frozen
class UnfinishedApplication(Refusal):
    """The customer has an application that is not finished (R95, R112)."""

    code = "UNFINISHED_APPLICATION"
    kind = RefusalKind.CONFLICT
    application_id: str


@attrs.frozen
class OfferExpired(Refusal):
    """The offer is no longer valid."""

    code = "OFFER_EXPIRED"
    kind = RefusalKind.PRECONDITION
    application_id: str
    valid_until: datetime


@attrs.frozen
class DealerMissing(Refusal):
    """This product is sold at a dealer's shop only."""

    code = "DEALER_MISSING"
    kind = RefusalKind.INVALID
    product: str

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The dealer that is not named."""
        return (Violation("dealer_id", "none", f"the dealer that sells {self.product}"),)


@attrs.frozen
class VehicleMissing(Refusal):
    """This product finances a vehicle, and none is named."""

    code = "VEHICLE_MISSING"
    kind = RefusalKind.INVALID
    product: str

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The vehicle that is not named."""
        return (Violation("vehicle", "none", f"the vehicle that {self.product} finances"),)


@attrs.frozen
class VehicleNotFinanced(Refusal):
    """This product finances no vehicle, and one is named."""

    code = "VEHICLE_NOT_FINANCED"
    kind = RefusalKind.INVALID
    product: str
    vin: str

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The vehicle that is named."""
        return (Violation("vehicle", self.vin, f"none: {self.product} finances no vehicle"),)


@attrs.frozen
class LineNotNamed(Refusal):
    """A loan of this product is drawn on a credit line, which the application must name."""

    code = "LINE_NOT_NAMED"
    kind = RefusalKind.INVALID
    product: str

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The line."""
        return (Violation("line_id", "nothing", f"the credit line that a loan of {self.product} is drawn on"),)


@attrs.frozen
class LineNotTaken(Refusal):
    """A loan of this product is drawn on no credit line."""

    code = "LINE_NOT_TAKEN"
    kind = RefusalKind.INVALID
    product: str
    line_id: str

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The line."""
        return (Violation("line_id", self.line_id, f"none: a loan of {self.product} is drawn on no credit line"),)


@attrs.frozen
class ProofsMissing(Refusal):
    """Nothing is paid before these are there: checks by their names, LIVENESS, SIGNATURE (R21)."""

    code = "PROOFS_MISSING"
    kind = RefusalKind.PRECONDITION
    application_id: str
    missing: tuple[str, ...]


@attrs.frozen
class DecidedBySame(Refusal):
    """Who approved the application does not release its payout (R102)."""

    code = "DECIDED_BY_SAME"
    kind = RefusalKind.PRECONDITION
    application_id: str
    person: str


@attrs.frozen
class NothingToPickUp(Refusal):
    """The application is for no vehicle."""

    code = "NOTHING_TO_PICK_UP"
    kind = RefusalKind.PRECONDITION
    application_id: str


@attrs.frozen
class DownPaymentTooLow(Refusal):
    """The amount leaves less than the least down payment on the vehicle (R94, F16)."""

    code = "DOWN_PAYMENT_TOO_LOW"
    kind = RefusalKind.INVALID
    amount: Money
    most: Money

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The amount."""
        return (Violation("amount", str(self.amount), f"at most {self.most.text} on this vehicle"),)


@attrs.frozen
class VehicleNotWhollyFinanced(Refusal):
    """The lender of a direct lease buys the car: the amount is the vehicle's whole price (R94, F16)."""

    code = "VEHICLE_NOT_WHOLLY_FINANCED"
    kind = RefusalKind.INVALID
    amount: Money
    price: Money

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The amount."""
        return (Violation("amount", str(self.amount), f"the price of the vehicle, {self.price.text}"),)
