"""Ids of payments."""

import attrs

from lending.kernel.ids import Id

__all__ = ["DeductionOrderId", "DisbursementOrderId", "PayoutVoucherId"]


@attrs.frozen(order=True, repr=False)
class DisbursementOrderId(Id):
    """A disbursement order's id (放款单)."""

    prefix = "pay"


@attrs.frozen(order=True, repr=False)
class DeductionOrderId(Id):
    """A deduction order's id (扣款单)."""

    prefix = "ded"


@attrs.frozen(order=True, repr=False)
class PayoutVoucherId(Id):
    """A payout voucher's number (放款凭证)."""

    prefix = "pv"
