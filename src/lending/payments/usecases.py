"""How payments are ordered, sent and answered."""

from datetime import date

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.status import ACTIVE
from lending.operations.jobs import JobRun
from lending.operations.refusals import DayNotOpen, OccupationClosed
from lending.operations.usecases import must_be_open, record_run
from lending.payments.commands import (
    DeductionRecorded,
    DeductionRetried,
    DeductionsRequested,
    ParkedWay,
    PayoutRecorded,
    RecordDeductionAnswer,
    RecordPayoutAnswer,
    RequestDeductions,
    ResolvePayout,
    RetryDeduction,
)
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.disbursement import PayoutStatus
from lending.payments.ids import DeductionOrderId
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS
from lending.payments.quota import settle
from lending.payments.refusals import OrderNotFound, PayoutNotParked
from lending.payments.sending import note_health

__all__ = ["record_deduction_answer", "record_payout_answer", "request_deductions", "resolve_payout", "retry_deduction"]


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


def record_deduction_answer(
    command: RecordDeductionAnswer, call: Call, work: Work
) -> Outcome[DeductionRecorded, OrderNotFound | OccupationClosed | Refusal]:
    """The channel's word on a deduction."""
    order = work.find(DEDUCTIONS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    heard = order.hear(command.answer, call.received_at, call.business_date)
    if heard is not order:
        work.save(DEDUCTIONS, heard)
    if order.is_awaiting:
        note_health(order.channel, order.order_no, command.answer, call, work)
        if not heard.is_awaiting:
            settled = settle(work, order.order_no, succeeded=heard.status is DeductionStatus.SUCCESS)
            if isinstance(settled, Failure):
                return settled
    return Success(DeductionRecorded(heard.id, heard.status.value))


def request_deductions(command: RequestDeductions, call: Call, work: Work) -> Outcome[DeductionsRequested, DayNotOpen]:
    """Order a deduction for each loan of the shard that must pay something by today and has no money on its way in."""
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    loans = work.matching(LOANS, "active_shard", str(command.shard))
    free = (loan for loan in loans if loan.held_by is None)
    ordered = sum(_order_deduction(loan, command.day, call, work) is not None for loan in free)
    record_run(work, JobRun(command.day, "deduction", command.shard, ordered))
    return Success(DeductionsRequested(len(loans), ordered))


def retry_deduction(
    command: RetryDeduction, call: Call, work: Work
) -> Outcome[DeductionRetried, OrderNotFound | DayNotOpen]:
    """Order what is due now, with the channels that it failed through today known to the routing."""
    before = work.find(DEDUCTIONS, command.order_id)
    if before is None:
        return Failure(OrderNotFound(command.order_id.value))
    opened = must_be_open(before.day, call)
    if isinstance(opened, Failure):
        return opened
    loan = work.get(LOANS, before.loan_id)
    if loan.held_by is not None or loan.status not in ACTIVE:
        return Success(DeductionRetried(None))
    return Success(DeductionRetried(_order_deduction(loan, before.day, call, work, before.failed_through)))


def _order_deduction(
    loan: Loan, day: date, call: Call, work: Work, failed: frozenset[str] = frozenset()
) -> DeductionOrderId | None:
    """The order; None where nothing has to be paid."""
    due = loan.demanded(day)
    if not due.total.minor:
        return None
    order = DeductionOrder(
        id=work.new_id(DeductionOrderId),
        loan_id=loan.id.value,
        customer_id=loan.customer_id,
        amount=due.total,
        ordered_at=call.received_at,
        day=day,
        failed=failed,
    )
    held = loan.hold(order.id.value)
    assert isinstance(held, Success), f"{loan.id} is free and yet refuses: {held}"
    work.save(LOANS, held.unwrap())
    work.save(DEDUCTIONS, order.ordered())
    return order.id
