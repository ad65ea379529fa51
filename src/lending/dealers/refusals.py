"""What is refused of dealers."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["DealerNotActive", "DealerNotFound", "WrongDealerStatus"]


@attrs.frozen
class DealerNotFound(Refusal):
    """There is no such dealer."""

    code = "DEALER_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    dealer_id: str


@attrs.frozen
class DealerNotActive(Refusal):
    """The dealer may not send applications now."""

    code = "DEALER_NOT_ACTIVE"
    kind = RefusalKind.PRECONDITION
    dealer_id: str
    status: str


@attrs.frozen
class WrongDealerStatus(Refusal):
    """That is not possible in the dealer's present status."""

    code = "WRONG_DEALER_STATUS"
    kind = RefusalKind.PRECONDITION
    dealer_id: str
    status: str
