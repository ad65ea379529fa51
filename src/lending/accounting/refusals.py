"""What the books refuse."""

from datetime import date

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "AccountNotFound",
    "AccountsMissing",
    "FigureWithoutRule",
    "RulesMissing",
    "SealOutOfOrder",
    "VoucherNotFound",
]


@attrs.frozen
class RulesMissing(Refusal):
    """No posting rules are published, so nothing can be booked."""

    code = "RULES_MISSING"
    kind = RefusalKind.PRECONDITION


@attrs.frozen
class AccountsMissing(Refusal):
    """The posting rules name accounts that the chart does not have."""

    code = "ACCOUNTS_MISSING"
    kind = RefusalKind.PRECONDITION
    accounts: tuple[str, ...]


@attrs.frozen
class FigureWithoutRule(Refusal):
    """A figure of the loan moved, and the posting rules do not say how to book it."""

    code = "FIGURE_WITHOUT_RULE"
    kind = RefusalKind.PRECONDITION
    loan_id: str
    event: str
    figures: tuple[str, ...]


@attrs.frozen
class AccountNotFound(Refusal):
    """The chart has no such account."""

    code = "ACCOUNT_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    account: str


@attrs.frozen
class VoucherNotFound(Refusal):
    """There is no such voucher."""

    code = "VOUCHER_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    voucher_id: str


@attrs.frozen
class SealOutOfOrder(Refusal):
    """A day is sealed once it has closed, and on the seal of the day before."""

    code = "SEAL_OUT_OF_ORDER"
    kind = RefusalKind.PRECONDITION
    day: date
    open_day: date
