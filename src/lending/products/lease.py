"""Finance leases (融资租赁, R94): whose the car is, what the lessee leaves as a deposit, and what becomes of it."""

import enum

import attrs

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money

__all__ = ["DepositAtEnd", "Lease", "LeaseKind"]


class LeaseKind(enum.Enum):
    """The two ways to lease a car."""

    DIRECT = "DIRECT"
    """正租 (直租): the lender buys the car and owns it; the lessee may leave a deposit."""
    LEASEBACK = "LEASEBACK"
    """反租 (回租): the car is the customer's, who has made a down payment; it books as a loan."""


class DepositAtEnd(enum.Enum):
    """What becomes of the deposit (保证金) at the end of a lease that is paid as planned."""

    RETURN = "RETURN"
    """Every rent is paid, and the deposit goes back."""
    SET_OFF = "SET_OFF"
    """On the last due date it pays what is owed then; the rest goes back."""
    LAST_RENTS = "LAST_RENTS"
    """It pays the last rents as they fall due, as far back as it reaches."""


@attrs.frozen(kw_only=True)
class Lease:
    """What a contract agrees on besides the plan where it is a finance lease.

    `deposit` is what the lessee leaves while rents are owed (None: nothing). `vehicle_price` (开票价), where known, is
    the amount financed and the `down_payment` (首付) that the seller has had.
    """

    kind: LeaseKind
    deposit: Money | None = None
    deposit_at_end: DepositAtEnd = DepositAtEnd.SET_OFF
    vehicle_price: Money | None = None
    down_payment: Money | None = None

    @property
    def is_direct(self) -> bool:
        """Whether the lender owns the car, so that rents are owed and not a loan."""
        return self.kind is LeaseKind.DIRECT

    def must_fit(self, principal: Money) -> None:
        """Raise `InvalidValue` where it is no lease that finances `principal`."""
        for name in ("deposit", "vehicle_price", "down_payment"):
            amount: Money | None = getattr(self, name)
            if amount is not None and (amount.currency != principal.currency or amount.minor < 0):
                raise InvalidValue(f"lease.{name}", amount, f"an amount in {principal.currency}, zero or more")
        if self.deposit and not self.is_direct:
            raise InvalidValue("lease.deposit", self.deposit.text, "none: only a direct lease takes a deposit")
        if self.deposit is not None and self.deposit >= principal:
            raise InvalidValue("lease.deposit", self.deposit.text, f"less than the amount financed, {principal.text}")
        self._must_add_up(principal)

    def _must_add_up(self, principal: Money) -> None:
        paid = self.down_payment or Money.zero(principal.currency)
        if self.vehicle_price is None:
            if paid:
                raise InvalidValue("lease.vehicle_price", "none", "the price of which the down payment is part")
        elif self.vehicle_price != principal + paid:
            financed = f"{(principal + paid).text}, the amount financed and the down payment"
            raise InvalidValue("lease.vehicle_price", self.vehicle_price.text, financed)
