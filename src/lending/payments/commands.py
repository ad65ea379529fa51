"""What can be asked of payments."""

import enum
from datetime import date

import attrs

from lending.application.commands import Command, Receipt
from lending.kernel.checks import text_of
from lending.kernel.refusals import Refusal
from lending.loans.cancellation import CancellingRefused
from lending.loans.ids import LoanId
from lending.loans.refusals import MoneyInHeld
from lending.operations.commands import Published
from lending.operations.refusals import DayNotOpen, NoRoomInLimit, OccupationClosed
from lending.payments.channel import ChannelAnswer
from lending.payments.channels import Channels
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending.payments.refusals import ChannelDropped, OrderNotFound, PayoutNotPaid, PayoutNotParked, ReturnBeforePayout
from lending.payments.voucher_refusals import PayoutPromised, PayoutUnderWay

__all__ = [
    "CancelPayout",
    "DeductLoan",
    "DeductionRecorded",
    "DeductionRetried",
    "DeductionsRequested",
    "ParkedWay",
    "PayoutRecorded",
    "PublishChannels",
    "RecordDeductionAnswer",
    "RecordPayoutAnswer",
    "RecordPayoutReturn",
    "RequestDeductions",
    "ResolvePayout",
    "RetryDeduction",
    "RouteDeduction",
    "RoutePayout",
    "WithdrawPayout",
]


@attrs.frozen
class PublishChannels(Command[Published, ChannelDropped]):
    """Publish the payment channels: from now on orders are routed by them."""

    channels: Channels


@attrs.frozen
class PayoutRecorded(Receipt):
    """Where a disbursement order stands."""

    order_id: DisbursementOrderId
    status: str


@attrs.frozen
class RoutePayout(Command[PayoutRecorded, OrderNotFound | NoRoomInLimit]):
    """Choose the channel of a payout's attempt, occupy the day's quota and send it; where none can take it, it waits.

    Nothing happens where the attempt is on its way already.
    """

    order_id: DisbursementOrderId
    attempt: int


@attrs.frozen
class RecordPayoutAnswer(Command[PayoutRecorded, OrderNotFound | OccupationClosed | Refusal]):
    """Record a channel's word on a payout: an answer, a query's result or a callback."""

    order_id: DisbursementOrderId
    order_no: str = attrs.field(validator=text_of(64))
    answer: ChannelAnswer


class ParkedWay(enum.Enum):
    """What becomes of a payout of which a failed attempt was paid after all."""

    ACCEPT = "ACCEPT"
    """The late payment stands: the loan opens with its day as value date."""
    CLOSE = "CLOSE"
    """It was taken back, or is claimed otherwise: the application ends."""


@attrs.frozen
class ResolvePayout(Command[PayoutRecorded, OrderNotFound | PayoutNotParked | Refusal]):
    """Decide on a parked payout."""

    order_id: DisbursementOrderId
    way: ParkedWay


@attrs.frozen(kw_only=True)
class RecordPayoutReturn(
    Command[PayoutRecorded, OrderNotFound | PayoutNotPaid | ReturnBeforePayout | CancellingRefused | Refusal]
):
    """Record that the payee's bank sent a payout back (退票), on which day the channel had it again, and why.

    The loan ends as if it had never been; what was paid on it meanwhile is the customer's.
    """

    order_id: DisbursementOrderId
    on: date
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen(kw_only=True)
class CancelPayout(
    Command[
        PayoutRecorded, OrderNotFound | PayoutNotPaid | ReturnBeforePayout | MoneyInHeld | CancellingRefused | Refusal
    ]
):
    """Take a payout back at the counter (撤销放款): the payee has returned the money, and nothing was repaid yet."""

    order_id: DisbursementOrderId
    on: date
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen(kw_only=True)
class WithdrawPayout(Command[PayoutRecorded, OrderNotFound | PayoutUnderWay | PayoutPromised | Refusal]):
    """Send no more under a payout that waits: for a channel, for its workday, for a further try.

    Where nothing of the contract's payout has gone out the application ends; else the loan stays as it is.
    """

    order_id: DisbursementOrderId
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen
class DeductionRecorded(Receipt):
    """Where a deduction order stands."""

    order_id: DeductionOrderId
    status: str


@attrs.frozen
class DeductionRetried(Receipt):
    """The further deduction; None where there was nothing to take or the loan was not free."""

    order_id: DeductionOrderId | None


@attrs.frozen
class RouteDeduction(Command[DeductionRecorded, OrderNotFound | NoRoomInLimit | Refusal]):
    """Choose the channel of a deduction and send it; where none can take it, it fails and the loan is free.

    Nothing happens where it is on its way already.
    """

    order_id: DeductionOrderId


@attrs.frozen
class RetryDeduction(Command[DeductionRetried, OrderNotFound | DayNotOpen]):
    """Order a further deduction of what is due now, after one that failed earlier on the same accounting day.

    Nothing happens where nothing is due any more, or where other money is on its way.
    """

    order_id: DeductionOrderId


@attrs.frozen
class DeductLoan(Command[DeductionRetried, DayNotOpen]):
    """Order a deduction of what is due on a loan, at the moment picked for it on this accounting day.

    Nothing happens where nothing is due any more, or where other money is on its way.
    """

    loan_id: LoanId
    day: date


@attrs.frozen
class RecordDeductionAnswer(Command[DeductionRecorded, OrderNotFound | OccupationClosed | Refusal]):
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
