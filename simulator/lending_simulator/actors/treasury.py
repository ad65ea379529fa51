"""The treasury: settles with funders by files, twice a day, while the business goes on."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random

from lending.application.bus import Bus
from lending.application.call import CHINA
from lending.funding.settlement import LineDispute
from lending_adapters.funders.exchanging import Exchanged, SettlingReader, exchange
from lending_adapters.funders.settlement_files import SettlementRead
from lending_adapters.vendors.settling import FakeCounterparties
from lending_simulator.actors.scene import Curtain, Stage

__all__ = ["Treasury"]

ROUNDS = (time(9), time(15))
"""What is sent in the morning is paid in the afternoon, and matched on the next day."""
LAST_ROUNDS, BETWEEN = 3, timedelta(hours=2)
"""So many carry whatever was sent to its end."""
DISPUTED = 0.05
"""Of the files that a funder gets, so many it does not agree to."""


class Treasury:
    """Sends, is answered, pays, is told what the bank paid. Funders dispute a line now and then."""

    def __init__(
        self, stage: Stage, store: SettlingReader, bus: Bus, folder: Path, transferred: dict[str, int]
    ) -> None:
        self._stage = stage
        self._store = store
        self._bus = bus
        self._folder = folder
        self._chance = stage.chance.stream("settlements")
        self._others = FakeCounterparties(folder, lambda read: disputes_of(read, self._chance), transferred)

    def keep(self) -> None:
        """Be there every day until the play ends."""
        try:
            while True:
                tomorrow = self._stage.now.astimezone(CHINA).date() + timedelta(days=1)
                for opens in ROUNDS:
                    self._stage.sleep_until(datetime.combine(tomorrow, opens, CHINA))
                    self._round()
        except Curtain:
            return

    def finish(self) -> None:
        """Carry what is on its way to its end, once the last day's balances are there."""
        for _ in range(LAST_ROUNDS):
            self._stage.loom.sleep(BETWEEN)
            self._round()

    def _round(self) -> None:
        faults = [done for done in self._stage.desk.insist(self._pass) if done.faults]
        assert not faults, faults
        self._others.live(self._stage.now.date())

    def _pass(self) -> list[Exchanged]:
        return list(exchange(self._store, self._bus, self._folder, self._stage.now))


def disputes_of(read: SettlementRead, chance: Random) -> Iterable[LineDispute]:
    """One line of it, or none."""
    if not read.lines or chance.random() >= DISPUTED:
        return ()
    number = chance.randrange(len(read.lines))
    return (LineDispute(number + 1, read.lines[number].loan_id, "our books differ"),)
