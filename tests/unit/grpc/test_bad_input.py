"""Bad input names every field at fault, its value and what was expected."""

from datetime import date
from typing import Any

import pytest
from google.protobuf import json_format

from lending.customers.commands import RegisterCustomer
from lending.dealers.commands import ActivateDealer
from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.money import Money
from lending.loans.commands import GenerateDues, RepayLoan
from lending.loans.queries import ListLoans, QuoteLoan
from lending.operations.commands import Propose, StartBusiness
from lending.origination.commands import SubmitApplication
from lending.products.commands import PublishProduct, PublishReferenceRates
from lending.products.queries import GetProduct
from lending_adapters.grpc.codec import decode, fill
from lending_adapters.grpc.messages import new_message
from lending_adapters.grpc.naming import request_name

LOAN = "loan_" + "0" * 26
YUAN = {"currencyCode": "CNY", "units": "6000"}
QUOTE = {"product": "small-cash", "amount": YUAN, "instalments": "12"}


def violations(of: type, fields: dict[str, Any]) -> tuple[Violation, ...]:
    """What decoding objects to in a request with these fields, given as protobuf's JSON."""
    message = json_format.ParseDict(fields, new_message(request_name(of)))
    with pytest.raises(InvalidInput) as caught:
        decode(of, message)
    return caught.value.violations


def the_violation(of: type, fields: dict[str, Any]) -> tuple[str, str, str]:
    (found,) = violations(of, fields)
    return found.field, found.value, found.expected


def test_three_decimals() -> None:
    amount = {"currencyCode": "CNY", "units": "12", "nanos": 345_000_000}
    assert the_violation(QuoteLoan, QUOTE | {"amount": amount}) == (
        "amount",
        "'12.345'",
        "a decimal amount with at most 2 digits after the point, at most 10000000000000.00 either way, such as 1100.16",
    )


@pytest.mark.parametrize(("units", "nanos"), [(1, -1), (-1, 1), (0, 1_000_000_000), (5, -2_000_000_000)])
def test_nanos_out_of_place(units: int, nanos: int) -> None:
    amount = {"currencyCode": "CNY", "units": str(units), "nanos": nanos}
    field, value, _ = the_violation(QuoteLoan, QUOTE | {"amount": amount})
    assert (field, value) == ("amount.nanos", str(nanos))


def test_yen_have_no_decimals() -> None:
    amount = {"currencyCode": "JPY", "units": "12", "nanos": 500_000_000}
    assert the_violation(QuoteLoan, QUOTE | {"amount": amount})[:2] == ("amount", "'12.5'")


def test_unknown_currency() -> None:
    field, value, expected = the_violation(QuoteLoan, QUOTE | {"amount": YUAN | {"currencyCode": "XYZ"}})
    assert (field, value) == ("amount.currency_code", "'XYZ'")
    assert "CNY" in expected


@pytest.mark.parametrize("units", ["9223372036854775807", "-9223372036854775808", "10000000000001"])
def test_an_amount_beyond_all_bounds(units: str) -> None:
    assert the_violation(QuoteLoan, QUOTE | {"amount": YUAN | {"units": units}})[0] == "amount"


def test_an_amount_of_nothing() -> None:
    assert the_violation(QuoteLoan, QUOTE | {"amount": YUAN | {"units": "0"}}) == (
        "amount",
        "CNY 0.00",
        "an amount above zero",
    )


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ({"year": 2024, "month": 2, "day": 31}, "2024-02-31"),
        ({"year": 2023, "month": 2, "day": 29}, "2023-02-29"),
        ({"year": 2024, "month": 13, "day": 1}, "2024-13-01"),
        ({"year": 2024}, "2024-00-00"),
        ({}, "0000-00-00"),
        ({"year": 9999, "month": 12, "day": 31}, "9999-12-31"),
        ({"year": -1, "month": 1, "day": 1}, "-001-01-01"),
    ],
)
def test_a_day_that_is_in_no_calendar(day: dict[str, int], shown: str) -> None:
    field, value, expected = the_violation(StartBusiness, {"on": day})
    assert (field, value) == ("on", shown)
    assert expected.startswith("a date of the calendar")


def test_a_required_field_that_is_unset() -> None:
    assert the_violation(StartBusiness, {}) == ("on", "unset", "a date of the calendar from 1900-01-01 to 2199-12-31")


def test_a_negative_term() -> None:
    assert the_violation(QuoteLoan, QUOTE | {"instalments": "-12"}) == (
        "instalments",
        "-12",
        "a whole number from 1 to 360",
    )


