"""How payments are ordered, sent and answered."""

from datetime import date

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.operations.jobs import JobRun
from lending.operations.refusals import DayNotOpen
from lending.operations.usecases import must_be_open, record_run
from lending.payments.commands import (
    DeductionRecorded,
    DeductionsRequested,
    PayoutRecorded,
    RecordDeductionAnswer,
    RecordPayoutAnswer,
    RequestDeductions,
)
from lending.payments.deduction import DeductionOrder
from lending.payments.ids import DeductionOrderId
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS
from lending.payments.refusals import OrderNotFound

__all__ = ["record_deduction_answer", "record_payout_answer", "request_deductions"]


def record_payout_answer(
    command: RecordPayoutAnswer, call: Call, work: Work
) -> Outcome[PayoutRecorded, OrderNotFound | Refusal]:
    """The channel's word on a payout."""
    order = work.find(DISBURSEMENTS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    heard = order.hear(command.order_no, command.answer, call.received_at, call.business_date)
    if heard is not order:
        work.save(DISBURSEMENTS, heard)
    return Success(PayoutRecorded(heard.id, heard.status.value))


def record_deduction_answer(
    command: RecordDeductionAnswer, call: Call, work: Work
) -> Outcome[DeductionRecorded, OrderNotFound | Refusal]:
    """The channel's word on a deduction."""
    order = work.find(DEDUCTIONS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    heard = order.hear(command.answer, call.received_at, call.business_date)
    if heard is not order:
        work.save(DEDUCTIONS, heard)
    return Success(DeductionRecorded(heard.id, heard.status.value))


def request_deductions(command: RequestDeductions, call: Call, work: Work) -> Outcome[DeductionsRequested, DayNotOpen]:
    """Order a deduction for each loan of the shard that must pay something by today and has no money on its way in."""
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    loans = work.matching(LOANS, "active_shard", str(command.shard))
    ordered = sum(_order_deduction(loan, command.day, call, work) for loan in loans if loan.held_by is None)
    record_run(work, JobRun(command.day, "deduction", command.shard, ordered))
    return Success(DeductionsRequested(len(loans), ordered))


def _order_deduction(loan: Loan, day: date, call: Call, work: Work) -> bool:
    """Whether something had to be paid, and so was ordered."""
    due = loan.demanded(day)
    if not due.total.minor:
        return False
    order = DeductionOrder(
        id=work.new_id(DeductionOrderId),
        loan_id=loan.id.value,
        customer_id=loan.customer_id,
        amount=due.total,
        ordered_at=call.received_at,
    )
    held = loan.hold(order.id.value)
    assert isinstance(held, Success), f"{loan.id} is free and yet refuses: {held}"
    work.save(LOANS, held.unwrap())
    work.save(DEDUCTIONS, order.ordered())
    return True
