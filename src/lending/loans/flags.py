"""Side flags of a loan (3.6): what was done to it that its status does not tell."""

import enum
from datetime import date

from lending.loans.account import account
from lending.loans.facts import Cancellation, Extension, LoanFact, RateChange, Recall, Repricing, TermChange
from lending.loans.fold import live_facts
from lending.loans.record import LoanRecord
from lending.loans.status import LoanStatus

__all__ = ["LoanFlag", "flags"]

IN_DIFFICULTY = (LoanStatus.OVERDUE, LoanStatus.NON_ACCRUAL)


class LoanFlag(enum.Enum):
    """One flag; a loan may bear several, in any status."""

    EXTENDED = "EXTENDED"
    """Its end was put off (展期)."""
    RESTRUCTURED = "RESTRUCTURED"
    """Its terms were eased for a borrower in difficulty (重组): classified no better than special mention (§7)."""
    ACCELERATED = "ACCELERATED"
    """It was recalled: everything fell due at once (提前收回)."""
    CANCELLED = "CANCELLED"
    """Its payout came back (退票, 撤销放款): nothing was lent."""


def flags(loan: LoanRecord, as_of: date) -> tuple[LoanFlag, ...]:
    """The flags of a loan on a date, in the order above; what was reversed leaves none.

    An extension marks a loan as restructured (F13, R52), and so does a lower rate given while it was in arrears.
    """
    live = live_facts(loan.facts, as_of)
    borne = {
        LoanFlag.EXTENDED: any(_extends(loan, fact) for fact in live),
        LoanFlag.RESTRUCTURED: any(_extends(loan, fact) or _eases(loan, fact) for fact in live),
        LoanFlag.ACCELERATED: any(isinstance(fact, Recall) for fact in live),
        LoanFlag.CANCELLED: any(isinstance(fact, Cancellation) for fact in live),
    }
    return tuple(flag for flag, is_borne in borne.items() if is_borne)


def _extends(loan: LoanRecord, fact: LoanFact) -> bool:
    """Whether it puts the loan's end off."""
    if isinstance(fact, TermChange):
        before = account(loan.terms, tuple(known for known in loan.facts if known is not fact), fact.on)
        return fact.instalments > sum(row.due > fact.on for row in before.instalments)
    return isinstance(fact, Extension)


def _eases(loan: LoanRecord, fact: LoanFact) -> bool:
    """Whether it lowers the rate of a loan in arrears; the market's new rate eases nothing."""
    if not isinstance(fact, RateChange) or isinstance(fact, Repricing):
        return False
    before = account(loan.terms, tuple(known for known in loan.facts if known is not fact), fact.on)
    return before.status in IN_DIFFICULTY and fact.rate < before.rate
