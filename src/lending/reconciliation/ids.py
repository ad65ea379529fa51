"""Ids of reconciliation."""

import attrs

from lending.kernel.ids import Id

__all__ = ["DifferenceId"]


@attrs.frozen(order=True, repr=False)
class DifferenceId(Id):
    """A difference's id (对账差错)."""

    prefix = "diff"
