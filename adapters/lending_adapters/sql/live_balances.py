"""Rows of REAL_TIME balances, one a day: moved by the commits of their lines, last of all and in the order of keys."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Column, Date, MetaData, PrimaryKeyConstraint, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from lending.accounting.booking import BookingMode, BookingModes
from lending.accounting.day_balances import PartyBalance, added_up
from lending.accounting.journal import Side, Voucher
from lending.accounting.ports import VOUCHERS
from lending.accounting.summing import modes_on
from lending.application.store import Reader, Write
from lending_adapters.sql.columns import text
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Step

__all__ = ["LiveBalances", "live_balance_table"]

KEY = ("book", "account", "party", "currency", "day")


def live_balance_table(metadata: MetaData) -> Table:
    """A row for each balance and accounting day."""
    return Table(
        "live_balances",
        metadata,
        *(Column(name, text(), nullable=False) for name in KEY[:-1]),
        Column("day", Date, nullable=False),
        Column("debit", BigInteger, nullable=False),
        Column("credit", BigInteger, nullable=False),
        PrimaryKeyConstraint(*KEY),
    )


class LiveBalances:
    """What is moved in a commit, by the modes of the accounting day, which are read at its first use."""

    def __init__(self, metadata: MetaData, session: Session, reader: Reader) -> None:
        self._session = session
        self._reader = reader
        self._modes: dict[date, BookingModes] = {}
        self._prepare(metadata)

    def move(self, writes: Iterable[Write[Any]]) -> list[Step]:
        """The step that moves the rows of the vouchers' REAL_TIME lines, if there are any."""
        moved: dict[date, list[PartyBalance]] = {}
        for write in writes:
            if write.kind.name == VOUCHERS.name:
                moved.setdefault(write.value.business_date, []).extend(self._lines(write.value))
        rows = [
            dict(zip(KEY, (*row.key, day.isoformat()), strict=True)) | {"debit": row.debit, "credit": row.credit}
            for day, lines in sorted(moved.items())
            for row in added_up(lines)
        ]
        return [Step(self._add, rows)] if rows else []

    def moved(self, book: str, account: str, party: str, currency: str, day: date) -> int:
        """By how much the balance has moved on the day, debit positive."""
        wanted = dict(zip(KEY, (book, account, party, currency, day.isoformat()), strict=True))
        return sum(debit - credit for debit, credit in self._session.read(self._one, wanted))

    def _lines(self, voucher: Voucher) -> Iterator[PartyBalance]:
        modes = self._modes_on(voucher.business_date)
        for line in voucher.lines if modes.rules else ():
            if modes.mode_of(line.account, voucher.event) is BookingMode.REAL_TIME:
                sides = (line.amount, 0) if line.side is Side.DEBIT else (0, line.amount)
                yield PartyBalance(voucher.book, line.account, line.party, voucher.currency.code, *sides)

    def _modes_on(self, day: date) -> BookingModes:
        """They were published before the day began, so that no other process can see others."""
        if day not in self._modes:
            self._modes = {day: modes_on(self._reader, day)}
        return self._modes[day]

    def _prepare(self, metadata: MetaData) -> None:
        table = metadata.tables["live_balances"]
        dialect = sqlite if self._session.dialect_name == "sqlite" else postgresql
        adding = dialect.insert(table).values({name: bindparam(name) for name in (*KEY, "debit", "credit")})
        sums = {name: table.c[name] + adding.excluded[name] for name in ("debit", "credit")}
        self._add = self._session.compile(adding.on_conflict_do_update(index_elements=KEY, set_=sums))
        one = select(table.c.debit, table.c.credit).where(*(table.c[name] == bindparam(name) for name in KEY))
        self._one = self._session.compile(one)
