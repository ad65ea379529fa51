"""Ids of inquiries."""

import attrs

from lending.kernel.ids import Id

__all__ = ["InquiryId"]


@attrs.frozen(order=True, repr=False)
class InquiryId(Id):
    """An inquiry's id (查询单)."""

    prefix = "inq"
