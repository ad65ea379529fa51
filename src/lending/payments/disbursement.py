"""`DisbursementOrder` (放款单): machine 3.4.

Money in doubt is neither sent again nor released: only a final failure opens the way to a further attempt, under a
new channel order number and perhaps through another channel.
"""

import enum
from datetime import date, datetime
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.payments.channel import ChannelAnswer, Word, final_failure
from lending.payments.events import (
    PayoutAbandoned,
    PayoutCancelled,
    PayoutContradicted,
    PayoutInDoubt,
    PayoutOrdered,
    PayoutParked,
    PayoutRetried,
    PayoutReturned,
    PayoutRouted,
    PayoutSucceeded,
    PayoutWaited,
    PayoutWithdrawn,
)
from lending.payments.ids import DisbursementOrderId, PayoutVoucherId
from lending.payments.refusals import PayoutNotPaid, PayoutNotParked, ReturnBeforePayout
from lending.payments.routing import Considered, Route
from lending.payments.voucher_refusals import PayoutUnderWay

__all__ = ["ATTEMPTS_MAX", "PAID", "Attempt", "DisbursementOrder", "GivenBack", "Late", "PayoutStatus"]

ATTEMPTS_MAX = 3
"""Final failures after which an order is given up, or, where it was promised, waits for the next workday."""


class PayoutStatus(enum.Enum):
    """Where a disbursement order stands."""

    READY = "READY"
    """To be routed; nothing has been sent under its present number."""
    SENT = "SENT"
    """On its way to the channel that was chosen."""
    PROCESSING = "PROCESSING"
    IN_DOUBT = "IN_DOUBT"
    PARKED = "PARKED"
    """An earlier attempt that had failed has been paid after all: nothing more is sent before a person decides."""
    SUCCESS = "SUCCESS"
    RETURNED = "RETURNED"
    """The payee's bank sent the money back (退票)."""
    CANCELLED = "CANCELLED"
    """It was taken back at the counter (撤销放款)."""
    CLOSED = "CLOSED"


AWAITING = frozenset({PayoutStatus.SENT, PayoutStatus.PROCESSING, PayoutStatus.IN_DOUBT})
"""States in which the channel has, or may have, the order."""
PAID = frozenset({PayoutStatus.SUCCESS, PayoutStatus.RETURNED, PayoutStatus.CANCELLED})
"""States in which the money has reached the payee, and stayed or come back."""


@attrs.frozen
class Attempt:
    """An attempt that has finally failed: its number in the order, its channel, and why."""

    no: int
    channel: str
    code: str


@attrs.frozen
class Late:
    """A success of an attempt that had finally failed: money may go out twice. `on` is the day it moved."""

    no: int
    on: date


@attrs.frozen
class GivenBack:
    """The money that came back: on which day, recorded on which accounting day, and why."""

    on: date
    recorded_on: date
    reason: str


