"""A customer who binds a second card, mostly of our own bank, and now and then changes their mind about it."""

import random
from datetime import timedelta
from typing import Any, Protocol

from lending.application.call import Actor
from lending.application.commands import Command
from lending.customers.ids import CustomerId
from lending.kernel.money import Money
from lending.kernel.outcome import Outcome, Success
from lending.payments.card_commands import BindCard, ReorderCards, UnbindCard
from lending.payments.cards import DebitAgreement
from lending_simulator.actors.scene import Curtain, Stage

__all__ = ["CardHolder"]

OURS = "OURS"
BANKS = (OURS, OURS, OURS, "CMB", "CCB")
TRADES = (50_000, 200_000, 5_000_000)
"""What agreements allow at once, in minor units: of the least a month's instalment takes several trades."""
DAY = timedelta(days=1)


class Click(Protocol):
    """How this customer asks for things."""

    def __call__(self, command: Command[Any, Any], actor: Actor) -> Outcome[Any, Any]: ...


class CardHolder:
    """One customer's dealings with their cards, from a stream of chance of their own."""

    def __init__(self, stage: Stage, serial: int, customer_id: CustomerId, actor: Actor, click: Click) -> None:
        self._stage = stage
        self._serial = serial
        self._customer_id = customer_id
        self._actor = actor
        self._click = click
        self._chance: random.Random = stage.chance.stream("cards", str(serial))

    def live(self, income: Money) -> None:
        """Bind a card, perhaps, on which there is more or less; put it first, or give it up again, some days later."""
        if self._chance.random() >= self._stage.config.habits.second_card_share:
            return
        number = f"62229{self._serial:08d}{self._chance.randrange(1000):03d}"
        self._stage.bank.deposit(number, self._chance.randrange(income.minor // 2))
        bound = self._click(
            BindCard(self._customer_id, number, self._chance.choice(BANKS), self._agreed()), self._actor
        )
        if isinstance(bound, Success):
            self._stage.loom.spawn("second thoughts", self._think_again)

    def _agreed(self) -> DebitAgreement:
        trade = self._chance.choice(TRADES)
        return DebitAgreement(
            number=f"DA{self._serial:08d}",
            trade_max=Money(trade),
            day_max=Money(trade * self._chance.randrange(1, 4)),
            takes_part=self._chance.random() < 0.8,
        )

    def _think_again(self) -> None:
        try:
            self._stage.sleep(DAY * self._chance.randrange(1, 20) + timedelta(minutes=self._chance.randrange(1_440)))
        except Curtain:
            return
        act = self._chance.random()
        if act < 0.3:
            self._click(ReorderCards(self._customer_id, (2, 1)), self._actor)
        elif act < 0.6:
            self._click(UnbindCard(self._customer_id, self._chance.choice((1, 2))), self._actor)
