"""`DeductionOrder` (扣款单): machine 3.5.

The loan's money-in lock is taken with the order and freed at a final state only.
"""

import enum
from datetime import date, datetime
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.payments.cards import CardConsidered
from lending.payments.channel import ChannelAnswer, Word, final_failure
from lending.payments.events import (
    DeductionBatched,
    DeductionContradicted,
    DeductionFailed,
    DeductionInDoubt,
    DeductionOrdered,
    DeductionReleased,
    DeductionRouted,
    DeductionSucceeded,
    DeductionTakenInPart,
)
from lending.payments.failures import FailureClass, class_of
from lending.payments.ids import DeductionOrderId
from lending.payments.routing import Considered, Route
from lending.payments.tries import CardTry

__all__ = ["Asked", "DeductionOrder", "DeductionStatus"]


class DeductionStatus(enum.Enum):
    """Where a deduction order stands."""

    CREATED = "CREATED"
    """To be routed; nothing has been sent."""
    SENT = "SENT"
    """On its way to the channel that was chosen."""
    PROCESSING = "PROCESSING"
    IN_DOUBT = "IN_DOUBT"
    SUCCESS = "SUCCESS"
    PARTIAL = "PARTIAL"
    """The bank took less than was asked, as was agreed."""
    FAILED = "FAILED"


TOOK = frozenset({DeductionStatus.SUCCESS, DeductionStatus.PARTIAL})
"""States in which money came in."""

OPEN = frozenset({DeductionStatus.CREATED, DeductionStatus.SENT, DeductionStatus.PROCESSING, DeductionStatus.IN_DOUBT})
AWAITING = OPEN - {DeductionStatus.CREATED}
"""States in which the channel has, or may have, the order."""

FINAL_WORDS = {
    Word.SUCCESS: DeductionStatus.SUCCESS,
    Word.PARTIAL: DeductionStatus.PARTIAL,
    Word.FAILED: DeductionStatus.FAILED,
}
"""Words that say how an order ends, and the state that agrees with each."""


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked of which card; less may be taken where `in_part`. `cards` says of each why it was taken or not."""

    card: int
    amount: Money
    in_part: bool
    cards: tuple[CardConsidered, ...]
    listed: bool = False
    """Whether it waits in the channel's list."""


