"""How the books are kept and read."""

from datetime import date
from typing import Protocol

import attrs

from lending.accounting.booking import BookingModes
from lending.accounting.chart import Chart
from lending.accounting.corrections import Correction
from lending.accounting.day_balances import DayBalances, PartyBalance
from lending.accounting.journal import Voucher
from lending.accounting.periods import ClosedPeriod, ProofRun, YearEnd
from lending.accounting.positions import Position
from lending.accounting.posting_rules import PostingRules
from lending.accounting.queries import AccountBalance
from lending.accounting.releases import DayRelease
from lending.accounting.sales import AssetSale
from lending.accounting.seals import Seal
from lending.application.kinds import Key, Kind
from lending.application.store import Reader, StoredReceipt
from lending.kernel.events import EventRecord
from lending.kernel.ids import RequestId

__all__ = [
    "BOOKING_MODES",
    "CHART",
    "CHARTS",
    "CORRECTIONS",
    "DAY_BALANCES",
    "DAY_RELEASES",
    "PERIODS",
    "POSITIONS",
    "POSTING_RULES",
    "PROOF_RUNS",
    "RULES",
    "SALES",
    "SEALS",
    "VOUCHERS",
    "YEAR_ENDS",
    "BooksReader",
    "LedgerLine",
    "LedgerPlace",
    "LedgerSlice",
]

VOUCHERS = Kind(
    "voucher",
    Voucher,
    identity=lambda voucher: voucher.id.value,
    keys=(Key("source", lambda voucher: voucher.source),),
    append_only=True,
)

POSITIONS = Kind(
    "position",
    Position,
    identity=lambda position: position.loan_id,
    keys=(Key("loan_id", lambda position: position.loan_id, unique=True),),
)

SEALS = Kind("seal", Seal, identity=lambda seal: seal.day.isoformat(), append_only=True)

CORRECTIONS = Kind(
    "correction",
    Correction,
    identity=lambda correction: correction.voucher_id.value,
    keys=(Key("by", lambda correction: correction.by.value, unique=True),),
    append_only=True,
)
"""By the voucher that was taken back, so that each is once; found by the one that took it back as well."""

SALES = Kind("asset_sale", AssetSale, identity=lambda sale: sale.loan_id)

PERIODS = Kind(
    "closed_period",
    ClosedPeriod,
    identity=lambda period: period.id,
    keys=(Key("book", lambda period: period.book),),
    append_only=True,
)
"""Closed months. A month that is not in it is open; the database refuses a voucher in one that is."""

YEAR_ENDS = Kind(
    "year_end",
    YearEnd,
    identity=lambda end: end.id,
    keys=(Key("book", lambda end: end.book), Key("through", lambda end: end.through.isoformat())),
    append_only=True,
)

BOOKING_MODES = Kind("booking_modes", BookingModes, identity=lambda modes: modes.since.isoformat())

DAY_BALANCES = Kind("day_balance", DayBalances, identity=lambda kept: kept.day.isoformat(), append_only=True)

PROOF_RUNS = Kind("proof_run", ProofRun, identity=lambda run: run.day.isoformat())

CHART = "chart"
CHARTS = Kind("chart", Chart, identity=lambda _chart: CHART)

RULES = "posting-rules"
POSTING_RULES = Kind("posting_rules", PostingRules, identity=lambda _rules: RULES)

DAY_RELEASES = Kind("day_release", DayRelease, identity=lambda release: release.day.isoformat())
"""A day that is not in it is held."""


@attrs.frozen(order=True)
class LedgerPlace:
    """Where a line stands in a ledger; lines are ordered by it."""

    business_date: date
    voucher_id: str
    number: int


@attrs.frozen(kw_only=True)
class LedgerSlice:
    """Which lines of an account: those after a place and through a day, of one subject and party where named."""

    book: str
    account: str
    currency: str
    after: LedgerPlace
    through: date
    subject: str
    party: str
    limit: int


@attrs.frozen
class LedgerLine:
    """A line with what its voucher says of it; the amount in minor units, debit positive."""

    place: LedgerPlace
    value_date: date
    event: str
    subject: str
    party: str
    amount: int


class BooksReader(Reader, Protocol):
    """A reader that also adds up the journal, by sets where the store has them."""

    def account_balances(self, book: str, through: date) -> tuple[AccountBalance, ...]:
        """Totals of every account that moved in the book through an accounting day, by code and currency."""

    def movements(self, book: str, after: date, through: date) -> tuple[PartyBalance, ...]:
        """Sums of the lines of the days after one and through another; of all books where "" is given."""

    def moved_today(self, book: str, account: str, party: str, currency: str, day: date) -> int:
        """By how much a REAL_TIME balance has moved on an accounting day, debit positive, from its one row."""

    def ledger_lines(self, wanted: LedgerSlice) -> tuple[int, tuple[LedgerLine, ...]]:
        """The balance before the slice, debit positive, and its lines in order."""

    def first_day(self) -> date | None:
        """The first accounting day with a voucher, in any book."""

    def vouchers_of(self, day: date, after: str, limit: int) -> tuple[Voucher, ...]:
        """At most `limit` vouchers of an accounting day, of all books, with ids above `after`."""

    def events_of(self, request_id: RequestId) -> tuple[EventRecord, ...]:
        """What a request caused, in order."""

    def receipt(self, request_id: RequestId) -> StoredReceipt | None:
        """What the request was answered with, and which command it was."""
