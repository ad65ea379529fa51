"""What is refused of customers."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["AlreadyRegistered", "CustomerNotFound"]


@attrs.frozen
class AlreadyRegistered(Refusal):
    """A customer with this identity number is registered already."""

    code = "ALREADY_REGISTERED"
    kind = RefusalKind.CONFLICT
    customer_id: str


@attrs.frozen
class CustomerNotFound(Refusal):
    """There is no such customer."""

    code = "CUSTOMER_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    customer_id: str
