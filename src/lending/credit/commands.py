"""What can be asked of credit lines."""

from datetime import date

import attrs

from lending.application.commands import Command, Receipt
from lending.credit.ids import CreditLineId
from lending.credit.refusals import CreditLineNotFound, LineNotDrawable, LineNotDue, WrongLineState
from lending.customers.ids import CustomerId
from lending.customers.refusals import CustomerNotFound
from lending.kernel.checks import positive_money, text_of
from lending.kernel.money import Money

__all__ = [
    "ActivateCreditLine",
    "AdjustCreditLine",
    "CloseCreditLine",
    "CreditLineMoved",
    "ExpireCreditLine",
    "FreezeCreditLine",
    "GrantCreditLine",
    "UnfreezeCreditLine",
]

REASON = text_of(200)


@attrs.frozen
class CreditLineMoved(Receipt):
    """A credit line and where it stands."""

    line_id: CreditLineId
    state: str


@attrs.frozen(kw_only=True)
class GrantCreditLine(Command[CreditLineMoved, CustomerNotFound]):
    """Grant a line (授信) to a customer, or without one to a project whose buyers draw on it (R9)."""

    name: str = attrs.field(validator=text_of(60))
    customer_id: CustomerId | None = None
    total: Money = attrs.field(validator=positive_money)
    revolving: bool = True
    until: date


@attrs.frozen
class ActivateCreditLine(Command[CreditLineMoved, CreditLineNotFound | WrongLineState]):
    """The line's contract is signed: it may be drawn on (A1)."""

    line_id: CreditLineId


@attrs.frozen
class FreezeCreditLine(Command[CreditLineMoved, CreditLineNotFound | WrongLineState]):
    """Let nothing more be drawn on the line for now (冻结)."""

    line_id: CreditLineId
    reason: str = attrs.field(validator=REASON)


@attrs.frozen
class UnfreezeCreditLine(Command[CreditLineMoved, CreditLineNotFound | WrongLineState]):
    """Let the line be drawn on again (解冻)."""

    line_id: CreditLineId


@attrs.frozen
class AdjustCreditLine(Command[CreditLineMoved, CreditLineNotFound | WrongLineState | LineNotDrawable]):
    """Give the line another total (调额). Below what is used nothing can be drawn until enough is repaid."""

    line_id: CreditLineId
    total: Money = attrs.field(validator=positive_money)
    reason: str = attrs.field(validator=REASON)


@attrs.frozen
class CloseCreditLine(Command[CreditLineMoved, CreditLineNotFound | WrongLineState]):
    """End the line. Loans drawn on it are repaid as agreed."""

    line_id: CreditLineId
    reason: str = attrs.field(validator=REASON)


@attrs.frozen
class ExpireCreditLine(Command[CreditLineMoved, CreditLineNotFound | WrongLineState | LineNotDue]):
    """The line's last day has passed."""

    line_id: CreditLineId
