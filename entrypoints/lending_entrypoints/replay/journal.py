"""The journal of a replayed loan, by the shipped posting rules."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import attrs

from lending.accounting.entries import Entry, entries_between
from lending.accounting.journal import Side
from lending.accounting.posting import scheme_of
from lending.accounting.posting_rules import CANCELLED, PostingRules
from lending.loans.facts import (
    Adjustment,
    Cancellation,
    Charge,
    Clearance,
    DepositReceipt,
    DepositReturn,
    DepositUse,
    Disbursement,
    LoanFact,
    Prepayment,
    Recovery,
    Refund,
    Repayment,
    Reversal,
    Settlement,
    Waiver,
    WriteOff,
)
from lending.loans.figures import Figures
from lending.loans.history import history
from lending.loans.loan import Loan
from lending_adapters.book import read_book

__all__ = ["JournalEntry", "Line", "journal"]

EVENTS: dict[type[LoanFact], str] = {
    Disbursement: "DISBURSED",
    Repayment: "REPAID",
    Settlement: "REPAID",
    Prepayment: "REPAID",
    Reversal: "REVERSED",
    Refund: "REFUNDED",
    Charge: "CHARGED",
    Waiver: "WAIVED",
    Adjustment: "ADJUSTED",
    Clearance: "CLEARED",
    WriteOff: "WRITTEN_OFF",
    Recovery: "RECOVERED",
    DepositReceipt: "DEPOSIT_RECEIVED",
    DepositUse: "DEPOSIT_SET_OFF",
    DepositReturn: "DEPOSIT_RETURNED",
    Cancellation: CANCELLED,
}
"""The posting event of each kind of fact; the others only change what time brings about."""


@attrs.frozen
class Line:
    """One line: an account, and an amount in minor units on one side."""

    account: str
    debit: int
    credit: int


@attrs.frozen
class JournalEntry:
    """A balanced entry of one posting event."""

    on: date
    event: str
    lines: tuple[Line, ...]


def journal(loan: Loan, as_of: date) -> Iterator[JournalEntry]:
    """Every entry of `loan` until `as_of`, in order: one at each due date and each thing that happened."""
    booked, scheme = Figures(), scheme_of(loan.terms)
    for moment in history(loan.terms, loan.facts, as_of):
        event = EVENTS.get(type(moment.fact)) if moment.fact is not None else None
        for entry in entries_between(shipped_rules(), booked, moment.figures, loan.id.value, event, scheme):
            yield stated(moment.on, entry)
        booked = moment.figures


def stated(on: date, entry: Entry) -> JournalEntry:
    """A posting entry with debit and credit side by side."""
    lines = tuple(
        Line(line.account, line.amount, 0) if line.side is Side.DEBIT else Line(line.account, 0, line.amount)
        for line in entry.lines
    )
    return JournalEntry(on, entry.event, lines)


@cache
def shipped_rules() -> PostingRules:
    """The posting rules of the shipped book."""
    rules = read_book().posting_rules
    assert rules is not None, "the shipped book is complete"
    return rules
