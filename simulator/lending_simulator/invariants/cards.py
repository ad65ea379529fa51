"""What a customer's cards may never be used for, checked each simulated day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from lending.payments.cards import Card
from lending.payments.channel import Word
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.failures import TRIES_MAX
from lending.payments.ports import CARDS, DEDUCTIONS
from lending_simulator.invariants.evidence import Evidence

__all__ = ["cards_are_used_as_agreed"]

Place = tuple[str, int, date]


def cards_are_used_as_agreed(evidence: Evidence) -> Iterator[str]:
    """Money came from the card that was chosen, within its limits, and none failed more often than a card may."""
    taken: Counter[Place] = Counter()
    failures: Counter[Place] = Counter()
    held = {cards.customer_id: cards for cards in evidence.mirror.all(CARDS)}
    for order in evidence.mirror.all(DEDUCTIONS):
        if not order.card:
            continue
        card = held[order.customer_id].card(order.card)
        place = order.customer_id, order.card, order.day
        failures[place] += _has_failed(order)
        movement = evidence.bank.movement(order.order_no)
        if movement is None:
            continue
        taken[place] += movement.amount
        if movement.account != card.account.number:
            yield f"{order.id} took money from another account than card {order.card}'s"
        if _is_over(card, movement.amount, taken[place]):
            yield f"{order.id} took {movement.amount}, more than was agreed of card {order.card} of {order.customer_id}"
    for (customer_id, number, day), count in failures.items():
        if count > TRIES_MAX:
            yield f"card {number} of {customer_id} failed {count} times on {day}"
    yield from _awaited(evidence)


def _has_failed(order: DeductionOrder) -> bool:
    failed = order.status is DeductionStatus.FAILED and order.code != Word.UNREACHED.value
    return failed or order.status is DeductionStatus.PARTIAL


def _is_over(card: Card, amount: int, day_amount: int) -> bool:
    agreement = card.agreement
    return agreement is not None and (amount > agreement.trade_max.minor or day_amount > agreement.day_max.minor)


def _awaited(evidence: Evidence) -> Iterator[str]:
    """What stands as awaited on cards is what is out, and nothing is out from a card that was unbound."""
    out = {order.order_no for order in evidence.mirror.all(DEDUCTIONS) if order.is_awaiting}
    for cards in evidence.mirror.all(CARDS):
        for card in cards.cards:
            told = {sent.order_no for sent in card.out}
            if not told <= out:
                yield f"card {card.number} of {cards.customer_id} awaits {sorted(told - out)}, which have their word"
            if told and card.unbound_on is not None:
                yield f"card {card.number} of {cards.customer_id} was unbound, and {sorted(told)} are out from it"
            out -= told
    for order_no in sorted(out):
        yield f"{order_no} is out, and no card awaits it"
