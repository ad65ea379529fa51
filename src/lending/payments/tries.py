"""Tries (扣款历史): how a card was asked before and what it gave, as far as the bank's answers tell (R70)."""

from datetime import datetime

import attrs

from lending.application.call import CHINA
from lending.kernel.money import Money
from lending.payments.failures import SLOTS

__all__ = ["KEPT_MAX", "CardTry", "slot_of"]

KEPT_MAX = 60
"""Of each card so many are kept, the latest."""


@attrs.frozen(kw_only=True)
class CardTry:
    """One deduction from a card that has its final word: when it was asked for how much, and what it gave.

    Where the `fault` was the channel's or the card was refused as such, it tells nothing of what the card held.
    """

    at: datetime
    asked: Money
    took: Money
    channel: str
    fault: bool = False

    def held(self, amount: Money) -> bool | None:
        """Whether the card held so much then; None where the try does not tell."""
        if self.fault or amount.currency != self.asked.currency:
            return None
        if amount <= self.took:
            return True
        told = self.took.minor > 0 if amount < self.asked else self.took < self.asked
        return False if told else None


def slot_of(at: datetime) -> int:
    """The slot of the day that an instant is in: 0 before the first, then each from its hour on."""
    clock = at.astimezone(CHINA).timetz().replace(tzinfo=None)
    return sum(clock >= slot for slot in SLOTS)
