"""What can be asked about products."""

import attrs

from lending.application.commands import Query
from lending.kernel.money import Money
from lending.products.refusals import ProductNotFound

__all__ = ["GetProduct", "ListProducts", "ProductList", "ProductView"]


@attrs.frozen(kw_only=True)
class ProductView:
    """A product on offer; `price` is its rate in words: "0.1800", or "LPR 1Y + 600 bp"."""

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
