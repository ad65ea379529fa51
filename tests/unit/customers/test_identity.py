"""Identity numbers: form, date of birth and check digit."""

from datetime import date

import pytest

from lending.customers.customer import BankAccount, Customer, Person
from lending.customers.identity import born_on, check_digit
from lending.customers.ids import CustomerId
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money

EXAMPLE = "11010519491231002X"
"""The worked example of GB 11643-1999."""


def person(number: str) -> Person:
    return Person(
        name="张三",
        identity_number=number,
        phone="13800138000",
        city="北京",
        monthly_income=Money.parse("10000.00"),
        account=BankAccount("6222020200000000001", "ICBC", "张三"),
    )


def test_the_example_of_the_standard_is_accepted() -> None:
    assert check_digit(EXAMPLE[:17]) == "X"
    assert born_on(person(EXAMPLE).identity_number) == date(1949, 12, 31)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("110105194912310021", "check digit"),
        ("11010519490231002X", "date of birth"),
        ("1101051949123100", "18 characters"),
        ("1101051949123100２X", "18 characters"),
    ],
)
def test_what_is_wrong_is_named_without_showing_the_number(number: str, expected: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        person(number)
    violation = raised.value.violations[0]
    assert violation.field == "identity_number"
    assert expected in violation.expected
    assert number not in str(raised.value)


@pytest.mark.parametrize(("day", "age"), [(date(2024, 12, 30), 74), (date(2024, 12, 31), 75)])
def test_age_counts_full_years(day: date, age: int) -> None:
    customer = Customer.register(CustomerId.make(RequestId("r1"), 0), person(EXAMPLE), date(2024, 1, 1))
    assert customer.age_on(day) == age


def test_nothing_personal_is_printed() -> None:
    printed = repr(person(EXAMPLE))
    assert EXAMPLE not in printed
    assert "张三" not in printed
    assert "6222020200000000001" not in printed
    assert "13800138000" not in printed
