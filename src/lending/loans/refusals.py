"""What a loan may answer instead of doing what it was asked: each carries the facts."""

from datetime import date
from typing import ClassVar

import attrs

from lending.kernel.invalid import Violation
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal, RefusalKind
from lending.loans.choices import Component
from lending.loans.status import LoanStatus

__all__ = [
    "AlreadyReversed",
    "BeforeDisbursement",
    "ChargeAboveCap",
    "ChargeNotAllowed",
    "DisbursementExceedsPrincipal",
    "DueDayNotPossible",
    "DuplicatePayment",
    "ExtensionBeyondLimit",
    "ExtensionNotLater",
    "LoanNotActive",
    "LoanNotFound",
    "LoanOverdue",
    "MisuseRateNotAgreed",
    "MisuseUnchanged",
    "MoneyInHeld",
    "NoInstalmentsLeft",
    "NotWrittenOff",
    "PaymentNotFound",
    "PaymentNotPositive",
    "PlanVersionNotFound",
    "PrepaymentExceedsBalance",
    "PrepaymentTooEarly",
    "PrepaymentTooSmall",
    "PrepaymentsUsedUp",
    "RefundExceedsPayment",
    "SettlementAmountDiffers",
    "TermNotPossible",
    "ValueDateInFuture",
]


@attrs.frozen
class LoanNotFound(Refusal):
    """There is no such loan."""

    code: ClassVar[str] = "LOAN_NOT_FOUND"
    kind: ClassVar[RefusalKind] = RefusalKind.NOT_FOUND
    loan_id: str


@attrs.frozen
class PlanVersionNotFound(Refusal):
    """The loan's plan has no such version; `newest` is the last there is."""

    code: ClassVar[str] = "PLAN_VERSION_NOT_FOUND"
    kind: ClassVar[RefusalKind] = RefusalKind.NOT_FOUND
    version: int
    newest: int


@attrs.frozen
class LoanNotActive(Refusal):
    """The loan is not in a state in which this can be done."""

    code: ClassVar[str] = "LOAN_NOT_ACTIVE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    status: LoanStatus


@attrs.frozen
class PaymentNotPositive(Refusal):
    """An amount of money must be greater than zero."""

    code: ClassVar[str] = "PAYMENT_NOT_POSITIVE"
    kind: ClassVar[RefusalKind] = RefusalKind.INVALID
    amount: Money

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The amount."""
        return (Violation("amount", str(self.amount), "an amount greater than zero"),)


@attrs.frozen
class SettlementAmountDiffers(Refusal):
    """A settlement must be exactly what is owed on its date."""

    code: ClassVar[str] = "SETTLEMENT_AMOUNT_DIFFERS"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    offered: Money
    owed: Money
    on: date


@attrs.frozen
class MoneyInHeld(Refusal):
    """Another order that takes money in for this loan is under way."""

    code: ClassVar[str] = "MONEY_IN_HELD"
    kind: ClassVar[RefusalKind] = RefusalKind.CONFLICT
    held_by: str


@attrs.frozen
class DuplicatePayment(Refusal):
    """The loan already has a fact of that key."""

    code: ClassVar[str] = "DUPLICATE_PAYMENT"
    kind: ClassVar[RefusalKind] = RefusalKind.CONFLICT
    key: str


@attrs.frozen
class ValueDateInFuture(Refusal):
    """The value date lies after the business date."""

    code: ClassVar[str] = "VALUE_DATE_IN_FUTURE"
    kind: ClassVar[RefusalKind] = RefusalKind.INVALID
    on: date
    business_date: date

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The date."""
        return (Violation("on", self.on.isoformat(), f"a date not after the business date, {self.business_date}"),)


