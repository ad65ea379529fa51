"""What can be asked about applications."""

from datetime import datetime

import attrs

from lending.application.commands import Query
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.origination.ids import ApplicationId
from lending.origination.refusals import ApplicationNotFound
from lending.products.queries import FloatingView

__all__ = ["ApplicationView", "GetApplication", "OfferView"]


@attrs.frozen(kw_only=True)
class OfferView:
    """An offer as the customer sees it."""

    principal: Money
    instalments: int
    annual_rate: Rate
    floating: FloatingView | None
    apr: Rate
    instalment: Money
    total_interest: Money
    total_fees: Money
    valid_until: datetime


@attrs.frozen(kw_only=True)
class ApplicationView:
    """An application, its offer or the reasons against it, and what came of it."""

    application_id: ApplicationId
    status: str
    customer_id: str
    dealer_id: str | None
    product: str
    amount: Money
    instalments: int
    offer: OfferView | None
    reasons: tuple[str, ...]
    contract_id: str | None
    loan_id: str | None


@attrs.frozen
class GetApplication(Query[ApplicationView, ApplicationNotFound]):
    """An application as it stands."""

    application_id: ApplicationId
