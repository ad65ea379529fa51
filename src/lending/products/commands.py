"""What can be asked of products."""

import attrs

from lending.application.commands import Command
from lending.operations.commands import Published
from lending.products.product import Product
from lending.products.rates import ReferenceRates
from lending.products.refusals import FundingUnknown, PriceAboveCap, VersionNotNext

__all__ = ["PublishProduct", "PublishReferenceRates"]


@attrs.frozen
class PublishProduct(Command[Published, VersionNotNext | PriceAboveCap | FundingUnknown]):
    """Put a version of a product on offer; the version before it is no longer offered."""

    product: Product


@attrs.frozen
class PublishReferenceRates(Command[Published, VersionNotNext]):
    """Publish the history of the LPR."""

    rates: ReferenceRates
