"""`DeductionBatch` (批扣批次): deductions that go to a channel in one file, and come back in one."""

import enum
from datetime import date, datetime
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import CNY, Currency
from lending.kernel.outcome import Failure, Outcome, Success
from lending.payments.batch_refusals import BatchAnswered, BatchUnfinished
from lending.payments.events import BatchAccepted, BatchClosed, BatchDrawnUp

__all__ = [
    "BATCH_LINES_MAX",
    "BATCH_NUMBER_MAX",
    "BatchState",
    "CollectionPace",
    "DeductionBatch",
    "batch_id",
]

BATCH_LINES_MAX = 2_000
"""Lines of one file; what is more goes into the next."""
BATCH_NUMBER_MAX = 9_999
"""Files of one channel and day."""


def batch_id(channel: str, day: date, number: int) -> str:
    """The id of a channel's `number`-th batch of a day, which its file is named by."""
    return f"{channel}-{day.isoformat()}-{number}"


class BatchState(enum.Enum):
    """Where a batch stands."""

    SENT = "SENT"
    """Drawn up; its file is the channel's, or on its way there."""
    ANSWERED = "ANSWERED"
    """A result file was accepted and is being recorded, line by line."""
    DONE = "DONE"
    """Every line of the result is recorded."""


@attrs.frozen(kw_only=True)
class DeductionBatch:
    """One batch: how many lines, over how much in minor units; `digest` is that of the result file accepted."""

    channel: str
    day: date
    number: int
    currency: Currency = CNY
    lines: int
    total: int
    drawn_at: datetime
    state: BatchState = BatchState.SENT
    digest: str = ""
    events: tuple[Event, ...] = ()

    @property
    def id(self) -> str:
        """Channel, day and number."""
        return batch_id(self.channel, self.day, self.number)

    def drawn_up(self) -> Self:
        """This batch, with the event that it was drawn up."""
        drawn = BatchDrawnUp(self.id, self.lines, self.total)
        return attrs.evolve(self, events=(*self.events, drawn))

    def accept(self, digest: str) -> Outcome[Self, BatchAnswered]:
        """With this result, which no other may replace; the same again goes on where it was left."""
        if self.state is BatchState.ANSWERED and self.digest == digest:
            return Success(self)
        if self.state is not BatchState.SENT:
            return Failure(BatchAnswered(self.id, self.state.value, self.digest))
        accepted = BatchAccepted(self.id, digest)
        return Success(attrs.evolve(self, state=BatchState.ANSWERED, digest=digest, events=(*self.events, accepted)))

    def close(self, awaited: tuple[str, ...]) -> Outcome[Self, BatchUnfinished]:
        """Done, once a result was accepted and none of its orders is awaited any more."""
        if self.state is BatchState.DONE:
            return Success(self)
        if self.state is BatchState.SENT or awaited:
            return Failure(BatchUnfinished(self.id, self.state.value, awaited))
        return Success(attrs.evolve(self, state=BatchState.DONE, events=(*self.events, BatchClosed(self.id))))


@attrs.frozen
class CollectionPace:
    """When the next deduction may be sent to a channel that takes so many a second."""

    channel: str
    free_at: datetime
