"""`ChannelBoard`: many channels behind the one port, each order brought to the one that it names."""

from collections.abc import Mapping
from typing import TypeVar

from lending.application.ports import VendorUnavailable
from lending.payments.channel import ChannelAnswer, CollectionRequest, PayoutRequest
from lending.payments.ports import CollectionChannel, PayoutChannel

__all__ = ["ChannelBoard"]

AnyChannel = TypeVar("AnyChannel")


class ChannelBoard:
    """Channels by their codes. One that is published and not connected cannot be reached: nothing is sent."""

    def __init__(self, payouts: Mapping[str, PayoutChannel], collections: Mapping[str, CollectionChannel]) -> None:
        self._payouts = payouts
        self._collections = collections

    def pay(self, request: PayoutRequest) -> ChannelAnswer:
        """Pay through the channel that the request names."""
        return _connected(self._payouts, request.channel).pay(request)

    def query_payout(self, channel: str, order_no: str) -> ChannelAnswer:
        """Ask that channel."""
        return _connected(self._payouts, channel).query_payout(channel, order_no)

    def collect(self, request: CollectionRequest) -> ChannelAnswer:
        """Collect through the channel that the request names."""
        return _connected(self._collections, request.channel).collect(request)

    def query_collection(self, channel: str, order_no: str) -> ChannelAnswer:
        """Ask that channel."""
        return _connected(self._collections, channel).query_collection(channel, order_no)


def _connected(channels: Mapping[str, AnyChannel], code: str) -> AnyChannel:
    if code not in channels:
        raise VendorUnavailable(f"no channel {code} is connected")
    return channels[code]
