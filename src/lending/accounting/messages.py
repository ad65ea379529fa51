"""What accounting asks of the worker."""

from datetime import date

import attrs

from lending.application.commands import Message

__all__ = ["CarryForward", "SealJournal", "SumDay"]


@attrs.frozen
class SealJournal(Message):
    """Read the vouchers of a day that has closed, and seal them."""

    day: date


@attrs.frozen
class CarryForward(Message):
    """Add up the profit and loss accounts of a book's closed year, and end it."""

    book: str
    year: int


@attrs.frozen
class SumDay(Message):
    """Add the lines of a sealed day to the balances of the day before."""

    day: date
