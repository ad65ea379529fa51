"""Validators for the fields of commands and values: each raises `InvalidValue` that names the field."""

import re
from collections.abc import Callable
from typing import Any

from attrs import Attribute

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money

__all__ = ["SHA_256", "matching", "money_from_zero", "non_empty", "positive", "positive_money", "text_of", "within"]

Validator = Callable[[Any, "Attribute[Any]", Any], None]

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\ud800-\udfff]")


def text_of(longest: int, shortest: int = 1) -> Validator:
    """Printable text of `shortest` to `longest` characters, without space at its ends."""

    def check(_instance: Any, attribute: "Attribute[Any]", value: Any) -> None:
        sound = isinstance(value, str) and shortest <= len(value) <= longest
        if not sound or value != value.strip() or UNPRINTABLE.search(value):
            raise InvalidValue(attribute.name, value, f"{shortest} to {longest} printable characters")

    return check


def matching(pattern: str, expected: str) -> Validator:
    """Text that matches `pattern` as a whole; `expected` says so in words."""
    compiled = re.compile(pattern)

    def check(_instance: Any, attribute: "Attribute[Any]", value: Any) -> None:
        if not isinstance(value, str) or compiled.fullmatch(value) is None:
            raise InvalidValue(attribute.name, value, expected)

    return check


SHA_256 = matching("[0-9a-f]{64}", "a SHA-256 in hexadecimal")
"""A digest of 64 hexadecimal digits."""


def within(least: int, most: int) -> Validator:
    """A whole number from `least` to `most`."""

    def check(_instance: Any, attribute: "Attribute[Any]", value: Any) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise InvalidValue(attribute.name, value, f"a whole number from {least} to {most}")

    return check


def positive(most: int) -> Validator:
    """A whole number from 1 to `most`."""
    return within(1, most)


def positive_money(_instance: Any, attribute: "Attribute[Any]", value: Any) -> None:
    """An amount of money above zero."""
    if not isinstance(value, Money) or value.minor <= 0:
        raise InvalidValue(attribute.name, value, "an amount above zero")


def money_from_zero(_instance: Any, attribute: "Attribute[Any]", value: Any) -> None:
    """An amount of money, perhaps nothing."""
    if not isinstance(value, Money) or value.minor < 0:
        raise InvalidValue(attribute.name, value, "an amount of zero or more")


def non_empty(_instance: Any, attribute: "Attribute[Any]", value: Any) -> None:
    """A tuple with at least one item."""
    if not isinstance(value, tuple) or not value:
        raise InvalidValue(attribute.name, value, "at least one item")
