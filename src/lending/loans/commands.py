"""What can be asked of loans. `reference` is the number of the payment or paper behind an act, counted once a loan."""

from datetime import date
from typing import TypeAlias

import attrs

from lending.application.commands import Command, DatedCommand, Receipt
from lending.kernel.calendar import CalendarEnds
from lending.kernel.checks import matching, money_from_zero, positive, positive_money, text_of
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import ClearanceMeans, Component, PrepaymentEffect
from lending.loans.facts import PairedPayment
from lending.loans.ids import LoanId
from lending.loans.lease_acts import DepositReturnRefused
from lending.loans.lease_refusals import DepositAlreadyReturned, DepositExceedsAgreed, LoanNotOverdue, OverDeposit
from lending.loans.loan import AmountRefused, MoneyInRefused, TimingRefused
from lending.loans.money_in import PrepaymentRefused
from lending.loans.record import RefundRefused
from lending.loans.refusals import (
    AlreadyReversed,
    ChargeAboveCap,
    ChargeNotAllowed,
    DueDayNotPossible,
    ExtensionBeyondLimit,
    ExtensionNotLater,
    LoanNotFound,
    LoanOverdue,
    NoInstalmentsLeft,
    NotWrittenOff,
    PaymentNotFound,
    PrepaymentTooEarly,
    RefundExceedsPayment,
    SettlementAmountDiffers,
    TermNotPossible,
)
from lending.loans.relief import Share, WaiverRefused
from lending.loans.relief_refusals import (
    AdjustmentBelowPaid,
    AdjustmentNotAllowed,
    ClearanceExceedsOwed,
    InstalmentNotDue,
    LoanNotBad,
    WaiverExceedsAuthority,
)
from lending.loans.terms import INSTALMENTS_MAX
from lending.operations.refusals import DayNotOpen

__all__ = [
    "AdjustLoan",
    "ChangeDueDay",
    "ChangeLoanRate",
    "ChangeLoanTerm",
    "ChargeLoan",
    "ClearLoan",
    "DepositMoved",
    "DuesGenerated",
    "ExtendLoan",
    "FollowPublications",
    "GenerateDues",
    "ImpairLoan",
    "Impaired",
    "LoanChanged",
    "PrepayLoan",
    "PublicationsFollowed",
    "RecallLoan",
    "ReceiveDeposit",
    "RecoverLoan",
    "RefundPayment",
    "Repaid",
    "RepayLoan",
    "ReturnDeposit",
    "ReversePayment",
    "SetOffDeposit",
    "SettleLoan",
    "WaiveLoan",
    "WriteOffLoan",
]

REFERENCE = matching(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}", "1 to 64 letters, digits or . _ : -")
ReversalRefused: TypeAlias = PaymentNotFound | AlreadyReversed | RefundRefused


@attrs.frozen
class Repaid(Receipt):
    """A payment that was taken, and what the loan still owes in principal."""

    loan_id: LoanId
    amount: Money
    principal_left: Money
    status: str


@attrs.frozen
class RepayLoan(DatedCommand[Repaid, LoanNotFound | MoneyInRefused]):
    """Take a payment that the customer made; `reference` is the payment's own number, counted once per loan."""

    loan_id: LoanId
    amount: Money = attrs.field(validator=positive_money)
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class SettleLoan(DatedCommand[Repaid, LoanNotFound | MoneyInRefused | SettlementAmountDiffers | PrepaymentTooEarly]):
    """Take the payment that settles the loan today; the amount must be what the settlement quote says.

    It is nothing where what is held for the customer, such as a lessee's deposit, pays all of it.
    """

    loan_id: LoanId
    amount: Money = attrs.field(validator=money_from_zero)
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class Impaired(Receipt):
    """A loan that was judged impaired, and since when it has been non-accrual; None where it has since been cured."""

    loan_id: LoanId
    non_accrual_since: date | None


