"""What payments refuse."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["OrderNotFound"]


@attrs.frozen
class OrderNotFound(Refusal):
    """There is no such order."""

    code = "ORDER_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    order_id: str
