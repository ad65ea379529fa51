"""Splitting (拆分): an amount that no channel takes at once goes in parts, each an order of its own (R48)."""

from itertools import pairwise

from lending.kernel.money import Money
from lending.payments.channels import Channels
from lending.payments.routing import Wanted, takes

__all__ = ["most_at_once", "parts_of"]


def most_at_once(wanted: Wanted, directory: Channels | None) -> Money:
    """What of the wanted amount one order can move at most, by the channels that serve its account."""
    able = [] if directory is None else [channel for channel in directory.channels if takes(wanted, channel)]
    most = max((channel.single_max for channel in able), default=wanted.amount)
    return min(wanted.amount, most)


def parts_of(wanted: Wanted, directory: Channels | None) -> tuple[Money, ...]:
    """The amount in as few parts as can be, as alike as can be: cumulative, so that they sum to it exactly."""
    whole, most = wanted.amount.minor, most_at_once(wanted, directory).minor
    count = -(-whole // most)
    ends = [whole * number // count for number in range(count + 1)]
    return tuple(Money(end - start, wanted.amount.currency) for start, end in pairwise(ends))
