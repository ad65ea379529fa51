"""Balances at the end of each day (日终余额): what a trial balance begins from, and the day's lines are added to."""

from collections.abc import Iterable
from datetime import date

import attrs

__all__ = ["DayBalances", "PartyBalance", "added_up"]


@attrs.frozen
class PartyBalance:
    """Total debits and credits of an account with one party, in a book and a currency, in minor units."""

    book: str
    account: str
    party: str
    currency: str
    debit: int
    credit: int

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it is the balance of, in the order in which rows are kept and locked."""
        return self.book, self.account, self.party, self.currency

    @property
    def signed(self) -> int:
        """Debit positive."""
        return self.debit - self.credit


@attrs.frozen
class DayBalances:
    """The totals of all books through a closed day. It is written once; the day before's stays beside it (双余额)."""

    day: date
    rows: tuple[PartyBalance, ...]


def added_up(*parts: Iterable[PartyBalance]) -> tuple[PartyBalance, ...]:
    """The totals of the parts together, in the order of their keys."""
    totals: dict[tuple[str, str, str, str], tuple[int, int]] = {}
    for row in (row for part in parts for row in part):
        debit, credit = totals.get(row.key, (0, 0))
        totals[row.key] = (debit + row.debit, credit + row.credit)
    return tuple(PartyBalance(*key, *totals[key]) for key in sorted(totals))
