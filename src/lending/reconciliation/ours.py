"""Our side of a statement: payment orders, and money that was given back, as records."""

from datetime import date

from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.disbursement import PAID, DisbursementOrder, PayoutStatus
from lending.reconciliation.difference import Difference
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.statement import Flow

__all__ = [
    "record_of_deduction",
    "record_of_payout",
    "record_of_refund",
    "record_of_return",
    "standing_of_deduction",
    "standing_of_payout",
]


def standing_of_payout(order: DisbursementOrder, order_no: str) -> Standing:
    """How sure it is that this attempt of a payout moved money; an earlier one has failed for good."""
    if order_no != order.order_no or order.status in {PayoutStatus.CLOSED, PayoutStatus.PARKED}:
        return Standing.FAILED
    return Standing.SUCCESS if order.status in PAID else Standing.OPEN


def standing_of_deduction(order: DeductionOrder) -> Standing:
    """How sure it is that a deduction moved money."""
    if order.status is DeductionStatus.FAILED:
        return Standing.FAILED
    return Standing.SUCCESS if order.has_taken else Standing.OPEN


def record_of_payout(order: DisbursementOrder, order_no: str, channel: str, day: date) -> Record | None:
    """An attempt of a payout as the channel's statement of `day` is held against it.

    None where it is not for that statement: another channel's, or paid on another day.
    """
    standing = standing_of_payout(order, order_no)
    if order.channel_of(order_no) != channel or (standing is Standing.SUCCESS and order.paid_on != day):
        return None
    return Record(Flow.PAYOUT, order_no, order.amount.minor, standing)


def record_of_return(order: DisbursementOrder, order_no: str, channel: str, day: date) -> Record | None:
    """A payout that came back, as the channel's statement of `day` is held against it; None where none did by then.

    Of one that reached its payee it is not sure before the channel tells.
    """
    if (order.order_no, order.channel) != (order_no, channel) or order.status not in PAID:
        return None
    back = order.given_back
    if back is not None and back.on != day:
        return None
    return Record(Flow.RETURN, order_no, order.amount.minor, Standing.OPEN if back is None else Standing.SUCCESS)


def record_of_deduction(order: DeductionOrder, channel: str, day: date) -> Record | None:
    """A deduction as the channel's statement of `day` is held against it; None where it is not for that one."""
    standing = standing_of_deduction(order)
    if order.channel != channel or (standing is Standing.SUCCESS and order.paid_on != day):
        return None
    return Record(Flow.DEDUCTION, order.order_no, order.moved.minor, standing)


def record_of_refund(refunded: Difference) -> Record:
    """A surplus that was given back, whose own line the statement should hold."""
    return Record(Flow.REFUND, refunded.reference, refunded.effect, Standing.SUCCESS)
