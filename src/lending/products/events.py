"""What happens to products."""

from datetime import date

import attrs

from lending.kernel.events import Event

__all__ = ["ProductPublished", "ReferenceRatesPublished"]


@attrs.frozen
class ProductPublished(Event):
    """A version of a product went on offer."""

    code: str
    version: int
    name: str


@attrs.frozen
class ReferenceRatesPublished(Event):
    """The history of the LPR became known up to a day."""

    through: date
    publications: int
