"""`Cards` (绑定卡): the cards that a customer may be deducted from, in which order, and what each was used for.

Ours come first, by direct debit; then the others in the order that the customer gave them, the main card before the
rest (R60). All that bounds the use of a card is kept here, so that two loans of one customer cannot pass it together.
"""

import enum
from collections.abc import Collection
from datetime import date, datetime
from typing import Self

import attrs

from lending.customers.customer import BankAccount
from lending.kernel.checks import positive_money, text_of
from lending.kernel.events import Event
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.payments.card_refusals import (
    CardBoundAlready,
    CardInUse,
    CardNotFound,
    CardsNotAllNamed,
    LastCard,
    TooManyCards,
)
from lending.payments.channel import Word
from lending.payments.events import CardBound, CardsReordered, CardUnbound
from lending.payments.failures import TRIES_MAX, FailureClass, class_of, next_slot
from lending.payments.tries import KEPT_MAX, CardTry

__all__ = ["CARDS_MAX", "Card", "CardConsidered", "CardObstacle", "CardUse", "Cards", "DebitAgreement", "Sent"]

CARDS_MAX = 10
"""Cards that a customer has bound at a time."""

USELESS = frozenset({FailureClass.CARD_INVALID, FailureClass.LIMIT})
"""Classes of failure after which a card is of no use before the next day."""


class CardObstacle(enum.Enum):
    """Why nothing is asked of a card now; the first in this order that applies."""

    OTHER_CURRENCY = "OTHER_CURRENCY"
    """Its agreement is in another currency."""
    TRIES_USED = "TRIES_USED"
    """It has failed as often as a card may on one day."""
    FAILED_TODAY = "FAILED_TODAY"
    """It is invalid, or at its bank's limit."""
    SHORT_NOW = "SHORT_NOW"
    """It did not hold enough, and the next slot has not come."""
    AWAITED = "AWAITED"
    """Should all that is out from it fail, it has failed as often as it may: those words are awaited first."""
    OVER_LIMIT = "OVER_LIMIT"
    """More than its agreement allows, of one trade or of the day, and no part of it is taken."""
    NO_CHANNEL = "NO_CHANNEL"
    """No channel can take it from this card."""


@attrs.frozen(kw_only=True)
class DebitAgreement:
    """What the customer agreed with the bank (代扣协议): its number, the most of one trade and of one day.

    Where `takes_part`, less than was asked may be taken: what the limits leave, and from a card of our own bank what
    it holds.
    """

    number: str = attrs.field(validator=text_of(40))
    trade_max: Money = attrs.field(validator=positive_money)
    day_max: Money = attrs.field(validator=positive_money)
    takes_part: bool = False

    def __attrs_post_init__(self) -> None:
        if self.day_max.currency != self.trade_max.currency:
            raise InvalidValue("day_max", str(self.day_max), f"an amount in {self.trade_max.currency}")
        if self.day_max < self.trade_max:
            raise InvalidValue("day_max", self.day_max.text, f"at least the most of one trade, {self.trade_max.text}")


@attrs.frozen
class Sent:
    """A deduction from a card that awaits its final word; minor units."""

    order_no: str
    amount: int


@attrs.frozen(kw_only=True)
class CardUse:
    """How a card was used on an accounting day: how often it failed, and minor units taken from it.

    `short_at` is when it last held less than was asked, `is_useless` whether it is of no use for the rest of the day.
    """

    day: date
    failures: int = 0
    taken: int = 0
    short_at: datetime | None = None
    is_useless: bool = False


@attrs.frozen
class CardConsidered:
    """A card that was looked at, and the `obstacle` to it, empty for the one taken."""

    card: int
    obstacle: str = ""


