"""Adding up the journal by looking at every voucher."""

from collections.abc import Iterable
from datetime import date

from lending.accounting.journal import Side, Voucher
from lending.accounting.queries import AccountBalance

__all__ = ["account_balances"]


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
