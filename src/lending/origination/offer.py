"""`Offer`: what an admitted applicant may take."""

from datetime import datetime

import attrs

from lending.contracts.agreed import AgreedTerms
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.products.product import Payee

__all__ = ["Offer"]


@attrs.frozen(kw_only=True)
class Offer:
    """The terms offered, with what they cost: the yearly percentage stands beside the instalment (F17).

    The terms are kept whole, so that a product published anew meanwhile changes no offer already made.
    """

    product_version: int
    payee: Payee
    agreed: AgreedTerms
    apr: Rate
    instalment: Money
    total_interest: Money
    total_fees: Money
    valid_until: datetime
