"""Adding up the journal by looking at every voucher."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from lending.accounting.day_balances import PartyBalance, added_up
from lending.accounting.journal import JournalLine, Side, Voucher
from lending.accounting.loan_balances import SubjectBalance
from lending.accounting.ports import LedgerLine, LedgerPlace, LedgerSlice
from lending.accounting.queries import AccountBalance

__all__ = ["account_balances", "ledger_lines", "movements", "subject_balances"]


def account_balances(vouchers: Iterable[Voucher], book: str, through: date) -> tuple[AccountBalance, ...]:
    """Totals of every account that moved in the book through an accounting day, by code and currency."""
    totals: dict[tuple[str, str], dict[Side, int]] = {}
    for voucher in vouchers:
        if voucher.book == book and voucher.business_date <= through:
            for line in voucher.lines:
                sides = totals.setdefault((line.account, voucher.currency.code), dict.fromkeys(Side, 0))
                sides[line.side] += line.amount
    return tuple(
        AccountBalance(account, currency, sides[Side.DEBIT], sides[Side.CREDIT])
        for (account, currency), sides in sorted(totals.items(), key=lambda total: total[0])
    )


def movements(vouchers: Iterable[Voucher], book: str, after: date, through: date) -> tuple[PartyBalance, ...]:
    """Sums of the lines of the days after one and through another; of all books where "" is given."""
    return added_up(
        PartyBalance(voucher.book, line.account, line.party, voucher.currency.code, *_sides(line))
        for voucher in vouchers
        if book in ("", voucher.book) and after < voucher.business_date <= through
        for line in voucher.lines
    )


def _sides(line: JournalLine) -> tuple[int, int]:
    return (line.amount, 0) if line.side is Side.DEBIT else (0, line.amount)


def subject_balances(vouchers: Iterable[Voucher], book: str, currency: str, through: date) -> Iterator[SubjectBalance]:
    """What the lines about each subject come to, by account, through an accounting day; in order of both."""
    totals: Counter[tuple[str, str]] = Counter()
    for voucher in vouchers:
        if (voucher.book, voucher.currency.code) == (book, currency) and voucher.business_date <= through:
            for line in voucher.lines:
                totals[line.subject, line.account] += line.signed
    return (SubjectBalance(*place, signed) for place, signed in sorted(totals.items()))


def ledger_lines(vouchers: Iterable[Voucher], wanted: LedgerSlice) -> tuple[int, tuple[LedgerLine, ...]]:
    """The balance before the slice, debit positive, and its lines in order."""
    lines = sorted(_lines(vouchers, wanted), key=lambda line: line.place)
    before = sum(line.amount for line in lines if line.place <= wanted.after)
    chosen = [line for line in lines if line.place > wanted.after and line.place.business_date <= wanted.through]
    return before, tuple(chosen[: wanted.limit])


def _lines(vouchers: Iterable[Voucher], wanted: LedgerSlice) -> Iterable[LedgerLine]:
    for voucher in vouchers:
        if (voucher.book, voucher.currency.code) != (wanted.book, wanted.currency):
            continue
        for number, line in enumerate(voucher.lines, start=1):
            about = wanted.subject in ("", line.subject) and wanted.party in ("", line.party)
            if line.account == wanted.account and about:
                place = LedgerPlace(voucher.business_date, voucher.id.value, number)
                yield LedgerLine(place, voucher.value_date, voucher.event, line.subject, line.party, line.signed)
