"""What accounting asks of the worker."""

from datetime import date

import attrs

from lending.application.commands import Message

__all__ = ["SealJournal"]


@attrs.frozen
class SealJournal(Message):
    """Read the vouchers of a day that has closed, and seal them."""

    day: date
