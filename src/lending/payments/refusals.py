"""What payments refuse."""

from datetime import date

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["ChannelDropped", "NoChannels", "OrderNotFound", "PayoutNotPaid", "PayoutNotParked", "ReturnBeforePayout"]


@attrs.frozen
class OrderNotFound(Refusal):
    """There is no such order."""

    code = "ORDER_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    order_id: str


@attrs.frozen
class ChannelDropped(Refusal):
    """A channel that was published once has statements to come: it is disabled, never left out."""

    code = "CHANNEL_DROPPED"
    kind = RefusalKind.PRECONDITION
    channels: tuple[str, ...]


@attrs.frozen
class NoChannels(Refusal):
    """No payment channels are published yet."""

    code = "NO_CHANNELS"
    kind = RefusalKind.NOT_FOUND


@attrs.frozen
class PayoutNotParked(Refusal):
    """Only a payout that waits for a person's decision is decided on."""

    code = "PAYOUT_NOT_PARKED"
    kind = RefusalKind.PRECONDITION
    order_id: str
    status: str


@attrs.frozen
class PayoutNotPaid(Refusal):
    """Only a payout whose money has reached the payee, and has not come back, can come back."""

    code = "PAYOUT_NOT_PAID"
    kind = RefusalKind.PRECONDITION
    order_id: str
    status: str


@attrs.frozen
class ReturnBeforePayout(Refusal):
    """The money cannot be back before it was paid."""

    code = "RETURN_BEFORE_PAYOUT"
    kind = RefusalKind.INVALID
    on: date
    paid_on: date
