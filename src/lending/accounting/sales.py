"""What was sold of the assets that were taken in place of cash (抵债资产)."""

import attrs

__all__ = ["AssetSale"]


@attrs.frozen
class AssetSale:
    """How much of what was taken for a loan, at the value it was taken at, has been sold; minor units."""

    loan_id: str
    carrying: int
