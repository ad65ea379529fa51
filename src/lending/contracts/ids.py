"""Ids of contracts."""

import attrs

from lending.kernel.ids import Id

__all__ = ["ContractId"]


@attrs.frozen(order=True, repr=False)
class ContractId(Id):
    """A contract's id."""

    prefix = "ctr"
