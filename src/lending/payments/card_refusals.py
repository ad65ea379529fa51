"""What is refused of cards."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["CardBoundAlready", "CardInUse", "CardNotFound", "CardsNotAllNamed", "LastCard", "TooManyCards"]


@attrs.frozen
class CardNotFound(Refusal):
    """The customer has no card with this number bound."""

    code = "CARD_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    customer_id: str
    card: int


@attrs.frozen
class CardBoundAlready(Refusal):
    """The customer has this very card bound, under this number."""

    code = "CARD_BOUND_ALREADY"
    kind = RefusalKind.CONFLICT
    customer_id: str
    card: int


@attrs.frozen
class TooManyCards(Refusal):
    """The customer has as many cards bound as are allowed; one must be unbound first."""

    code = "TOO_MANY_CARDS"
    kind = RefusalKind.PRECONDITION
    customer_id: str
    cards_max: int


@attrs.frozen
class CardsNotAllNamed(Refusal):
    """An order of cards names each bound card once; these are bound."""

    code = "CARDS_NOT_ALL_NAMED"
    kind = RefusalKind.PRECONDITION
    customer_id: str
    bound: tuple[int, ...]


@attrs.frozen
class CardInUse(Refusal):
    """Deductions from the card await their final word; it stays bound until they have it."""

    code = "CARD_IN_USE"
    kind = RefusalKind.PRECONDITION
    customer_id: str
    card: int
    orders: tuple[str, ...]


@attrs.frozen
class LastCard(Refusal):
    """A customer keeps one card; another must be bound first."""

    code = "LAST_CARD"
    kind = RefusalKind.PRECONDITION
    customer_id: str
    card: int
