"""What happens to customers. Nothing personal is in an event."""

import attrs

from lending.customers.ids import CustomerId
from lending.kernel.events import Event

__all__ = ["CustomerRegistered"]


@attrs.frozen
class CustomerRegistered(Event):
    """A person became a customer."""

    customer_id: CustomerId
    city: str
