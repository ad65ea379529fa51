"""Drafts: vouchers that somebody asks for, judged by the chart line by line before they are written."""

import enum
from datetime import date

import attrs

from lending.accounting.journal import JournalLine, Side, Voucher, VoucherId
from lending.accounting.ports import CHART, CHARTS, VOUCHERS
from lending.accounting.refusals import LineRefused, VoucherUnbalanced
from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.checks import matching, positive_money, text_of
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["BOOK", "KEPT", "Draft", "DraftLine", "DraftRefused", "LineFault", "write_draft"]

BOOK = matching("OWN|FND:[A-Z][A-Z0-9_]{1,15}", "a book: OWN, or a funder's such as FND:BANK_A")

CONTRA = "7999"
"""表外对应: what every off-book line meets."""

OFF_BOOK = "7"

KEPT_BY_FUNDERS = ("1011", "1221.01", "2314", "7201")
"""What our book and a funder's hold of each other: only what is booked in both moves it."""

KEPT_BY_RECONCILIATION = ("1221.03", "2241.02", "2241.04")
"""What is parked: only parking and resolving a difference moves it."""

KEPT_BY_LINES = ("7301",)
"""What credit lines promise."""

KEPT_BY_LOANS = ("1303", "1132", "1541", "2241.01", "2241.03", "7101", "7102", *KEPT_BY_FUNDERS)
"""Accounts that are the sum of loans (统驭科目): only what happens to a loan moves them, so that both stay equal."""


class LineFault(enum.Enum):
    """Why a line cannot stand."""

    UNKNOWN_ACCOUNT = "UNKNOWN_ACCOUNT"
    NOT_A_LEAF = "NOT_A_LEAF"
    """Accounts stand below it; one of those is posted to."""
    OTHER_CURRENCY = "OTHER_CURRENCY"
    OFF_BOOK_WITH_ON_BOOK = "OFF_BOOK_WITH_ON_BOOK"
    """Off-book lines stand in a voucher of their own."""
    WITHOUT_CONTRA = "WITHOUT_CONTRA"
    """An off-book line meets 7999 and nothing else."""
    KEPT_BY_LOANS = "KEPT_BY_LOANS"
    """The account is the sum of loans: an act on the loan moves both (R54)."""
    KEPT_BY_RECONCILIATION = "KEPT_BY_RECONCILIATION"
    """The account is the sum of what is parked: resolving a difference moves both."""
    KEPT_BY_LINES = "KEPT_BY_LINES"
    """The account is the sum of what credit lines promise: an act on the line moves both."""


KEPT = {
    LineFault.KEPT_BY_LOANS: KEPT_BY_LOANS,
    LineFault.KEPT_BY_RECONCILIATION: KEPT_BY_RECONCILIATION,
    LineFault.KEPT_BY_LINES: KEPT_BY_LINES,
}
"""Accounts that nobody moves by hand, by why."""


@attrs.frozen
class DraftLine:
    """A line asked for: an amount above zero on one side of an account, whose it is (`subject`) and with whom."""

    account: str = attrs.field(validator=matching(r"[0-9]{4}(\.[0-9]{2})?", "an account code such as 1002.01"))
    side: Side
    amount: Money = attrs.field(validator=positive_money)
    subject: str = attrs.field(default="", validator=text_of(60, 0))
    party: str = attrs.field(default="", validator=text_of(40, 0))

    @property
    def signed(self) -> int:
        """Minor units, debit positive."""
        return self.amount.minor if self.side is Side.DEBIT else -self.amount.minor


DraftRefused = LineRefused | VoucherUnbalanced


@attrs.frozen(kw_only=True)
class Draft:
    """A voucher asked for; `value_date` is the day it counts from, in whatever period that lies."""

    book: str
    event: str
    value_date: date
    currency: Currency
    lines: tuple[DraftLine, ...]

    def fault(self, codes: frozenset[str]) -> LineRefused | VoucherUnbalanced | None:
        """The first reason why it cannot be written, where these are the accounts of the chart."""
        for number, line in enumerate(self.lines, start=1):
            fault = self._fault_of(line, codes)
            if fault is not None:
                return LineRefused(number, fault.value, line.account)
        difference = sum(line.signed for line in self.lines)
        if difference:
            debit = sum(line.amount.minor for line in self.lines if line.side is Side.DEBIT)
            return VoucherUnbalanced(Money(debit, self.currency), Money(debit - difference, self.currency))
        return self._contra_fault()

    def _fault_of(self, line: DraftLine, codes: frozenset[str]) -> LineFault | None:
        if line.account not in codes:
            above = any(code.startswith(f"{line.account}.") for code in codes)
            return LineFault.NOT_A_LEAF if above else LineFault.UNKNOWN_ACCOUNT
        if line.amount.currency != self.currency:
            return LineFault.OTHER_CURRENCY
        if _off_book(line) != _off_book(self.lines[0]):
            return LineFault.OFF_BOOK_WITH_ON_BOOK
        return None

    def _contra_fault(self) -> LineRefused | None:
        """Off book, what stands on one side of other accounts stands on the other side of 7999."""
        others = [(number, line) for number, line in enumerate(self.lines, start=1) if line.account != CONTRA]
        if not _off_book(self.lines[0]) or not others:
            return None
        for side in Side:
            met = sum(line.amount.minor for line in self.lines if line.account == CONTRA and line.side is not side)
            if sum(line.amount.minor for _number, line in others if line.side is side) != met:
                number, line = others[0]
                return LineRefused(number, LineFault.WITHOUT_CONTRA.value, line.account)
        return None


def write_draft(draft: Draft, call: Call, work: Work) -> Outcome[Voucher, DraftRefused]:
    """Write the draft into the open day, if the chart has nothing against it."""
    chart = work.find(CHARTS, CHART)
    fault = draft.fault(chart.codes if chart is not None else frozenset())
    if fault is not None:
        return Failure(fault)
    lines = (JournalLine(line.account, line.side, line.amount.minor, line.subject, line.party) for line in draft.lines)
    voucher = Voucher(
        id=work.new_id(VoucherId),
        book=draft.book,
        business_date=call.business_date,
        value_date=draft.value_date,
        event=draft.event,
        source=call.request_id.value,
        currency=draft.currency,
        lines=tuple(lines),
    )
    work.save(VOUCHERS, voucher)
    return Success(voucher)


def _off_book(line: DraftLine) -> bool:
    return line.account.startswith(OFF_BOOK)
