"""How reconciliation is kept, and what it reads by sets."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from lending.application.kinds import Key, Kind
from lending.application.store import Reader
from lending.kernel.money import Currency
from lending.reconciliation.day import ReconciledDay
from lending.reconciliation.difference import Act, Difference, DifferenceState, Way
from lending.reconciliation.matching import Record
from lending.reconciliation.statement import Flow, StatementHead

__all__ = ["DIFFERENCES", "RECONCILED_DAYS", "STATEMENTS", "FlowsReader", "day_id", "receipt_id", "statement_id"]


def statement_id(source: str, day: date, version: int) -> str:
    """`MAIN/2024-01-05/1`."""
    return f"{day_id(source, day)}/{version}"


def day_id(source: str, day: date) -> str:
    """`MAIN/2024-01-05`: a day of a source."""
    return f"{source}/{day.isoformat()}"


def _undecided(difference: Difference) -> str | None:
    told = difference.state in {DifferenceState.STATUS_DIFF, DifferenceState.AMOUNT_DIFF}
    return difference.reference if told else None


def _found(difference: Difference) -> str | None:
    return None if difference.found_on is None else day_id(difference.source, difference.found_on)


def _refunded(difference: Difference) -> str | None:
    back = difference.resolved_on is not None and difference.way is Way.REFUND
    return day_id(difference.source, difference.resolved_on) if back and difference.resolved_on else None


def _supplemented(difference: Difference) -> str | None:
    made = difference.resolved_on is not None and difference.way is Way.SUPPLEMENT
    return difference.resolved_on.isoformat() if made and difference.resolved_on else None


def receipt_id(source: str, reference: str) -> str:
    """Which money that came by no order of ours, by the channel's own number."""
    return f"{source}/{reference}"


def _receipt(difference: Difference) -> str | None:
    told = difference.flow is Flow.RECEIPT and difference.act is not Act.CORRECT
    return receipt_id(difference.source, difference.reference) if told else None


STATEMENTS = Kind(
    "statement",
    StatementHead,
    identity=lambda head: statement_id(head.source, head.day, head.version),
    append_only=True,
)
"""Of a statement its head is kept; its lines are the channel's file."""

RECONCILED_DAYS = Kind("reconciled_day", ReconciledDay, identity=lambda day: day.id)

DIFFERENCES = Kind(
    "difference",
    Difference,
    identity=lambda difference: difference.id.value,
    keys=(
        Key("day", lambda difference: day_id(difference.source, difference.day)),
        Key("open", lambda difference: difference.source if difference.is_open else None),
        Key("parked", lambda held: held.source if held.state is DifferenceState.PARKED else None),
        Key("undecided", _undecided),
        Key("found", _found),
        Key("refunded", _refunded),
        Key("supplemented", _supplemented),
        Key("receipt", _receipt),
    ),
)


class FlowsReader(Reader, Protocol):
    """A reader that streams the money in and out of a day as records, by sets where the store has them."""

    def statement_side(self, channel: str, day: date, currency: Currency) -> Iterator[Record]:
        """Orders for a channel's statement of `day`: those that succeeded on it, and all that are open."""

    def order_side(self, day: date) -> Iterator[Record]:
        """Orders whose success was recorded on accounting day `day`, by the loan they are of."""

    def business_side(self, day: date) -> Iterator[Record]:
        """Money in and out that loans took on accounting day `day`, by loan."""

    def ledger_side(self, day: date) -> Iterator[Record]:
        """Lines of the channels' account booked on accounting day `day`, by subject, where they stand for an order."""
