"""What can be asked about applications."""

from datetime import datetime

import attrs

from lending.application.commands import Query
from lending.kernel.checks import positive, text_of
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.origination.application import ApplicationStatus
from lending.origination.ids import ApplicationId
from lending.origination.refusals import ApplicationNotFound
from lending.products.queries import FloatingView

__all__ = ["ApplicationPage", "ApplicationView", "GetApplication", "ListApplications", "OfferView"]


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


@attrs.frozen
class ApplicationPage:
    """Some of the applications; `next_after` is empty after the last."""

    applications: tuple[ApplicationView, ...]
    next_after: str


@attrs.frozen(kw_only=True)
class ListApplications(Query[ApplicationPage, ApplicationNotFound]):
    """Applications in the order of their ids; those that stand so where a status is named, such as MANUAL_REVIEW."""

    status: ApplicationStatus | None = None
    after: str = attrs.field(default="", validator=text_of(64, 0))
    page_size: int = attrs.field(default=50, validator=positive(200))
