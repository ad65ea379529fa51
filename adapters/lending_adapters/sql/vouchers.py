"""How vouchers are kept: a header and its lines, inserted together, balanced by the database, never changed."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Select, bindparam, case, func, insert, or_, select

from lending.accounting.day_balances import PartyBalance
from lending.accounting.journal import JournalLine, Side, Voucher, VoucherId
from lending.accounting.queries import AccountBalance
from lending.application.kinds import Key, Kind
from lending.application.store import Stored, Write
from lending.kernel.ids import shard_of
from lending.kernel.money import CURRENCIES
from lending_adapters.conflicts import key_value
from lending_adapters.sql.journal_tables import JournalTables
from lending_adapters.sql.ledgers import Ledgers
from lending_adapters.sql.log import as_date
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Statement, Step

__all__ = ["Vouchers"]

VERSION = 1
"""A voucher is never changed, so it has no other."""


class Vouchers:
    """The tables of vouchers and journal lines."""

    def __init__(self, kind: Kind[Voucher], tables: JournalTables, session: Session) -> None:
        self.kind = kind
        self.ledgers = Ledgers(tables, session)
        self._session = session
        self._prepare(tables)

    def load(self, identity: str) -> Stored[Voucher] | None:
        """The voucher with this id, or None."""
        found = self._read(self._by_id, {"id": identity})
        return Stored(found[0], VERSION) if found else None

    def lookup(self, key: Key[Voucher], value: str) -> tuple[Stored[Voucher], ...]:
        """All vouchers whose key has this value, in order of their ids."""
        return tuple(Stored(voucher, VERSION) for voucher in self._read(self._by_key[key.name], {"value": value}))

    def page(self, key: Key[Voucher] | None, value: str, after: str, limit: int) -> tuple[Voucher, ...]:
        """At most `limit` vouchers with ids above `after`."""
        values = {"after": after, "limit": limit}
        if key is None:
            return tuple(self._read(self._all_after, values))
        return tuple(self._read(self._by_key_after[key.name], values | {"value": value}))

    def version(self, identity: str) -> int:
        """1 where there is such a voucher, else 0."""
        return VERSION if self._session.read(self._header, {"id": identity}) else 0

    def holders(self, key: Key[Voucher], value: str) -> Iterable[str]:
        """The ids of the vouchers whose key has this value."""
        return [stored.value.id.value for stored in self.lookup(key, value)]

    def account_balances(self, book: str, through: date) -> tuple[AccountBalance, ...]:
        """Totals of every account that moved in the book through an accounting day, by code and currency."""
        rows = self._session.read(self._balances, {"book": book, "through": through.isoformat()})
        return tuple(
            AccountBalance(account, currency, int(debit), int(credit)) for account, currency, debit, credit in rows
        )

    def movements(self, book: str, after: date, through: date) -> tuple[PartyBalance, ...]:
        """Sums of the lines of the days after one and through another; of all books where "" is given."""
        days = {"since": after.isoformat(), "through": through.isoformat()}
        rows = self._session.read(self._movements, {"book": book, **days})
        return tuple(
            PartyBalance(whose, account, party, currency, int(debit), int(credit))
            for whose, account, party, currency, debit, credit in rows
        )

    def first_day(self) -> date | None:
        """The first accounting day with a voucher, in any book."""
        ((first,),) = self._session.read(self._first_day, {})
        return as_date(first) if first is not None else None

    def of_day(self, day: date, after: str, limit: int) -> tuple[Voucher, ...]:
        """At most `limit` vouchers of an accounting day, of all books, with ids above `after`."""
        return tuple(self._read(self._day_after, {"day": day.isoformat(), "after": after, "limit": limit}))

    def write(self, write: Write[Voucher]) -> list[Step]:
        """The steps that insert the lines and then the header, whose trigger adds the lines up."""
        voucher = write.value
        assert not write.expected, "a voucher is never changed"
        header: dict[str, Any] = {
            "id": voucher.id.value,
            "book": voucher.book,
            "business_date": voucher.business_date.isoformat(),
            "value_date": voucher.value_date.isoformat(),
            "event": voucher.event,
            "currency": voucher.currency.code,
        }
        header |= {key.name: key_value(self.kind, key, voucher) for key in self.kind.keys}
        lines = [_line_row(voucher, number, line) for number, line in enumerate(voucher.lines, start=1)]
        return [Step(self._insert_lines, lines), Step(self._insert, [header])]

    def release(self, _write: Write[Voucher]) -> Step:
        """A voucher gives nothing up."""
        raise AssertionError("a voucher is never changed")

    def rely_on(self, identity: str, version: int) -> Step:
        """The step that finds the voucher; it cannot change."""
        return Step(self._header, [{"id": identity}], hits=version)

    def _read(self, statement: Statement, values: dict[str, Any]) -> list[Voucher]:
        rows = self._session.read(statement, values)
        return [_voucher(list(lines)) for _, lines in groupby(rows, key=lambda row: row[0])]

    def _prepare(self, tables: JournalTables) -> None:
        compiled = self._session.compile
        header, line = tables.vouchers.c, tables.lines.c
        keys = {key.name: header[key.name] for key in self.kind.keys}

        def whole(chosen: Select[Any]) -> Statement:
            """The chosen vouchers with their lines, in one query and so of one instant."""
            ids = chosen.subquery().c.id
            joined = tables.vouchers.join(tables.lines, header.id == line.voucher_id).join(
                ids.table,
                ids == header.id,
            )
            columns = (
                header.id, header.book, header.business_date, header.value_date, header.event, header.source,
                header.currency, line.account, line.side, line.amount, line.subject, line.party,
            )  # fmt: skip
            return compiled(select(*columns).select_from(joined).order_by(header.id, line.number))

        def after(chosen: Select[Any]) -> Statement:
            return whole(chosen.where(header.id > bindparam("after")).order_by(header.id).limit(bindparam("limit")))

        one = select(header.id).where(header.id == bindparam("id"))
        with_key = {name: select(header.id).where(column == bindparam("value")) for name, column in keys.items()}
        self._header = compiled(one)
        self._by_id = whole(one)
        self._by_key = {name: whole(chosen) for name, chosen in with_key.items()}
        self._all_after = after(select(header.id))
        self._day_after = after(select(header.id).where(header.business_date == bindparam("day")))
        self._first_day = compiled(select(func.min(header.business_date)))
        self._by_key_after = {name: after(chosen) for name, chosen in with_key.items()}
        self._insert = compiled(insert(tables.vouchers))
        self._insert_lines = compiled(insert(tables.lines))
        debit = func.sum(case((line.side == Side.DEBIT.value, line.amount), else_=0))
        credit = func.sum(case((line.side == Side.CREDIT.value, line.amount), else_=0))
        self._balances = compiled(
            select(line.account, header.currency, debit, credit)
            .select_from(tables.vouchers.join(tables.lines, header.id == line.voucher_id))
            .where(header.book == bindparam("book"), header.business_date <= bindparam("through"))
            .group_by(line.account, header.currency)
            .order_by(line.account, header.currency)
        )
        key = (header.book, line.account, line.party, header.currency)
        days = (header.business_date > bindparam("since"), header.business_date <= bindparam("through"))
        self._movements = compiled(
            select(*key, debit, credit)
            .select_from(tables.vouchers.join(tables.lines, header.id == line.voucher_id))
            .where(*days, or_(bindparam("book") == "", header.book == bindparam("book")))
            .group_by(*key)
            .order_by(*key)
        )


def _line_row(voucher: Voucher, number: int, line: JournalLine) -> dict[str, Any]:
    return {
        "voucher_id": voucher.id.value,
        "number": number,
        "account": line.account,
        "side": line.side.value,
        "amount": line.amount,
        "subject": line.subject,
        "party": line.party,
        "shard": shard_of(line.subject),
    }


def _voucher(rows: list[Any]) -> Voucher:
    identity, book, business_date, value_date, event, source, currency, *_ = rows[0]
    return Voucher(
        id=VoucherId(identity),
        book=book,
        business_date=as_date(business_date),
        value_date=as_date(value_date),
        event=event,
        source=source,
        currency=CURRENCIES[currency],
        lines=tuple(
            JournalLine(account, Side(side), amount, subject, party)
            for *_, account, side, amount, subject, party in rows
        ),
    )
