"""What can be asked of loans."""

from datetime import date

import attrs

from lending.application.commands import Command, Receipt
from lending.kernel.checks import matching, positive_money, text_of
from lending.kernel.money import Money
from lending.loans.ids import LoanId
from lending.loans.loan import MoneyInRefused, TimingRefused
from lending.loans.refusals import LoanNotFound, SettlementAmountDiffers
from lending.operations.refusals import DayNotOpen

__all__ = ["DuesGenerated", "GenerateDues", "ImpairLoan", "Impaired", "Repaid", "RepayLoan", "SettleLoan"]

REFERENCE = matching(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}", "1 to 64 letters, digits or . _ : -")


@attrs.frozen
class Repaid(Receipt):
    """A payment that was taken, and what the loan still owes in principal."""

    loan_id: LoanId
    amount: Money
    principal_left: Money
    status: str


@attrs.frozen
class RepayLoan(Command[Repaid, LoanNotFound | MoneyInRefused]):
    """Take a payment that the customer made; `reference` is the payment's own number, counted once per loan."""

    loan_id: LoanId
    amount: Money = attrs.field(validator=positive_money)
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class SettleLoan(Command[Repaid, LoanNotFound | MoneyInRefused | SettlementAmountDiffers]):
    """Take the payment that settles the loan today; the amount must be what the settlement quote says."""

    loan_id: LoanId
    amount: Money = attrs.field(validator=positive_money)
    reference: str = attrs.field(validator=REFERENCE)


@attrs.frozen
class Impaired(Receipt):
    """A loan that was judged impaired, and since when it has been non-accrual; None where it has since been cured."""

    loan_id: LoanId
    non_accrual_since: date | None


@attrs.frozen
class ImpairLoan(Command[Impaired, LoanNotFound | TimingRefused]):
    """Judge a loan impaired (非应计): it stops accruing, whatever its days past due, until it is cured."""

    loan_id: LoanId
    reason: str = attrs.field(validator=text_of(200))
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
