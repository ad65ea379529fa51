"""The deduction: sent once, asked after while in doubt, and at last a repayment or a freed loan."""

from lending.application.call import Call
from lending.application.ports import Courier, Delivery, VendorUnavailable
from lending.application.store import Reader
from lending.application.work import Work
from lending.customers.ports import CUSTOMERS
from lending.kernel.outcome import Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.ports import LOANS
from lending.payments.channel import (
    PROCESSING_QUERY_AFTER,
    ChannelAnswer,
    CollectionRequest,
    Word,
    query_delay,
)
from lending.payments.commands import RecordDeductionAnswer, RetryDeduction, RouteDeduction
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.events import (
    DeductionFailed,
    DeductionInDoubt,
    DeductionOrdered,
    DeductionRouted,
    DeductionSucceeded,
)
from lending.payments.failures import next_try
from lending.payments.messages import QueryDeduction, SendDeduction
from lending.payments.ports import DEDUCTIONS, CollectionChannel

__all__ = [
    "ask_after_deduction",
    "free_loan",
    "query_deduction_by",
    "repay_by_deduction",
    "route_deduction",
    "send_deduction",
    "send_deduction_by",
    "try_again",
]


def route_deduction(event: DeductionOrdered, call: Call, work: Work) -> Outcome[None, Refusal]:
    """The channel of an ordered deduction is chosen at once, order by order."""
    work.schedule(call.received_at, RouteDeduction(event.order_id))
    return Success(None)


def send_deduction(event: DeductionRouted, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A deduction whose channel is chosen goes to it after commit."""
    work.send(SendDeduction(event.order_id))
    return Success(None)


def ask_after_deduction(event: DeductionInDoubt, call: Call, work: Work) -> Outcome[None, Refusal]:
    """Money in doubt is asked after; the loan stays locked meanwhile."""
    processing = work.get(DEDUCTIONS, event.order_id).status is DeductionStatus.PROCESSING
    delay = max(PROCESSING_QUERY_AFTER, query_delay(event.doubts)) if processing else query_delay(event.doubts)
    work.schedule(call.received_at + delay, QueryDeduction(event.order_id))
    return Success(None)


def repay_by_deduction(event: DeductionSucceeded, call: Call, work: Work) -> Outcome[None, Refusal]:
    """The money came in: the loan is freed and takes it, whatever it has become, with the day it came as value date."""
    freed = work.get(LOANS, event.loan_id).release(event.order_id.value)
    work.save(LOANS, freed.receive(event.order_id.value, event.amount, event.on, today=call.business_date))
    return Success(None)


def free_loan(event: DeductionFailed, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Nothing was taken: the loan may be paid otherwise."""
    work.save(LOANS, work.get(LOANS, event.loan_id).release(event.order_id.value))
    return Success(None)


def try_again(event: DeductionFailed, call: Call, work: Work) -> Outcome[None, Refusal]:
    """What the failure's class says: another channel, the next slot of the day, or nothing before tomorrow."""
    order = work.get(DEDUCTIONS, event.order_id)
    due_at = next_try(event.code, call.received_at, order.day)
    if due_at is not None and order.day == call.business_date:
        work.schedule(due_at, RetryDeduction(event.order_id))
    return Success(None)


def send_deduction_by(channel: CollectionChannel) -> Courier:
    """The courier that sends deductions through their channels."""

    def deliver(delivery: Delivery[SendDeduction], reader: Reader) -> RecordDeductionAnswer | None:
        order = _awaiting(delivery.message, reader)
        if order is None:
            return None
        if not delivery.first:
            answer = channel.query_collection(order.channel, order.order_no)
        else:
            answer = _collected(channel, _request(order, reader))
        return RecordDeductionAnswer(order.id, answer)

    return deliver


def _collected(channel: CollectionChannel, request: CollectionRequest) -> ChannelAnswer:
    try:
        return channel.collect(request)
    except VendorUnavailable:
        return ChannelAnswer(Word.UNREACHED)


def query_deduction_by(channel: CollectionChannel) -> Courier:
    """The courier that asks the channels after deductions."""

    def deliver(delivery: Delivery[QueryDeduction], reader: Reader) -> RecordDeductionAnswer | None:
        order = _awaiting(delivery.message, reader)
        if order is None:
            return None
        return RecordDeductionAnswer(order.id, channel.query_collection(order.channel, order.order_no))

    return deliver


def _awaiting(message: SendDeduction | QueryDeduction, reader: Reader) -> DeductionOrder | None:
    """The order, if it still waits for a word."""
    stored = reader.load(DEDUCTIONS, message.order_id.value)
    assert stored is not None, f"{message.order_id} was sent and does not exist"
    return stored.value if stored.value.is_awaiting else None


def _request(order: DeductionOrder, reader: Reader) -> CollectionRequest:
    stored = reader.load(CUSTOMERS, order.customer_id)
    assert stored is not None, f"{order.customer_id} pays and does not exist"
    account = stored.value.person.account
    return CollectionRequest(
        channel=order.channel,
        order_no=order.order_no,
        amount=order.amount,
        account=account.number,
        bank=account.bank,
        holder=account.holder,
    )
