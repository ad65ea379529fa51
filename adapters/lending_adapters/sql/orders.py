"""How payment orders are kept: documents, and columns for reconciliation by sets."""

from typing import Any

from lending.application.store import Write
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
        return self.put(write, self.row(write) | _columns(order, standing_of_payout(order, order.order_no)))


class DeductionOrders(Documents[DeductionOrder]):
    """The table of deductions."""

    def write(self, write: Write[DeductionOrder]) -> list[Step]:
        """The step that writes the document and its columns."""
        return self.put(write, self.row(write) | _columns(write.value, standing_of_deduction(write.value)))


def _columns(order: DisbursementOrder | DeductionOrder, standing: Standing) -> dict[str, Any]:
    return {
        "order_no": order.order_no,
        "channel": order.channel,
        "standing": standing.value,
        "currency": order.amount.currency.code,
        "amount": order.amount.minor,
        "paid_on": None if order.paid_on is None else order.paid_on.isoformat(),
        "concluded_on": None if order.concluded_on is None else order.concluded_on.isoformat(),
    }
