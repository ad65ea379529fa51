"""The money in and out of a day as records, by looking at everything: what reconciliation compares."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from lending.accounting.channel_lines import is_at_channel
from lending.accounting.corrections import OF_NO_ORDER
from lending.accounting.journal import Voucher
from lending.kernel.events import EventRecord
from lending.kernel.money import Currency
from lending.loans.loan import Loan
from lending.payments.deduction import DeductionOrder
from lending.payments.disbursement import DisbursementOrder
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.ours import (
    record_of_deduction,
    record_of_payout,
    record_of_return,
    standing_of_deduction,
    standing_of_payout,
)
from lending.reconciliation.sides import MONEY_EVENTS, record_of_line
from lending.reconciliation.statement import Flow

__all__ = ["business_side", "ledger_side", "order_side", "statement_side"]

AnyOrder = TypeVar("AnyOrder", DisbursementOrder, DeductionOrder)


def statement_side(
    payouts: Iterable[DisbursementOrder],
    deductions: Iterable[DeductionOrder],
    channel: str,
    day: date,
    currency: Currency,
) -> Iterator[Record]:
    """Orders for a channel's statement of `day`: those that succeeded on it, and all that are open."""
    found = [record_of_payout(order, order.order_no, channel, day) for order in _in(payouts, currency)]
    found += [record_of_deduction(order, channel, day) for order in _in(deductions, currency)]
    back = (order for order in _in(payouts, currency) if order.given_back is not None)
    found += [record_of_return(order, order.order_no, channel, day) for order in back]
    return (record for record in found if record is not None and record.standing is not Standing.FAILED)


def _in(orders: Iterable[AnyOrder], currency: Currency) -> Iterator[AnyOrder]:
    return (order for order in orders if order.amount.currency == currency)


def order_side(
    payouts: Iterable[DisbursementOrder], deductions: Iterable[DeductionOrder], loans: Iterable[Loan], day: date
) -> Iterator[Record]:
    """Orders whose success was recorded on accounting day `day`, by the loan they are of."""
    loan_of = {loan.contract_id: loan.id.value for loan in loans}
    for order in payouts:
        if order.concluded_on == day and standing_of_payout(order, order.order_no) is Standing.SUCCESS:
            loan_id = loan_of.get(order.contract_id, order.order_no)
            yield Record(Flow.PAYOUT, loan_id, order.amount.minor, Standing.SUCCESS)
        if order.given_back is not None and order.given_back.recorded_on == day:
            loan_id = loan_of.get(order.contract_id, order.order_no)
            yield Record(Flow.DEDUCTION, loan_id, order.amount.minor, Standing.SUCCESS)
    for deduction in deductions:
        if deduction.concluded_on == day and standing_of_deduction(deduction) is Standing.SUCCESS:
            yield Record(Flow.DEDUCTION, deduction.loan_id, deduction.moved.minor, Standing.SUCCESS)


def business_side(events: Iterable[EventRecord], day: date) -> Iterator[Record]:
    """Money in and out that loans took on accounting day `day`, by loan."""
    for record in events:
        told = MONEY_EVENTS.get(type(record.event))
        if told is not None and record.business_date == day:
            flow, field = told
            yield Record(flow, record.subject, getattr(record.event, field).minor, Standing.SUCCESS)


def ledger_side(vouchers: Iterable[Voucher], day: date) -> Iterator[Record]:
    """Lines of the channels' account booked on accounting day `day`, by subject, where they stand for an order."""
    for voucher in vouchers:
        if voucher.business_date == day and voucher.event not in OF_NO_ORDER:
            for line in voucher.lines:
                own = line.subject.startswith(f"{DifferenceId.prefix}_")
                if is_at_channel(line.account, line.party) and not own:
                    yield record_of_line(line.subject, line.signed)
