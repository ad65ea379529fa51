"""Dates from outside: which of them the platform takes, and the one way they are written."""

import re
from datetime import date

from lending.kernel.invalid import InvalidValue

__all__ = ["A_DAY", "A_WRITTEN_DAY", "FIRST_DAY", "LAST_DAY", "parse_day"]

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""No edge takes a date outside these two, so that every term reckoned from one stays within the calendar."""

A_DAY = f"a date of the calendar from {FIRST_DAY} to {LAST_DAY}"
"""What is expected where a date is."""

A_WRITTEN_DAY = f"{A_DAY}, written YYYY-MM-DD"
"""What is expected where a date is text."""

WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def parse_day(text: str) -> date:
    """The date written YYYY-MM-DD: "2024-01-05". No other form of ISO 8601 is taken."""
    written = WRITTEN.fullmatch(text)
    try:
        day = date(int(written[1]), int(written[2]), int(written[3])) if written is not None else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidValue("", text, A_WRITTEN_DAY)
    return day
