"""Ids of origination."""

import attrs

from lending.kernel.ids import Id

__all__ = ["ApplicationId"]


@attrs.frozen(order=True, repr=False)
class ApplicationId(Id):
    """A credit application's id."""

    prefix = "app"
