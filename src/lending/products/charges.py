"""What a product charges beside interest, and the most that everything together may cost a year (F17, F18)."""

from datetime import date

import attrs

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.kernel.rates import RATE_SCALE, Rate
from lending.kernel.rounding import divide

__all__ = ["NO_FEES", "NO_FEE_SHARES", "FeeShares", "Fees", "PriceCap"]


def _not_negative(_instance: object, attribute: "attrs.Attribute[Money | None]", fee: Money | None) -> None:
    if fee is not None and fee.minor < 0:
        raise InvalidValue(f"fees.{attribute.name}", fee.text, "an amount of at least zero")


@attrs.frozen(kw_only=True)
class Fees:
    """The fees of one loan: once at the start, never cut from the principal (砍头息), and with each instalment."""

    at_start: Money | None = attrs.field(default=None, validator=_not_negative)
    each_instalment: Money | None = attrs.field(default=None, validator=_not_negative)

    @property
    def given(self) -> tuple[Money, ...]:
        """The fees there are."""
        return tuple(fee for fee in (self.at_start, self.each_instalment) if fee is not None)


NO_FEES = Fees()
"""Interest is all there is."""


def _less_than_all(_instance: object, _attribute: object, share: Rate) -> None:
    if share.scaled >= RATE_SCALE:
        raise InvalidValue("at_start", share.text, "a part of the principal below 1")


@attrs.frozen(kw_only=True)
class FeeShares:
    """A product's fees as parts of the principal: "0.02" at the start is 240.00 of 12,000.00; not yearly rates."""

    at_start: Rate = attrs.field(default=Rate(0), validator=_less_than_all)
    each_instalment: Rate = Rate(0)
    """The guarantee or service fee of a period (担保费, 服务费)."""

    def of(self, principal: Money) -> Fees:
        """The fees of a loan of `principal`, half up to the minor unit."""
        return Fees(at_start=_part(self.at_start, principal), each_instalment=_part(self.each_instalment, principal))


NO_FEE_SHARES = FeeShares()
"""A product without fees."""


def _part(share: Rate, principal: Money) -> Money | None:
    fee = divide(principal.minor * share.scaled, RATE_SCALE)
    return Money(fee, principal.currency) if fee else None


@attrs.frozen(kw_only=True)
class PriceCap:
    """From `since` on, interest and all charges together may cost at most `rate` a year (综合年化成本上限, F18)."""

    since: date
    rate: Rate
