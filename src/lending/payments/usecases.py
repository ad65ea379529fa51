"""How payouts are answered, and decided on by a person."""

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.operations.refusals import OccupationClosed
from lending.payments.commands import ParkedWay, PayoutRecorded, RecordPayoutAnswer, ResolvePayout, WithdrawPayout
from lending.payments.disbursement import PayoutStatus
from lending.payments.ports import DISBURSEMENTS
from lending.payments.quota import settle
from lending.payments.refusals import OrderNotFound, PayoutNotParked
from lending.payments.sending import note_health
from lending.payments.voucher_refusals import PayoutPromised, PayoutUnderWay

__all__ = ["record_payout_answer", "resolve_payout", "withdraw_payout"]


def record_payout_answer(
    command: RecordPayoutAnswer, call: Call, work: Work
) -> Outcome[PayoutRecorded, OrderNotFound | OccupationClosed | Refusal]:
    """The channel's word on a payout."""
    order = work.find(DISBURSEMENTS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    heard = order.hear(command.order_no, command.answer, call.received_at, call.business_date)
    if heard is not order:
        work.save(DISBURSEMENTS, heard)
    if order.is_awaiting and command.order_no == order.order_no:
        note_health(order.channel, order.order_no, command.answer, call, work)
        if not (heard.is_awaiting and heard.attempt == order.attempt):
            settled = settle(work, order.order_no, succeeded=heard.status is PayoutStatus.SUCCESS)
            if isinstance(settled, Failure):
                return settled
    return Success(PayoutRecorded(heard.id, heard.status.value))


def resolve_payout(
    command: ResolvePayout, call: Call, work: Work
) -> Outcome[PayoutRecorded, OrderNotFound | PayoutNotParked | Refusal]:
    """A person's decision on a parked payout."""
    order = work.find(DISBURSEMENTS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    accepted = command.way is ParkedWay.ACCEPT
    resolved = order.accept_late(call.business_date) if accepted else order.give_up()
    if isinstance(resolved, Failure):
        return resolved
    work.save(DISBURSEMENTS, resolved.unwrap())
    return Success(PayoutRecorded(order.id, resolved.unwrap().status.value))


def withdraw_payout(
    command: WithdrawPayout, _call: Call, work: Work
) -> Outcome[PayoutRecorded, OrderNotFound | PayoutUnderWay | PayoutPromised | Refusal]:
    """A person ends the waiting."""
    order = work.find(DISBURSEMENTS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    if order.voucher is not None:
        return Failure(PayoutPromised(order.id.value, order.voucher.value))
    withdrawn = order.withdraw(command.reason)
    if isinstance(withdrawn, Failure):
        return withdrawn
    work.save(DISBURSEMENTS, withdrawn.unwrap())
    return Success(PayoutRecorded(order.id, withdrawn.unwrap().status.value))
