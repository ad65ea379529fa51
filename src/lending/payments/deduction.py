"""`DeductionOrder` (扣款单): machine 3.5 as far as it is built.

The loan's money-in lock is taken with the order and freed at a final state only.
"""

import enum
from datetime import date, datetime, timedelta
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.payments.channel import CHANNEL, ChannelAnswer, Word
from lending.payments.events import (
    DeductionContradicted,
    DeductionFailed,
    DeductionInDoubt,
    DeductionOrdered,
    DeductionSucceeded,
)
from lending.payments.ids import DeductionOrderId

__all__ = ["DeductionOrder", "DeductionStatus"]

NOT_FOUND_IS_FINAL_AFTER = timedelta(hours=24)


class DeductionStatus(enum.Enum):
    """Where a deduction order stands."""

    CREATED = "CREATED"
    PROCESSING = "PROCESSING"
    IN_DOUBT = "IN_DOUBT"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"


OPEN = frozenset({DeductionStatus.CREATED, DeductionStatus.PROCESSING, DeductionStatus.IN_DOUBT})


@attrs.frozen(kw_only=True)
class DeductionOrder:
    """One attempt to take what is due on a loan from the customer's account.

    `paid_on` is the day the money moved, `concluded_on` the accounting day on which that was recorded.
    """

    id: DeductionOrderId
    loan_id: str
    customer_id: str
    amount: Money
    ordered_at: datetime
    status: DeductionStatus = DeductionStatus.CREATED
    doubts: int = 0
    channel: str = CHANNEL
    paid_on: date | None = None
    concluded_on: date | None = None
    events: tuple[Event, ...] = ()

    @property
    def order_no(self) -> str:
        """The order's number at the channel."""
        return self.id.value

    @property
    def is_open(self) -> bool:
        """Whether the channel's final word is still awaited."""
        return self.status in OPEN

    def ordered(self) -> Self:
        """This order, with the event that it was given."""
        return attrs.evolve(self, events=(*self.events, DeductionOrdered(self.id, self.loan_id, self.amount)))

    def hear(self, answer: ChannelAnswer, at: datetime, today: date) -> Self:
        """This order after the channel's word; the first final state wins, a contradiction raises an alarm."""
        if self.status not in OPEN:
            return self._hear_late(answer)
        match answer.word:
            case Word.SUCCESS:
                on = min(answer.on or today, today)
                succeeded = DeductionSucceeded(self.id, self.loan_id, self.amount, on)
                return attrs.evolve(
                    self,
                    status=DeductionStatus.SUCCESS,
                    paid_on=on,
                    concluded_on=today,
                    events=(*self.events, succeeded),
                )
            case Word.FAILED:
                return self._fail(answer.code)
            case Word.NOT_FOUND if at - self.ordered_at > NOT_FOUND_IS_FINAL_AFTER:
                return self._fail("NOT_FOUND")
            case Word.ACCEPTED:
                return self._doubt(DeductionStatus.PROCESSING)
            case _:
                return self._doubt(DeductionStatus.IN_DOUBT)

    def _fail(self, code: str) -> Self:
        failed = DeductionFailed(self.id, self.loan_id, code)
        return attrs.evolve(self, status=DeductionStatus.FAILED, events=(*self.events, failed))

    def _doubt(self, status: DeductionStatus) -> Self:
        doubts = self.doubts + 1
        doubted = DeductionInDoubt(self.id, status.value, doubts)
        return attrs.evolve(self, status=status, doubts=doubts, events=(*self.events, doubted))

    def _hear_late(self, answer: ChannelAnswer) -> Self:
        opposite = {DeductionStatus.SUCCESS: Word.FAILED, DeductionStatus.FAILED: Word.SUCCESS}[self.status]
        if answer.word is not opposite:
            return self
        contradicted = DeductionContradicted(self.id, answer.word.value, self.status.value)
        return attrs.evolve(self, events=(*self.events, contradicted))
