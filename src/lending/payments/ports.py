"""How payments are kept, and the channels they go through."""

from typing import Protocol

from lending.application.kinds import Key, Kind
from lending.payments.channel import ChannelAnswer, CollectionRequest, PayoutRequest
from lending.payments.deduction import OPEN as DEDUCTION_OPEN
from lending.payments.deduction import DeductionOrder
from lending.payments.disbursement import OPEN as PAYOUT_OPEN
from lending.payments.disbursement import DisbursementOrder

__all__ = ["DEDUCTIONS", "DISBURSEMENTS", "CollectionChannel", "PayoutChannel"]


def _open_payout(order: DisbursementOrder) -> str | None:
    return order.status.value if order.status in PAYOUT_OPEN else None


def _open_deduction(order: DeductionOrder) -> str | None:
    return order.loan_id if order.status in DEDUCTION_OPEN else None


DISBURSEMENTS = Kind(
    "disbursement_order",
    DisbursementOrder,
    identity=lambda order: order.id.value,
    keys=(Key("contract_id", lambda order: order.contract_id, unique=True), Key("open", _open_payout)),
)
"""One disbursement order per contract."""

DEDUCTIONS = Kind(
    "deduction_order",
    DeductionOrder,
    identity=lambda order: order.id.value,
    keys=(Key("loan_id", lambda order: order.loan_id), Key("open_loan", _open_deduction, unique=True)),
)
"""At most one deduction in flight per loan."""


class PayoutChannel(Protocol):
    """A third-party payment channel that pays out (代付). It raises `VendorUnavailable` when nothing was sent."""

    def pay(self, request: PayoutRequest) -> ChannelAnswer:
        """Send the order; no answer in time is UNKNOWN."""

    def query_payout(self, order_no: str) -> ChannelAnswer:
        """Ask after an order."""


class CollectionChannel(Protocol):
    """A third-party payment channel that deducts (代扣). It raises `VendorUnavailable` when nothing was sent."""

    def collect(self, request: CollectionRequest) -> ChannelAnswer:
        """Send the order; no answer in time is UNKNOWN."""

    def query_collection(self, order_no: str) -> ChannelAnswer:
        """Ask after an order."""
