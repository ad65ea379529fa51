"""Ids of credit lines."""

import attrs

from lending.kernel.ids import Id

__all__ = ["CreditLineId"]


@attrs.frozen(order=True, repr=False)
class CreditLineId(Id):
    """A credit line's id."""

    prefix = "line"