def test_an_oversized_text() -> None:
    field, value, expected = the_violation(QuoteLoan, QUOTE | {"product": "x" * 5_000})
    assert field == "product"
    assert len(value) <= 80
    assert expected == "at most 1000 characters, not 5000"


def test_a_text_longer_than_its_field_takes() -> None:
    assert the_violation(QuoteLoan, QUOTE | {"product": "x" * 33})[0] == "product"


@pytest.mark.parametrize("bad", ["", "dlr_", "dlr_short", LOAN, "dlr_" + "!" * 26, "dlr_" + "u" * 26])
def test_a_malformed_id(bad: str) -> None:
    assert the_violation(ActivateDealer, {"dealerId": bad}) == (
        "dealer_id",
        repr(bad),
        "an id that begins with dlr_ and has 26 characters after it",
    )


def test_a_number_outside_a_range() -> None:
    day = {"year": 2024, "month": 1, "day": 5}
    assert the_violation(GenerateDues, {"day": day, "shard": "16"}) == ("shard", "16", "a whole number from 0 to 15")


def test_every_fault_is_told_at_once() -> None:
    fields = {"customerId": "me", "amount": YUAN | {"nanos": 1}, "instalments": "0", "vehicle": {"vin": "short"}}
    found = {one.field for one in violations(SubmitApplication, fields)}
    assert found == {"customer_id", "product", "amount", "instalments", "vehicle.vin", "vehicle.model", "vehicle.price"}


def test_places_in_lists_are_told() -> None:
    rates = {
        "on": {"year": 2024, "month": 1, "day": 5},
        "oneYear": {"value": "0.03"},
        "overFiveYears": {"value": "1e9"},
    }
    found = violations(PublishReferenceRates, {"rates": {"publications": [rates, rates | {"oneYear": {}}]}})
    assert [one.field for one in found] == [
        "rates.publications[0].over_five_years",
        "rates.publications[1].one_year",
        "rates.publications[1].over_five_years",
    ]


def test_an_unknown_number_of_an_enumeration() -> None:
    message = json_format.ParseDict({"product": {"code": "x-y"}}, new_message(request_name(PublishProduct)))
    message.product.mode = 99  # type: ignore[attr-defined]
    with pytest.raises(InvalidInput) as caught:
        decode(PublishProduct, message)
    told = {one.field: one for one in caught.value.violations}
    assert told["product.mode"].value == "99"
    assert told["product.mode"].expected == "one of MODE_SMALL_CASH, MODE_REGULAR_CREDIT, MODE_SCENARIO"
    assert told["product.scene"].value == "unset"
    assert told["product.annual_rate"].expected == "one of rate, floating"


def test_a_default_stands_in_for_what_is_unset() -> None:
    message = json_format.ParseDict({"customerId": "me"}, new_message(request_name(ListLoans)))
    assert decode(ListLoans, message) == ListLoans("me")


def test_a_proposal_needs_a_command_without_a_request_of_its_own() -> None:
    day = {"on": {"year": 2024, "month": 1, "day": 5}}
    assert the_violation(Propose, {"reason": "x"})[:2] == ("command", "unset")
    found = the_violation(Propose, {"reason": "x", "startBusiness": day | {"requestId": "r"}})
    assert found[0] == "start_business.request_id"
    assert the_violation(Propose, {"reason": "x", "startBusiness": {}})[0] == "start_business.on"


def test_personal_data_is_not_shown() -> None:
    person = {"name": "诸葛\u0000小明", "identityNumber": "11010519491231002Y", "phone": "123", "city": "北京"}
    found = violations(RegisterCustomer, {"person": person | {"account": {"number": "planted", "holder": " "}}})
    shown = {one.field: one.value for one in found}
    assert shown["person.name"] == shown["person.phone"] == shown["person.account.number"] == "(hidden)"
    assert not any("planted" in str(one) or "诸葛" in str(one) for one in found)


def test_a_client_that_cannot_say_it_hears_so_at_home() -> None:
    with pytest.raises(InvalidInput) as caught:
        fill(new_message(request_name(GetProduct)), GetProduct("half a pair: \ud800"))
    assert caught.value.violations[0].field == "product"


def test_dates_in_range_come_through() -> None:
    message = json_format.ParseDict({"on": {"year": 2024, "month": 2, "day": 29}}, new_message("StartBusinessRequest"))
    assert decode(StartBusiness, message) == StartBusiness(date(2024, 2, 29))


def test_what_is_right_is_understood() -> None:
    fields = {"loanId": LOAN, "amount": YUAN | {"nanos": 10_000_000}, "reference": "R-1"}
    message = json_format.ParseDict(fields, new_message(request_name(RepayLoan)))
    assert decode(RepayLoan, message).amount == Money.parse("6000.01")