@attrs.frozen
class ImpairLoan(DatedCommand[Impaired, LoanNotFound | TimingRefused]):
    """Judge a loan impaired (非应计): it stops accruing, whatever its days past due, until it is cured."""

    loan_id: LoanId
    reason: str = attrs.field(validator=text_of(200))
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class DepositMoved(Receipt):
    """A lessee's deposit after money came, was set off or went back: how much moved, and how much is held now."""

    loan_id: LoanId
    amount: Money
    held: Money
    status: str


@attrs.frozen
class ReceiveDeposit(DatedCommand[DepositMoved, LoanNotFound | AmountRefused | TimingRefused | DepositExceedsAgreed]):
    """Take the deposit (保证金) of a direct lease, or what makes it whole again after it was set off."""

    loan_id: LoanId
    amount: Money = attrs.field(validator=positive_money)
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class SetOffDeposit(
    DatedCommand[DepositMoved, LoanNotFound | AmountRefused | TimingRefused | LoanNotOverdue | OverDeposit]
):
    """Let the deposit pay what is due on an overdue direct lease; as much as it can where no amount is named."""

    loan_id: LoanId
    reference: str = attrs.field(validator=REFERENCE)
    amount: Money | None = attrs.field(default=None, validator=attrs.validators.optional(positive_money))


@attrs.frozen
class ReturnDeposit(DatedCommand[DepositMoved, LoanNotFound | DepositReturnRefused]):
    """Note that what is left of the deposit went back to the lessee, now that nothing is owed any more."""

    loan_id: LoanId
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class PrepayLoan(DatedCommand[Repaid, LoanNotFound | MoneyInRefused | PrepaymentRefused]):
    """Take a partial early repayment (部分提前还款): what is due first, then principal.

    `effect` says what becomes of the rest of the plan; the contract does where None.
    """

    loan_id: LoanId
    amount: Money = attrs.field(validator=positive_money)
    reference: str = attrs.field(validator=REFERENCE)
    effect: PrepaymentEffect | None = None


@attrs.frozen
class RecoverLoan(DatedCommand[Repaid, LoanNotFound | AmountRefused | RefundRefused | NotWrittenOff]):
    """Take money on a loan written off (核销后收回), at most what is still claimed."""

    loan_id: LoanId
    amount: Money = attrs.field(validator=positive_money)
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class LoanChanged(Receipt):
    """A loan to which something was done: where it stands, what is due today, and what principal is left."""

    loan_id: LoanId
    status: str
    due_now: Money
    principal_left: Money


@attrs.frozen
class ChargeLoan(
    DatedCommand[LoanChanged, LoanNotFound | AmountRefused | TimingRefused | ChargeNotAllowed | ChargeAboveCap]
):
    """Charge a fee or a fixed penalty, due on a day."""

    loan_id: LoanId
    component: Component
    amount: Money = attrs.field(validator=positive_money)
    due: date
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class ChangeLoanRate(DatedCommand[LoanChanged, LoanNotFound | TimingRefused]):
    """Let another yearly rate hold from today (利率调整); what has fallen due stays as it is."""

    loan_id: LoanId
    annual_rate: Rate
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class ExtendLoan(
    DatedCommand[LoanChanged, LoanNotFound | TimingRefused | LoanOverdue | ExtensionNotLater | ExtensionBeyondLimit]
):
    """Let the loan run longer (展期); the time added bears `annual_rate` where given (F13)."""

    loan_id: LoanId
    new_maturity: date
    reference: str = attrs.field(validator=REFERENCE)
    annual_rate: Rate | None = None


