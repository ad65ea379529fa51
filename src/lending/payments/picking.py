"""Smart repayment (智能还款, R70): which card is asked for how much, and when, by what its tries tell.

For every card, slot of the day and amount there is a chance that the card holds it: the mean of a Beta distribution
(Laplace's rule of succession with weights). Each try that tells whether the card held the amount counts for or
against it, the more the likelier the times are: in the same slot of the day, near the same day of the month (a payday
comes round). Of every slot that is left the pair with the greatest expected amount is taken, and of those slots as many
as a card has tries left, the best ones. Whole numbers throughout, so that everybody picks the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from fractions import Fraction

import attrs

from lending.application.call import CHINA
from lending.kernel.money import Money
from lending.payments.cards import Card
from lending.payments.failures import SLOTS, TRIES_MAX
from lending.payments.tries import CardTry, slot_of

__all__ = ["Chance", "Pick", "chance_of", "next_pick", "picks_of"]

PRIOR = 2
"""How much counts for and against before anything is known: as likely as not."""
SAME_BOTH, SAME_SLOT, SAME_TIME_OF_MONTH, OTHERWISE = 8, 3, 2, 1
NEAR_DAYS = 2
"""So many days apart two days of the month are near each other, months counted as 30 days."""
MONTH_DAYS = 30
SHARES = (Fraction(1), Fraction(1, 2), Fraction(1, 4))
"""What part of what is due may be asked."""
LEAST_ASKED = 100_00
"""No part below this is asked, in minor units: the rest would be tried for too long."""


@attrs.frozen
class Chance:
    """How likely a card holds an amount in a slot: so much weight of its tries speaks for it, so much against."""

    speaks_for: int
    against: int

    @property
    def mean(self) -> Fraction:
        """Between 0 and 1; one half where nothing is known."""
        return Fraction(PRIOR + self.speaks_for, 2 * PRIOR + self.speaks_for + self.against)


@attrs.frozen
class Pick:
    """What is asked of which card from which moment on, and how likely it is to be there."""

    at: datetime
    card: int
    amount: Money
    chance: Chance

    @property
    def expected(self) -> Fraction:
        """Minor units that may be expected of it."""
        return self.amount.minor * self.chance.mean


def chance_of(tries: Iterable[CardTry], amount: Money, slot: int, day: date) -> Chance:
    """By what the card's tries tell."""
    speaks_for = against = 0
    for past in tries:
        held = past.held(amount)
        weight = _weight(past, slot, day)
        speaks_for += weight if held is True else 0
        against += weight if held is False else 0
    return Chance(speaks_for, against)


def _weight(past: CardTry, slot: int, day: date) -> int:
    apart = abs(past.at.astimezone(CHINA).day - day.day)
    near = min(apart, MONTH_DAYS - apart) <= NEAR_DAYS
    if slot_of(past.at) == slot:
        return SAME_BOTH if near else SAME_SLOT
    return SAME_TIME_OF_MONTH if near else OTHERWISE


def picks_of(cards: Sequence[Card], due: Money, at: datetime, day: date) -> tuple[Pick, ...]:
    """What is to be tried on the rest of an accounting day should each of it fail, in the order of time.

    Of each card the slots that promise most, as many as it has tries left; of one slot what promises most first. Cards
    that stand in the same slot keep the customer's order where they promise the same.
    """
    chosen: list[tuple[datetime, Fraction, int, Pick]] = []
    for place, card in enumerate(cards):
        left = TRIES_MAX - card.use_on(day).failures - len(card.out)
        found = [pick for moment in _moments(at, day) if (pick := _best(card, due, moment, day)) is not None]
        found.sort(key=lambda pick: (-pick.expected, pick.at))
        chosen += [(pick.at, -pick.expected, place, pick) for pick in found[: max(0, left)]]
    return tuple(pick for *_, pick in sorted(chosen, key=lambda held: held[:3]))


def next_pick(cards: Sequence[Card], due: Money, at: datetime, day: date) -> Pick | None:
    """What is tried next; None where nothing is before the next day."""
    return next(iter(picks_of(cards, due, at, day)), None)


def _moments(at: datetime, day: date) -> Iterator[datetime]:
    """Now, and each slot of the day that is to come."""
    if at.astimezone(CHINA).date() <= day:
        yield max(at, datetime.combine(day, time(), CHINA))
    yield from (moment for slot in SLOTS if (moment := datetime.combine(day, slot, CHINA)) > at)


def _best(card: Card, due: Money, moment: datetime, day: date) -> Pick | None:
    """What of the amount promises most of this card from this moment on; None where nothing may be asked of it."""
    slot = slot_of(moment)
    found = [
        Pick(moment, card.number, amount, chance_of(card.past, amount, slot, day))
        for amount in _amounts(card.asks(due, day))
        if card.obstacle(amount, moment, day) is None
    ]
    return max(found, key=lambda pick: (pick.expected, pick.amount.minor), default=None)


def _amounts(due: Money) -> Iterator[Money]:
    """The whole, and parts of it that are worth asking for."""
    yield due
    for share in SHARES[1:]:
        part = due.minor * share.numerator // share.denominator
        if part >= LEAST_ASKED:
            yield Money(part, due.currency)
