"""Whole numbers from outside, written in ASCII digits."""

import re

from lending.kernel.invalid import InvalidValue

__all__ = ["a_whole", "parse_whole"]

WRITTEN = re.compile(r"-?[0-9]{1,20}")
"""No number that is asked for is longer; a longer one is not even reckoned with."""


def a_whole(least: int, most: int) -> str:
    """What is expected where a whole number is."""
    return f"a whole number from {least} to {most}"


def parse_whole(text: str, least: int, most: int) -> int:
    """The whole number from `least` to `most` that `text` writes."""
    if WRITTEN.fullmatch(text) is None or not least <= int(text) <= most:
        raise InvalidValue("", text, a_whole(least, most))
    return int(text)
