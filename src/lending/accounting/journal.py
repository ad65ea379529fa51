"""Vouchers and their lines: written once, balanced, never changed."""

import enum
from datetime import date

import attrs

from lending.kernel.ids import Id
from lending.kernel.money import Currency

__all__ = ["OWN", "JournalLine", "Side", "Voucher", "VoucherId"]

OWN = "OWN"
"""Our own book (我行账套)."""


@attrs.frozen(order=True, repr=False)
class VoucherId(Id):
    """A voucher's id."""

    prefix = "vch"


class Side(enum.Enum):
    """Debit or credit."""

    DEBIT = "DEBIT"
    CREDIT = "CREDIT"


@attrs.frozen
class JournalLine:
    """One line: an amount in minor units on one side of an account, and whose it is.

    A negative amount is a red entry (红字). `subject` is the loan (or other sub-ledger) the line belongs to, `party`
    the channel or the funder where an account is kept apart by them (1012.01, 2314).
    """

    account: str
    side: Side
    amount: int
    subject: str
    party: str = ""

    @property
    def signed(self) -> int:
        """The amount as debit positive, credit negative."""
        return self.amount if self.side is Side.DEBIT else -self.amount


@attrs.frozen(kw_only=True)
class Voucher:
    """Lines that balance: in one book, one currency, of one business event.

    `business_date` is the accounting day it is booked on, `value_date` the day it counts from, `event` the
    posting event, `source` the request that caused it.
    """

    id: VoucherId
    book: str
    business_date: date
    value_date: date
    event: str
    source: str
    currency: Currency
    lines: tuple[JournalLine, ...]

    def __attrs_post_init__(self) -> None:
        assert self.lines, f"voucher {self.id} has no lines"
        assert sum(line.signed for line in self.lines) == 0, f"voucher {self.id} does not balance: {self.lines}"
