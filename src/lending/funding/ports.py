"""How funding is kept, and the gateway to funders."""

from typing import Protocol

from lending.application.kinds import Key, Kind
from lending.funding.collections import FunderCollection, collected_as
from lending.funding.decision import FundingDecision
from lending.funding.funded import FundedLoan
from lending.funding.funder import Funder
from lending.funding.gateway import FunderAnswer, FundingRequest
from lending.funding.receipts import FunderReceipt, receipt_id
from lending.funding.rules import FundingRules
from lending.funding.schemes import FundingScheme
from lending.funding.settlement import FunderSettlement
from lending.funding.settlement_items import SettlementItem, settled_as
from lending.kernel.ids import shard_of

__all__ = [
    "DISPUTED",
    "FUNDED_LOANS",
    "FUNDERS",
    "FUNDER_COLLECTIONS",
    "FUNDER_RECEIPTS",
    "FUNDER_SETTLEMENTS",
    "FUNDING_DECISIONS",
    "FUNDING_RULES",
    "FUNDING_SCHEMES",
    "OPEN",
    "RULES",
    "SETTLEMENT_ITEMS",
    "FunderGateway",
]

RULES = "funding-rules"
"""There is one set of rules."""

FUNDERS = Kind("funder", Funder, identity=lambda funder: funder.code)

FUNDING_RULES = Kind("funding_rules", FundingRules, identity=lambda _rules: RULES)

FUNDING_DECISIONS = Kind(
    "funding_decision",
    FundingDecision,
    identity=lambda decision: decision.application_id,
    keys=(Key("customer_id", lambda decision: decision.facts.customer_id),),
)
"""By the application's id."""

FUNDING_SCHEMES = Kind("funding_scheme", FundingScheme, identity=lambda scheme: scheme.code)

FUNDER_RECEIPTS = Kind(
    "funder_receipt", FunderReceipt, identity=lambda held: receipt_id(held.funder, held.reference), append_only=True
)

FUNDER_COLLECTIONS = Kind(
    "funder_collection",
    FunderCollection,
    identity=lambda collection: collection.id.value,
    keys=(Key("collected_as", lambda held: collected_as(held.funder, held.reference), unique=True),),
)

FUNDED_LOANS = Kind(
    "funded_loan",
    FundedLoan,
    identity=lambda funded: funded.loan_id.value,
    keys=(
        Key("loan_id", lambda funded: funded.loan_id.value, unique=True),
        Key("awaits_cover", lambda funded: str(shard_of(funded.loan_id.value)) if funded.awaits_cover else None),
    ),
)
"""By the loan's id."""

SETTLEMENT_ITEMS = Kind(
    "settlement_item",
    SettlementItem,
    identity=lambda item: item.id.value,
    keys=(
        Key("settled_as", lambda item: settled_as(item.funder, item.day, item.currency)),
        Key("day", lambda item: item.day.isoformat()),
        Key("loan_id", lambda item: item.loan_id),
    ),
    append_only=True,
)

OPEN = "OPEN"
"""The key under which settlements stand that somebody has to do something with yet."""
DISPUTED = "DISPUTED"
"""The key under which disputed settlements wait for a later one that covers them."""


def _paid_as(settlement: FunderSettlement) -> str | None:
    on = settlement.paid_on
    return None if on is None else settled_as(settlement.funder, on, settlement.currency)


FUNDER_SETTLEMENTS = Kind(
    "funder_settlement",
    FunderSettlement,
    identity=lambda settlement: settlement.id,
    keys=(
        Key("funder", lambda settlement: settlement.funder),
        Key("day", lambda settlement: settlement.day.isoformat()),
        Key("open", lambda settlement: None if settlement.has_ended else OPEN),
        Key("waits", lambda settlement: DISPUTED if settlement.waits_to_be_carried else None),
        Key("paid", _paid_as),
        Key("bank_serial", lambda settlement: settlement.bank_serial or None, unique=True),
    ),
)
"""By funder, day and currency."""


class FunderGateway(Protocol):
    """The way to all funders' systems. It raises `VendorUnavailable` when nothing was sent."""

    def apply(self, request: FundingRequest) -> FunderAnswer:
        """Put an application before a funder; the same number again is the same application."""

    def query(self, funder: str, request_no: str) -> FunderAnswer:
        """Ask a funder after an application."""
