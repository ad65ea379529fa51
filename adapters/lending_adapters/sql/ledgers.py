"""Reading an account line by line, with the balance before the first; and a book by what its lines are about."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import bindparam, case, func, or_, select, tuple_

from lending.accounting.journal import Side
from lending.accounting.loan_balances import SubjectBalance
from lending.accounting.ports import LedgerLine, LedgerPlace, LedgerSlice
from lending_adapters.sql.journal_tables import JournalTables
from lending_adapters.sql.log import as_date
from lending_adapters.sql.session import Session

__all__ = ["Ledgers"]

PAGE = 50_000


class Ledgers:
    """Slices of the journal by account, in the order of accounting day, voucher and line."""

    def __init__(self, tables: JournalTables, session: Session) -> None:
        vouchers, lines = tables.vouchers, tables.lines
        header, line = vouchers.c, lines.c
        signed = case((line.side == Side.DEBIT.value, line.amount), else_=-line.amount)
        place = tuple_(header.business_date, header.id, line.number)
        after = tuple_(bindparam("day"), bindparam("voucher"), bindparam("line"))
        mine = (
            header.book == bindparam("whose"),
            header.currency == bindparam("money"),
            line.account == bindparam("code"),
            or_(bindparam("about") == "", line.subject == bindparam("about")),
            or_(bindparam("with") == "", line.party == bindparam("with")),
        )
        joined = lines.join(vouchers, header.id == line.voucher_id)
        shown = (header.business_date, header.id, line.number, header.value_date, header.event)
        chosen = select(*shown, line.subject, line.party, signed).select_from(joined).where(*mine, place > after)
        in_order = chosen.where(header.business_date <= bindparam("last")).order_by(*shown[:3])
        self._session = session
        self._lines = session.compile(in_order.limit(bindparam("most")))
        about = tuple_(line.subject, line.account)
        held = (
            select(line.subject, line.account, func.sum(signed))
            .select_from(joined)
            .where(
                header.book == bindparam("whose"),
                header.currency == bindparam("money"),
                header.business_date <= bindparam("last"),
                about > tuple_(bindparam("subject"), bindparam("account")),
            )
            .group_by(line.subject, line.account)
        )
        self._subjects = session.compile(held.order_by(line.subject, line.account).limit(bindparam("most")))
        self._before = session.compile(select(func.sum(signed)).select_from(joined).where(*mine, place <= after))

    def lines(self, wanted: LedgerSlice) -> tuple[int, tuple[LedgerLine, ...]]:
        """The balance before the slice, debit positive, and its lines."""
        values: dict[str, Any] = {
            "whose": wanted.book,
            "money": wanted.currency,
            "code": wanted.account,
            "about": wanted.subject,
            "with": wanted.party,
            "day": wanted.after.business_date.isoformat(),
            "voucher": wanted.after.voucher_id,
            "line": wanted.after.number,
        }
        ((before,),) = self._session.read(self._before, values)
        rows = self._session.read(self._lines, {**values, "last": wanted.through.isoformat(), "most": wanted.limit})
        return int(before or 0), tuple(_line(*row) for row in rows)

    def subject_balances(self, book: str, currency: str, through: date) -> Iterator[SubjectBalance]:
        """What the lines about each subject come to, by account, in order of both; read by pages."""
        values: dict[str, Any] = {"whose": book, "money": currency, "last": through.isoformat(), "most": PAGE}
        after = ("", "")
        while True:
            rows = self._session.read(self._subjects, {**values, "subject": after[0], "account": after[1]})
            for subject, account, signed in rows:
                yield SubjectBalance(subject, account, int(signed))
            if len(rows) < PAGE:
                return
            after = rows[-1][0], rows[-1][1]


def _line(
    day: Any, voucher_id: str, number: int, value_date: Any, event: str, subject: str, party: str, signed: int
) -> LedgerLine:
    place = LedgerPlace(as_date(day), voucher_id, number)
    return LedgerLine(place, as_date(value_date), event, subject, party, int(signed))
