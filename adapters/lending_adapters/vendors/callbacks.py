"""Callbacks: what a channel tells by itself, and the command that records it."""

from datetime import datetime

import attrs

from lending.payments.channel import ChannelAnswer
from lending.payments.commands import RecordDeductionAnswer, RecordPayoutAnswer
from lending.payments.ids import DeductionOrderId, DisbursementOrderId

__all__ = ["Callback", "command_of"]


@attrs.frozen(kw_only=True)
class Callback:
    """The channel's word on an order, which reaches the platform at `at`."""

    order_no: str
    answer: ChannelAnswer
    at: datetime


def command_of(callback: Callback) -> RecordPayoutAnswer | RecordDeductionAnswer:
    """What records the callback: a payout's number is its order's id and the attempt, a deduction's the id alone."""
    order_id, separator, _attempt = callback.order_no.rpartition("-")
    if separator:
        return RecordPayoutAnswer(DisbursementOrderId(order_id), callback.order_no, callback.answer)
    return RecordDeductionAnswer(DeductionOrderId(callback.order_no), callback.answer)
