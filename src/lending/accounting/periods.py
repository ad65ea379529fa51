"""Accounting periods (会计期间): the months of a book, closed one after the other and never opened again."""

from datetime import date, timedelta

import attrs

from lending.kernel.checks import matching
from lending.kernel.periods import month_length

__all__ = [
    "MONTH",
    "ClosedPeriod",
    "ProofRun",
    "Taken",
    "YearEnd",
    "days_of",
    "month_after",
    "month_of",
    "period_id",
    "year_id",
]

MONTH = matching("[12][0-9]{3}-(0[1-9]|1[0-2])", "a month such as 2024-01")


@attrs.frozen(kw_only=True)
class ClosedPeriod:
    """A month of a book that is closed; `closed_on` is the accounting day on which that was done."""

    book: str
    month: str
    closed_on: date

    @property
    def id(self) -> str:
        """`OWN/2024-01`."""
        return f"{self.book}/{self.month}"


@attrs.frozen
class Taken:
    """What a year end took from an account of profit and loss, in minor units, debit positive."""

    account: str
    currency: str
    amount: int


@attrs.frozen(kw_only=True)
class YearEnd:
    """A year of a book whose profit and loss accounts were closed (年终结转), and on which day that was booked."""

    book: str
    year: int
    booked_on: date
    taken: tuple[Taken, ...]

    @property
    def id(self) -> str:
        """`OWN/2024`."""
        return year_id(self.book, self.year)

    @property
    def through(self) -> date:
        """The year's last day."""
        return date(self.year, 12, 31)


@attrs.frozen
class ProofRun:
    """The daily proofs as they were last run on an accounting day: those that were broken, by name."""

    day: date
    proofs: int
    broken: tuple[str, ...]


def month_of(day: date) -> str:
    """`2024-01`."""
    return f"{day.year:04}-{day.month:02}"


def period_id(book: str, day: date) -> str:
    """The id of the period that a day lies in: `OWN/2024-01`."""
    return f"{book}/{month_of(day)}"


def year_id(book: str, year: int) -> str:
    """`OWN/2024`."""
    return f"{book}/{year:04}"


def days_of(month: str) -> tuple[date, ...]:
    """All days of a month."""
    first = date.fromisoformat(f"{month}-01")
    return tuple(first + timedelta(days=number) for number in range(month_length(first.year, first.month)))


def month_after(month: str) -> str:
    """The month that follows."""
    return month_of(days_of(month)[-1] + timedelta(days=1))