@attrs.frozen(kw_only=True)
class DeductionOrder:
    """One attempt to take what is due on a loan from one of the customer's cards.

    `due` is what had to be paid when it was ordered; `amount` is what is asked of the card, never more; `moved` is
    what came in. `card` is the number of the card, 0 until one is chosen; `cards` says of each why it was taken or not.
    Where it is `smart`, card and amount are picked by what tries tell (R70), else by the customer's order.
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
    smart: bool = False
    due: Money = attrs.field(default=attrs.Factory(lambda order: order.amount, takes_self=True))
    card: int = 0
    cards: tuple[CardConsidered, ...] = ()
    in_part: bool = False
    """Whether the bank may take less."""
    listed: bool = False
    """Whether it was put in the channel's list and has not left it."""
    batch: str = ""
    """The batch whose file it goes in."""
    taken: Money | None = None
    """The part that the bank took, where it was one."""
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
    def is_listed(self) -> bool:
        """Whether it waits in the channel's list: nothing has been sent."""
        return self.listed and self.is_awaiting

    @property
    def moved(self) -> Money:
        """What moved, or would if the order is open."""
        return self.amount if self.taken is None else self.taken

    @property
    def has_taken(self) -> bool:
        """Whether money came in."""
        return self.status in TOOK

    @property
    def rest(self) -> Money:
        """What was due and this order did not bring."""
        return self.due - self.moved if self.has_taken else self.due

    @property
    def tried(self) -> CardTry | None:
        """What its final word tells of the card; None where nothing had left."""
        if self.sent_at is None or self.code == Word.UNREACHED.value:
            return None
        return CardTry(
            at=self.sent_at,
            asked=self.amount,
            took=self.moved if self.has_taken else Money.zero(self.amount.currency),
            channel=self.channel,
            fault=self.code != "" and class_of(self.code) is not FailureClass.INSUFFICIENT,
        )

    @property
    def failed_through(self) -> frozenset[str]:
        """The channels that what is due failed through that day by their own fault, this one's included."""
        at_fault = self.channel and class_of(self.code) is FailureClass.CHANNEL
        return self.failed | {self.channel} if at_fault else self.failed

    def unsent(self, code: str, cards: tuple[CardConsidered, ...], considered: tuple[Considered, ...]) -> Self:
        """This order, failed because no card, or none through any channel, could be asked; so the loan is free."""
        assert self.status is DeductionStatus.CREATED, f"{self.id} is {self.status.value}"
        return attrs.evolve(self._fail(code), cards=cards, considered=considered)

    def routed(self, taken: Route, asked: Asked, at: datetime) -> Self:
        """This order on its way to the card that was chosen, through the channel that was."""
        assert self.status is DeductionStatus.CREATED, f"{self.id} is routed while {self.status.value}"
        assert taken.channel is not None, f"{self.id} has no channel"
        assert asked.amount <= self.due, f"{self.id} asks {asked.amount}, {self.due} is due"
        sent = DeductionRouted(self.id, taken.channel)
        return attrs.evolve(
            self,
            card=asked.card,
            cards=asked.cards,
            amount=asked.amount,
            in_part=asked.in_part,
            listed=asked.listed,
            considered=taken.considered,
            status=DeductionStatus.SENT,
            channel=taken.channel,
            sent_at=at,
            events=(*self.events, sent),
        )

    def batched(self, batch: str, at: datetime) -> Self:
        """This order out of the list and in the file of a batch."""
        assert self.is_listed, f"{self.id} waits in no list"
        told = DeductionBatched(self.id, batch)
        return attrs.evolve(self, listed=False, batch=batch, sent_at=at, events=(*self.events, told))

    def released(self, due_at: datetime) -> Self:
        """This order out of the list, to be sent at `due_at`."""
        assert self.is_listed, f"{self.id} waits in no list"
        told = DeductionReleased(self.id, due_at)
        return attrs.evolve(self, listed=False, sent_at=due_at, events=(*self.events, told))

    def hear(self, answer: ChannelAnswer, at: datetime, today: date) -> Self:
        """This order after the channel's word; the first final state wins, a contradiction raises an alarm."""
        if not self.is_awaiting:
            return self._hear_late(answer)
        on = min(answer.on or today, today)
        if answer.word is Word.SUCCESS:
            return self._succeed(on, today)
        if answer.taken is not None:
            return self._take_part(answer.taken, on, today)
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

    def _take_part(self, taken: Money, on: date, today: date) -> Self:
        """A part that was not agreed, or is none, is not believed: the order stays in doubt, with an alarm."""
        if not self.in_part or taken.currency != self.amount.currency or taken >= self.amount:
            doubted = self._doubt(DeductionStatus.IN_DOUBT)
            contradicted = DeductionContradicted(self.id, Word.PARTIAL.value, self.status.value)
            return attrs.evolve(doubted, events=(*doubted.events, contradicted))
        in_part = DeductionTakenInPart(self.id, self.loan_id, taken, on)
        return attrs.evolve(
            self,
            status=DeductionStatus.PARTIAL,
            taken=taken,
            paid_on=on,
            concluded_on=today,
            events=(*self.events, in_part),
        )

    def _fail(self, code: str) -> Self:
        failed = DeductionFailed(self.id, self.loan_id, code)
        return attrs.evolve(self, status=DeductionStatus.FAILED, code=code, events=(*self.events, failed))

    def _doubt(self, status: DeductionStatus) -> Self:
        doubts = self.doubts + 1
        doubted = DeductionInDoubt(self.id, status.value, doubts)
        return attrs.evolve(self, status=status, doubts=doubts, events=(*self.events, doubted))

    def _hear_late(self, answer: ChannelAnswer) -> Self:
        agreed = FINAL_WORDS.get(answer.word, self.status) is self.status and answer.taken in {None, self.taken}
        if self.is_open or agreed:
            return self
        contradicted = DeductionContradicted(self.id, answer.word.value, self.status.value)
        return attrs.evolve(self, events=(*self.events, contradicted))
