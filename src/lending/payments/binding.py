"""How cards are bound, put in order and unbound, and how they are looked at."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.application.work import Work
from lending.customers.customer import BankAccount, Customer
from lending.customers.ids import CustomerId
from lending.customers.ports import CUSTOMERS
from lending.customers.refusals import CustomerNotFound
from lending.kernel.outcome import Failure, Outcome, Success
from lending.payments.card_commands import (
    BindCard,
    CardsBound,
    CardsView,
    CardView,
    ListCards,
    ReorderCards,
    UnbindCard,
)
from lending.payments.card_refusals import (
    CardBoundAlready,
    CardInUse,
    CardNotFound,
    CardsNotAllNamed,
    LastCard,
    TooManyCards,
)
from lending.payments.cards import Card, Cards
from lending.payments.ports import CARDS, CHANNELS, DIRECTORY

__all__ = ["bind_card", "cards_of", "cards_read", "list_cards", "reorder_cards", "unbind_card"]


def cards_of(work: Work, customer: Customer) -> Cards:
    """The customer's cards; before any was bound, the account told at registration."""
    return work.find(CARDS, customer.id) or _at_first(customer)


def cards_read(reader: Reader, customer: Customer) -> Cards:
    """The same, where they are only looked at."""
    stored = reader.load(CARDS, customer.id.value)
    return stored.value if stored is not None else _at_first(customer)


def _at_first(customer: Customer) -> Cards:
    return Cards.begin(customer.id.value, customer.person.account)


def bind_card(
    command: BindCard, _call: Call, work: Work
) -> Outcome[CardsBound, CustomerNotFound | CardBoundAlready | TooManyCards]:
    """Bind a card, whose holder is the customer."""
    customer = work.find(CUSTOMERS, command.customer_id)
    if customer is None:
        return Failure(CustomerNotFound(command.customer_id.value))
    account = BankAccount(command.number, command.bank, customer.person.name)
    bound = cards_of(work, customer).bind(account, command.agreement)
    return bound if isinstance(bound, Failure) else _saved(work, command.customer_id, bound.unwrap())


def reorder_cards(
    command: ReorderCards, _call: Call, work: Work
) -> Outcome[CardsBound, CustomerNotFound | CardsNotAllNamed]:
    """Put the cards in order."""
    customer = work.find(CUSTOMERS, command.customer_id)
    if customer is None:
        return Failure(CustomerNotFound(command.customer_id.value))
    ordered = cards_of(work, customer).reorder(command.cards)
    return ordered if isinstance(ordered, Failure) else _saved(work, command.customer_id, ordered.unwrap())


def unbind_card(
    command: UnbindCard, call: Call, work: Work
) -> Outcome[CardsBound, CustomerNotFound | CardNotFound | CardInUse | LastCard]:
    """Unbind a card."""
    customer = work.find(CUSTOMERS, command.customer_id)
    if customer is None:
        return Failure(CustomerNotFound(command.customer_id.value))
    left = cards_of(work, customer).unbind(command.card, call.business_date)
    return left if isinstance(left, Failure) else _saved(work, command.customer_id, left.unwrap())


def _saved(work: Work, customer_id: CustomerId, cards: Cards) -> Success[CardsBound]:
    work.save(CARDS, cards)
    return Success(CardsBound(customer_id, tuple(card.number for card in cards.bound)))


def list_cards(query: ListCards, call: Call, reader: Reader) -> Outcome[CardsView, CustomerNotFound]:
    """A customer's cards."""
    customer = reader.load(CUSTOMERS, query.customer_id.value)
    if customer is None:
        return Failure(CustomerNotFound(query.customer_id.value))
    held = cards_read(reader, customer.value)
    directory = reader.load(CHANNELS, DIRECTORY)
    ours = directory.value.own_banks if directory else frozenset()
    views = tuple(_view(card, ours, call) for card in held.by_priority(ours))
    return Success(CardsView(query.customer_id, views))


def _view(card: Card, ours: frozenset[str], call: Call) -> CardView:
    agreement, use = card.agreement, card.use_on(call.business_date)
    return CardView(
        card=card.number,
        bank=card.account.bank,
        last_digits=card.account.number[-4:],
        is_ours=card.account.bank in ours,
        agreement=agreement.number if agreement else "",
        trade_max=agreement.trade_max if agreement else None,
        day_max=agreement.day_max if agreement else None,
        takes_part=card.takes_part,
        failures=use.failures,
        taken=use.taken,
        awaited=tuple(sent.order_no for sent in card.out),
    )
