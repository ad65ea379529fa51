"""How applications are looked at: one, or those that stand somewhere (R96)."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.contracts.ports import CONTRACTS
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.ports import LOANS
from lending.origination.application import CreditApplication
from lending.origination.offer import Offer
from lending.origination.ports import APPLICATIONS
from lending.origination.queries import (
    ApplicationPage,
    ApplicationView,
    GetApplication,
    ListApplications,
    OfferView,
)
from lending.origination.refusals import ApplicationNotFound
from lending.products.queries import FloatingView

__all__ = ["get_application", "list_applications"]


def get_application(
    query: GetApplication, _call: Call, reader: Reader
) -> Outcome[ApplicationView, ApplicationNotFound]:
    """An application as it stands, with the ids of what came of it."""
    stored = reader.load(APPLICATIONS, query.application_id.value)
    if stored is None:
        return Failure(ApplicationNotFound(query.application_id.value))
    return Success(_view(stored.value, reader))


def list_applications(
    query: ListApplications, _call: Call, reader: Reader
) -> Outcome[ApplicationPage, ApplicationNotFound]:
    """A page of them."""
    key = APPLICATIONS.key("status") if query.status is not None else None
    value = query.status.value if query.status is not None else ""
    found = reader.page(APPLICATIONS, key, value, query.after, query.page_size)
    next_after = found[-1].id.value if len(found) == query.page_size else ""
    return Success(ApplicationPage(tuple(_view(application, reader) for application in found), next_after))


def _view(application: CreditApplication, reader: Reader) -> ApplicationView:
    contracts = reader.lookup(CONTRACTS, CONTRACTS.key("application_id"), application.id.value)
    contract_id = contracts[0].value.id.value if contracts else None
    loans = reader.lookup(LOANS, LOANS.key("contract_id"), contract_id) if contract_id else ()
    return ApplicationView(
        application_id=application.id,
        status=application.status.value,
        customer_id=application.customer_id,
        dealer_id=application.dealer_id,
        product=application.product,
        amount=application.amount,
        instalments=application.instalments,
        offer=_offer_view(application.offer_made),
        reasons=tuple(reason.code for reason in application.reasons),
        contract_id=contract_id,
        loan_id=loans[0].value.id.value if loans else None,
    )


def _offer_view(offer: Offer | None) -> OfferView | None:
    if offer is None:
        return None
    return OfferView(
        principal=offer.agreed.principal,
        instalments=offer.agreed.instalments,
        annual_rate=offer.agreed.annual_rate,
        floating=FloatingView.of(offer.agreed.floating),
        apr=offer.apr,
        instalment=offer.instalment,
        total_interest=offer.total_interest,
        total_fees=offer.total_fees,
        valid_until=offer.valid_until,
    )
