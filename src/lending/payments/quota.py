"""Day quotas (放款额度管理, R67): what may be sent on one accounting day, by amount and count, per channel and in all.

They are limits with the day in their keys, made by the first order of the day. An order occupies them before it is
sent, and its final word confirms or releases what it holds; an order in doubt keeps it.
"""

from collections.abc import Callable, Iterator
from datetime import date

from lending.application.limits import Limit
from lending.application.work import Work
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.occupations import Held, Occupation
from lending.operations.ports import OCCUPATIONS
from lending.operations.refusals import NoRoomInLimit, OccupationClosed
from lending.payments.channels import Channel, Channels, Service
from lending.payments.routing import Room

__all__ = ["occupy", "room_of", "settle"]

ALL = "ALL"
"""In place of a channel's code: every channel together."""


def _totals(channels: Channels, channel: Channel, service: Service, day: date) -> Iterator[tuple[str, int, int]]:
    """For each of the day's limits that an order through `channel` draws on: key, total for amounts, for counts."""
    place = f"channel-day/{service.value}/{day.isoformat()}"
    yield f"{place}/{channel.code}", channel.day_max.minor, channel.day_count
    if service is Service.PAYOUT:
        yield f"{place}/{ALL}", channels.payout_day_max.minor, channels.payout_day_count


def room_of(
    limit_of: Callable[[str], Limit | None], channels: Channels, channel: Channel, service: Service, day: date
) -> Room:
    """What is left of the day for orders through this channel."""
    rooms = [
        (_free(limit_of, f"{key}/amount", amount), _free(limit_of, f"{key}/count", count))
        for key, amount, count in _totals(channels, channel, service, day)
    ]
    return Room(min(amount for amount, _ in rooms), min(count for _, count in rooms))


def _free(limit_of: Callable[[str], Limit | None], key: str, total: int) -> int:
    """What is free of a limit under its published total, which the row takes over with the next draw."""
    limit = limit_of(key)
    return total if limit is None else max(0, total - limit.occupied - limit.used)


def occupy(
    work: Work, channels: Channels, channel: Channel, service: Service, day: date, order_no: str, amount: Money
) -> Outcome[None, NoRoomInLimit]:
    """Set the amount and one order aside for the order with this number, or nothing."""
    held: list[Held] = []
    for key, amount_total, count_total in _totals(channels, channel, service, day):
        for name, total, wanted in (("amount", amount_total, amount.minor), ("count", count_total, 1)):
            limit = work.limit(f"{key}/{name}")
            if limit is None or limit.total != total:
                work.set_limit(f"{key}/{name}", total)
            held.append(Held(f"{key}/{name}", wanted, revolving=False))
    taken = Occupation.take(work, order_no, tuple(held))
    if isinstance(taken, Failure):
        return taken
    work.save(OCCUPATIONS, taken.unwrap())
    return Success(None)


def settle(work: Work, order_no: str, *, succeeded: bool) -> Outcome[None, OccupationClosed]:
    """The order with this number has its final word: what it holds is used, or given back."""
    held = work.get(OCCUPATIONS, order_no)
    settled = held.confirm(work) if succeeded else held.release(work)
    if isinstance(settled, Failure):
        return settled
    work.save(OCCUPATIONS, settled.unwrap())
    return Success(None)
