"""What a loan answers where the deposit (保证金) of a direct lease cannot be received, set off or returned."""

from datetime import date
from typing import ClassVar

import attrs

from lending.kernel.money import Money
from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "DepositAlreadyReturned",
    "DepositExceedsAgreed",
    "DepositStillSecures",
    "LoanNotOverdue",
    "OverDeposit",
]


@attrs.frozen
class DepositExceedsAgreed(Refusal):
    """More would be held as a deposit than was agreed; of a loan that is no direct lease nothing is."""

    code: ClassVar[str] = "DEPOSIT_EXCEEDS_AGREED"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    amount: Money
    missing: Money


@attrs.frozen
class LoanNotOverdue(Refusal):
    """A deposit is set off before the end only against what is overdue and past grace."""

    code: ClassVar[str] = "LOAN_NOT_OVERDUE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    on: date


@attrs.frozen
class OverDeposit(Refusal):
    """More would be set off or returned than the deposit and its purpose allow."""

    code: ClassVar[str] = "OVER_DEPOSIT"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    amount: Money
    most: Money


@attrs.frozen
class DepositStillSecures(Refusal):
    """A deposit goes back when nothing is owed any more."""

    code: ClassVar[str] = "DEPOSIT_STILL_SECURES"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    owed: Money


@attrs.frozen
class DepositAlreadyReturned(Refusal):
    """The receipt of a deposit cannot be undone when the money has gone back."""

    code: ClassVar[str] = "DEPOSIT_ALREADY_RETURNED"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    returned: Money
