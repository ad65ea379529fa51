"""The loan's id."""

from typing import ClassVar

import attrs

from lending.kernel.ids import Id

__all__ = ["LoanId"]


@attrs.frozen(order=True, repr=False)
class LoanId(Id):
    """Names one loan account (借据)."""

    prefix: ClassVar[str] = "loan"
