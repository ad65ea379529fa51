"""Rates: whole numbers at 10⁻⁸ a year."""

import re
from typing import Self

import attrs

from lending.kernel.invalid import InvalidValue

__all__ = ["A_RATE", "RATE_SCALE", "Rate"]

RATE_SCALE = 10**8
"""A rate of 1 (100 % a year) as stored."""

RATE_DIGITS = 8
RATE_MAX = 10 * RATE_SCALE
WRITTEN = re.compile(r"([0-9]{1,4})(?:\.([0-9]+))?")

A_RATE = (
    f"a yearly rate from 0 to {RATE_MAX // RATE_SCALE} as a fraction of one, without a sign, "
    f'with at most {RATE_DIGITS} digits after the point, such as "0.18" for 18 %'
)
"""What is expected where a rate is."""


def _in_range(_instance: object, _attribute: object, value: int) -> None:
    if not 0 <= value <= RATE_MAX:
        raise InvalidValue("", value, f"a rate from 0 to {RATE_MAX} times 10⁻⁸ a year")


@attrs.frozen(order=True)
class Rate:
    """A yearly rate, as a whole number of 10⁻⁸: 18 % a year is `Rate(18_000_000)`."""

    scaled: int = attrs.field(validator=[attrs.validators.instance_of(int), _in_range])

    @classmethod
    def parse(cls, text: str) -> Self:
        """The rate written as a fraction of one a year: "0.18" is 18 %."""
        written = WRITTEN.fullmatch(text)
        if written is None or len((written[2] or "").rstrip("0")) > RATE_DIGITS:
            raise InvalidValue("", text, A_RATE)
        scaled = int(written[1] + (written[2] or "")[:RATE_DIGITS].ljust(RATE_DIGITS, "0"))
        if scaled > RATE_MAX:
            raise InvalidValue("", text, A_RATE)
        return cls(scaled)

    @property
    def text(self) -> str:
        """The fraction of one a year, with at least four digits: "0.1800"."""
        whole, part = divmod(self.scaled, RATE_SCALE)
        digits = str(part).rjust(RATE_DIGITS, "0").rstrip("0").ljust(4, "0")
        return f"{whole}.{digits}"

    @property
    def percent(self) -> str:
        """Percent a year with two digits, rounded half up: "18.00 %"."""
        hundredths = (2 * self.scaled * 100 * 100 + RATE_SCALE) // (2 * RATE_SCALE)
        return f"{hundredths // 100}.{hundredths % 100:02d} %"

    def __str__(self) -> str:
        return self.text

    def times(self, numerator: int, denominator: int) -> "Rate":
        """This rate × numerator ÷ denominator, half up to 10⁻⁸: a penalty multiple, a spread."""
        return Rate((2 * self.scaled * numerator + denominator) // (2 * denominator))
