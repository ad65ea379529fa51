"""What can be asked of a customer's cards."""

import attrs

from lending.application.commands import Command, Query, Receipt
from lending.customers.ids import CustomerId
from lending.customers.refusals import CustomerNotFound
from lending.kernel.checks import matching, non_empty, positive
from lending.kernel.money import Money
from lending.payments.card_refusals import (
    CardBoundAlready,
    CardInUse,
    CardNotFound,
    CardsNotAllNamed,
    LastCard,
    TooManyCards,
)
from lending.payments.cards import DebitAgreement

__all__ = ["BindCard", "CardView", "CardsBound", "CardsView", "ListCards", "ReorderCards", "UnbindCard"]

NUMBER_MAX = 10**6


@attrs.frozen
class CardsBound(Receipt):
    """The customer's cards, in the customer's order."""

    customer_id: CustomerId
    cards: tuple[int, ...]


@attrs.frozen
class BindCard(Command[CardsBound, CustomerNotFound | CardBoundAlready | TooManyCards]):
    """Bind (绑卡) a card of the customer's own, under a debit agreement with its bank; it comes last in order.

    A card of our own bank is deducted from before all others, wherever it stands.
    """

    customer_id: CustomerId
    number: str = attrs.field(validator=matching(r"[0-9]{8,32}", "8 to 32 digits"), repr=False)
    bank: str = attrs.field(validator=matching(r"[A-Z]{2,12}", "a bank code such as ICBC"))
    agreement: DebitAgreement


@attrs.frozen
class ReorderCards(Command[CardsBound, CustomerNotFound | CardsNotAllNamed]):
    """Put the customer's cards in this order, the main card first; each bound card is named once."""

    customer_id: CustomerId
    cards: tuple[int, ...] = attrs.field(validator=non_empty)


@attrs.frozen
class UnbindCard(Command[CardsBound, CustomerNotFound | CardNotFound | CardInUse | LastCard]):
    """Unbind (解绑) a card. Refused while a deduction from it awaits its final word."""

    customer_id: CustomerId
    card: int = attrs.field(validator=positive(NUMBER_MAX))


@attrs.frozen(kw_only=True)
class CardView:
    """A card: its last digits, whether it is of our own bank, its agreement, and how it stands today.

    `agreement` is empty and the limits None where the loan contract is the agreement. `failures` and `taken` are of
    the open accounting day, `awaited` the deductions without a final word.
    """

    card: int
    bank: str
    last_digits: str
    is_ours: bool
    agreement: str
    trade_max: Money | None
    day_max: Money | None
    takes_part: bool
    failures: int
    taken: int
    awaited: tuple[str, ...]


@attrs.frozen
class CardsView:
    """A customer's cards in the order in which they are deducted from."""

    customer_id: CustomerId
    cards: tuple[CardView, ...]


@attrs.frozen
class ListCards(Query[CardsView, CustomerNotFound]):
    """Look at a customer's cards, in the order in which they are deducted from."""

    customer_id: CustomerId
