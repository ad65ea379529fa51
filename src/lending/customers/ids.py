"""Ids of customers."""

import attrs

from lending.kernel.ids import Id

__all__ = ["CustomerId"]


@attrs.frozen(order=True, repr=False)
class CustomerId(Id):
    """A customer's id."""

    prefix = "cust"
