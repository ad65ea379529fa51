"""What can be asked of payments."""

from datetime import date

import attrs

from lending.application.commands import Command, Receipt
from lending.kernel.checks import text_of
from lending.kernel.refusals import Refusal
from lending.operations.refusals import DayNotOpen
from lending.payments.channel import ChannelAnswer
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending.payments.refusals import OrderNotFound

__all__ = [
    "DeductionRecorded",
    "DeductionsRequested",
    "PayoutRecorded",
    "RecordDeductionAnswer",
    "RecordPayoutAnswer",
    "RequestDeductions",
]


@attrs.frozen
class PayoutRecorded(Receipt):
    """Where a disbursement order stands."""

    order_id: DisbursementOrderId
    status: str


@attrs.frozen
class RecordPayoutAnswer(Command[PayoutRecorded, OrderNotFound | Refusal]):
    """Record a channel's word on a payout: an answer, a query's result or a callback."""

    order_id: DisbursementOrderId
    order_no: str = attrs.field(validator=text_of(64))
    answer: ChannelAnswer


@attrs.frozen
class DeductionRecorded(Receipt):
    """Where a deduction order stands."""

    order_id: DeductionOrderId
    status: str


@attrs.frozen
class RecordDeductionAnswer(Command[DeductionRecorded, OrderNotFound | Refusal]):
    """Record a channel's word on a deduction: an answer, a query's result or a callback."""

    order_id: DeductionOrderId
    answer: ChannelAnswer


@attrs.frozen
class DeductionsRequested(Receipt):
    """How many deductions a shard's run ordered, over how many loans looked at."""

    loans: int
    ordered: int


@attrs.frozen
class RequestDeductions(Command[DeductionsRequested, DayNotOpen]):
    """Order deductions for what is due on the loans of a shard, as an end-of-day node."""

    day: date
    shard: int = attrs.field(validator=attrs.validators.in_(range(16)))
