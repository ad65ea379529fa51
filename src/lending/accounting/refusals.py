"""What the books refuse."""

from datetime import date

import attrs

from lending.kernel.money import Money
from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "AccountNotFound",
    "AccountsMissing",
    "AlreadyCorrected",
    "BusinessWithoutRule",
    "DayNotSummed",
    "FigureWithoutRule",
    "LineRefused",
    "NoSuchChannel",
    "NothingToSell",
    "PeriodClosed",
    "PeriodHeld",
    "PeriodNotNext",
    "PeriodNotOver",
    "RulesMissing",
    "SealOutOfOrder",
    "VoucherNotCorrectable",
    "VoucherNotFound",
    "VoucherUnbalanced",
    "YearNotClosed",
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
class BusinessWithoutRule(Refusal):
    """The posting rules do not say how to book business of that kind in that book."""

    code = "BUSINESS_WITHOUT_RULE"
    kind = RefusalKind.PRECONDITION
    event: str
    book: str


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


@attrs.frozen
class LineRefused(Refusal):
    """A line of the voucher cannot stand; `line` counts from 1."""

    code = "LINE_REFUSED"
    kind = RefusalKind.PRECONDITION
    line: int
    reason: str
    account: str


@attrs.frozen
class VoucherUnbalanced(Refusal):
    """The voucher's debits are not its credits."""

    code = "VOUCHER_UNBALANCED"
    kind = RefusalKind.PRECONDITION
    debit: Money
    credit: Money


@attrs.frozen
class PeriodClosed(Refusal):
    """The accounting period is closed and takes no voucher; what it lacks is booked in the open one."""

    code = "PERIOD_CLOSED"
    kind = RefusalKind.PRECONDITION
    period: str


@attrs.frozen
class VoucherNotCorrectable(Refusal):
    """The voucher follows from a loan or a difference: what it came from is put right, and the books with it."""

    code = "VOUCHER_NOT_CORRECTABLE"
    kind = RefusalKind.PRECONDITION
    voucher_id: str
    event: str


@attrs.frozen
class AlreadyCorrected(Refusal):
    """A voucher is corrected once."""

    code = "ALREADY_CORRECTED"
    kind = RefusalKind.PRECONDITION
    voucher_id: str
    by: str


@attrs.frozen
class NoSuchChannel(Refusal):
    """There is no such payment channel."""

    code = "NO_SUCH_CHANNEL"
    kind = RefusalKind.NOT_FOUND
    channel: str
    channels: tuple[str, ...]


@attrs.frozen
class NothingToSell(Refusal):
    """No repossessed asset of the loan is on the books."""

    code = "NOTHING_TO_SELL"
    kind = RefusalKind.PRECONDITION
    loan_id: str


@attrs.frozen
class PeriodNotOver(Refusal):
    """A period is closed when all its days have closed."""

    code = "PERIOD_NOT_OVER"
    kind = RefusalKind.PRECONDITION
    period: str
    open_day: date


@attrs.frozen
class PeriodNotNext(Refusal):
    """Periods are closed one after the other; `expected` is the next one, empty before the first day is sealed."""

    code = "PERIOD_NOT_NEXT"
    kind = RefusalKind.PRECONDITION
    period: str
    expected: str


@attrs.frozen
class PeriodHeld(Refusal):
    """The period cannot be closed: days that are not released or not sealed, or proofs that do not hold today."""

    code = "PERIOD_HELD"
    kind = RefusalKind.PRECONDITION
    period: str
    not_released: tuple[date, ...]
    not_sealed: tuple[date, ...]
    proofs: tuple[str, ...]


@attrs.frozen
class YearNotClosed(Refusal):
    """A year ends when its last period is closed and the year before it has ended; `expected` is what comes first."""

    code = "YEAR_NOT_CLOSED"
    kind = RefusalKind.PRECONDITION
    year: str
    expected: str


@attrs.frozen
class DayNotSummed(Refusal):
    """Balances are kept of a sealed day, and on those of the day before."""

    code = "DAY_NOT_SUMMED"
    kind = RefusalKind.PRECONDITION
    day: date
