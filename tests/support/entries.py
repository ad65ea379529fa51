"""The entries of the handbook (§4.3), and what a desk booked, in one form: by book, side and account, an amount."""

import tomllib
from collections import Counter
from collections.abc import Collection
from datetime import date

from lending.accounting.journal import Side
from lending.accounting.ports import VOUCHERS
from lending.kernel.money import Money
from tests.support.desk import Desk
from tests.support.sources import ROOT

__all__ = ["ENTRIES", "booked", "handbook"]

ENTRIES = tomllib.loads((ROOT / "tests/reference/entries.toml").read_text(encoding="utf-8"))

Booked = dict[tuple[str, str, str], str]
"""The amount of each book, side and account."""


def handbook(*rows: str) -> Booked:
    """What the rows book together."""
    found: Booked = {}
    for row in rows:
        book = ENTRIES[row]["book"].removesuffix("*")
        for side in ("dr", "cr"):
            for account, amount in (line.split() for line in ENTRIES[row][side]):
                assert found.setdefault((book, side, account), amount) == amount, f"{rows} share a line"
    return found


def booked(desk: Desk, *events: str, since: date = date.min, of: Collection[str] = ()) -> Booked:
    """What vouchers of these events booked together from a day on; where accounts are named, in them alone."""
    moved: Counter[tuple[str, str, str]] = Counter()
    for voucher in desk.store.page(VOUCHERS, None, "", "", 100_000):
        if voucher.event not in events or voucher.business_date < since:
            continue
        for line in voucher.lines:
            if not of or line.account in of:
                side = "dr" if line.side is Side.DEBIT else "cr"
                moved[voucher.book.partition(":")[0], side, line.account] += line.amount
    return {line: Money(amount).text for line, amount in moved.items() if amount}
