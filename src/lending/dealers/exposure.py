"""The limit of what may be outstanding with a dealer in payout vouchers (R103): a contended row, as all limits are."""

from lending.dealers.ids import DealerId

__all__ = ["exposure_of"]


def exposure_of(dealer_id: DealerId | str) -> str:
    """The key of a dealer's limit."""
    return f"dealer-exposure/{dealer_id}"
