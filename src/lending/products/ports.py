"""How products and reference rates are kept."""

from lending.application.kinds import Kind
from lending.products.product import Product
from lending.products.rates import ReferenceRates

__all__ = ["LPR", "PRODUCTS", "REFERENCE_RATES"]

PRODUCTS = Kind("product", Product, identity=lambda product: product.code)

LPR = "lpr"
"""The id of the one history of reference rates."""

REFERENCE_RATES = Kind("reference_rates", ReferenceRates, identity=lambda _rates: LPR)
