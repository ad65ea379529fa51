"""What a product refuses."""

from datetime import date

import attrs

from lending.kernel.invalid import Violation
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "AmountOutOfRange",
    "NoReferenceRate",
    "ProductNotFound",
    "TermNotOffered",
    "VersionNotNext",
    "WrongCurrency",
]


@attrs.frozen
class ProductNotFound(Refusal):
    """There is no such product on offer."""

    code = "PRODUCT_NOT_FOUND"
    kind = RefusalKind.INVALID
    product: str
    on_offer: tuple[str, ...]

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The product named."""
        return (
            Violation(
                "product", repr(self.product), f"one of {', '.join(self.on_offer) or 'none: no product is published'}"
            ),
        )


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
    """The product lends in another currency."""

    code = "WRONG_CURRENCY"
    kind = RefusalKind.INVALID
    amount: Money
    currency: str

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The amount."""
        return (Violation("amount", str(self.amount), f"an amount in {self.currency}"),)


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
class NoReferenceRate(Refusal):
    """No LPR is known for that day."""

    code = "NO_REFERENCE_RATE"
    kind = RefusalKind.PRECONDITION
    on: date
    tenor: str
