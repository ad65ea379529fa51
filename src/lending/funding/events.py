"""What happens to whose money loans are."""

from datetime import date

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.loans.ids import LoanId

__all__ = ["FunderMoneyReceived", "FundingSchemePublished", "LoanFunded"]


@attrs.frozen
class FundingSchemePublished(Event):
    """A version of a funding scheme came into force."""

    code: str
    version: int
    name: str


@attrs.frozen
class LoanFunded(Event):
    """A loan was paid out with money of others: under which scheme, and by whom (联合放款, R58)."""

    loan_id: LoanId
    scheme: str
    funders: tuple[str, ...]
    on: date


@attrs.frozen
class FunderMoneyReceived(Event):
    """A funder's money came in, under its reference: before a payout, or for what we advanced (备款, B1, C5)."""

    funder: str
    reference: str
    amount: Money
    purpose: str
    on: date
