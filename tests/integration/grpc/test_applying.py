"""What is wrong with an application is told over the wire by field, value and what was expected."""

from typing import Any

import attrs
import grpc
import pytest
from google.rpc import error_details_pb2  # type: ignore[import-untyped]
from grpc_status import rpc_status

from lending.customers.commands import RegisterCustomer
from lending.customers.ids import CustomerId
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Success
from lending.origination.commands import SubmitApplication
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending_adapters.grpc import RemoteBus
from lending_adapters.grpc.codec import fill
from lending_adapters.grpc.credentials import headers_of
from lending_adapters.grpc.messages import new_message
from lending_proto.v1 import applications_service_pb2_grpc
from tests.support.desk import SYSTEM, person, vehicle
from tests.support.grpc_server import OPERATOR, Platform

USD = Currency("USD")


@pytest.fixture
def borrower(bus: RemoteBus, platform: Platform) -> CustomerId:
    customer: CustomerId = bus.execute(RegisterCustomer(person()), platform.call("p")).unwrap().customer_id
    return customer


def cash(borrower: CustomerId) -> SubmitApplication:
    return SubmitApplication(customer_id=borrower, product="small-cash", amount=Money.parse("12000.00"), instalments=12)


def told(channel: grpc.Channel, command: SubmitApplication) -> tuple[str, list[tuple[str, str]]]:
    """The code and the field violations that a client in any language reads."""
    request: Any = fill(new_message("SubmitApplicationRequest"), command)
    request.request_id = "asked"
    stub = applications_service_pb2_grpc.ApplicationsServiceStub(channel)
    with pytest.raises(grpc.RpcError) as caught:
        stub.SubmitApplication(request, metadata=headers_of(OPERATOR), timeout=10)
    error: Any = caught.value
    bad = error_details_pb2.BadRequest()
    assert any(detail.Unpack(bad) for detail in rpc_status.from_call(error).details)
    return error.code().name, [(one.field, one.description) for one in bad.field_violations]


def test_an_income_in_another_currency_than_the_product_s(
    channel: grpc.Channel, bus: RemoteBus, platform: Platform
) -> None:
    earning = person(2, income="2500.00", currency=USD)
    borrower = bus.execute(RegisterCustomer(earning), platform.call("c")).unwrap().customer_id
    expected = ("customer.monthly_income", "USD 2500.00 is not valid: expected an amount in CNY")
    assert told(channel, cash(borrower)) == ("INVALID_ARGUMENT", [expected])


def test_a_product_that_is_not_on_offer(channel: grpc.Channel, borrower: CustomerId) -> None:
    on_offer = "car-direct-lease, car-in-an-hour, car-leaseback, small-cash, small-cash-joint"
    expected = ("product", f"'gold' is not valid: expected one of {on_offer}")
    assert told(channel, attrs.evolve(cash(borrower), product="gold")) == ("INVALID_ARGUMENT", [expected])


def test_of_very_many_products_as_many_are_told_as_fit_into_an_answer(
    channel: grpc.Channel, platform: Platform, borrower: CustomerId
) -> None:
    (shipped,) = platform.store.page(PRODUCTS, None, "", "car-leaseback", 1)
    codes = sorted(f"product-with-a-long-code-{number:07}" for number in range(40))
    for code in codes:
        published = platform.bus.execute(PublishProduct(attrs.evolve(shipped, code=code)), platform.call(code, SYSTEM))
        assert isinstance(published, Success)
    code, (violation,) = told(channel, attrs.evolve(cash(borrower), product="gold"))
    named = ", ".join(["car-direct-lease", "car-in-an-hour", "car-leaseback", *codes[:17]])
    expected = f"'gold' is not valid: expected one of {named}, or another that ListProducts names"
    assert (code, violation) == ("INVALID_ARGUMENT", ("product", expected))


def test_a_vehicle_on_a_cash_loan(channel: grpc.Channel, borrower: CustomerId) -> None:
    expected = ("vehicle", f"{vehicle().vin} is not valid: expected none: small-cash finances no vehicle")
    assert told(channel, attrs.evolve(cash(borrower), vehicle=vehicle())) == ("INVALID_ARGUMENT", [expected])
