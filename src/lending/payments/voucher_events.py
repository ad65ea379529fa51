"""What happens to payout vouchers."""

from datetime import date

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.payments.ids import DisbursementOrderId, PayoutVoucherId

__all__ = [
    "DealerPaid",
    "PayoutVoucherExpired",
    "PayoutVoucherIssued",
    "PayoutVoucherRedeemed",
    "PayoutVoucherRevoked",
    "PayoutVoucherWithheld",
]


@attrs.frozen(kw_only=True)
class PayoutVoucherIssued(Event):
    """A dealer was given our word for the money: the loan begins with this day."""

    voucher_id: PayoutVoucherId
    contract_id: str
    dealer_id: str
    amount: Money
    on: date
    valid_through: date


@attrs.frozen(kw_only=True)
class PayoutVoucherWithheld(Event):
    """No voucher could be given, for this reason, with so much of the dealer's limit free: its money is only sent."""

    contract_id: str
    dealer_id: str
    amount: Money
    free: Money
    reason: str


@attrs.frozen
class PayoutVoucherRedeemed(Event):
    """The transfer that a voucher promised has reached the dealer, on this day."""

    voucher_id: PayoutVoucherId
    contract_id: str
    amount: Money
    on: date


@attrs.frozen
class PayoutVoucherRevoked(Event):
    """A voucher was taken back before the car was picked up (退单)."""

    voucher_id: PayoutVoucherId
    contract_id: str
    amount: Money
    on: date
    reason: str


@attrs.frozen
class PayoutVoucherExpired(Event):
    """A voucher lapsed before the money had gone."""

    voucher_id: PayoutVoucherId
    contract_id: str
    amount: Money
    on: date


@attrs.frozen(kw_only=True)
class DealerPaid(Event):
    """The money of a loan that began with a payout voucher, or a part of it, has left us for the dealer."""

    loan_id: str
    order_id: DisbursementOrderId
    amount: Money
    on: date
