"""What can be asked of deductions by list: in a file (批量代扣), or one by one at a pace (实时批扣)."""

from datetime import date, datetime

import attrs

from lending.application.commands import Command, Query, Receipt
from lending.kernel.checks import SHA_256, text_of
from lending.kernel.money import Currency
from lending.payments.batch_refusals import (
    BatchAnswered,
    BatchNotFound,
    BatchUnfinished,
    ChannelNotListed,
    TooManyBatches,
)

__all__ = [
    "AcceptBatchResult",
    "BatchDrawn",
    "BatchRecorded",
    "BatchView",
    "BatchesView",
    "CloseBatch",
    "DeductionsReleased",
    "DrawUpBatch",
    "ListBatches",
    "ReleaseDeductions",
]


@attrs.frozen
class BatchDrawn(Receipt):
    """The batch and its number of lines; the id is empty where no deduction waited."""

    batch_id: str
    lines: int


@attrs.frozen
class DrawUpBatch(Command[BatchDrawn, ChannelNotListed | TooManyBatches]):
    """Draw up one batch of the deductions that wait in a channel's list; none where none waits."""

    channel: str = attrs.field(validator=text_of(20))


@attrs.frozen
class DeductionsReleased(Receipt):
    """How many deductions were released, and when the last of them goes out; None where none was."""

    released: int
    last_at: datetime | None


@attrs.frozen
class ReleaseDeductions(Command[DeductionsReleased, ChannelNotListed]):
    """Send the deductions that wait in a channel's list one by one, no more a second than it takes."""

    channel: str = attrs.field(validator=text_of(20))


@attrs.frozen
class BatchRecorded(Receipt):
    """Where a batch stands."""

    batch_id: str
    status: str


@attrs.frozen
class AcceptBatchResult(Command[BatchRecorded, BatchNotFound | BatchAnswered]):
    """Accept a result file, by its SHA-256, as the one of the batch: its lines are then recorded order by order."""

    batch_id: str = attrs.field(validator=text_of(64))
    digest: str = attrs.field(validator=SHA_256)


@attrs.frozen
class CloseBatch(Command[BatchRecorded, BatchNotFound | BatchUnfinished]):
    """Close a batch of whose result every line is recorded."""

    batch_id: str = attrs.field(validator=text_of(64))


@attrs.frozen(kw_only=True)
class BatchView:
    """A batch that is not done: its lines and their sum in minor units, and the digest of its result if it has one."""

    batch_id: str
    day: date
    number: int
    currency: Currency
    lines: int
    total: int
    drawn_at: datetime
    status: str
    digest: str


@attrs.frozen
class BatchesView:
    """How many deductions wait in a channel's list, and its batches that are not done."""

    channel: str
    waiting: int
    batches: tuple[BatchView, ...]


@attrs.frozen
class ListBatches(Query[BatchesView, ChannelNotListed]):
    """Look at what goes to a channel by list."""

    channel: str = attrs.field(validator=text_of(20))
