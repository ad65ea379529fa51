"""What funding refuses."""

import attrs

from lending.kernel.invalid import Violation
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["FunderMoneyKnown", "FunderNotFound", "FunderUnknown", "FundingNotSought"]


@attrs.frozen
class FunderUnknown(Refusal):
    """No funding scheme names that funder; `known` holds those that one does."""

    code = "FUNDER_UNKNOWN"
    kind = RefusalKind.INVALID
    funder: str
    known: tuple[str, ...]

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The funder named."""
        expected = f"one of {', '.join(self.known)}" if self.known else "a funder of a scheme, and none is published"
        return (Violation("funder", self.funder, expected),)


@attrs.frozen
class FunderMoneyKnown(Refusal):
    """Money of the funder was recorded under that reference before."""

    code = "FUNDER_MONEY_KNOWN"
    kind = RefusalKind.CONFLICT
    funder: str
    reference: str
    amount: Money


@attrs.frozen
class FunderNotFound(Refusal):
    """No such funder is published."""

    code = "FUNDER_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    funder: str


@attrs.frozen
class FundingNotSought(Refusal):
    """No money is sought for that application, or not in that many tries."""

    code = "FUNDING_NOT_SOUGHT"
    kind = RefusalKind.NOT_FOUND
    application_id: str
