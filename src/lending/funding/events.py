"""What happens to whose money loans are."""

from datetime import date

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Currency, Money
from lending.loans.ids import LoanId

__all__ = [
    "FunderCollectionMoved",
    "FunderContradicted",
    "FunderCovered",
    "FunderInDoubt",
    "FunderMoneyReceived",
    "FunderPublished",
    "FunderSettlementCalculated",
    "FunderSettlementCarried",
    "FunderSettlementChecked",
    "FunderSettlementConfirmed",
    "FunderSettlementDisputed",
    "FunderSettlementHeld",
    "FunderSettlementPaid",
    "FunderSettlementReconciled",
    "FunderSettlementSent",
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


@attrs.frozen(kw_only=True)
class FunderCovered(Event):
    """We took over a funder's part of a loan and paid all that was owed of it (代偿 B6, 回购 B8): `cover` says how."""

    loan_id: LoanId
    funder: str
    cover: str
    on: date
    amount: Money
    days_past_due: int


@attrs.frozen
class FunderMoneyReceived(Event):
    """A funder's money came in, under its reference: before a payout, or for what we advanced (备款, B1, C5)."""

    funder: str
    reference: str
    amount: Money
    purpose: str
    on: date


@attrs.frozen(kw_only=True)
class FunderCollectionMoved(Event):
    """A funder took a borrower's payment itself, under its reference, or gave that back (below zero) (他行代扣)."""

    loan_id: LoanId
    funder: str
    reference: str
    amount: Money
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


@attrs.frozen
class FunderSettlementCalculated(Event):
    """What is owed between a funder and us for a day is known: lines, and the net amount (machine 3.9)."""

    funder: str
    day: date
    covers: tuple[date, ...]
    lines: int
    net: Money


@attrs.frozen
class FunderSettlementChecked(Event):
    """The ledger says what the settlement says."""

    funder: str
    day: date
    currency: Currency


@attrs.frozen
class FunderSettlementHeld(Event):
    """The ledger does not say what the settlement's items say. An alarm: it is not sent."""

    funder: str
    day: date
    items: Money
    ledger: Money


@attrs.frozen
class FunderSettlementSent(Event):
    """The settlement's file is out, with this SHA-256 of its lines."""

    funder: str
    day: date
    net: Money
    digest: str


@attrs.frozen
class FunderSettlementConfirmed(Event):
    """The funder agrees to the settlement."""

    funder: str
    day: date
    net: Money


@attrs.frozen
class FunderSettlementDisputed(Event):
    """The funder disputes so many lines: nothing of it is paid, a later settlement covers it."""

    funder: str
    day: date
    net: Money
    lines: int


@attrs.frozen
class FunderSettlementCarried(Event):
    """A disputed settlement is covered by that of a later day."""

    funder: str
    day: date
    net: Money
    to: date


@attrs.frozen
class FunderSettlementPaid(Event):
    """The settlement is paid, by us, or where the amount is below zero by the funder (B5)."""

    funder: str
    day: date
    amount: Money
    on: date


@attrs.frozen
class FunderSettlementReconciled(Event):
    """The bank's statement has the settlement's payment, under this serial number: none where nothing was to pay."""

    funder: str
    day: date
    amount: Money
    bank_serial: str
