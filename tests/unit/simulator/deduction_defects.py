"""Defects of deductions and of cards, planted to see that the invariants find them."""

from collections.abc import Callable

import attrs

from lending.kernel.money import Money
from lending.payments.cards import Card, DebitAgreement
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.failures import TRIES_MAX
from lending.payments.ids import DeductionOrderId
from lending.payments.ports import CARDS, DEDUCTIONS
from lending_simulator.invariants import Evidence

__all__ = ["DEDUCTION_DEFECTS"]


def paid(evidence: Evidence) -> DeductionOrder:
    """A deduction that brought money."""
    return next(order for order in evidence.mirror.all(DEDUCTIONS) if order.status is DeductionStatus.SUCCESS)


def change(evidence: Evidence, order: DeductionOrder, **changes: object) -> Card:
    """The order's card, put in place with changes."""
    held = evidence.mirror.get(CARDS, order.customer_id)
    assert held is not None
    card = attrs.evolve(held.card(order.card), **changes)  # type: ignore[arg-type]
    others = tuple(each for each in held.cards if each.number != card.number)
    evidence.mirror._rows[CARDS.name][held.customer_id] = attrs.evolve(held, cards=(*others, card))
    return card


def put(evidence: Evidence, order: DeductionOrder, **changes: object) -> None:
    """The order, put in place with changes."""
    evidence.mirror._rows[DEDUCTIONS.name][order.id.value] = attrs.evolve(order, **changes)  # type: ignore[arg-type]


def failed_and_taken(evidence: Evidence) -> None:
    put(evidence, paid(evidence), status=DeductionStatus.FAILED)


def succeeded_and_not_taken(evidence: Evidence) -> None:
    order = paid(evidence)
    put(evidence, order, amount=Money(order.amount.minor + 1))


def taken_beyond_what_was_due(evidence: Evidence) -> None:
    order = paid(evidence)
    put(evidence, order, due=Money(order.amount.minor - 1))


def taken_in_part_without_agreement(evidence: Evidence) -> None:
    put(evidence, paid(evidence), status=DeductionStatus.PARTIAL)


def taken_from_another_account(evidence: Evidence) -> None:
    order = paid(evidence)
    movement = evidence.bank._movements[order.order_no]
    evidence.bank._movements[order.order_no] = attrs.evolve(movement, account="12345678")


def taken_beyond_the_agreement(evidence: Evidence) -> None:
    order = paid(evidence)
    less = Money(order.amount.minor - 1)
    change(evidence, order, agreement=DebitAgreement(number="A", trade_max=less, day_max=less))


def tried_too_often(evidence: Evidence) -> None:
    order = paid(evidence)
    for attempt in range(TRIES_MAX + 1):
        failed = attrs.evolve(order, id=DeductionOrderId(f"ded_{attempt:026d}"), status=DeductionStatus.FAILED)
        evidence.mirror._rows[DEDUCTIONS.name][failed.id.value] = failed


def awaited_for_ever(evidence: Evidence) -> None:
    order = paid(evidence)
    held = evidence.mirror.get(CARDS, order.customer_id)
    assert held is not None
    evidence.mirror._rows[CARDS.name][held.customer_id] = held.sent(order.card, order.order_no, order.amount)


def unbound_while_in_doubt(evidence: Evidence) -> None:
    order = paid(evidence)
    put(evidence, order, status=DeductionStatus.IN_DOUBT)
    awaited_for_ever(evidence)
    change(evidence, order, unbound_on=order.day)


def sent_behind_the_cards_back(evidence: Evidence) -> None:
    put(evidence, paid(evidence), status=DeductionStatus.IN_DOUBT)


DEDUCTION_DEFECTS: dict[str, tuple[Callable[[Evidence], None], ...]] = {
    "deductions_are_what_truly_moved": (
        failed_and_taken,
        succeeded_and_not_taken,
        taken_beyond_what_was_due,
        taken_in_part_without_agreement,
    ),
    "cards_are_used_as_agreed": (
        taken_from_another_account,
        taken_beyond_the_agreement,
        tried_too_often,
        awaited_for_ever,
        unbound_while_in_doubt,
        sent_behind_the_cards_back,
    ),
}
"""By the invariant that must see them."""
