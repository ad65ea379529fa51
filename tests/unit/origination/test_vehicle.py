"""Vehicle identification numbers carry a check digit."""

import pytest

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.origination.vehicle import Vehicle, vin_check_digit


def vehicle(vin: str) -> Vehicle:
    return Vehicle(vin=vin, model="示例轿车", price=Money.parse("150000.00"))


@pytest.mark.parametrize("vin", ["1M8GDM9AXKP042788", "11111111111111111"])
def test_numbers_published_as_examples_are_accepted(vin: str) -> None:
    """The first is the worked example of the US rule 49 CFR 565, the second its well-known test number."""
    assert vin_check_digit(vin) == vin[8]
    assert vehicle(vin).vin == vin


@pytest.mark.parametrize("vin", ["1M8GDM9A1KP042788", "1M8GDM9AXKP04278", "1M8GDM9AXKP0427O8", "IOQ11111111111111", ""])
def test_a_wrong_check_digit_length_or_letter_is_named(vin: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        vehicle(vin)
    assert raised.value.violations[0].field == "vin"
    assert "check digit" in raised.value.violations[0].expected