@attrs.frozen(kw_only=True)
class Card:
    """One card. The account told at registration has no agreement of its own: the loan contract is it."""

    number: int
    account: BankAccount
    agreement: DebitAgreement | None = None
    unbound_on: date | None = None
    out: tuple[Sent, ...] = ()
    use: CardUse | None = None
    past: tuple[CardTry, ...] = ()
    """Its last tries, the oldest first."""

    @property
    def at_fault(self) -> frozenset[str]:
        """The channel by whose fault it gave nothing at its last try, if it was one's."""
        last = self.past[-1] if self.past else None
        return frozenset({last.channel}) if last is not None and last.fault and last.channel else frozenset()

    @property
    def takes_part(self) -> bool:
        """Whether less than was asked may be taken."""
        return self.agreement is not None and self.agreement.takes_part

    def use_on(self, day: date) -> CardUse:
        """How it was used on this day."""
        return self.use if self.use is not None and self.use.day == day else CardUse(day=day)

    def asks(self, due: Money, day: date) -> Money:
        """What is asked of it for what is due: as much as its limits leave, where a part may be taken."""
        agreement = self.agreement
        if agreement is None or not agreement.takes_part:
            return due
        return Money(min(due.minor, self._room(agreement, day)), due.currency)

    def obstacle(self, due: Money, at: datetime, day: date) -> CardObstacle | None:
        """Why nothing is asked of it now."""
        agreement, use = self.agreement, self.use_on(day)
        if agreement is not None and agreement.trade_max.currency != due.currency:
            return CardObstacle.OTHER_CURRENCY
        asked = self.asks(due, day).minor
        tests = (
            (use.failures >= TRIES_MAX, CardObstacle.TRIES_USED),
            (use.is_useless, CardObstacle.FAILED_TODAY),
            (self._is_short(use, at), CardObstacle.SHORT_NOW),
            (use.failures + len(self.out) >= TRIES_MAX, CardObstacle.AWAITED),
            (asked <= 0 or (agreement is not None and asked > self._room(agreement, day)), CardObstacle.OVER_LIMIT),
        )
        return next((obstacle for applies, obstacle in tests if applies), None)

    @staticmethod
    def _is_short(use: CardUse, at: datetime) -> bool:
        if use.short_at is None:
            return False
        slot = next_slot(use.short_at, use.day)
        return slot is None or at < slot

    def _room(self, agreement: DebitAgreement, day: date) -> int:
        """What its limits leave of the day; what may still be taken counts as taken."""
        awaited = sum(sent.amount for sent in self.out)
        return min(agreement.trade_max.minor, agreement.day_max.minor - self.use_on(day).taken - awaited)

    def ended(self, order_no: str, use: CardUse) -> Self:
        """An order has its final word, after which this was the use; that of a day gone by changes nothing."""
        out = tuple(sent for sent in self.out if sent.order_no != order_no)
        later = self.use if self.use is not None and self.use.day > use.day else use
        return attrs.evolve(self, out=out, use=later)


