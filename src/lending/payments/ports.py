"""How payments are kept, and the channels they go through."""

from datetime import date
from typing import Protocol

from lending.application.kinds import Key, Kind
from lending.operations.health import VendorHealth
from lending.payments.batches import BatchState, CollectionPace, DeductionBatch
from lending.payments.cards import Cards
from lending.payments.channel import ChannelAnswer, CollectionRequest, PayoutRequest
from lending.payments.channels import Channels
from lending.payments.deduction import OPEN as DEDUCTION_OPEN
from lending.payments.deduction import DeductionOrder
from lending.payments.disbursement import DisbursementOrder
from lending.payments.voucher import PayoutVoucher, PayoutVoucherState

__all__ = [
    "CARDS",
    "CHANNELS",
    "CHANNEL_HEALTH",
    "DEDUCTIONS",
    "DEDUCTION_BATCHES",
    "DIRECTORY",
    "DISBURSEMENTS",
    "OUTSTANDING",
    "PACES",
    "PAYOUT_VOUCHERS",
    "CollectionChannel",
    "PayoutChannel",
    "channel_day",
]

DIRECTORY = "channels"
"""The id of the one directory of channels."""


def channel_day(channel: str, day: date) -> str:
    """What a channel's batches of an accounting day are found by."""
    return f"{channel}/{day.isoformat()}"


def _open_payout(order: DisbursementOrder) -> str | None:
    return order.status.value if order.is_open else None


def _open_deduction(order: DeductionOrder) -> str | None:
    return order.loan_id if order.status in DEDUCTION_OPEN else None


DISBURSEMENTS = Kind(
    "disbursement_order",
    DisbursementOrder,
    identity=lambda order: order.id.value,
    keys=(
        Key("contract_id", lambda order: order.contract_id),
        Key("part", lambda order: f"{order.contract_id}/{order.part}", unique=True),
        Key("open", _open_payout),
    ),
)
"""One disbursement order per contract, or one for each part of an amount that no channel takes at once."""

OUTSTANDING = PayoutVoucherState.ISSUED.value
"""What vouchers are found by that we have not redeemed yet."""

PAYOUT_VOUCHERS = Kind(
    "payout_voucher",
    PayoutVoucher,
    identity=lambda voucher: voucher.id.value,
    keys=(
        Key("contract_id", lambda voucher: voucher.contract_id, unique=True),
        Key("dealer_id", lambda voucher: voucher.dealer_id),
        Key("owed_to", lambda voucher: voucher.dealer_id if voucher.is_outstanding else None),
        Key("state", lambda voucher: voucher.state.value),
    ),
)
"""At most one voucher for a contract's payout."""

DEDUCTIONS = Kind(
    "deduction_order",
    DeductionOrder,
    identity=lambda order: order.id.value,
    keys=(
        Key("loan_id", lambda order: order.loan_id),
        Key("open_loan", _open_deduction, unique=True),
        Key("listed", lambda order: order.channel if order.is_listed else None),
        Key("batch", lambda order: order.batch or None),
    ),
)
"""At most one deduction in flight per loan."""


CARDS = Kind("cards", Cards, identity=lambda cards: cards.customer_id, personal=True)
"""One set of cards per customer, encrypted; made when one is first bound or used."""

DEDUCTION_BATCHES = Kind(
    "deduction_batches",
    DeductionBatch,
    identity=lambda batch: batch.id,
    keys=(
        Key("channel_day", lambda batch: channel_day(batch.channel, batch.day)),
        Key("open", lambda batch: None if batch.state is BatchState.DONE else batch.channel),
    ),
)

PACES = Kind("collection_pace", CollectionPace, identity=lambda pace: pace.channel)

CHANNELS = Kind("channels", Channels, identity=lambda _channels: DIRECTORY)

CHANNEL_HEALTH = Kind("channel_health", VendorHealth, identity=lambda health: health.vendor)


class PayoutChannel(Protocol):
    """The channels that pay out (代付), each by its code. They raise `VendorUnavailable` when nothing was sent."""

    def pay(self, request: PayoutRequest) -> ChannelAnswer:
        """Send the order; no answer in time is UNKNOWN."""

    def query_payout(self, channel: str, order_no: str) -> ChannelAnswer:
        """Ask after an order."""


class CollectionChannel(Protocol):
    """The channels that deduct (代扣), each by its code. They raise `VendorUnavailable` when nothing was sent."""

    def collect(self, request: CollectionRequest) -> ChannelAnswer:
        """Send the order; no answer in time is UNKNOWN."""

    def query_collection(self, channel: str, order_no: str) -> ChannelAnswer:
        """Ask after an order."""
