"""How the books are kept and read."""

from datetime import date
from typing import Protocol

from lending.accounting.chart import Chart
from lending.accounting.journal import Voucher
from lending.accounting.positions import Position
from lending.accounting.posting import PostingRules
from lending.accounting.queries import AccountBalance
from lending.application.kinds import Key, Kind
from lending.application.store import Reader

__all__ = ["CHART", "CHARTS", "POSITIONS", "POSTING_RULES", "RULES", "VOUCHERS", "BooksReader"]

VOUCHERS = Kind(
    "voucher",
    Voucher,
    identity=lambda voucher: voucher.id.value,
    keys=(Key("source", lambda voucher: voucher.source),),
    append_only=True,
)

POSITIONS = Kind(
    "position",
    Position,
    identity=lambda position: position.loan_id,
    keys=(Key("loan_id", lambda position: position.loan_id, unique=True),),
)

CHART = "chart"
CHARTS = Kind("chart", Chart, identity=lambda _chart: CHART)

RULES = "posting-rules"
POSTING_RULES = Kind("posting_rules", PostingRules, identity=lambda _rules: RULES)


class BooksReader(Reader, Protocol):
    """A reader that also adds up the journal, by sets where the store has them."""

    def account_balances(self, book: str, through: date) -> tuple[AccountBalance, ...]:
        """Totals of every account that moved in the book through an accounting day, by code and currency."""
