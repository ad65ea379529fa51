"""What payments refuse."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["ChannelDropped", "NoChannels", "OrderNotFound", "PayoutNotParked"]


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
