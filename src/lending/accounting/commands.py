"""What can be asked of the books."""

from datetime import date

import attrs

from lending.accounting.booking import BookingRule
from lending.accounting.chart import Chart
from lending.accounting.day_balances import DayBalances
from lending.accounting.drafts import BOOK, DraftLine, DraftRefused
from lending.accounting.journal import VoucherId
from lending.accounting.periods import MONTH
from lending.accounting.posting_rules import PostingRules
from lending.accounting.queries import AccountBalance
from lending.accounting.refusals import (
    AccountsMissing,
    AlreadyCorrected,
    DayNotSummed,
    FigureWithoutRule,
    NoSuchChannel,
    NothingToSell,
    PeriodClosed,
    PeriodHeld,
    PeriodNotNext,
    PeriodNotOver,
    RulesMissing,
    SealOutOfOrder,
    VoucherNotCorrectable,
    VoucherNotFound,
    YearNotClosed,
)
from lending.accounting.seals import Seal
from lending.application.commands import Command, Receipt
from lending.kernel.checks import positive, positive_money, text_of, within
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import CNY, Currency, Money
from lending.loans.ids import LoanId
from lending.operations.commands import Published
from lending.operations.refusals import DayNotOpen

__all__ = [
    "AccrueInterest",
    "Accrued",
    "ClosePeriod",
    "CloseYear",
    "CorrectVoucher",
    "DaySealed",
    "DaySummed",
    "PeriodClosing",
    "PostVoucher",
    "ProofsRecorded",
    "PublishBookingModes",
    "PublishChart",
    "PublishPostingRules",
    "RecordDayBalances",
    "RecordProofs",
    "RecordSeal",
    "RecordYearEnd",
    "SellAsset",
    "SweepChannel",
    "VoucherWritten",
    "YearClosing",
]

LINES_MAX = 1000


def _few_lines(_instance: object, _attribute: object, lines: tuple[DraftLine, ...]) -> None:
    if not 1 <= len(lines) <= LINES_MAX:
        raise InvalidValue("lines", f"{len(lines)} lines", f"1 to {LINES_MAX} lines")


@attrs.frozen
class PublishChart(Command[Published, AccountsMissing]):
    """Publish the chart of accounts."""

    chart: Chart


@attrs.frozen
class PublishPostingRules(Command[Published, AccountsMissing]):
    """Publish the posting rules; each account they name must be in the chart."""

    rules: PostingRules


@attrs.frozen
class Accrued(Receipt):
    """How many loans of the shard had something to accrue, and how much in minor units."""

    loans: int
    amount: int


@attrs.frozen
class AccrueInterest(Command[Accrued, RulesMissing | FigureWithoutRule | DayNotOpen]):
    """Accrue (计提) the interest of a shard's loans through `day`, as an end-of-day node."""

    day: date
    shard: int = attrs.field(validator=attrs.validators.in_(range(16)))


@attrs.frozen
class DaySealed(Receipt):
    """A day's vouchers are sealed: how many, and the hash that the next day's seal builds on."""

    day: date
    vouchers: int
    hash: str


@attrs.frozen
class RecordSeal(Command[DaySealed, SealOutOfOrder]):
    """Keep the seal of an accounting day that has closed."""

    seal: Seal


@attrs.frozen
class VoucherWritten(Receipt):
    """A voucher was written, on this accounting day."""

    voucher_id: VoucherId
    business_date: date


@attrs.frozen(kw_only=True)
class PostVoucher(Command[VoucherWritten, DraftRefused | PeriodClosed | DayNotOpen]):
    """Post a voucher by hand (手工凭证), on book or off book, in any book.

    It is booked on the open day; `business_date`, where it is given, must be that day. `value_date` is the day it
    counts from, the open one where None. `memo` says what it is for.
    """

    book: str = attrs.field(default="OWN", validator=BOOK)
    currency: Currency = CNY
    memo: str = attrs.field(validator=text_of(200))
    lines: tuple[DraftLine, ...] = attrs.field(validator=_few_lines)
    business_date: date | None = None
    value_date: date | None = None


@attrs.frozen(kw_only=True)
class CorrectVoucher(Command[VoucherWritten, VoucherNotFound | VoucherNotCorrectable | AlreadyCorrected]):
    """Take a voucher back that was posted by hand, once.

    In the year of the voucher in red (红字冲销), after it with its sides exchanged (蓝字反向). The new voucher stands
    on the open day and counts from the day that the first one counts from.
    """

    voucher_id: VoucherId
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen
class SweepChannel(Command[VoucherWritten, NoSuchChannel | DraftRefused]):
    """Book what a channel has paid out of our balance there to our settlement account (内转, A23)."""

    channel: str = attrs.field(validator=text_of(32))
    amount: Money = attrs.field(validator=positive_money)


@attrs.frozen(kw_only=True)
class SellAsset(Command[VoucherWritten, NothingToSell | DraftRefused]):
    """Book the sale of what was repossessed for a loan (处置抵债资产, A20).

    `proceeds` are gross; `cost` is what the sale cost and was kept back from them.
    """

    loan_id: LoanId
    proceeds: Money = attrs.field(validator=positive_money)
    cost: Money | None = attrs.field(default=None, validator=attrs.validators.optional(positive_money))


@attrs.frozen
class ProofsRecorded(Receipt):
    """The proofs as they were run today: how many, and how many of them are broken."""

    day: date
    proofs: int
    broken: int


@attrs.frozen
class RecordProofs(Command[ProofsRecorded, RulesMissing]):
    """Keep which of the daily proofs are broken today, for whoever closes a period; the last run of a day counts."""

    proofs: int = attrs.field(validator=positive(1000))
    broken: tuple[str, ...]


@attrs.frozen
class PeriodClosing(Receipt):
    """The period is closed, since this accounting day."""

    book: str
    month: str
    closed_on: date


@attrs.frozen
class ClosePeriod(Command[PeriodClosing, PeriodNotOver | PeriodNotNext | PeriodHeld]):
    """Close a month of a book for good: every day of it is released (R66) and sealed, and the proofs hold today."""

    month: str = attrs.field(validator=MONTH)
    book: str = attrs.field(default="OWN", validator=BOOK)


@attrs.frozen
class YearClosing(Receipt):
    """Where the end of the year stands: `booked_on` is the day of its vouchers, None while they are being made."""

    book: str
    year: int
    booked_on: date | None


@attrs.frozen
class CloseYear(Command[YearClosing, YearNotClosed]):
    """End a year of a book (年终结转, S7) whose periods are closed: the worker closes its profit and loss accounts."""

    year: int = attrs.field(validator=within(1, 9998))
    book: str = attrs.field(default="OWN", validator=BOOK)


@attrs.frozen
class RecordYearEnd(Command[YearClosing, YearNotClosed | AccountsMissing]):
    """Close the profit and loss accounts of a book's year to 4103.01, and that to 4104.01.

    `balances` are the totals of the book's accounts through the year's last day.
    """

    year: int = attrs.field(validator=within(1, 9998))
    book: str = attrs.field(validator=BOOK)
    balances: tuple[AccountBalance, ...]


@attrs.frozen
class PublishBookingModes(Command[Published, AccountsMissing]):
    """Publish how balances are kept, by account and business code (缓冲记账), from the next accounting day on."""

    rules: tuple[BookingRule, ...]


@attrs.frozen
class DaySummed(Receipt):
    """The balances of a closed day are kept: how many."""

    day: date
    balances: int


@attrs.frozen
class RecordDayBalances(Command[DaySummed, DayNotSummed]):
    """Keep the balances of all books at the end of a sealed day."""

    balances: DayBalances
