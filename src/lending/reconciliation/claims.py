"""What we say of a reference now, read order by order: what a finding is judged on once more before it is recorded."""

from datetime import date
from typing import TypeVar

from lending.application.work import Work
from lending.kernel.ids import Id
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency
from lending.payments.disbursement import DisbursementOrder
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS
from lending.reconciliation.matching import Claim, Record, reduce
from lending.reconciliation.ours import record_of_deduction, record_of_payout, record_of_refund, record_of_return
from lending.reconciliation.ports import DIFFERENCES, day_id
from lending.reconciliation.statement import Flow

__all__ = ["claim_of", "payout_of"]

AnyId = TypeVar("AnyId", bound=Id)


def claim_of(work: Work, channel: str, day: date, currency: Currency, flow: Flow, reference: str) -> Claim | None:
    """Our claim on this reference of the channel's statement of `day`."""
    if flow is Flow.REFUND:
        return _refund(work, channel, day, reference)
    if flow is Flow.RECEIPT:
        return None
    if flow is Flow.DEDUCTION:
        record = _deduction(work, channel, day, currency, reference)
    else:
        of_payout = record_of_return if flow is Flow.RETURN else record_of_payout
        order = _payout(work, currency, reference)
        record = None if order is None else of_payout(order, reference, channel, day)
    return None if record is None else Claim(record.amount, record.standing)


def payout_of(order_no: str) -> DisbursementOrderId | None:
    """The order whose attempt has this number; None where it is no number of ours."""
    return _id(DisbursementOrderId, order_no.rpartition("-")[0])


def _payout(work: Work, currency: Currency, order_no: str) -> DisbursementOrder | None:
    order_id = payout_of(order_no)
    order = None if order_id is None else work.find(DISBURSEMENTS, order_id)
    return order if order is not None and order.amount.currency == currency else None


def _deduction(work: Work, channel: str, day: date, currency: Currency, order_no: str) -> Record | None:
    order_id = _id(DeductionOrderId, order_no)
    order = None if order_id is None else work.find(DEDUCTIONS, order_id)
    if order is None or order.amount.currency != currency:
        return None
    return record_of_deduction(order, channel, day)


def _refund(work: Work, channel: str, day: date, reference: str) -> Claim | None:
    refunded = work.matching(DIFFERENCES, "refunded", day_id(channel, day))
    return reduce(map(record_of_refund, refunded)).get((Flow.REFUND, reference))


def _id(of: type[AnyId], text: str) -> AnyId | None:
    try:
        return of(text)
    except InvalidValue:
        return None
