"""What can be asked about products."""

import attrs

from lending.application.commands import Query
from lending.kernel.money import Money
from lending.products.rates import Floating
from lending.products.refusals import ProductNotFound

__all__ = ["FloatingView", "GetProduct", "ListProducts", "ProductList", "ProductView"]


@attrs.frozen(kw_only=True)
class FloatingView:
    """That a rate floats, and how (R12): LPR of the tenor "1Y" or "5Y" and a spread, fixed anew by the reset rule.

    `reset` is JANUARY, ANNIVERSARY, QUARTERLY or MONTHLY.
    """

    tenor: str
    spread_bp: int
    reset: str

    @classmethod
    def of(cls, floating: Floating | None) -> "FloatingView | None":
        """What is shown of `floating`; None of a fixed rate."""
        if floating is None:
            return None
        return cls(tenor=floating.tenor.value, spread_bp=floating.spread_bp, reset=floating.reset.value)


@attrs.frozen(kw_only=True)
class ProductView:
    """A product on offer; `price` is its rate in words: "0.1800", or "LPR 1Y + 255 bp, reset QUARTERLY"."""

    product: str
    name: str
    version: int
    amount_min: Money
    amount_max: Money
    amount_step: Money
    terms: tuple[int, ...]
    method: str
    price: str


@attrs.frozen
class ProductList:
    """Products on offer, by code."""

    products: tuple[ProductView, ...]


@attrs.frozen
class GetProduct(Query[ProductView, ProductNotFound]):
    """The version of a product that is on offer."""

    product: str


@attrs.frozen
class ListProducts(Query[ProductList, ProductNotFound]):
    """All products on offer."""
