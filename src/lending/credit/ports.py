"""How credit lines are kept."""

from lending.application.kinds import Key, Kind
from lending.credit.line import CreditLine

__all__ = ["CREDIT_LINES", "limit_of"]

CREDIT_LINES = Kind(
    "credit_line",
    CreditLine,
    identity=lambda line: line.id.value,
    keys=(Key("holder", lambda line: line.customer_id or line.name),),
)


def limit_of(line_id: str) -> str:
    """The limit on which draws wait for room."""
    return f"credit-line/{line_id}"
