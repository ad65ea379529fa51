"""How a payout that has reached its payee comes back: by the payee's bank, or at the counter."""

from lending.application.call import Call
from lending.application.work import Work
from lending.funding.ports import FUNDED_LOANS
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.cancellation import Hindrance, LoanNotCancellable
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.refusals import MoneyInHeld
from lending.payments.commands import CancelPayout, PayoutRecorded, RecordPayoutReturn
from lending.payments.disbursement import DisbursementOrder, PayoutStatus
from lending.payments.ports import DISBURSEMENTS
from lending.payments.refusals import OrderNotFound, PayoutNotPaid, ReturnBeforePayout

__all__ = ["cancel_payout", "hindered_by_cover", "hindered_by_money", "loan_of", "orders_of", "record_payout_return"]

BackRefused = OrderNotFound | PayoutNotPaid | ReturnBeforePayout | LoanNotCancellable


def record_payout_return(
    command: RecordPayoutReturn, call: Call, work: Work
) -> Outcome[PayoutRecorded, BackRefused | Refusal]:
    """The money is back; the loan follows from the event."""
    order = work.find(DISBURSEMENTS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    loan = loan_of(order.contract_id, work)
    if loan is not None and (hindered := _hindered_by_parts(loan, order, work) or hindered_by_cover(loan, work)):
        return Failure(hindered)
    return _kept(order.returned(command.on, command.reason, call.business_date), work)


def cancel_payout(
    command: CancelPayout, call: Call, work: Work
) -> Outcome[PayoutRecorded, BackRefused | MoneyInHeld | Refusal]:
    """The money is back, and nothing of it was repaid."""
    order = work.find(DISBURSEMENTS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    loan = loan_of(order.contract_id, work)
    if loan is not None and (
        hindered := _hindered_by_parts(loan, order, work) or hindered_by_cover(loan, work) or hindered_by_money(loan)
    ):
        return Failure(hindered)
    return _kept(order.cancelled(command.on, command.reason, call.business_date), work)


def orders_of(contract_id: str, work: Work) -> tuple[DisbursementOrder, ...]:
    """The orders of a contract's payout, part by part."""
    held = work.matching(DISBURSEMENTS, "contract_id", contract_id)
    return tuple(sorted(held, key=lambda order: order.part))


def loan_of(contract_id: str, work: Work) -> Loan | None:
    """The loan of a contract, if it has begun."""
    found = work.matching(LOANS, "contract_id", contract_id)
    return found[0] if found else None


def hindered_by_cover(loan: Loan, work: Work) -> LoanNotCancellable | None:
    """Why it cannot end as if it had never been: a funder's part was taken over."""
    funded = work.find(FUNDED_LOANS, loan.id)
    if funded is None or not funded.covered:
        return None
    return LoanNotCancellable(loan.id.value, Hindrance.COVERED.value)


def _hindered_by_parts(loan: Loan, order: DisbursementOrder, work: Work) -> LoanNotCancellable | None:
    """Why it cannot: another part of the payout has gone out, or will."""
    others = (other for other in orders_of(order.contract_id, work) if other.id != order.id)
    if all(other.status is PayoutStatus.CLOSED for other in others):
        return None
    return LoanNotCancellable(loan.id.value, Hindrance.TRANCHES.value)


def hindered_by_money(loan: Loan) -> LoanNotCancellable | MoneyInHeld | None:
    """Why it cannot: something was paid, or is on its way in."""
    if loan.held_by is not None:
        return MoneyInHeld(loan.held_by)
    return LoanNotCancellable(loan.id.value, Hindrance.REPAID.value) if loan.is_repaid else None


def _kept(
    back: Outcome[DisbursementOrder, PayoutNotPaid | ReturnBeforePayout], work: Work
) -> Outcome[PayoutRecorded, PayoutNotPaid | ReturnBeforePayout]:
    if isinstance(back, Failure):
        return back
    order = back.unwrap()
    work.save(DISBURSEMENTS, order)
    return Success(PayoutRecorded(order.id, order.status.value))
