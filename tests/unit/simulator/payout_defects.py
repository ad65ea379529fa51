"""Defects of payouts, planted to see that the invariants of what truly moved find them."""

from collections.abc import Callable
from datetime import date

import attrs

from lending.payments.disbursement import DisbursementOrder, PayoutStatus
from lending.payments.ports import DISBURSEMENTS
from lending_simulator.invariants import Evidence

__all__ = ["PAYOUT_DEFECTS"]


def _paid(evidence: Evidence) -> DisbursementOrder:
    return next(order for order in evidence.mirror.all(DISBURSEMENTS) if order.status is PayoutStatus.SUCCESS)


def paid_twice(evidence: Evidence) -> None:
    order = _paid(evidence)
    first = evidence.bank.movement(order.order_no)
    assert first is not None
    evidence.bank.pay_out(f"{order.id}-9", first.account, first.amount, first.on)


def paid_to_a_stranger(evidence: Evidence) -> None:
    order = _paid(evidence)
    first = evidence.bank._movements[order.order_no]
    evidence.bank._movements[order.order_no] = attrs.evolve(first, account="12345678")


def never_paid(evidence: Evidence) -> None:
    order = _paid(evidence)
    del evidence.bank._movements[order.order_no]


def given_up_and_paid(evidence: Evidence) -> None:
    order = _paid(evidence)
    given_up = attrs.evolve(order, status=PayoutStatus.CLOSED)
    evidence.mirror._rows[DISBURSEMENTS.name][order.id.value] = given_up


def paid_through_another_channel(evidence: Evidence) -> None:
    order = _paid(evidence)
    first = evidence.bank._movements[order.order_no]
    evidence.bank._movements[order.order_no] = attrs.evolve(first, channel="NOWHERE")


def paid_without_order(evidence: Evidence) -> None:
    evidence.bank.pay_out("pay_nobody-1", "12345678", 5, date(2025, 9, 20))


def came_back_unheard(evidence: Evidence) -> None:
    """The payee's bank sends the money back, and the platform is never told."""
    paid = next(movement for movement in evidence.bank.movements if not movement.incoming)
    evidence.bank.deposit(paid.account, paid.amount)
    evidence.bank.send_back(paid.order_no, date(2025, 9, 20))


PAYOUT_DEFECTS: dict[str, tuple[Callable[[Evidence], None], ...]] = {
    "payouts_are_what_truly_moved": (
        paid_twice,
        paid_to_a_stranger,
        never_paid,
        given_up_and_paid,
        paid_without_order,
        came_back_unheard,
    ),
    "channels_are_used_as_published": (paid_through_another_channel,),
}
"""By the invariant that must see them."""
