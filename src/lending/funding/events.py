"""What happens to whose money loans are."""

from datetime import date

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.loans.ids import LoanId

__all__ = [
    "FunderContradicted",
    "FunderInDoubt",
    "FunderMoneyReceived",
    "FunderPublished",
    "FundingDecided",
    "FundingFailed",
    "FundingRulesPublished",
    "FundingSchemePublished",
    "LoanFunded",
]


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


@attrs.frozen
class FunderPublished(Event):
    """A version of a funder came into force."""

    code: str
    version: int
    name: str


@attrs.frozen
class FundingRulesPublished(Event):
    """A version of the rules of funding came into force."""

    version: int


@attrs.frozen
class FunderInDoubt(Event):
    """A funder has not decided yet, or gave no answer; it will be asked after."""

    application_id: str
    number: int
    funder: str
    word: str
    doubts: int


@attrs.frozen
class FunderContradicted(Event):
    """A funder's word contradicts what was final. An alarm."""

    application_id: str
    number: int
    funder: str
    word: str
    outcome: str


@attrs.frozen
class FundingDecided(Event):
    """An application has found its money."""

    application_id: str
    scheme: str


@attrs.frozen
class FundingFailed(Event):
    """Nobody takes an application on: of so many tries none succeeded."""

    application_id: str
    tries: int
