"""Ids of dealers."""

import attrs

from lending.kernel.ids import Id

__all__ = ["DealerId"]


@attrs.frozen(order=True, repr=False)
class DealerId(Id):
    """A dealer's id."""

    prefix = "dlr"
