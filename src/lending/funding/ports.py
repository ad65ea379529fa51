"""How funding is kept."""

from lending.application.kinds import Key, Kind
from lending.funding.funded import FundedLoan
from lending.funding.receipts import FunderReceipt, receipt_id
from lending.funding.schemes import FundingScheme

__all__ = ["FUNDED_LOANS", "FUNDER_RECEIPTS", "FUNDING_SCHEMES"]

FUNDING_SCHEMES = Kind("funding_scheme", FundingScheme, identity=lambda scheme: scheme.code)

FUNDER_RECEIPTS = Kind(
    "funder_receipt", FunderReceipt, identity=lambda held: receipt_id(held.funder, held.reference), append_only=True
)

FUNDED_LOANS = Kind(
    "funded_loan",
    FundedLoan,
    identity=lambda funded: funded.loan_id.value,
    keys=(Key("loan_id", lambda funded: funded.loan_id.value, unique=True),),
)
"""By the loan's id."""
