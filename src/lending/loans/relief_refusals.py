"""What a loan answers where something is asked to be given up, put right or cleared, and cannot be."""

from datetime import date
from typing import ClassVar

import attrs

from lending.kernel.invalid import Violation
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal, RefusalKind
from lending.loans.choices import Component
from lending.loans.status import LoanStatus

__all__ = [
    "AdjustmentBelowPaid",
    "AdjustmentNotAllowed",
    "ClearanceExceedsOwed",
    "InstalmentNotDue",
    "LoanNotBad",
    "NothingToWaive",
    "PairedPaymentNotPossible",
    "WaiverExceedsAuthority",
    "WaiverExceedsOutstanding",
]


@attrs.frozen
class WaiverExceedsOutstanding(Refusal):
    """More would be waived than is outstanding of that component."""

    code: ClassVar[str] = "WAIVER_EXCEEDS_OUTSTANDING"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    component: Component
    amount: Money
    outstanding: Money


@attrs.frozen
class NothingToWaive(Refusal):
    """Nothing is outstanding of what was to be given up."""

    code: ClassVar[str] = "NOTHING_TO_WAIVE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    on: date


@attrs.frozen
class WaiverExceedsAuthority(Refusal):
    """More would be given up than this role may approve: what it may by amount, and by share of what was owed."""

    code: ClassVar[str] = "WAIVER_EXCEEDS_AUTHORITY"
    kind: ClassVar[RefusalKind] = RefusalKind.DENIED
    role: str
    component: Component
    amount: Money
    amount_max: Money
    percent_max: int


@attrs.frozen
class PairedPaymentNotPossible(Refusal):
    """The payment a waiver is given for is no more than what is then left owed, with a last day not yet past."""

    code: ClassVar[str] = "PAIRED_PAYMENT_NOT_POSSIBLE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    payment: Money
    by: date
    left: Money


@attrs.frozen
class AdjustmentNotAllowed(Refusal):
    """Principal is what was paid out, and cannot be put right by hand: correct the payout or the payment."""

    code: ClassVar[str] = "ADJUSTMENT_NOT_ALLOWED"
    kind: ClassVar[RefusalKind] = RefusalKind.INVALID
    component: Component

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The component."""
        return (Violation("component", self.component.value, "FEE, PENALTY, COMPOUND or INTEREST"),)


@attrs.frozen
class InstalmentNotDue(Refusal):
    """Only an instalment that has fallen due can be adjusted; what is still to come follows the plan."""

    code: ClassVar[str] = "INSTALMENT_NOT_DUE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    no: int
    on: date


@attrs.frozen
class AdjustmentBelowPaid(Refusal):
    """An instalment cannot ask for less than what was paid, waived or written off of it."""

    code: ClassVar[str] = "ADJUSTMENT_BELOW_PAID"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    change: Money
    outstanding: Money


@attrs.frozen
class LoanNotBad(Refusal):
    """Only a loan that is overdue is cleared; any other is repaid or settled."""

    code: ClassVar[str] = "LOAN_NOT_BAD"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    status: LoanStatus


@attrs.frozen
class ClearanceExceedsOwed(Refusal):
    """More was received than is owed: the loan is settled, not cleared."""

    code: ClassVar[str] = "CLEARANCE_EXCEEDS_OWED"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    amount: Money
    owed: Money
