"""The journal of a replayed loan, by the posting rules."""

from collections.abc import Iterator
from datetime import date

import attrs

from lending.loans.loan import Loan

__all__ = ["JournalEntry", "Line", "journal"]


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
    """Every entry of `loan` until `as_of`, in order."""
    return iter(())
