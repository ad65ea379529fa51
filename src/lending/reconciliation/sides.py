"""The sides of the internal reconciliation (内部对账): what loans took, and what the channels' account was booked."""

from lending.kernel.events import Event
from lending.loans.events import LoanOpened, LoanRepaid, TrancheDisbursed
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.statement import Flow

__all__ = ["CHANNEL_BALANCE", "MONEY_EVENTS", "record_of_line"]

CHANNEL_BALANCE = "1012.01"
"""The account of what we hold at payment channels (第三方支付备付金)."""

MONEY_EVENTS: dict[type[Event], tuple[Flow, str]] = {
    LoanOpened: (Flow.PAYOUT, "principal"),
    TrancheDisbursed: (Flow.PAYOUT, "principal"),
    LoanRepaid: (Flow.DEDUCTION, "amount"),
}
"""By which events of a loan money goes out or comes in, and the field that says how much."""


def record_of_line(subject: str, signed: int) -> Record:
    """A line of the channels' account, debit positive: more of it is money that came in."""
    flow = Flow.DEDUCTION if signed > 0 else Flow.PAYOUT
    return Record(flow, subject, abs(signed), Standing.SUCCESS)
