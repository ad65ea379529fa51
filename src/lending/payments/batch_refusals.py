"""What is refused of deductions by list."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["BatchAnswered", "BatchNotFound", "BatchUnfinished", "ChannelNotListed", "TooManyBatches"]


@attrs.frozen
class ChannelNotListed(Refusal):
    """No channel with this code takes deductions by list."""

    code = "CHANNEL_NOT_LISTED"
    kind = RefusalKind.PRECONDITION
    channel: str


@attrs.frozen
class BatchNotFound(Refusal):
    """No such batch was drawn up."""

    code = "BATCH_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    batch_id: str


@attrs.frozen
class BatchAnswered(Refusal):
    """A result of the batch was accepted before, with this SHA-256: it is not taken in again, nor another one."""

    code = "BATCH_ANSWERED"
    kind = RefusalKind.CONFLICT
    batch_id: str
    status: str
    digest: str


@attrs.frozen
class BatchUnfinished(Refusal):
    """The batch has no result yet, or these of its orders still await their word."""

    code = "BATCH_UNFINISHED"
    kind = RefusalKind.PRECONDITION
    batch_id: str
    status: str
    orders: tuple[str, ...]


@attrs.frozen
class TooManyBatches(Refusal):
    """The channel has had as many files this day as can be numbered."""

    code = "TOO_MANY_BATCHES"
    kind = RefusalKind.PRECONDITION
    channel: str
    batches_max: int
