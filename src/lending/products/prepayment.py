"""What a product asks of those who repay before their time (提前还款, F12)."""

import enum

import attrs

from lending.kernel.checks import positive, positive_money, within
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.kernel.rates import Rate

__all__ = ["PrepaymentFee", "PrepaymentRules", "SettlementInterest"]

MONTHS_MAX = 1200


class SettlementInterest(enum.Enum):
    """Which interest of the running period an early settlement asks for."""

    TO_DATE = "TO_DATE"
    """That of the days until it."""
    WHOLE_PERIOD = "WHOLE_PERIOD"
    """The whole period's, as planned."""


@attrs.frozen
class PrepaymentFee:
    """From an age of `from_month` whole months on, an early settlement costs `rate` of the principal not yet due.

    `rate` is a part of that principal, not a yearly rate.
    """

    from_month: int = attrs.field(validator=within(0, MONTHS_MAX))
    rate: Rate


@attrs.frozen(kw_only=True)
class PrepaymentRules:
    """The rules of repaying early; the defaults ask nothing.

    In the first `lock_in_months` months nothing is taken before its time. `amount_min` and `times_a_year_max` bound
    partial prepayments; a year is one of the loan's, counted from its start. `fees` rise by age; the last one that
    has begun counts.
    """

    amount_min: Money | None = attrs.field(default=None, validator=attrs.validators.optional(positive_money))
    times_a_year_max: int | None = attrs.field(default=None, validator=attrs.validators.optional(positive(366)))
    lock_in_months: int = attrs.field(default=0, validator=within(0, MONTHS_MAX))
    fees: tuple[PrepaymentFee, ...] = attrs.field(default=())
    interest: SettlementInterest = SettlementInterest.TO_DATE
    least_days: int = attrs.field(default=0, validator=within(0, 31))
    """Settled sooner after its start, a loan bears interest for so many days: 1 where the payout day costs one."""

    @fees.validator
    def _rising(self, _attribute: object, fees: tuple[PrepaymentFee, ...]) -> None:
        months = [fee.from_month for fee in fees]
        if months != sorted(set(months)):
            raise InvalidValue("fees", months, "rising values of from_month, each once")

    def fee_at(self, months: int) -> Rate:
        """The fee of a loan that is so many whole months old."""
        return next((fee.rate for fee in reversed(self.fees) if fee.from_month <= months), Rate(0))
