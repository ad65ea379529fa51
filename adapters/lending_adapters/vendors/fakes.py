"""Fake payment channels: in this process, seeded, with a true ledger behind whatever they answer."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

import attrs

from lending.application.call import CHINA
from lending.application.ports import VendorUnavailable
from lending.kernel.money import Money
from lending.payments.channel import ChannelAnswer, CollectionRequest, PayoutRequest, Word
from lending.payments.failures import INSUFFICIENT
from lending_adapters.vendors.bank import FakeBank
from lending_adapters.vendors.behaviour import RELIABLE, Behaviour
from lending_adapters.vendors.callbacks import Callback

__all__ = ["FakeChannel", "FakeCollectionChannel", "FakePayoutChannel"]

UNKNOWN = ChannelAnswer(Word.UNKNOWN)
ACCEPTED = ChannelAnswer(Word.ACCEPTED)
NOT_FOUND = ChannelAnswer(Word.NOT_FOUND)


def _ignore(_callback: Callback) -> None:
    """Nobody listens to callbacks."""


def _unnoticed(_kind: str) -> None:
    """Nobody counts what goes wrong."""


@attrs.frozen
class Taken:
    """An order that arrived: how it ends, and from when on the channel says so."""

    answer: ChannelAnswer
    known_at: datetime


class FakeChannel:
    """What both channels have in common. An order is carried out once, however often its number is sent.

    `now` tells the time, `chance` draws, `sink` is handed the callbacks, `noticed` is told each misbehaviour by name.
    """

    def __init__(
        self,
        bank: FakeBank,
        now: Callable[[], datetime],
        chance: random.Random,
        sink: Callable[[Callback], None] = _ignore,
        noticed: Callable[[str], None] = _unnoticed,
        behaviour: Behaviour = RELIABLE,
    ) -> None:
        self.bank = bank
        self.behaviour = behaviour
        self._now = now
        self._chance = chance
        self._sink = sink
        self._noticed = noticed
        self._taken: dict[str, Taken] = {}

    def query(self, order_no: str) -> ChannelAnswer:
        """The word on an order."""
        self._reach()
        if self._draws(self.behaviour.query_unheard, "query_unanswered"):
            return UNKNOWN
        taken = self._taken.get(order_no)
        return self._word_on(taken) if taken else NOT_FOUND

    def _send(self, order_no: str, carry_out: Callable[[], ChannelAnswer]) -> ChannelAnswer:
        self._reach()
        taken = self._taken.get(order_no)
        if taken:
            return self._word_on(taken)
        if self._draws(self.behaviour.lost, "request_lost"):
            return UNKNOWN
        return self._take(order_no, carry_out)

    def _take(self, order_no: str, carry_out: Callable[[], ChannelAnswer]) -> ChannelAnswer:
        rejected = self._draws(self.behaviour.rejected, "rejected")
        answer = self._rejection() if rejected else carry_out()
        now = self._now()
        unheard = self._draws(self.behaviour.unheard, "answer_lost")
        if not unheard and not self._draws(self.behaviour.accepted, "accepted_only"):
            self._taken[order_no] = Taken(answer, now)
            return answer
        known_at = now + self._between(self.behaviour.result_after)
        self._taken[order_no] = Taken(answer, known_at)
        self._call_back(order_no, answer, known_at)
        return UNKNOWN if unheard else ACCEPTED

    def _call_back(self, order_no: str, answer: ChannelAnswer, at: datetime) -> None:
        if self._draws(self.behaviour.callback_lost, "callback_lost"):
            return
        if self._draws(self.behaviour.callback_late, "callback_late"):
            at += self._between(self.behaviour.late_after)
        self._sink(Callback(order_no=order_no, answer=answer, at=at))
        if self._draws(self.behaviour.callback_repeated, "callback_repeated"):
            again = at + self._between(self.behaviour.result_after)
            self._sink(Callback(order_no=order_no, answer=answer, at=again))

    def _today(self) -> date:
        return self._now().astimezone(CHINA).date()

    def _reach(self) -> None:
        if self._draws(self.behaviour.unavailable, "vendor_unavailable"):
            raise VendorUnavailable("the channel cannot be reached")

    def _word_on(self, taken: Taken) -> ChannelAnswer:
        return taken.answer if self._now() >= taken.known_at else ACCEPTED

    def _rejection(self) -> ChannelAnswer:
        return ChannelAnswer(Word.FAILED, self._chance.choice(self.behaviour.reasons))

    def _draws(self, chance: float, kind: str) -> bool:
        drawn = chance > 0 and self._chance.random() < chance
        if drawn:
            self._noticed(kind)
        return drawn

    def _between(self, bounds: tuple[timedelta, timedelta]) -> timedelta:
        least, most = bounds
        return least + timedelta(milliseconds=self._chance.randrange(1 + (most - least) // timedelta(milliseconds=1)))


class FakePayoutChannel(FakeChannel):
    """A channel that pays out (代付)."""

    def pay(self, request: PayoutRequest) -> ChannelAnswer:
        """Carry the payout out, or not; and say so, or not."""

        def carry_out() -> ChannelAnswer:
            on = self._today()
            self.bank.pay_out(request.order_no, request.account, request.amount.minor, on, request.channel)
            return ChannelAnswer(Word.SUCCESS, on=on)

        return self._send(request.order_no, carry_out)

    def query_payout(self, _channel: str, order_no: str) -> ChannelAnswer:
        """The word on a payout."""
        return self.query(order_no)


class FakeCollectionChannel(FakeChannel):
    """A channel that deducts (代扣) from accounts that hold enough, or what they hold where a part was agreed."""

    def collect(self, request: CollectionRequest) -> ChannelAnswer:
        """Carry the deduction out, or not; and say so, or not."""

        def carry_out() -> ChannelAnswer:
            on = self._today()
            asked = request.amount.minor
            held = self.bank.balance(request.account)
            amount = min(held, asked) if request.in_part else asked
            if amount <= 0 or not self.bank.pay_in(request.order_no, request.account, amount, on, request.channel):
                return ChannelAnswer(Word.FAILED, INSUFFICIENT)
            if amount < asked:
                return ChannelAnswer(Word.PARTIAL, on=on, taken=Money(amount, request.amount.currency))
            return ChannelAnswer(Word.SUCCESS, on=on)

        return self._send(request.order_no, carry_out)

    def query_collection(self, _channel: str, order_no: str) -> ChannelAnswer:
        """The word on a deduction."""
        return self.query(order_no)
