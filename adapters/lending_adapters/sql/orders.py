"""How payment orders are kept: documents, and columns for reconciliation by sets."""

from datetime import date
from typing import Any

from lending.application.store import Write
from lending.kernel.money import Money
from lending.payments.deduction import DeductionOrder
from lending.payments.disbursement import DisbursementOrder
from lending.reconciliation.matching import Standing
from lending.reconciliation.ours import standing_of_deduction, standing_of_payout
from lending_adapters.sql.documents import Documents
from lending_adapters.sql.statements import Step

__all__ = ["DeductionOrders", "DisbursementOrders"]


class DisbursementOrders(Documents[DisbursementOrder]):
    """The table of payouts."""

    def write(self, write: Write[DisbursementOrder]) -> list[Step]:
        """The step that writes the document and its columns."""
        order = write.value
        return self.put(
            write, self.row(write) | _columns(order, order.amount, standing_of_payout(order, order.order_no))
        )


class DeductionOrders(Documents[DeductionOrder]):
    """The table of deductions."""

    def write(self, write: Write[DeductionOrder]) -> list[Step]:
        """The step that writes the document and its columns."""
        order = write.value
        return self.put(write, self.row(write) | _columns(order, order.moved, standing_of_deduction(order)))


def _columns(order: DisbursementOrder | DeductionOrder, moved: Money, standing: Standing) -> dict[str, Any]:
    back = order.given_back if isinstance(order, DisbursementOrder) else None
    return {
        "order_no": order.order_no,
        "channel": order.channel,
        "standing": standing.value,
        "currency": moved.currency.code,
        "amount": moved.minor,
        "paid_on": _written(order.paid_on),
        "concluded_on": _written(order.concluded_on),
        "back_on": _written(back.on if back else None),
        "back_recorded_on": _written(back.recorded_on if back else None),
    }


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
