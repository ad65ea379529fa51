"""`DeductionOrder` (扣款单): machine 3.5.

The loan's money-in lock is taken with the order and freed at a final state only.
"""

import enum
from datetime import date, datetime
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.payments.channel import ChannelAnswer, Word, final_failure
from lending.payments.events import (
    DeductionContradicted,
    DeductionFailed,
    DeductionInDoubt,
    DeductionOrdered,
    DeductionRouted,
    DeductionSucceeded,
)
from lending.payments.failures import NO_CHANNEL, TRIES_USED, FailureClass, class_of
from lending.payments.ids import DeductionOrderId
from lending.payments.routing import Considered, Route

__all__ = ["DeductionOrder", "DeductionStatus"]


class DeductionStatus(enum.Enum):
    """Where a deduction order stands."""

    CREATED = "CREATED"
    """To be routed; nothing has been sent."""
    SENT = "SENT"
    """On its way to the channel that was chosen."""
    PROCESSING = "PROCESSING"
    IN_DOUBT = "IN_DOUBT"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"


OPEN = frozenset({DeductionStatus.CREATED, DeductionStatus.SENT, DeductionStatus.PROCESSING, DeductionStatus.IN_DOUBT})
AWAITING = OPEN - {DeductionStatus.CREATED}
"""States in which the channel has, or may have, the order."""


@attrs.frozen(kw_only=True)
class DeductionOrder:
    """One attempt to take what is due on a loan from the customer's account.

    `day` is the accounting day it was ordered on, `failed` are the channels that what is due failed through that day.
    `channel` is empty until one is chosen; `considered` says of each why it was taken or not.
    `paid_on` is the day the money moved, `concluded_on` the accounting day on which that was recorded.
    """

    id: DeductionOrderId
    loan_id: str
    customer_id: str
    amount: Money
    ordered_at: datetime
    day: date
    status: DeductionStatus = DeductionStatus.CREATED
    doubts: int = 0
    sent_at: datetime | None = None
    channel: str = ""
    considered: tuple[Considered, ...] = ()
    failed: frozenset[str] = frozenset()
    code: str = ""
    """Why it failed."""
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

    @property
    def is_awaiting(self) -> bool:
        """Whether a channel has, or may have, the order."""
        return self.status in AWAITING

    @property
    def was_refused(self) -> bool:
        """Whether the card was tried and failed: what never left counts for nothing."""
        sent = self.channel and self.code != Word.UNREACHED.value
        return self.status is DeductionStatus.FAILED and bool(sent)

    @property
    def failed_through(self) -> frozenset[str]:
        """The channels that what is due failed through that day by their own fault, this one's included."""
        at_fault = self.channel and class_of(self.code) is FailureClass.CHANNEL
        return self.failed | {self.channel} if at_fault else self.failed

    def left_alone(self) -> Self:
        """This order, whose card has failed too often today to be tried again."""
        assert self.status is DeductionStatus.CREATED, f"{self.id} is {self.status.value}"
        return self._fail(TRIES_USED)

    def routed(self, taken: Route, at: datetime) -> Self:
        """This order on its way through the channel that was taken; failed where none could be, so the loan is free."""
        assert self.status is DeductionStatus.CREATED, f"{self.id} is routed while {self.status.value}"
        if taken.channel is None:
            return attrs.evolve(self._fail(NO_CHANNEL), considered=taken.considered)
        sent = DeductionRouted(self.id, taken.channel)
        return attrs.evolve(
            self,
            considered=taken.considered,
            status=DeductionStatus.SENT,
            channel=taken.channel,
            sent_at=at,
            events=(*self.events, sent),
        )

    def hear(self, answer: ChannelAnswer, at: datetime, today: date) -> Self:
        """This order after the channel's word; the first final state wins, a contradiction raises an alarm."""
        if not self.is_awaiting:
            return self._hear_late(answer)
        if answer.word is Word.SUCCESS:
            return self._succeed(min(answer.on or today, today), today)
        first = self.status is DeductionStatus.SENT
        code = final_failure(answer, at - (self.sent_at or self.ordered_at), first=first)
        if code is not None:
            return self._fail(code)
        accepted = answer.word is Word.ACCEPTED
        return self._doubt(DeductionStatus.PROCESSING if accepted else DeductionStatus.IN_DOUBT)

    def _succeed(self, on: date, today: date) -> Self:
        succeeded = DeductionSucceeded(self.id, self.loan_id, self.amount, on)
        return attrs.evolve(
            self, status=DeductionStatus.SUCCESS, paid_on=on, concluded_on=today, events=(*self.events, succeeded)
        )

    def _fail(self, code: str) -> Self:
        failed = DeductionFailed(self.id, self.loan_id, code)
        return attrs.evolve(self, status=DeductionStatus.FAILED, code=code, events=(*self.events, failed))

    def _doubt(self, status: DeductionStatus) -> Self:
        doubts = self.doubts + 1
        doubted = DeductionInDoubt(self.id, status.value, doubts)
        return attrs.evolve(self, status=status, doubts=doubts, events=(*self.events, doubted))

    def _hear_late(self, answer: ChannelAnswer) -> Self:
        opposite = Word.FAILED if self.status is DeductionStatus.SUCCESS else Word.SUCCESS
        if answer.word is not opposite:
            return self
        contradicted = DeductionContradicted(self.id, answer.word.value, self.status.value)
        return attrs.evolve(self, events=(*self.events, contradicted))
