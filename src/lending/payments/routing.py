"""Routing (路由): through which channel an order goes, and why through none of the others."""

import enum
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import attrs

from lending.kernel.money import Money
from lending.operations.health import Breaker
from lending.payments.channels import Channel, ChannelKind, Service

__all__ = ["Considered", "Obstacle", "Room", "Route", "Standing", "Wanted", "route", "takes"]


class Obstacle(enum.Enum):
    """Why a channel was not taken; the first in this order that applies."""

    DISABLED = "DISABLED"
    OTHER_SERVICE = "OTHER_SERVICE"
    """It does not pay out, or does not collect."""
    CORPORATE_ONLY = "CORPORATE_ONLY"
    """It transfers to corporate accounts, and this is a person's."""
    OTHER_CURRENCY = "OTHER_CURRENCY"
    BANK_NOT_SERVED = "BANK_NOT_SERVED"
    OVER_SINGLE_MAX = "OVER_SINGLE_MAX"
    OUT_OF_HOURS = "OUT_OF_HOURS"
    BREAKER_OPEN = "BREAKER_OPEN"
    NO_ROOM_TODAY = "NO_ROOM_TODAY"
    """The amount or the count of the day is used up."""
    FAILED_BEFORE = "FAILED_BEFORE"
    """This order failed through it, and there is another."""
    DEARER = "DEARER"


@attrs.frozen(kw_only=True)
class Wanted:
    """What is to be moved, to or from an account of which bank; `failed` are channels that it failed through.

    `corporate` is whether the account is a company's.
    """

    service: Service
    bank: str
    amount: Money
    failed: Collection[str] = ()
    corporate: bool = False


@attrs.frozen
class Room:
    """What is left of a day: minor units and orders."""

    amount: int
    count: int

    def takes(self, amount: int) -> bool:
        """Whether one order of this amount fits."""
        return self.count >= 1 and self.amount >= amount


@attrs.frozen
class Standing:
    """How a channel stands now."""

    breaker: Breaker
    room: Room


@attrs.frozen
class Considered:
    """A channel that was looked at: what it would cost, and the `obstacle` to it, empty for the one taken."""

    channel: str
    cost: Money
    obstacle: str = ""


@attrs.frozen
class Route:
    """The channel taken, None where none can be, and every one considered."""

    channel: str | None
    considered: tuple[Considered, ...]


def route(wanted: Wanted, channels: Iterable[Channel], standing: Mapping[str, Standing], at: datetime) -> Route:
    """The cheapest channel that can take it; one that it failed through before only where there is no other.

    Of two that cost the same, the one whose code comes first.
    """
    found = [(channel, _cost(channel, wanted.amount), _obstacle(wanted, channel, standing, at)) for channel in channels]
    able = [(channel.code in wanted.failed, cost.minor, channel.code) for channel, cost, why in found if why is None]
    best = min(able, default=None)
    taken = None if best is None else best[2]
    considered = tuple(
        Considered(channel.code, cost, "" if channel.code == taken else (why or _passed_over(channel, wanted)).value)
        for channel, cost, why in found
    )
    return Route(taken, considered)


def _cost(channel: Channel, amount: Money) -> Money:
    return channel.cost(amount) if amount.currency == channel.currency else Money.zero(channel.currency)


def _passed_over(channel: Channel, wanted: Wanted) -> Obstacle:
    return Obstacle.FAILED_BEFORE if channel.code in wanted.failed else Obstacle.DEARER


def takes(wanted: Wanted, channel: Channel) -> bool:
    """Whether a channel moves money of this kind to or from this account at all, whatever the amount and the hour."""
    return _unfit(wanted, channel) is None


def _unfit(wanted: Wanted, channel: Channel) -> Obstacle | None:
    """Why it never does."""
    tests = (
        (not channel.enabled, Obstacle.DISABLED),
        (wanted.service not in channel.services, Obstacle.OTHER_SERVICE),
        (channel.kind is ChannelKind.BANK and not wanted.corporate, Obstacle.CORPORATE_ONLY),
        (wanted.amount.currency != channel.currency, Obstacle.OTHER_CURRENCY),
        (not channel.serves(wanted.bank), Obstacle.BANK_NOT_SERVED),
    )
    return next((obstacle for applies, obstacle in tests if applies), None)


def _obstacle(wanted: Wanted, channel: Channel, standing: Mapping[str, Standing], at: datetime) -> Obstacle | None:
    now = standing[channel.code]
    tests = (
        (wanted.amount.minor > channel.single_max.minor, Obstacle.OVER_SINGLE_MAX),
        (not channel.works_at(at), Obstacle.OUT_OF_HOURS),
        (now.breaker is Breaker.OPEN, Obstacle.BREAKER_OPEN),
        (not now.room.takes(wanted.amount.minor), Obstacle.NO_ROOM_TODAY),
    )
    return _unfit(wanted, channel) or next((obstacle for applies, obstacle in tests if applies), None)
