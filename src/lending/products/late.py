"""What a product charges those who are late, and those who use the money against its purpose (F10, R15)."""

import re
from typing import Any, Self

import attrs

from lending.kernel.invalid import InvalidValue

__all__ = ["A_MULTIPLE", "GRACE_DAYS_MAX", "MULTIPLE_SCALE", "Multiple", "Penalty"]

GRACE_DAYS_MAX = 366
MULTIPLE_SCALE = 10_000
MULTIPLE_MAX = 100 * MULTIPLE_SCALE
A_MULTIPLE = 'a multiple from 0 to 100 with at most 4 digits after the point, such as "1.5"'


def _in_range(_instance: object, _attribute: object, scaled: int) -> None:
    if isinstance(scaled, bool) or not isinstance(scaled, int) or not 0 <= scaled <= MULTIPLE_MAX:
        raise InvalidValue("multiple", scaled, f"a whole number from 0 to {MULTIPLE_MAX}")


@attrs.frozen(order=True)
class Multiple:
    """How many times the contract rate, as a whole number of 10⁻⁴: 1.5 is `Multiple(15_000)`."""

    scaled: int = attrs.field(validator=_in_range)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The multiple written as a decimal: "1.5". Raises `InvalidValue`."""
        written = (
            re.fullmatch(r"(100(?=(?:\.0*)?$)|[0-9]{1,2})(?:\.([0-9]{1,4}))?", text) if isinstance(text, str) else None
        )
        if written is None:
            raise InvalidValue("", text, A_MULTIPLE)
        return cls(int(written[1] + (written[2] or "").ljust(4, "0")))

    @property
    def text(self) -> str:
        """As a decimal, with at least one digit after the point: "1.5"."""
        digits = str(self.scaled % MULTIPLE_SCALE).rjust(4, "0").rstrip("0")
        return f"{self.scaled // MULTIPLE_SCALE}.{digits or '0'}"

    def __str__(self) -> str:
        return self.text


def _not_below_the_rate(_instance: object, attribute: "attrs.Attribute[Any]", multiple: Multiple | None) -> None:
    if multiple is not None and multiple.scaled < MULTIPLE_SCALE:
        raise InvalidValue(attribute.name, multiple, "a multiple of at least 1")


@attrs.frozen
class Penalty:
    """Penalty (罚息): overdue principal bears rate × multiple, overdue interest too where `compound` (复利, F10)."""

    multiple: Multiple
    compound: bool = False
    misuse_multiple: Multiple | None = attrs.field(default=None, validator=_not_below_the_rate)
    """While the money is misused (挪用) the balance bears rate × this, 1.5 to 2.0 by custom; None: not agreed (R15)."""
