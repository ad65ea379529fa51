"""What a product refuses."""

from datetime import date

import attrs

from lending.kernel.invalid import Violation, shown
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "ON_OFFER_MAX",
    "AmountOutOfRange",
    "FundingUnknown",
    "NoReferenceRate",
    "PriceAboveCap",
    "ProductNotFound",
    "TermNotOffered",
    "VersionNotNext",
    "WrongCurrency",
]


ON_OFFER_MAX = 20
"""So many codes are told to who names a product that is not on offer: a status has to fit into a header."""


@attrs.frozen
class ProductNotFound(Refusal):
    """There is no such product on offer.

    `on_offer` holds the codes that there are, `ON_OFFER_MAX` of them at most.
    """

    code = "PRODUCT_NOT_FOUND"
    kind = RefusalKind.INVALID
    product: str
    on_offer: tuple[str, ...]

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The product named."""
        return (Violation("product", shown(self.product), self._expected),)

    @property
    def _expected(self) -> str:
        if not self.on_offer:
            return "a product on offer, and none is published"
        others = ", or another that ListProducts names" if len(self.on_offer) == ON_OFFER_MAX else ""
        return f"one of {', '.join(self.on_offer)}{others}"


@attrs.frozen
class VersionNotNext(Refusal):
    """A product's versions are published one after the other."""

    code = "VERSION_NOT_NEXT"
    kind = RefusalKind.PRECONDITION
    product: str
    version: int
    expected: int


@attrs.frozen
class WrongCurrency(Refusal):
    """The product lends in another currency.

    `field` is where the amount stands: in the request, or in what the request names, as `customer.monthly_income`.
    """

    code = "WRONG_CURRENCY"
    kind = RefusalKind.INVALID
    amount: Money
    currency: str
    field: str = "amount"

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The amount."""
        return (Violation(self.field, str(self.amount), f"an amount in {self.currency}"),)


@attrs.frozen
class AmountOutOfRange(Refusal):
    """The amount is not one the product lends."""

    code = "AMOUNT_OUT_OF_RANGE"
    kind = RefusalKind.INVALID
    amount: Money
    least: Money
    most: Money
    step: Money

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The amount."""
        expected = f"an amount from {self.least.text} to {self.most.text} in steps of {self.step.text}"
        return (Violation("amount", str(self.amount), expected),)


@attrs.frozen
class TermNotOffered(Refusal):
    """The product is not offered over that many instalments."""

    code = "TERM_NOT_OFFERED"
    kind = RefusalKind.INVALID
    instalments: int
    offered: tuple[int, ...]

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The number of instalments."""
        expected = f"one of {', '.join(map(str, self.offered))}"
        return (Violation("instalments", str(self.instalments), expected),)


@attrs.frozen
class PriceAboveCap(Refusal):
    """Interest and all fees together cost more a year than the product may."""

    code = "PRICE_ABOVE_CAP"
    kind = RefusalKind.PRECONDITION
    product: str
    amount: Money
    instalments: int
    on: date
    apr: Rate
    cap: Rate


@attrs.frozen
class FundingUnknown(Refusal):
    """The product names funding schemes that are not published."""

    code = "FUNDING_UNKNOWN"
    kind = RefusalKind.PRECONDITION
    product: str
    schemes: tuple[str, ...]


@attrs.frozen
class NoReferenceRate(Refusal):
    """No LPR is known for that day."""

    code = "NO_REFERENCE_RATE"
    kind = RefusalKind.PRECONDITION
    on: date
    tenor: str
