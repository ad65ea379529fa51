"""The states of a loan account (domain 3.6) and of an instalment (3.7), each with its table of moves."""

import enum

__all__ = ["ACTIVE", "MOVES", "InstalmentStatus", "LoanStatus", "SettlementKind"]


class LoanStatus(enum.Enum):
    """State of a loan account (借据)."""

    PENDING = "PENDING"
    """Nothing paid out yet."""
    NORMAL = "NORMAL"
    OVERDUE = "OVERDUE"
    """Something is past due and its grace."""
    NON_ACCRUAL = "NON_ACCRUAL"
    """Too long past due, 90 days as a rule, or judged impaired, and not yet cured (非应计)."""
    SETTLED = "SETTLED"
    """结清: nothing is owed."""
    WRITTEN_OFF = "WRITTEN_OFF"
    RECOVERED = "RECOVERED"
    """Written off and since paid in full."""


class InstalmentStatus(enum.Enum):
    """State of an instalment (期供)."""

    FUTURE = "FUTURE"
    DUE = "DUE"
    PARTIAL = "PARTIAL"
    OVERDUE = "OVERDUE"
    PAID = "PAID"
    PREPAID = "PREPAID"
    """Paid in full before its due date."""
    WRITTEN_OFF = "WRITTEN_OFF"


class SettlementKind(enum.Enum):
    """How a loan came to be settled."""

    NORMAL = "NORMAL"
    """On or after its last due date."""
    EARLY = "EARLY"
    CLEARED = "CLEARED"
    """A bad loan, for less than was owed or by force: with money of the customer, or through a court."""
    COLLATERAL = "COLLATERAL"
    """抵债: an asset taken in place of the money."""
    COMPENSATED = "COMPENSATED"
    """代偿: another paid."""
    CANCELLED = "CANCELLED"
    """Its payout came back: nothing was lent."""


S = LoanStatus
ACTIVE = frozenset({S.NORMAL, S.OVERDUE, S.NON_ACCRUAL})
"""The states in which money is owed and payments are taken."""

MOVES: dict[LoanStatus, frozenset[LoanStatus]] = {
    S.PENDING: frozenset({S.NORMAL}),
    S.NORMAL: frozenset({S.OVERDUE, S.NON_ACCRUAL, S.SETTLED, S.WRITTEN_OFF}),
    S.OVERDUE: frozenset({S.NORMAL, S.NON_ACCRUAL, S.SETTLED, S.WRITTEN_OFF}),
    S.NON_ACCRUAL: frozenset({S.NORMAL, S.OVERDUE, S.SETTLED, S.WRITTEN_OFF}),
    S.SETTLED: frozenset({S.NORMAL, S.OVERDUE, S.NON_ACCRUAL}),
    S.WRITTEN_OFF: frozenset({S.RECOVERED}),
    S.RECOVERED: frozenset({S.WRITTEN_OFF}),
}
"""Where each state may go: back to NORMAL or OVERDUE by payment, cure or reversal, back from RECOVERED by a reversal.

From day to day a non-accrual loan goes back to NORMAL only; a payment recorded late with an early value date may find
that it never was one, and it is OVERDUE.
"""