@attrs.frozen
class BeforeDisbursement(Refusal):
    """The value date lies before the loan was paid out."""

    code: ClassVar[str] = "BEFORE_DISBURSEMENT"
    kind: ClassVar[RefusalKind] = RefusalKind.INVALID
    on: date
    opened_on: date

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The date."""
        return (Violation("on", self.on.isoformat(), f"a date not before the payout, {self.opened_on}"),)


@attrs.frozen
class DisbursementExceedsPrincipal(Refusal):
    """More would be paid out than the contract amount."""

    code: ClassVar[str] = "DISBURSEMENT_EXCEEDS_PRINCIPAL"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    amount: Money
    left: Money


@attrs.frozen
class NoInstalmentsLeft(Refusal):
    """No instalment is left to repay a further tranche with."""

    code: ClassVar[str] = "NO_INSTALMENTS_LEFT"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    on: date
    maturity: date


@attrs.frozen
class PrepaymentExceedsBalance(Refusal):
    """A partial prepayment leaves something owed; to pay everything, settle."""

    code: ClassVar[str] = "PREPAYMENT_EXCEEDS_BALANCE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    amount: Money
    most: Money


@attrs.frozen
class PrepaymentTooEarly(Refusal):
    """The product takes nothing before its time until the lock-in (锁定期) is over."""

    code: ClassVar[str] = "PREPAYMENT_TOO_EARLY"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    on: date
    earliest: date


@attrs.frozen
class PrepaymentTooSmall(Refusal):
    """A partial prepayment is at least the product's minimum."""

    code: ClassVar[str] = "PREPAYMENT_TOO_SMALL"
    kind: ClassVar[RefusalKind] = RefusalKind.INVALID
    amount: Money
    least: Money

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The amount."""
        return (Violation("amount", str(self.amount), f"at least {self.least}"),)


@attrs.frozen
class PrepaymentsUsedUp(Refusal):
    """As many partial prepayments as the product allows have been made in this year of the loan."""

    code: ClassVar[str] = "PREPAYMENTS_USED_UP"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    taken: int
    again_on: date


@attrs.frozen
class ChargeNotAllowed(Refusal):
    """Only fees and fixed penalties can be charged."""

    code: ClassVar[str] = "CHARGE_NOT_ALLOWED"
    kind: ClassVar[RefusalKind] = RefusalKind.INVALID
    component: Component

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The component."""
        return (Violation("component", self.component.value, "FEE or PENALTY"),)


@attrs.frozen
class ChargeAboveCap(Refusal):
    """With it, what is charged in all would exceed the cap on the principal used."""

    code: ClassVar[str] = "CHARGE_ABOVE_CAP"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    component: Component
    amount: Money
    room: Money
    on: date


@attrs.frozen
class MisuseRateNotAgreed(Refusal):
    """The terms agree on no rate for misuse."""

    code: ClassVar[str] = "MISUSE_RATE_NOT_AGREED"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION


@attrs.frozen
class MisuseUnchanged(Refusal):
    """The money is already taken to be used so on that date."""

    code: ClassVar[str] = "MISUSE_UNCHANGED"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    on: date
    misused: bool


@attrs.frozen
class LoanOverdue(Refusal):
    """The dates of an overdue loan do not move unless it is restructured."""

    code: ClassVar[str] = "LOAN_OVERDUE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    days_past_due: int


@attrs.frozen
class ExtensionNotLater(Refusal):
    """An extension must end after the present maturity."""

    code: ClassVar[str] = "EXTENSION_NOT_LATER"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    new_maturity: date
    maturity: date


@attrs.frozen
class ExtensionBeyondLimit(Refusal):
    """A loan is extended only so far as the class of its original term allows."""

    code: ClassVar[str] = "EXTENSION_BEYOND_LIMIT"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    new_maturity: date
    latest: date


@attrs.frozen
class DueDayNotPossible(Refusal):
    """The due dates after the next one cannot move to that day.

    They have it already, are not a month or months apart, or would not rise.
    """

    code: ClassVar[str] = "DUE_DAY_NOT_POSSIBLE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    day: int
    next_due: date


@attrs.frozen
class TermNotPossible(Refusal):
    """What is not yet due cannot be paid in so many instalments.

    It is already, it is a bullet, or there would be too many of them or some beyond the calendar.
    """

    code: ClassVar[str] = "TERM_NOT_POSSIBLE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    instalments: int
    left: int


@attrs.frozen
class PaymentNotFound(Refusal):
    """There is no payment of that key that could be reversed."""

    code: ClassVar[str] = "PAYMENT_NOT_FOUND"
    kind: ClassVar[RefusalKind] = RefusalKind.NOT_FOUND
    key: str


@attrs.frozen
class AlreadyReversed(Refusal):
    """That payment has already been reversed."""

    code: ClassVar[str] = "ALREADY_REVERSED"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    key: str


@attrs.frozen
class RefundExceedsPayment(Refusal):
    """More would go back than is left of the payment."""

    code: ClassVar[str] = "REFUND_EXCEEDS_PAYMENT"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    amount: Money
    refundable: Money


@attrs.frozen
class NotWrittenOff(Refusal):
    """Only a loan written off has recoveries, and never more than is still claimed."""

    code: ClassVar[str] = "NOT_WRITTEN_OFF"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    status: LoanStatus
    claim: Money
