"""How orders find their channel: routed by what is published, what is known of health and what is left of the day."""

from datetime import timedelta

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.commands import Published
from lending.operations.health import Breaker, VendorHealth
from lending.operations.refusals import NoRoomInLimit
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.channels import Service
from lending.payments.commands import PayoutRecorded, PublishChannels, RoutePayout
from lending.payments.disbursement import PayoutStatus
from lending.payments.events import ChannelsPublished
from lending.payments.ports import CHANNEL_HEALTH, CHANNELS, DIRECTORY, DISBURSEMENTS
from lending.payments.quota import occupy, room_of
from lending.payments.refusals import ChannelDropped, OrderNotFound
from lending.payments.routing import Route, Standing, Wanted, route

__all__ = ["note_health", "publish_channels", "route_payout", "take_route"]

ROUTED_AGAIN_AFTER = timedelta(minutes=10)
"""When an order that no channel could take is looked at again."""

BAD = frozenset({Word.UNKNOWN, Word.UNREACHED})
"""Words that speak against a channel's health."""
NEUTRAL = frozenset({Word.NOT_FOUND})


def publish_channels(command: PublishChannels, _call: Call, work: Work) -> Outcome[Published, ChannelDropped]:
    """Keep the directory."""
    held = work.find(CHANNELS, DIRECTORY)
    published = command.channels
    if held != published:
        dropped = (held.codes if held is not None else frozenset()) - published.codes
        if dropped:
            return Failure(ChannelDropped(tuple(sorted(dropped))))
        work.save(CHANNELS, published)
        work.record(DIRECTORY, ChannelsPublished(published.version, tuple(sorted(published.codes))))
    return Success(Published(DIRECTORY, published.version))


def route_payout(
    command: RoutePayout, call: Call, work: Work
) -> Outcome[PayoutRecorded, OrderNotFound | NoRoomInLimit]:
    """Send the attempt through the best channel; one that no channel can take is looked at again later."""
    order = work.find(DISBURSEMENTS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    if order.status is PayoutStatus.READY and order.attempt == command.attempt:
        wanted = Wanted(
            service=Service.PAYOUT,
            bank=order.bank,
            amount=order.amount,
            failed=order.failed_through,
            corporate=order.to_dealer,
        )
        taken = take_route(wanted, order.order_no, call, work)
        if isinstance(taken, Failure):
            return taken
        routed = order.routed(taken.unwrap(), call.received_at)
        if routed is not order:
            work.save(DISBURSEMENTS, routed)
        if routed.status is PayoutStatus.READY:
            work.schedule(call.received_at + ROUTED_AGAIN_AFTER, command)
        order = routed
    return Success(PayoutRecorded(order.id, order.status.value))


def take_route(wanted: Wanted, order_no: str, call: Call, work: Work) -> Outcome[Route, NoRoomInLimit]:
    """The route; the channel taken is occupied for the order, and probed by it where its breaker is half open."""
    directory = work.find(CHANNELS, DIRECTORY)
    if directory is None:
        return Success(Route(None, ()))
    at, day = call.received_at, call.business_date
    health = {channel.code: _health(work, channel.code) for channel in directory.channels}
    standing = {
        channel.code: Standing(
            health[channel.code].state(at), room_of(work.limit, directory, channel, wanted.service, day)
        )
        for channel in directory.channels
    }
    found = route(wanted, directory.channels, standing, at)
    for channel in directory.channels:
        if channel.code == found.channel:
            occupied = occupy(work, directory, channel, wanted.service, day, order_no, wanted.amount)
            if isinstance(occupied, Failure):
                return occupied
            if standing[channel.code].breaker is Breaker.HALF_OPEN:
                work.save(CHANNEL_HEALTH, health[channel.code].probing(order_no, at))
    return Success(found)


def _health(work: Work, channel: str) -> VendorHealth:
    return work.find(CHANNEL_HEALTH, channel) or VendorHealth(vendor=channel)


def note_health(channel: str, order_no: str, answer: ChannelAnswer, call: Call, work: Work) -> None:
    """What a channel's word on an order says of its health."""
    if answer.word in NEUTRAL:
        return
    held = _health(work, channel)
    heard = held.heard(order_no, call.received_at, good=answer.word not in BAD)
    if heard is not held:
        work.save(CHANNEL_HEALTH, heard)
