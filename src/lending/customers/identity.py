"""Chinese resident identity numbers (居民身份证号码, GB 11643-1999)."""

from datetime import date
from typing import Any

from attrs import Attribute

from lending.kernel.invalid import InvalidValue

__all__ = ["born_on", "check_digit", "identity_number"]

LENGTH = 18
CHECK_CHARACTERS = "10X98765432"


def check_digit(first_seventeen: str) -> str:
    """The eighteenth character: ISO 7064 MOD 11-2 over the seventeen digits."""
    weighted = sum(int(digit) * (1 << (LENGTH - 1 - place)) for place, digit in enumerate(first_seventeen))
    return CHECK_CHARACTERS[weighted % 11]


def born_on(number: str) -> date:
    """The date of birth in digits 7 to 14."""
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def identity_number(_instance: Any, attribute: "Attribute[Any]", value: Any) -> None:
    """A validator: eighteen characters, a real date of birth, the right check digit. The value is never shown."""
    if not (isinstance(value, str) and len(value) == LENGTH and value.isascii() and value[:17].isdigit()):
        raise InvalidValue(attribute.name, "(hidden)", "18 characters: 17 digits and a check digit")
    try:
        born_on(value)
    except ValueError:
        raise InvalidValue(attribute.name, "(hidden)", "a real date of birth in digits 7 to 14") from None
    if value[17] != check_digit(value[:17]):
        raise InvalidValue(attribute.name, "(hidden)", "a check digit as GB 11643 computes it")
