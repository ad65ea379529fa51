"""The sides of the internal reconciliation (内部对账): what loans took, and what the channels' account was booked."""

from lending.kernel.events import Event
from lending.loans.cancellation import LoanCancelled
from lending.loans.events import LoanOpened, LoanRepaid, TrancheDisbursed
from lending.payments.voucher_events import DealerPaid
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.statement import Flow

__all__ = ["MONEY_EVENTS", "record_of_line"]

MONEY_EVENTS: dict[type[Event], tuple[Flow, str]] = {
    LoanOpened: (Flow.PAYOUT, "principal"),
    TrancheDisbursed: (Flow.PAYOUT, "principal"),
    LoanRepaid: (Flow.DEDUCTION, "amount"),
    LoanCancelled: (Flow.DEDUCTION, "amount"),
    DealerPaid: (Flow.PAYOUT, "amount"),
}
"""By which events of a loan money goes out or comes in, and the field that says how much; by no other kind of them."""


def record_of_line(subject: str, signed: int) -> Record:
    """A line of the channels' account, debit positive: more of it is money that came in."""
    flow = Flow.DEDUCTION if signed > 0 else Flow.PAYOUT
    return Record(flow, subject, abs(signed), Standing.SUCCESS)