@attrs.frozen(kw_only=True)
class Cards:
    """A customer's cards in the customer's order; one that was unbound is kept, last of all."""

    customer_id: str
    cards: tuple[Card, ...]
    events: tuple[Event, ...] = ()

    @classmethod
    def begin(cls, customer_id: str, account: BankAccount) -> Self:
        """The one card that every customer begins with: the account told at registration."""
        return cls(customer_id=customer_id, cards=(Card(number=1, account=account),))

    @property
    def bound(self) -> tuple[Card, ...]:
        """The cards that may be used."""
        return tuple(card for card in self.cards if card.unbound_on is None)

    def by_priority(self, ours: Collection[str]) -> tuple[Card, ...]:
        """The cards that may be used, those of the banks that are `ours` first."""
        return tuple(sorted(self.bound, key=lambda card: card.account.bank not in ours))

    def card(self, number: int) -> Card:
        """The card with this number, which is known to exist."""
        return next(card for card in self.cards if card.number == number)

    def bind(self, account: BankAccount, agreement: DebitAgreement) -> Outcome[Self, CardBoundAlready | TooManyCards]:
        """With one more card, the last in order; one bound before is the same card again."""
        known = {(card.account.bank, card.account.number): card for card in self.cards}
        before = known.get((account.bank, account.number))
        if before is not None and before.unbound_on is None:
            return Failure(CardBoundAlready(self.customer_id, before.number))
        if len(self.bound) >= CARDS_MAX:
            return Failure(TooManyCards(self.customer_id, CARDS_MAX))
        if before is None:
            card = Card(number=len(self.cards) + 1, account=account, agreement=agreement)
        else:
            card = attrs.evolve(before, agreement=agreement, unbound_on=None)
        others = tuple(each for each in self.cards if each is not before)
        bound = CardBound(self.customer_id, card.number, account.bank)
        return Success(attrs.evolve(self, cards=_bound_first((*others, card)), events=(*self.events, bound)))

    def reorder(self, numbers: tuple[int, ...]) -> Outcome[Self, CardsNotAllNamed]:
        """In this order, which names each bound card once."""
        held = {card.number: card for card in self.bound}
        if sorted(numbers) != sorted(held):
            return Failure(CardsNotAllNamed(self.customer_id, tuple(sorted(held))))
        unbound = tuple(card for card in self.cards if card.unbound_on is not None)
        cards = (*(held[number] for number in numbers), *unbound)
        return Success(
            attrs.evolve(self, cards=cards, events=(*self.events, CardsReordered(self.customer_id, numbers)))
        )

    def unbind(self, number: int, on: date) -> Outcome[Self, CardNotFound | CardInUse | LastCard]:
        """Without this card. Refused while a deduction from it awaits its final word, and of the last one."""
        card = next((card for card in self.bound if card.number == number), None)
        if card is None:
            return Failure(CardNotFound(self.customer_id, number))
        if card.out:
            return Failure(CardInUse(self.customer_id, number, tuple(sent.order_no for sent in card.out)))
        if len(self.bound) == 1:
            return Failure(LastCard(self.customer_id, number))
        gone = self._with(attrs.evolve(card, unbound_on=on))
        return Success(
            attrs.evolve(
                gone, cards=_bound_first(gone.cards), events=(*self.events, CardUnbound(self.customer_id, number))
            )
        )

    def sent(self, number: int, order_no: str, amount: Money) -> Self:
        """A deduction goes out from this card."""
        card = self.card(number)
        return self._with(attrs.evolve(card, out=(*card.out, Sent(order_no, amount.minor))))

    def took(self, number: int, order_no: str, amount: Money, day: date, at: datetime | None = None) -> Self:
        """So much was taken from this card; `at` where it was less than was asked, so that it is short since."""
        card = self.card(number)
        use = card.use_on(day)
        used = attrs.evolve(use, taken=use.taken + amount.minor)
        if at is not None:
            used = attrs.evolve(used, failures=use.failures + 1, short_at=at)
        return self._with(card.ended(order_no, used))

    def failed(self, number: int, order_no: str, code: str, at: datetime, day: date) -> Self:
        """Nothing was taken from this card. What never left counts for no try."""
        card = self.card(number)
        use, kind = card.use_on(day), class_of(code)
        used = attrs.evolve(
            use,
            failures=use.failures + (code != Word.UNREACHED.value),
            is_useless=use.is_useless or kind in USELESS,
            short_at=at if kind is FailureClass.INSUFFICIENT else use.short_at,
        )
        return self._with(card.ended(order_no, used))

    def remembering(self, number: int, tried: CardTry) -> Self:
        """With one more try of this card, and the oldest forgotten where there are many."""
        card = self.card(number)
        return self._with(attrs.evolve(card, past=(*card.past, tried)[-KEPT_MAX:]))

    def _with(self, changed: Card) -> Self:
        cards = tuple(changed if card.number == changed.number else card for card in self.cards)
        return attrs.evolve(self, cards=cards)


def _bound_first(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: card.unbound_on is not None))
