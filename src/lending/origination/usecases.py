"""How applications are submitted, weighed, confirmed and closed."""

from collections.abc import Iterator
from typing import TypeAlias

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.contract import Contract
from lending.contracts.ids import ContractId
from lending.contracts.ports import CONTRACTS
from lending.contracts.refusals import VehicleTaken
from lending.credit.drawing import drawable, occupy_line
from lending.credit.refusals import CreditLineNotFound, LineNotDrawable
from lending.customers.customer import Customer
from lending.customers.ports import CUSTOMERS
from lending.customers.refusals import CustomerNotFound
from lending.dealers.ports import DEALERS
from lending.dealers.refusals import DealerNotActive, DealerNotFound
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.origination.application import CreditApplication
from lending.origination.commands import (
    ApplicationChanged,
    CancelApplication,
    ConfirmOffer,
    ContractOffered,
    ExpireOffer,
    SubmitApplication,
)
from lending.origination.ids import ApplicationId
from lending.origination.ports import APPLICATIONS
from lending.origination.refusals import (
    ApplicationNotFound,
    ApplicationNotInStatus,
    DealerMissing,
    DownPaymentTooLow,
    LineNotNamed,
    LineNotTaken,
    UnfinishedApplication,
    VehicleMissing,
    VehicleNotFinanced,
    VehicleNotWhollyFinanced,
)
from lending.products.ports import PRODUCTS
from lending.products.product import LEASES, Payee, Product, Scene, Signing
from lending.products.refusals import WrongCurrency
from lending.products.usecases import find_product

__all__ = [
    "cancel_application",
    "confirm_offer",
    "expire_offer",
    "submit_application",
]

PERCENT = 100

SceneIncomplete: TypeAlias = (
    DealerMissing | VehicleMissing | VehicleNotFinanced | WrongCurrency | DownPaymentTooLow | VehicleNotWhollyFinanced
)
"""What the scene asks for is not there, or not as it should be."""


def submit_application(command: SubmitApplication, call: Call, work: Work) -> Outcome[ApplicationChanged, Refusal]:
    """Keep the application; it is weighed right after commit."""
    customer = work.find(CUSTOMERS, command.customer_id)
    if customer is None:
        return Failure(CustomerNotFound(command.customer_id.value))
    found = find_product(work, command.product)
    if isinstance(found, Failure):
        return found
    for checked in _checked(command, customer, found.unwrap(), work):
        if isinstance(checked, Failure):
            return checked
    unfinished = work.matching(APPLICATIONS, "unfinished_customer", command.customer_id)
    if unfinished:
        return Failure(UnfinishedApplication(unfinished[0].id.value))
    application = _application(command, call, work.new_id(ApplicationId)).submitted()
    return _saved(application, work)


def _checked(
    command: SubmitApplication, customer: Customer, product: Product, work: Work
) -> Iterator[Outcome[None, Refusal]]:
    """What is asked of an application, one after the other: a check may rely on those before it."""
    yield product.admits(command.amount, command.instalments)
    yield product.lends_in(customer.person.monthly_income, "customer.monthly_income")
    yield _scene_complete(command, product)
    yield _dealer_active(command, work)
    yield _line_named(command, product, work)


def _application(command: SubmitApplication, call: Call, application_id: ApplicationId) -> CreditApplication:
    return CreditApplication(
        id=application_id,
        customer_id=command.customer_id.value,
        product=command.product,
        amount=command.amount,
        instalments=command.instalments,
        dealer_id=command.dealer_id.value if command.dealer_id else None,
        vehicle=command.vehicle,
        line_id=command.line_id.value if command.line_id else None,
        submitted_at=call.received_at,
        submitted_on=call.business_date,
    )


def _scene_complete(command: SubmitApplication, product: Product) -> Outcome[None, SceneIncomplete]:
    """The dealer and the vehicle that the scene asks for are named, and no vehicle where it asks for none."""
    if product.payee is Payee.DEALER and command.dealer_id is None:
        return Failure(DealerMissing(product.code))
    if product.scene in LEASES:
        return _vehicle_bears(command, product)
    if command.vehicle is not None:
        return Failure(VehicleNotFinanced(product.code, command.vehicle.vin))
    return Success(None)