@attrs.frozen
class ChangeDueDay(
    DatedCommand[LoanChanged, LoanNotFound | TimingRefused | LoanOverdue | NoInstalmentsLeft | DueDayNotPossible]
):
    """Let the instalments after the next one fall due on another day of the month (还款日变更)."""

    loan_id: LoanId
    due_day: int = attrs.field(validator=positive(31))
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class ChangeLoanTerm(
    DatedCommand[
        LoanChanged,
        LoanNotFound | TimingRefused | LoanOverdue | NoInstalmentsLeft | TermNotPossible | ExtensionBeyondLimit,
    ]
):
    """Let what is not yet due be paid in so many instalments, more or fewer than are left (期限变更, R79).

    More of them let the loan run on, no further than an extension may (F13).
    """

    loan_id: LoanId
    instalments: int = attrs.field(validator=positive(INSTALMENTS_MAX))
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class WaiveLoan(DatedCommand[LoanChanged, LoanNotFound | WaiverRefused | WaiverExceedsAuthority]):
    """Give up part of what is owed (减免), penalty first, then compound interest, fees, interest, principal (F14).

    `relief` is an amount or a share of each component; it touches the `components` named, penalty and compound interest
    where none is. Given `for_payment`, it falls away at the end of that payment's last day unless the payment has come.
    """

    loan_id: LoanId
    relief: Money | Share
    reference: str = attrs.field(validator=REFERENCE)
    components: tuple[Component, ...] = ()
    for_payment: PairedPayment | None = None


@attrs.frozen
class RecallLoan(DatedCommand[LoanChanged, LoanNotFound | TimingRefused | NoInstalmentsLeft]):
    """Call the loan in (提前收回): everything is due today, with interest to date."""

    loan_id: LoanId
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class ReversePayment(Command[LoanChanged, LoanNotFound | ReversalRefused | DepositAlreadyReturned]):
    """Undo a payment as if it had never come (冲正), and replay what came after it; `payment` is its reference."""

    loan_id: LoanId
    payment: str = attrs.field(validator=REFERENCE)
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class RefundPayment(Command[LoanChanged, LoanNotFound | ReversalRefused | RefundExceedsPayment]):
    """Count part of a payment as given back (退款), at most what is left of it; `payment` is its reference."""

    loan_id: LoanId
    payment: str = attrs.field(validator=REFERENCE)
    amount: Money = attrs.field(validator=positive_money)
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class AdjustLoan(
    DatedCommand[
        LoanChanged,
        LoanNotFound | AmountRefused | TimingRefused | AdjustmentNotAllowed | InstalmentNotDue | AdjustmentBelowPaid,
    ]
):
    """Put right by hand what an instalment fallen due asks for (调账): `change` up, or down where negative (R54)."""

    loan_id: LoanId
    instalment: int = attrs.field(validator=positive(9999))
    component: Component
    change: Money
    reason: str = attrs.field(validator=text_of(200))
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class WriteOffLoan(DatedCommand[LoanChanged, LoanNotFound | TimingRefused]):
    """Take everything owed off the books (核销); the claim stays."""

    loan_id: LoanId
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class ClearLoan(
    DatedCommand[
        LoanChanged, LoanNotFound | MoneyInRefused | LoanNotBad | ClearanceExceedsOwed | WaiverExceedsAuthority
    ]
):
    """End an overdue loan with what was received for it (清收); what that does not reach is given up (R78)."""

    loan_id: LoanId
    amount: Money = attrs.field(validator=positive_money)
    means: ClearanceMeans
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class DuesGenerated(Receipt):
    """How many loans of the shard had instalments fall due or moved to another state."""

    loans: int


@attrs.frozen
class GenerateDues(Command[DuesGenerated, DayNotOpen]):
    """Let the instalments of `day` fall due on the loans of a shard (期供计算), as an end-of-day node.

    What state the day finds each loan in is noted with it: overdue, non-accrual.
    """

    day: date
    shard: int = attrs.field(validator=attrs.validators.in_(range(16)))


@attrs.frozen
class PublicationsFollowed(Receipt):
    """How many loans of the shard follow what is published; how many were repriced, or informed of other workdays."""

    loans: int
    repriced: int
    informed: int


@attrs.frozen
class FollowPublications(Command[PublicationsFollowed, DayNotOpen | CalendarEnds]):
    """Bring the loans of a shard to what is published by `day`: rates (F9) and workdays (F19); an end-of-day node."""

    day: date
    shard: int = attrs.field(validator=attrs.validators.in_(range(16)))
