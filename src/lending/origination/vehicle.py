"""Vehicles and their identification numbers (车架号, ISO 3779, GB 16735)."""

from typing import Any

import attrs
from attrs import Attribute

from lending.kernel.checks import positive_money, text_of
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money

__all__ = ["Vehicle", "vin_check_digit", "vin_number"]

VIN_LENGTH = 17
CHECK_PLACE = 8
WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
VALUES = {str(digit): digit for digit in range(10)} | dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)


def vin_check_digit(vin: str) -> str:
    """The ninth character: the weighted sum of the others modulo 11, X for ten."""
    rest = sum(VALUES[character] * weight for character, weight in zip(vin, WEIGHTS, strict=True)) % 11
    return "X" if rest == 10 else str(rest)


def vin_number(_instance: Any, attribute: "Attribute[Any]", value: Any) -> None:
    """A validator: 17 characters without I, O and Q, the right check digit."""
    well_formed = isinstance(value, str) and len(value) == VIN_LENGTH and all(sign in VALUES for sign in value)
    if not well_formed or value[CHECK_PLACE] != vin_check_digit(value):
        raise InvalidValue(attribute.name, value, "a VIN of 17 characters with the right check digit")


@attrs.frozen(kw_only=True)
class Vehicle:
    """The car that is financed: its VIN, what it is and what it costs."""

    vin: str = attrs.field(validator=vin_number)
    model: str = attrs.field(validator=text_of(60))
    price: Money = attrs.field(validator=positive_money)
