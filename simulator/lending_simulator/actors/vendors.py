"""The outside: payment channels that call back, and now and then cannot be reached."""

import random
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import attrs

from lending.application.call import Actor, Role
from lending.application.commands import Command
from lending_adapters.vendors.behaviour import RELIABLE
from lending_adapters.vendors.callbacks import Callback, command_of
from lending_adapters.vendors.fakes import FakeChannel
from lending_simulator.desk import Desk
from lending_simulator.faults import Faults
from lending_simulator.loom import Loom

__all__ = ["CallbackDesk", "Outages"]

CHANNEL = Actor("channel", Role.CHANNEL)
ONE_HOUR = timedelta(hours=1)


class CallbackDesk:
    """Delivers what a channel tells by itself, each when its time comes."""

    def __init__(self, loom: Loom, desk: Desk) -> None:
        self._loom = loom
        self._desk = desk

    def take(self, callback: Callback) -> None:
        """A callback is on its way."""
        self._loom.spawn("callback", lambda: self._deliver(callback), callback.at)

    def _deliver(self, callback: Callback) -> None:
        command: Command[Any, Any] = command_of(callback)
        self._desk.execute(command, CHANNEL)


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
