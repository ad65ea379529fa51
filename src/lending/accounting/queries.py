"""What can be asked about the books."""

from datetime import date, datetime

import attrs

from lending.accounting.journal import VoucherId
from lending.accounting.refusals import AccountNotFound, RulesMissing, SealOutOfOrder, VoucherNotFound
from lending.accounting.seals import Break
from lending.application.commands import Query
from lending.kernel.checks import matching, positive, text_of
from lending.loans.portfolio import PortfolioRow, RowFault

__all__ = [
    "AccountBalance",
    "Balance",
    "GetBalance",
    "GetLedger",
    "GetTrialBalance",
    "GetVoucher",
    "Ledger",
    "LedgerRow",
    "Rehearsal",
    "RehearseTakeOn",
    "TrialBalance",
    "Verification",
    "VerifyJournal",
    "VoucherEvent",
    "VoucherLine",
    "VoucherView",
]

PLACE = r"([0-9]{4}-[0-9]{2}-[0-9]{2}/vch_[0-9A-Z]{26}/[0-9]{1,9})?"
"""Where a line stands in a ledger: accounting day, voucher, number."""


@attrs.frozen
class AccountBalance:
    """Total debits and credits of an account in a currency, in minor units."""

    account: str
    currency: str
    debit: int
    credit: int


@attrs.frozen
class TrialBalance:
    """Every account that moved, by code, with totals through a day."""

    book: str
    through: date
    rows: tuple[AccountBalance, ...]


@attrs.frozen
class GetTrialBalance(Query[TrialBalance, RulesMissing]):
    """The trial balance (试算平衡) of a book through an accounting day; through the open one where None."""

    book: str = attrs.field(default="OWN", validator=text_of(40))
    through: date | None = None


@attrs.frozen(kw_only=True)
class Rehearsal:
    """What rows of a portfolio come to: how many loans, their balances by account, and why the others are bad."""

    loans: int
    rows: tuple[AccountBalance, ...]
    faults: tuple[RowFault, ...]


@attrs.frozen(kw_only=True)
class RehearseTakeOn(Query[Rehearsal, RulesMissing]):
    """What `TakeOnLoans` would book for these rows, nothing being kept (移行试算).

    Rows are looked at by themselves: that one was taken on before, or its customer has another name here, is not told.
    """

    cut_over: date
    portfolio: tuple[PortfolioRow, ...]


@attrs.frozen(kw_only=True)
class Balance:
    """A balance at the end of the day before and now (双余额), in minor units, debit positive, and how it is kept."""

    book: str
    account: str
    party: str
    currency: str
    mode: str
    previous: int
    now: int


@attrs.frozen(kw_only=True)
class GetBalance(Query[Balance, AccountNotFound]):
    """The balance of an account with one party; `party` is empty where the account is not kept apart."""

    account: str = attrs.field(validator=matching(r"[0-9]{4}(\.[0-9]{2})?", "an account code such as 1012.01"))
    book: str = attrs.field(default="OWN", validator=text_of(40))
    party: str = attrs.field(default="", validator=text_of(40, 0))
    currency: str = attrs.field(default="CNY", validator=matching("[A-Z]{3}", "a currency code such as CNY"))


@attrs.frozen(kw_only=True)
class LedgerRow:
    """One line of an account, with the account's balance after it; minor units, debit positive."""

    voucher_id: VoucherId
    number: int
    business_date: date
    value_date: date
    event: str
    subject: str
    party: str
    amount: int
    balance: int


@attrs.frozen(kw_only=True)
class Ledger:
    """Lines of an account in the order in which they count, `opening` being the balance before the first.

    `next` asks for the following page; it is empty on the last one.
    """

    book: str
    account: str
    name: str
    currency: str
    opening: int
    closing: int
    rows: tuple[LedgerRow, ...]
    next: str


@attrs.frozen(kw_only=True)
class GetLedger(Query[Ledger, AccountNotFound]):
    """An account's ledger (明细账) of the accounting days `since` to `through`, both counted; all of them where None.

    `subject` (a loan) and `party` (a channel, a funder) narrow it; `after` is the `next` of the page before.
    """

    account: str = attrs.field(validator=matching(r"[0-9]{4}(\.[0-9]{2})?", "an account code such as 1303.01"))
    book: str = attrs.field(default="OWN", validator=text_of(40))
    currency: str = attrs.field(default="CNY", validator=matching("[A-Z]{3}", "a currency code such as CNY"))
    since: date | None = None
    through: date | None = None
    subject: str = attrs.field(default="", validator=text_of(60, 0))
    party: str = attrs.field(default="", validator=text_of(40, 0))
    page_size: int = attrs.field(default=100, validator=positive(1000))
    after: str = attrs.field(default="", validator=matching(PLACE, "the `next` of the page before, or nothing"))


@attrs.frozen
class VoucherLine:
    """One line of a voucher, in minor units on one side."""

    account: str
    name: str
    side: str
    amount: int
    subject: str
    party: str


@attrs.frozen
class VoucherEvent:
    """An event of the request that the voucher comes from."""

    event_id: str
    type: str
    subject: str


@attrs.frozen(kw_only=True)
class VoucherView:
    """A voucher, and where it comes from: its events, the command that caused them, the request, who asked and when.

    `corrects` is the voucher that it takes back, `corrected_by` the one that took it back; `memo` what one posted by
    hand is for.
    """

    voucher_id: VoucherId
    book: str
    business_date: date
    value_date: date
    event: str
    currency: str
    lines: tuple[VoucherLine, ...]
    request_id: str
    command: str
    actor: str
    recorded_at: datetime | None
    events: tuple[VoucherEvent, ...]
    memo: str = ""
    corrects: VoucherId | None = None
    corrected_by: VoucherId | None = None


@attrs.frozen
class GetVoucher(Query[VoucherView, VoucherNotFound]):
    """A voucher with its origin."""

    voucher_id: VoucherId


@attrs.frozen
class Verification:
    """What verifying the seals found: days and vouchers that stand as sealed, and the hash of the last good seal.

    `unsealed_from` is the first closed day without a seal, where there is one; `broken` the first break, if any.
    """

    days: int
    vouchers: int
    hash: str
    unsealed_from: date | None
    broken: Break | None


@attrs.frozen
class VerifyJournal(Query[Verification, SealOutOfOrder]):
    """Whether the journal stands as it was sealed, from `since` (the beginning where None) to the last closed day."""

    since: date | None = None
