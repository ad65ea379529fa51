"""Fees agreed with a loan (F17), charged as its rows open: at the start, and on each instalment's due date."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from lending.loans.choices import Component
from lending.loans.row import INTEREST, PRINCIPAL, Row
from lending.loans.terms import LoanTerms

__all__ = ["add_fee", "fees_spared", "match_fee", "match_fees", "open_fees", "spare_fees"]


class Charged(Protocol):
    """What fees are charged on: a ledger's rows and the days its charges fall due."""

    terms: LoanTerms
    rows: list[Row]
    charge_days: set[date]
    next: int

    def charge(self, component: Component, amount: int, due: date) -> None:
        """Add a charge."""


def open_fees(ledger: Charged) -> None:
    """Charge what the terms agree on as the rows open."""
    fees, start = ledger.terms.fees, ledger.terms.start
    assert start is not None, "set by the first disbursement"
    if fees.at_start is not None:
        ledger.charge(Component.FEE, fees.at_start.minor, start)
    for row in ledger.rows:
        add_fee(ledger, row)
    match_fees(ledger)


def add_fee(ledger: Charged, row: Row) -> None:
    """Charge a row with the fee of each instalment."""
    fee = ledger.terms.fees.each_instalment
    if fee is not None:
        row.fee = fee.minor
        row.ask_fee(row.fee)
        ledger.charge_days.add(row.due)


def match_fees(ledger: Charged) -> None:
    """The last rows ask for their fee only where they ask for principal or interest, whatever emptied them."""
    if ledger.terms.fees.each_instalment is None:
        return
    wanted = False
    for row in reversed(ledger.rows[ledger.next :]):
        wanted = wanted or bool(row.asked[PRINCIPAL] or row.asked[INTEREST])
        row.ask_fee(row.fee if wanted else 0)


def match_fee(ledger: Charged, row: Row, *, more_follows: bool) -> None:
    """A row that falls due asks for its fee where it asks for principal or interest, or one after it will."""
    if ledger.terms.fees.each_instalment is not None:
        row.ask_fee(row.fee if more_follows or row.asked[PRINCIPAL] or row.asked[INTEREST] else 0)


def spare_fees(ledger: Charged, on: date) -> None:
    """Where a loan ends on `on`, the instalments after the running one ask for no fee."""
    for row in _after_running(ledger.rows, on):
        row.ask_fee(0)


def fees_spared(ledger: Charged, on: date) -> int:
    """How much less that is to pay."""
    return sum(row.fee_to_spare for row in _after_running(ledger.rows, on))


def _after_running(rows: Sequence[Row], on: date) -> Sequence[Row]:
    running = next((place for place, row in enumerate(rows) if row.due >= on), len(rows))
    return rows[running + 1 :]