def _vehicle_bears(
    command: SubmitApplication, product: Product
) -> Outcome[None, VehicleMissing | WrongCurrency | DownPaymentTooLow | VehicleNotWhollyFinanced]:
    """The vehicle is named, and its price leaves the least down payment; a direct lease finances all of it."""
    if command.vehicle is None:
        return Failure(VehicleMissing(product.code))
    priced = product.lends_in(command.vehicle.price, "vehicle.price")
    if isinstance(priced, Failure):
        return priced
    most = command.vehicle.price.share(PERCENT - product.down_payment_percent_min, PERCENT)
    if command.amount > most:
        return Failure(DownPaymentTooLow(command.amount, most))
    if product.scene is Scene.CAR_DIRECT_LEASE and command.amount != command.vehicle.price:
        return Failure(VehicleNotWhollyFinanced(command.amount, command.vehicle.price))
    return Success(None)


def _dealer_active(command: SubmitApplication, work: Work) -> Outcome[None, DealerNotFound | DealerNotActive]:
    if command.dealer_id is None:
        return Success(None)
    dealer = work.find(DEALERS, command.dealer_id)
    if dealer is None:
        return Failure(DealerNotFound(command.dealer_id.value))
    active = dealer.must_be_active()
    if isinstance(active, Failure):
        return active
    work.relies_on(DEALERS, dealer)
    return Success(None)


def _line_named(
    command: SubmitApplication, product: Product, work: Work
) -> Outcome[None, LineNotNamed | LineNotTaken | CreditLineNotFound | LineNotDrawable]:
    """The credit line is named where the product asks for one, and this customer may draw on it."""
    if command.line_id is None:
        return Failure(LineNotNamed(product.code)) if product.on_line else Success(None)
    if not product.on_line:
        return Failure(LineNotTaken(product.code, command.line_id.value))
    found = drawable(work, command.line_id.value, command.customer_id.value, command.amount)
    return found if isinstance(found, Failure) else Success(None)


def confirm_offer(command: ConfirmOffer, call: Call, work: Work) -> Outcome[ContractOffered, Refusal]:
    """Take the offer and draw the contract up on it."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    confirmed = application.confirm(call.received_at)
    if isinstance(confirmed, Failure):
        return confirmed
    vin = application.vehicle.vin if application.vehicle else None
    if vin and work.matching(CONTRACTS, "live_vin", vin):
        return Failure(VehicleTaken(vin))
    signing = work.get(PRODUCTS, application.product).signing
    contract = _contract(application, work.new_id(ContractId), vin, signing)
    if application.line_id is not None:
        holder, amount = application.customer_id, contract.agreed.principal
        occupied = occupy_line(work, application.line_id, holder, contract.id.value, amount)
        if isinstance(occupied, Failure):
            return occupied
    work.save(CONTRACTS, contract.drawn_up())
    work.save(APPLICATIONS, confirmed.unwrap())
    return Success(ContractOffered(application.id, contract.id, contract.agreed.digest))


def _contract(application: CreditApplication, contract_id: ContractId, vin: str | None, signing: Signing) -> Contract:
    offer = application.offer
    assert offer is not None, f"{application.id} was confirmed without an offer"
    return Contract(
        id=contract_id,
        application_id=application.id.value,
        customer_id=application.customer_id,
        dealer_id=application.dealer_id,
        product=application.product,
        product_version=offer.product_version,
        agreed=offer.agreed,
        payee=offer.payee,
        vin=vin,
        signing=signing,
    )


def expire_offer(
    command: ExpireOffer, call: Call, work: Work
) -> Outcome[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus]:
    """Close the application if its offer has lapsed unconfirmed."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    expired = application.expire(call.received_at)
    return expired if isinstance(expired, Failure) else _saved(expired.unwrap(), work)


def cancel_application(
    command: CancelApplication, _call: Call, work: Work
) -> Outcome[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus]:
    """The customer withdraws; a contract that was drawn up ends with it (flows)."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    cancelled = application.cancel()
    return cancelled if isinstance(cancelled, Failure) else _saved(cancelled.unwrap(), work)


def _saved(application: CreditApplication, work: Work) -> Success[ApplicationChanged]:
    work.save(APPLICATIONS, application)
    return Success(ApplicationChanged(application.id, application.status.value))
