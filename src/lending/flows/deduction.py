"""The deduction: sent once, asked after while in doubt, and at last a repayment or a freed loan."""

from datetime import datetime

from lending.application.call import Call
from lending.application.ports import Courier, Delivery, VendorUnavailable
from lending.application.store import Reader
from lending.application.work import Work
from lending.kernel.outcome import Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.ports import LOANS
from lending.payments.channel import (
    PROCESSING_QUERY_AFTER,
    RESULT_FILE_AFTER,
    ChannelAnswer,
    CollectionRequest,
    Word,
    query_delay,
)
from lending.payments.commands import RecordDeductionAnswer, RetryDeduction, RouteDeduction
from lending.payments.deducting import cards_standing, pick_again
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.events import (
    DeductionBatched,
    DeductionFailed,
    DeductionInDoubt,
    DeductionOrdered,
    DeductionReleased,
    DeductionRouted,
    DeductionSucceeded,
    DeductionTakenInPart,
)
from lending.payments.failures import FailureClass, class_of, next_round, next_try
from lending.payments.messages import QueryDeduction, SendDeduction
from lending.payments.ports import CARDS, DEDUCTIONS, CollectionChannel

__all__ = [
    "ask_after_batched",
    "ask_after_deduction",
    "free_loan",
    "query_deduction_by",
    "repay_by_deduction",
    "route_deduction",
    "send_deduction",
    "send_deduction_by",
    "send_released",
    "take_the_rest",
    "try_again",
]


def route_deduction(event: DeductionOrdered, call: Call, work: Work) -> Outcome[None, Refusal]:
    """The channel of an ordered deduction is chosen at once, order by order."""
    work.schedule(call.received_at, RouteDeduction(event.order_id))
    return Success(None)


def send_deduction(event: DeductionRouted, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A deduction whose channel is chosen goes to it after commit, unless it waits in the channel's list."""
    if not work.get(DEDUCTIONS, event.order_id).listed:
        work.send(SendDeduction(event.order_id))
    return Success(None)


def send_released(event: DeductionReleased, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A deduction released from the list goes out at its moment."""
    work.schedule(event.due_at, SendDeduction(event.order_id))
    return Success(None)


def ask_after_batched(event: DeductionBatched, call: Call, work: Work) -> Outcome[None, Refusal]:
    """A deduction that went in a file is asked after, should its result not have come by then."""
    work.schedule(call.received_at + RESULT_FILE_AFTER, QueryDeduction(event.order_id))
    return Success(None)


def ask_after_deduction(event: DeductionInDoubt, call: Call, work: Work) -> Outcome[None, Refusal]:
    """Money in doubt is asked after; the loan stays locked meanwhile."""
    processing = work.get(DEDUCTIONS, event.order_id).status is DeductionStatus.PROCESSING
    delay = max(PROCESSING_QUERY_AFTER, query_delay(event.doubts)) if processing else query_delay(event.doubts)
    work.schedule(call.received_at + delay, QueryDeduction(event.order_id))
    return Success(None)


def repay_by_deduction(
    event: DeductionSucceeded | DeductionTakenInPart, call: Call, work: Work
) -> Outcome[None, Refusal]:
    """The money came in: the loan is freed and takes it, whatever it has become, with the day it came as value date."""
    freed = work.get(LOANS, event.loan_id).release(event.order_id.value)
    work.save(LOANS, freed.receive(event.order_id.value, event.amount, event.on, today=call.business_date))
    return Success(None)


def free_loan(event: DeductionFailed, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Nothing was taken: the loan may be paid otherwise."""
    work.save(LOANS, work.get(LOANS, event.loan_id).release(event.order_id.value))
    return Success(None)


def try_again(event: DeductionFailed, call: Call, work: Work) -> Outcome[None, Refusal]:
    """What the failure's class says: another channel or card, the next slot of the day, or nothing before tomorrow."""
    order = work.get(DEDUCTIONS, event.order_id)
    if order.smart and class_of(event.code) not in {FailureClass.CHANNEL, FailureClass.RISK}:
        _retry_as_picked(order, call, work)
        return Success(None)
    another, short = cards_standing(order, call.received_at, work)
    _retry(order, next_try(event.code, call.received_at, order.day, another=another, short=short), call, work)
    return Success(None)


def take_the_rest(event: DeductionSucceeded | DeductionTakenInPart, call: Call, work: Work) -> Outcome[None, Refusal]:
    """Where less came in than was due, the rest is taken from the next card, or in the next slot of the day."""
    order = work.get(DEDUCTIONS, event.order_id)
    if order.rest and order.smart:
        _retry_as_picked(order, call, work)
    elif order.rest:
        another, short = cards_standing(order, call.received_at, work)
        _retry(order, next_round(call.received_at, order.day, another=another, short=short), call, work)
    return Success(None)


def _retry_as_picked(order: DeductionOrder, call: Call, work: Work) -> None:
    picked = pick_again(order, call.received_at, work)
    _retry(order, None if picked is None else picked.at, call, work)


def _retry(order: DeductionOrder, due_at: datetime | None, call: Call, work: Work) -> None:
    if due_at is not None and order.day == call.business_date:
        work.schedule(due_at, RetryDeduction(order.id))


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
    stored = reader.load(CARDS, order.customer_id)
    assert stored is not None, f"{order.id} was sent to a card of {order.customer_id}, who has none"
    card = stored.value.card(order.card)
    return CollectionRequest(
        channel=order.channel,
        order_no=order.order_no,
        amount=order.amount,
        account=card.account.number,
        bank=card.account.bank,
        holder=card.account.holder,
        agreement=card.agreement.number if card.agreement is not None else "",
        in_part=order.in_part,
    )
