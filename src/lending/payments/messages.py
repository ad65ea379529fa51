"""What payments send to channels."""

import attrs

from lending.application.commands import Message
from lending.payments.ids import DeductionOrderId, DisbursementOrderId

__all__ = ["QueryDeduction", "QueryPayout", "SendDeduction", "SendPayout"]


@attrs.frozen
class SendPayout(Message):
    """Send one attempt of a payout to the channel."""

    order_id: DisbursementOrderId
    attempt: int


@attrs.frozen
class QueryPayout(Message):
    """Ask the channel after a payout."""

    order_id: DisbursementOrderId
    attempt: int


@attrs.frozen
class SendDeduction(Message):
    """Send a deduction to the channel."""

    order_id: DeductionOrderId


@attrs.frozen
class QueryDeduction(Message):
    """Ask the channel after a deduction."""

    order_id: DeductionOrderId
