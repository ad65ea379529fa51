"""`DisbursementOrder` (放款单): machine 3.4 as far as it is built.

Money in doubt is neither sent again nor released: only a final FAILED opens the way to a second attempt,
under a new channel order number.
"""

import enum
from datetime import date, datetime, timedelta
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.payments.channel import CHANNEL, ChannelAnswer, Word
from lending.payments.events import (
    PayoutAbandoned,
    PayoutContradicted,
    PayoutInDoubt,
    PayoutOrdered,
    PayoutRetried,
    PayoutSucceeded,
)
from lending.payments.ids import DisbursementOrderId

__all__ = ["DisbursementOrder", "PayoutStatus"]

ATTEMPTS_MAX = 3
NOT_FOUND_IS_FINAL_AFTER = timedelta(hours=24)
"""By then the channel's next-day file would hold the order if it existed."""


class PayoutStatus(enum.Enum):
    """Where a disbursement order stands."""

    READY = "READY"
    PROCESSING = "PROCESSING"
    IN_DOUBT = "IN_DOUBT"
    SUCCESS = "SUCCESS"
    CLOSED = "CLOSED"


OPEN = frozenset({PayoutStatus.READY, PayoutStatus.PROCESSING, PayoutStatus.IN_DOUBT})


@attrs.frozen(kw_only=True)
class DisbursementOrder:
    """One payout of a contract to its payee.

    `paid_on` is the day the money moved, `concluded_on` the accounting day on which that was recorded.
    """

    id: DisbursementOrderId
    contract_id: str
    amount: Money
    to_dealer: bool
    ordered_at: datetime
    status: PayoutStatus = PayoutStatus.READY
    attempt: int = 1
    doubts: int = 0
    channel: str = CHANNEL
    paid_on: date | None = None
    concluded_on: date | None = None
    events: tuple[Event, ...] = ()

    @property
    def order_no(self) -> str:
        """The present attempt's number at the channel."""
        return f"{self.id.value}-{self.attempt}"

    @property
    def is_open(self) -> bool:
        """Whether the channel's final word is still awaited."""
        return self.status in OPEN

    def ordered(self) -> Self:
        """This order, with the event that it was given."""
        given = PayoutOrdered(self.id, self.contract_id, self.amount, self.to_dealer)
        return attrs.evolve(self, events=(*self.events, given))

    def hear(self, order_no: str, answer: ChannelAnswer, at: datetime, today: date) -> Self:
        """This order after the channel's word on it, whatever the order in which words arrive.

        The value date is the day the channel names, and never after the accounting day. The first final state
        wins; a repeated word changes nothing, one that contradicts it raises an alarm.
        """
        if order_no != self.order_no or self.status not in OPEN:
            return self._hear_late(order_no, answer)
        match answer.word:
            case Word.SUCCESS:
                return self._succeed(min(answer.on or today, today), today)
            case Word.FAILED:
                return self._fail(answer.code)
            case Word.ACCEPTED:
                return self._doubt(PayoutStatus.PROCESSING)
            case Word.NOT_FOUND if at - self.ordered_at > NOT_FOUND_IS_FINAL_AFTER:
                return self._fail("NOT_FOUND")
            case _:
                return self._doubt(PayoutStatus.IN_DOUBT)

    def _succeed(self, on: date, today: date) -> Self:
        succeeded = PayoutSucceeded(self.id, self.contract_id, self.amount, on)
        return attrs.evolve(
            self, status=PayoutStatus.SUCCESS, paid_on=on, concluded_on=today, events=(*self.events, succeeded)
        )

    def _fail(self, code: str) -> Self:
        if self.attempt < ATTEMPTS_MAX:
            retried = PayoutRetried(self.id, self.attempt + 1, code)
            return attrs.evolve(
                self, status=PayoutStatus.READY, attempt=self.attempt + 1, doubts=0, events=(*self.events, retried)
            )
        abandoned = PayoutAbandoned(self.id, self.contract_id, code)
        return attrs.evolve(self, status=PayoutStatus.CLOSED, events=(*self.events, abandoned))

    def _doubt(self, status: PayoutStatus) -> Self:
        doubts = self.doubts + 1
        doubted = PayoutInDoubt(self.id, status.value, doubts)
        return attrs.evolve(self, status=status, doubts=doubts, events=(*self.events, doubted))

    def _hear_late(self, order_no: str, answer: ChannelAnswer) -> Self:
        """A word on an order that is final, or on an earlier attempt."""
        present = order_no == self.order_no
        paid_twice = answer.word is Word.SUCCESS and not (present and self.status is PayoutStatus.SUCCESS)
        taken_back = answer.word is Word.FAILED and present and self.status is PayoutStatus.SUCCESS
        if not (paid_twice or taken_back):
            return self
        contradicted = PayoutContradicted(self.id, order_no, answer.word.value, self.status.value)
        return attrs.evolve(self, events=(*self.events, contradicted))
