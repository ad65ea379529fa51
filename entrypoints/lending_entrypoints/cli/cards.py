"""`lending cards`: a customer's cards, and in which order they are deducted from."""

from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import asked, done
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.customers.ids import CustomerId
    from lending.payments.card_commands import CardsView, CardView

__all__ = ["bind", "order", "show", "unbind"]

CUSTOMER = typer.Argument(help="The customer's id.")
CARDS_MAX = 10**6


def show(customer: str = CUSTOMER, database: str | None = DATABASE, form: Format = FORM) -> None:
    """A customer's cards in the order in which they are deducted from: ours first, then the main card and the rest.

    Failures and what was taken are those of the open accounting day.

    Example: lending cards show cust_01HKX… --database sqlite:///lending.db
    """
    given = Given()
    customer_id = _customer(given, customer)
    given.check()
    assert customer_id is not None, "checked"
    _done(customer_id, None, database, form)


def bind(
    customer: str = CUSTOMER,
    number: str | None = typer.Option(None, help="The card's number, 8 to 32 digits (required)."),
    bank: str | None = typer.Option(None, help="Its bank's code, such as ICBC (required)."),
    agreement: str | None = typer.Option(None, help="The debit agreement's number at the bank (required)."),
    trade_max: str | None = typer.Option(None, help="The most that is taken at once, such as 5000.00 (required)."),
    day_max: str | None = typer.Option(None, help="The most that is taken in a day, such as 20000.00 (required)."),
    takes_part: bool = typer.Option(False, "--takes-part", help="Less than is due may be taken."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Bind (绑卡) a card of the customer's own under a debit agreement; it comes last, but before others if it is ours.

    Example: lending cards bind cust_01HKX… --number 6217000012345678 --bank CMB --agreement A-1 \
--trade-max 5000 --day-max 20000 --database sqlite:///lending.db
    """
    from lending.payments.card_commands import BindCard
    from lending.payments.cards import DebitAgreement

    given = Given()
    customer_id = _customer(given, customer)
    digits = given.text("number", number, "the card's number, 8 to 32 digits")
    code = given.text("bank", bank, "a bank code such as ICBC")
    name = given.text("agreement", agreement, "the debit agreement's number")
    trade, day = given.money("trade-max", trade_max), given.money("day-max", day_max)
    given.check()
    assert customer_id is not None, "checked"
    agreed = given.value(
        "agreement", lambda: DebitAgreement(number=name, trade_max=trade, day_max=day, takes_part=takes_part)
    )
    given.check()
    assert agreed is not None, "checked"
    command = given.value("", lambda: BindCard(customer_id, digits, code, agreed))
    given.check()
    _done(customer_id, command, database, form)


def order(
    customer: str = CUSTOMER,
    cards: list[str] = typer.Argument(help="Every bound card by its number, the main card first."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Put the cards in this order. Cards of our own bank are deducted from before all others wherever they stand.

    Example: lending cards order cust_01HKX… 2 1 3 --database sqlite:///lending.db
    """
    from lending.payments.card_commands import ReorderCards

    given = Given()
    customer_id = _customer(given, customer)
    numbers = tuple(given.whole("cards", each, 1, CARDS_MAX) for each in cards)
    given.check()
    assert customer_id is not None, "checked"
    _done(customer_id, ReorderCards(customer_id, numbers), database, form)


def unbind(
    customer: str = CUSTOMER,
    card: str = typer.Argument(help="The card's number, as `lending cards show` has it."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Unbind (解绑) a card. Refused while a deduction from it awaits its final word, and of the last card.

    Example: lending cards unbind cust_01HKX… 2 --database sqlite:///lending.db
    """
    from lending.payments.card_commands import UnbindCard

    given = Given()
    customer_id = _customer(given, customer)
    number = given.whole("card", card, 1, CARDS_MAX)
    given.check()
    assert customer_id is not None, "checked"
    _done(customer_id, UnbindCard(customer_id, number), database, form)


def _customer(given: Given, customer: str) -> "CustomerId | None":
    from lending.customers.ids import CustomerId

    return given.value("customer", lambda: CustomerId(customer))


def _done(customer_id: "CustomerId", command: Any, database: str | None, form: Format) -> None:
    """Do what was asked, if anything was, and show the cards as they are then."""
    from lending.payments.card_commands import ListCards

    with opened(database) as app:
        if command is not None:
            done(app, command)
        view: CardsView = asked(app, ListCards(customer_id))
    document = {"customer": customer_id.value, "cards": [_document(card) for card in view.cards]}
    headings = ("card", "bank", "ends in", "ours", "agreed", "at once", "a day", "part", "failed", "taken", "awaited")
    rows = [tuple(_cell(value) for value in _document(card).values()) for card in view.cards]
    emit(form, document, table(customer_id.value, headings, rows, left=5))


def _document(card: "CardView") -> dict[str, Any]:
    from lending.kernel.money import Money

    return {
        "card": card.card,
        "bank": card.bank,
        "last_digits": card.last_digits,
        "is_ours": card.is_ours,
        "agreement": card.agreement,
        "trade_max": card.trade_max.text if card.trade_max else None,
        "day_max": card.day_max.text if card.day_max else None,
        "takes_part": card.takes_part,
        "failures": card.failures,
        "taken": Money(card.taken).text,
        "awaited": list(card.awaited),
    }


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
