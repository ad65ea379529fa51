"""How deductions that wait in a channel's list go out: in a file, or one by one at the channel's pace."""

from datetime import timedelta

from lending.application.call import Call
from lending.application.store import Reader
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rounding import Rounding, divide
from lending.payments.batch_commands import (
    AcceptBatchResult,
    BatchDrawn,
    BatchesView,
    BatchRecorded,
    BatchView,
    CloseBatch,
    DeductionsReleased,
    DrawUpBatch,
    ListBatches,
    ReleaseDeductions,
)
from lending.payments.batch_refusals import (
    BatchAnswered,
    BatchNotFound,
    BatchUnfinished,
    ChannelNotListed,
    TooManyBatches,
)
from lending.payments.batches import BATCH_LINES_MAX, BATCH_NUMBER_MAX, CollectionPace, DeductionBatch
from lending.payments.channels import Channel, Channels
from lending.payments.deduction import DeductionOrder
from lending.payments.ports import CHANNELS, DEDUCTION_BATCHES, DEDUCTIONS, DIRECTORY, PACES, channel_day

__all__ = ["accept_batch_result", "close_batch", "draw_up_batch", "list_batches", "release_deductions"]

MICROSECONDS = 10**6
"""Of a second."""


def draw_up_batch(
    command: DrawUpBatch, call: Call, work: Work
) -> Outcome[BatchDrawn, ChannelNotListed | TooManyBatches]:
    """Draw up a batch of one currency, of at most as many lines as a file has."""
    channel = _listed(work.find(CHANNELS, DIRECTORY), command.channel)
    if isinstance(channel, Failure):
        return channel
    waiting = work.matching(DEDUCTIONS, "listed", command.channel)
    if not waiting:
        return Success(BatchDrawn("", 0))
    currency = waiting[0].amount.currency
    taken = [order for order in waiting if order.amount.currency == currency][:BATCH_LINES_MAX]
    number = 1 + len(work.matching(DEDUCTION_BATCHES, "channel_day", channel_day(command.channel, call.business_date)))
    if number > BATCH_NUMBER_MAX:
        return Failure(TooManyBatches(command.channel, BATCH_NUMBER_MAX))
    batch = DeductionBatch(
        channel=command.channel,
        day=call.business_date,
        number=number,
        currency=currency,
        lines=len(taken),
        total=sum(order.amount.minor for order in taken),
        drawn_at=call.received_at,
    )
    for order in taken:
        work.save(DEDUCTIONS, order.batched(batch.id, call.received_at))
    work.save(DEDUCTION_BATCHES, batch.drawn_up())
    return Success(BatchDrawn(batch.id, batch.lines))


def release_deductions(
    command: ReleaseDeductions, call: Call, work: Work
) -> Outcome[DeductionsReleased, ChannelNotListed]:
    """Give each waiting deduction its moment, after all that were given one before."""
    found = _listed(work.find(CHANNELS, DIRECTORY), command.channel)
    if isinstance(found, Failure):
        return found
    channel = found.unwrap()
    waiting = work.matching(DEDUCTIONS, "listed", command.channel)[:BATCH_LINES_MAX]
    if not waiting:
        return Success(DeductionsReleased(0, None))
    pace = work.find(PACES, command.channel)
    begin = call.received_at if pace is None else max(pace.free_at, call.received_at)
    for place, order in enumerate(waiting):
        work.save(DEDUCTIONS, order.released(begin + _after(place, channel)))
    work.save(PACES, CollectionPace(command.channel, begin + _after(len(waiting), channel)))
    return Success(DeductionsReleased(len(waiting), begin + _after(len(waiting) - 1, channel)))


def _after(sent: int, channel: Channel) -> timedelta:
    """How long after the first the next may go, once so many have been sent."""
    return timedelta(microseconds=divide(sent * MICROSECONDS, channel.per_second, Rounding.UP))


def accept_batch_result(
    command: AcceptBatchResult, _call: Call, work: Work
) -> Outcome[BatchRecorded, BatchNotFound | BatchAnswered]:
    """Bind the batch to this result."""
    batch = work.find(DEDUCTION_BATCHES, command.batch_id)
    if batch is None:
        return Failure(BatchNotFound(command.batch_id))
    accepted = batch.accept(command.digest)
    return accepted if isinstance(accepted, Failure) else _saved(work, accepted.unwrap())


def close_batch(
    command: CloseBatch, _call: Call, work: Work
) -> Outcome[BatchRecorded, BatchNotFound | BatchUnfinished]:
    """Close the batch."""
    batch = work.find(DEDUCTION_BATCHES, command.batch_id)
    if batch is None:
        return Failure(BatchNotFound(command.batch_id))
    orders = work.matching(DEDUCTIONS, "batch", command.batch_id)
    closed = batch.close(tuple(order.order_no for order in orders if order.is_awaiting))
    return closed if isinstance(closed, Failure) else _saved(work, closed.unwrap())


def _saved(work: Work, batch: DeductionBatch) -> Success[BatchRecorded]:
    work.save(DEDUCTION_BATCHES, batch)
    return Success(BatchRecorded(batch.id, batch.state.value))


def _listed(directory: Channels | None, code: str) -> Outcome[Channel, ChannelNotListed]:
    channels = () if directory is None else directory.channels
    found = next((channel for channel in channels if channel.code == code and channel.listed), None)
    return Failure(ChannelNotListed(code)) if found is None else Success(found)


def list_batches(query: ListBatches, _call: Call, reader: Reader) -> Outcome[BatchesView, ChannelNotListed]:
    """What waits for a channel, and what is out."""
    stored = reader.load(CHANNELS, DIRECTORY)
    found = _listed(stored.value if stored else None, query.channel)
    if isinstance(found, Failure):
        return found
    waiting: tuple[DeductionOrder, ...] = tuple(
        stored.value for stored in reader.lookup(DEDUCTIONS, DEDUCTIONS.key("listed"), query.channel)
    )
    batches = reader.lookup(DEDUCTION_BATCHES, DEDUCTION_BATCHES.key("open"), query.channel)
    views = sorted((_view(stored.value) for stored in batches), key=lambda view: (view.day, view.number))
    return Success(BatchesView(query.channel, len(waiting), tuple(views)))


def _view(batch: DeductionBatch) -> BatchView:
    return BatchView(
        batch_id=batch.id,
        day=batch.day,
        number=batch.number,
        currency=batch.currency,
        lines=batch.lines,
        total=batch.total,
        drawn_at=batch.drawn_at,
        status=batch.state.value,
        digest=batch.digest,
    )