@attrs.frozen(kw_only=True)
class DisbursementOrder:
    """One payout of a contract to its payee, whose account is at `bank`: the borrower, or the dealer `dealer_id`.

    An amount that no channel takes at once goes in `parts`, each an order of its own; this one is number `part`.
    Where `voucher_days` are given, the dealer is to have a payout voucher that stands so long; `voucher` is its number
    once it has. What was promised, or is a part, is not given up after failures: it goes out again, the next workday.
    `channel` is that of the present attempt, empty until one is chosen; `considered` says of each channel why it was
    taken or not. `paid_on` is the day the money moved, `concluded_on` the accounting day on which that was recorded.
    """

    id: DisbursementOrderId
    contract_id: str
    amount: Money
    bank: str
    ordered_at: datetime
    dealer_id: str | None = None
    part: int = 1
    parts: int = 1
    voucher_days: int | None = None
    voucher: PayoutVoucherId | None = None
    status: PayoutStatus = PayoutStatus.READY
    attempt: int = 1
    sent_at: datetime | None = None
    doubts: int = 0
    channel: str = ""
    considered: tuple[Considered, ...] = ()
    failed: tuple[Attempt, ...] = ()
    late: Late | None = None
    paid_on: date | None = None
    concluded_on: date | None = None
    given_back: GivenBack | None = None
    events: tuple[Event, ...] = ()

    @property
    def to_dealer(self) -> bool:
        """Whether it goes to a dealer's corporate account."""
        return self.dealer_id is not None

    @property
    def failures(self) -> int:
        """How many attempts failed for good after they had left."""
        return sum(attempt.code != Word.UNREACHED.value for attempt in self.failed)

    @property
    def order_no(self) -> str:
        """The present attempt's number at the channel."""
        return self.number_of(self.attempt)

    def number_of(self, attempt: int) -> str:
        """An attempt's number at the channel."""
        return f"{self.id.value}-{attempt}"

    def channel_of(self, order_no: str) -> str:
        """The channel that an attempt went through; empty where there is no such attempt."""
        gone = {self.number_of(attempt.no): attempt.channel for attempt in self.failed}
        return self.channel if order_no == self.order_no else gone.get(order_no, "")

    @property
    def is_open(self) -> bool:
        """Whether its end is still awaited."""
        return self.status not in PAID and self.status is not PayoutStatus.CLOSED

    @property
    def is_awaiting(self) -> bool:
        """Whether a channel has, or may have, the present attempt."""
        return self.status in AWAITING

    @property
    def failed_through(self) -> frozenset[str]:
        """The channels that it failed through."""
        return frozenset(attempt.channel for attempt in self.failed)

    def ordered(self) -> Self:
        """This order, with the event that it was given."""
        given = PayoutOrdered(self.id, self.contract_id, self.amount, self.to_dealer)
        return attrs.evolve(self, events=(*self.events, given))

    def vouched(self, voucher: PayoutVoucherId) -> Self:
        """This order, whose money its dealer has our word for."""
        return attrs.evolve(self, voucher=voucher)

    def unvouched(self) -> Self:
        """This order, for whose money no voucher could be given."""
        return attrs.evolve(self, voucher_days=None)

    def withdraw(self, reason: str) -> Outcome[Self, PayoutUnderWay]:
        """Nothing goes out under this order any more; refused where something has, or may have."""
        if self.status is not PayoutStatus.READY:
            return Failure(PayoutUnderWay(self.id.value, self.status.value))
        withdrawn = PayoutWithdrawn(self.id, self.contract_id, reason)
        return Success(attrs.evolve(self, status=PayoutStatus.CLOSED, events=(*self.events, withdrawn)))

    def routed(self, taken: Route, at: datetime) -> Self:
        """This order on its way through the channel that was taken, or waiting where none could be."""
        assert self.status is PayoutStatus.READY, f"{self.id} is routed while {self.status.value}"
        if taken.channel is None:
            if taken.considered == self.considered:
                return self
            waited = PayoutWaited(self.id, self.attempt)
            return attrs.evolve(self, considered=taken.considered, events=(*self.events, waited))
        sent = PayoutRouted(self.id, self.attempt, taken.channel)
        return attrs.evolve(
            self,
            status=PayoutStatus.SENT,
            channel=taken.channel,
            considered=taken.considered,
            sent_at=at,
            events=(*self.events, sent),
        )

    def hear(self, order_no: str, answer: ChannelAnswer, at: datetime, today: date) -> Self:
        """This order after the channel's word on it, whatever the order in which words arrive.

        The value date is the day the channel names, and never after the accounting day. The first final state
        wins; a repeated word changes nothing, one that contradicts it raises an alarm.
        """
        if order_no != self.order_no or not self.is_awaiting:
            return self._hear_late(order_no, answer, today)
        if answer.word is Word.SUCCESS:
            return self._succeed(min(answer.on or today, today), today)
        first = self.status is PayoutStatus.SENT
        code = final_failure(answer, at - (self.sent_at or self.ordered_at), first=first)
        if code is not None:
            return self._fail(code)
        accepted = answer.word is Word.ACCEPTED
        return self._doubt(PayoutStatus.PROCESSING if accepted else PayoutStatus.IN_DOUBT)

    def _succeed(self, on: date, today: date) -> Self:
        succeeded = PayoutSucceeded(self.id, self.contract_id, self.amount, on)
        return attrs.evolve(
            self, status=PayoutStatus.SUCCESS, paid_on=on, concluded_on=today, events=(*self.events, succeeded)
        )

    def accept_late(self, today: date) -> Outcome[Self, PayoutNotParked]:
        """The late success stands: it is the payout, and no other follows."""
        if self.status is not PayoutStatus.PARKED or self.late is None:
            return Failure(PayoutNotParked(self.id.value, self.status.value))
        no, on = self.late.no, self.late.on
        channel = self.channel_of(self.number_of(no))
        kept = tuple(attempt for attempt in self.failed if attempt.no != no)
        succeeded = self._succeed(on, today)
        return Success(attrs.evolve(succeeded, attempt=no, channel=channel, failed=kept))

    def give_up(self) -> Outcome[Self, PayoutNotParked]:
        """The late success was taken back, or is claimed otherwise: the payout ends without a loan; a part goes on."""
        if self.status is not PayoutStatus.PARKED:
            return Failure(PayoutNotParked(self.id.value, self.status.value))
        if self.parts > 1:
            again = PayoutRetried(self.id, self.attempt, PayoutStatus.PARKED.value)
            ready = attrs.evolve(self, status=PayoutStatus.READY, late=None, events=(*self.events, again))
            return Success(ready)
        abandoned = PayoutAbandoned(self.id, self.contract_id, PayoutStatus.PARKED.value)
        return Success(attrs.evolve(self, status=PayoutStatus.CLOSED, events=(*self.events, abandoned)))

    def returned(self, on: date, reason: str, today: date) -> Outcome[Self, PayoutNotPaid | ReturnBeforePayout]:
        """The payee's bank has sent the money back (退票): it is with the channel again on that day."""
        event = PayoutReturned(self.id, self.contract_id, self.amount, on, reason)
        return self._give_back(PayoutStatus.RETURNED, GivenBack(on, today, reason), event)

    def cancelled(self, on: date, reason: str, today: date) -> Outcome[Self, PayoutNotPaid | ReturnBeforePayout]:
        """The payout was taken back at the counter (撤销放款), and the payee has returned the money on that day."""
        event = PayoutCancelled(self.id, self.contract_id, self.amount, on, reason)
        return self._give_back(PayoutStatus.CANCELLED, GivenBack(on, today, reason), event)

    def _give_back(
        self, status: PayoutStatus, back: GivenBack, event: Event
    ) -> Outcome[Self, PayoutNotPaid | ReturnBeforePayout]:
        if self.status is not PayoutStatus.SUCCESS or self.paid_on is None:
            return Failure(PayoutNotPaid(self.id.value, self.status.value))
        if back.on < self.paid_on:
            return Failure(ReturnBeforePayout(back.on, self.paid_on))
        return Success(attrs.evolve(self, status=status, given_back=back, events=(*self.events, event)))

    def _fail(self, code: str) -> Self:
        promised = self.voucher is not None or self.late is not None or self.parts > 1
        if promised or code == Word.UNREACHED.value or self.failures + 1 < ATTEMPTS_MAX:
            return self._again(code)
        abandoned = PayoutAbandoned(self.id, self.contract_id, code)
        return attrs.evolve(self, status=PayoutStatus.CLOSED, events=(*self.events, abandoned))

    def _again(self, code: str) -> Self:
        retried = PayoutRetried(self.id, self.attempt + 1, code)
        parked = self.late is not None
        told = (PayoutParked(self.id, self.contract_id),) if parked else ()
        return attrs.evolve(
            self,
            status=PayoutStatus.PARKED if parked else PayoutStatus.READY,
            failed=(*self.failed, Attempt(self.attempt, self.channel, code)),
            attempt=self.attempt + 1,
            doubts=0,
            channel="",
            sent_at=None,
            events=(*self.events, retried, *told),
        )

    def _doubt(self, status: PayoutStatus) -> Self:
        doubts = self.doubts + 1
        doubted = PayoutInDoubt(self.id, status.value, doubts)
        return attrs.evolve(self, status=status, doubts=doubts, events=(*self.events, doubted))

    def _hear_late(self, order_no: str, answer: ChannelAnswer, today: date) -> Self:
        """A word on an order that is final, or on an earlier attempt."""
        present = order_no == self.order_no
        paid_twice = answer.word is Word.SUCCESS and not (present and self.status in PAID)
        taken_back = answer.word is Word.FAILED and present and self.status is PayoutStatus.SUCCESS
        if not (paid_twice or taken_back):
            return self
        contradicted = PayoutContradicted(self.id, order_no, answer.word.value, self.status.value)
        alarmed = attrs.evolve(self, events=(*self.events, contradicted))
        paid = next((attempt.no for attempt in self.failed if self.number_of(attempt.no) == order_no), None)
        if not paid_twice or paid is None or self.late is not None or not self.is_open:
            return alarmed
        marked = attrs.evolve(alarmed, late=Late(paid, min(answer.on or today, today)))
        if self.status is not PayoutStatus.READY:
            return marked
        parked = PayoutParked(self.id, self.contract_id)
        return attrs.evolve(marked, status=PayoutStatus.PARKED, events=(*marked.events, parked))
