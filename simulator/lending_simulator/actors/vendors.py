"""The outside: payment channels that call back, and now and then cannot be reached."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

import attrs

from lending.application.call import CHINA, Actor, Role
from lending.application.commands import Command
from lending.kernel.outcome import Failure
from lending.payments.commands import RecordPayoutReturn
from lending.payments.ids import DisbursementOrderId
from lending.payments.ports import DISBURSEMENTS
from lending_adapters.vendors.asked import VendorCallback
from lending_adapters.vendors.bank import Movement, back_of, paid_under
from lending_adapters.vendors.behaviour import RELIABLE
from lending_adapters.vendors.callbacks import Callback, command_of
from lending_adapters.vendors.fakes import FakeChannel
from lending_simulator.actors.scene import Curtain, Stage
from lending_simulator.desk import Desk
from lending_simulator.faults import Faults
from lending_simulator.loom import Loom
from lending_simulator.mirror import Mirror

__all__ = ["CallbackDesk", "Outages", "PayeesBanks"]

CHANNEL = Actor("channel", Role.CHANNEL)
ONE_HOUR, ONE_DAY = timedelta(hours=1), timedelta(days=1)
RETURNED_WITHIN = timedelta(days=3)
"""A bank sends back on T+1 to T+3."""


class CallbackDesk:
    """Delivers what a channel tells by itself, each when its time comes."""

    def __init__(self, loom: Loom, desk: Desk) -> None:
        self._loom = loom
        self._desk = desk

    def take(self, callback: Callback) -> None:
        """A callback is on its way."""
        self._loom.spawn("callback", lambda: self._deliver(callback), callback.at)

    def take_finding(self, callback: VendorCallback) -> None:
        """A vendor's callback is on its way."""
        self._loom.spawn("callback", lambda: self._tell(callback.command), callback.at)

    def _deliver(self, callback: Callback) -> None:
        self._tell(command_of(callback))

    def _tell(self, command: Command[Any, Any]) -> None:
        self._desk.execute(command, CHANNEL)


class PayeesBanks:
    """Send a payout back now and then (退票), and tell until it is heard."""

    def __init__(self, stage: Stage, faults: Faults, mirror: Mirror) -> None:
        self._stage = stage
        self._faults = faults
        self._mirror = mirror

    def happen(self) -> None:
        """Look once a day at what was paid out in the last three."""
        try:
            while True:
                self._stage.sleep(ONE_DAY)
                for movement in self._lately():
                    there = self._stage.bank.balance(movement.account) >= movement.amount
                    if there and self._faults.strikes("payout_sent_back", "payees' banks"):
                        self._send_back(movement.order_no)
        except Curtain:
            return

    def _lately(self) -> list[Movement]:
        came_back = {paid_under(movement) for movement in self._stage.bank.movements if movement.back}
        since, today = self._today - RETURNED_WITHIN, self._today
        return [
            movement
            for movement in self._stage.bank.movements
            if not movement.incoming and since <= movement.on < today and movement.order_no not in came_back
            if self._is_whole(movement)
        ]

    def _is_whole(self, movement: Movement) -> bool:
        """Whether it is all of a payout; one part of several never comes back by itself in this world."""
        order = self._mirror.get(DISBURSEMENTS, movement.order_no.rpartition("-")[0])
        return order is None or order.parts == 1

    def _send_back(self, order_no: str) -> None:
        on = self._today
        self._stage.bank.send_back(order_no, on)
        self._stage.underway.add(back_of(order_no))
        self._stage.loom.spawn("payout sent back", lambda: self._tell(order_no, on))

    def _tell(self, order_no: str, on: date) -> None:
        """A platform that does not know yet that the payout arrived is told again later."""
        order_id = DisbursementOrderId(order_no.rpartition("-")[0])
        told = RecordPayoutReturn(order_id=order_id, on=on, reason="account closed")
        while isinstance(self._stage.desk.execute(told, CHANNEL), Failure):
            self._stage.loom.sleep(ONE_HOUR)
        self._stage.underway.discard(back_of(order_no))

    @property
    def _today(self) -> date:
        return self._stage.now.astimezone(CHINA).date()


class Outages:
    """Takes channels off the line now and then, each by itself: what it pays out and what it collects."""

    def __init__(
        self,
        loom: Loom,
        faults: Faults,
        channels: Mapping[str, Sequence[FakeChannel]],
        chance: random.Random,
    ) -> None:
        self._loom = loom
        self._faults = faults
        self._channels = channels
        self._chance = chance

    def happen(self) -> None:
        """Draw once an hour for every channel, for ever."""
        while True:
            self._loom.sleep(ONE_HOUR)
            for code, fakes in self._channels.items():
                if self._faults.strikes("vendor_outage", f"channel {code}"):
                    self._loom.spawn(f"outage of {code}", partial(self._strike, fakes))

    def cease(self) -> None:
        """From now on the channels are sound."""
        for fakes in self._channels.values():
            for fake in fakes:
                fake.behaviour = RELIABLE

    def _strike(self, fakes: Sequence[FakeChannel]) -> None:
        before = [fake.behaviour for fake in fakes]
        if any(behaviour.unavailable == 1.0 for behaviour in before):
            return
        for fake in fakes:
            fake.behaviour = attrs.evolve(fake.behaviour, unavailable=1.0)
        least, most = self._faults.plan.outage_lasts
        self._loom.sleep(least + (most - least) * self._chance.random())
        for fake, behaviour in zip(fakes, before, strict=True):
            if fake.behaviour.unavailable == 1.0:
                fake.behaviour = behaviour
