"""What happens in the books."""

from datetime import date

import attrs

from lending.accounting.journal import VoucherId
from lending.kernel.events import Event
from lending.kernel.money import Money

__all__ = [
    "AccountingPublished",
    "AssetSold",
    "BalancesSummed",
    "InterestAccrued",
    "JournalSealed",
    "PeriodEnded",
    "VoucherCorrected",
    "VoucherPosted",
    "YearEnded",
]


@attrs.frozen
class AccountingPublished(Event):
    """A chart of accounts or a set of posting rules came into force."""

    name: str
    version: int


@attrs.frozen
class InterestAccrued(Event):
    """The interest of a shard's loans was accrued for a day: how many loans, how much in minor units."""

    day: date
    shard: int
    loans: int
    amount: int


@attrs.frozen
class JournalSealed(Event):
    """The vouchers of a closed day were sealed: how many, and the seal's hash."""

    day: date
    vouchers: int
    hash: str


@attrs.frozen
class VoucherPosted(Event):
    """A voucher was posted by hand, and why (摘要)."""

    voucher_id: VoucherId
    book: str
    memo: str


@attrs.frozen
class VoucherCorrected(Event):
    """A voucher was taken back by another one, `by`: in red within its year, in blue after it."""

    voucher_id: VoucherId
    by: VoucherId
    red: bool
    reason: str


@attrs.frozen(kw_only=True)
class AssetSold(Event):
    """A repossessed asset was sold: what it stood at, what came in, and what the sale cost."""

    loan_id: str
    carrying: Money
    proceeds: Money
    cost: Money


@attrs.frozen
class PeriodEnded(Event):
    """An accounting period of a book was closed for good."""

    book: str
    month: str


@attrs.frozen
class YearEnded(Event):
    """The profit and loss accounts of a book's year were closed, in so many vouchers."""

    book: str
    year: int
    vouchers: int


@attrs.frozen
class BalancesSummed(Event):
    """The balances of a closed day were kept: how many."""

    day: date
    balances: int
