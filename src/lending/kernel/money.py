"""Money: whole minor units of one currency, exact to parse, print and add."""

import re
from functools import cached_property
from typing import Self

import attrs

from lending.kernel.invalid import InvalidValue
from lending.kernel.rounding import Rounding, divide

__all__ = ["CNY", "CURRENCY_EXPONENTS", "MINOR_MAX", "Currency", "Money", "an_amount"]

CURRENCY_EXPONENTS = {
    "CNY": 2, "HKD": 2, "TWD": 2, "USD": 2, "EUR": 2, "GBP": 2, "SGD": 2, "AUD": 2, "CAD": 2, "CHF": 2,
    "INR": 2, "JPY": 0, "KRW": 0, "VND": 0, "BHD": 3, "KWD": 3, "TND": 3,
}  # fmt: skip
"""Digits after the point, by ISO 4217 code."""

MINOR_MAX = 10**15
"""No amount is larger: ten trillion yuan, and well inside an int64."""

AMOUNT = re.compile(r"(-?)([0-9]{1,16})(?:\.([0-9]+))?")


def _known(_instance: object, _attribute: object, code: str) -> None:
    if code not in CURRENCY_EXPONENTS:
        raise InvalidValue("currency", code, f"one of {', '.join(sorted(CURRENCY_EXPONENTS))}")


@attrs.frozen
class Currency:
    """A currency by its ISO 4217 code."""

    code: str = attrs.field(validator=_known)

    @cached_property
    def exponent(self) -> int:
        """How many digits follow the point: 2 for CNY, 0 for JPY."""
        return CURRENCY_EXPONENTS[self.code]

    @property
    def unit(self) -> int:
        """How many minor units one major unit has: 100 fen to the yuan."""
        unit: int = 10**self.exponent
        return unit

    def written(self, minor: int) -> str:
        """Minor units as a decimal in major units, without the currency: "1100.16"."""
        exponent = self.exponent
        if not exponent:
            return str(minor)
        digits = str(minor).zfill(exponent + 1 + (minor < 0))
        return f"{digits[:-exponent]}.{digits[-exponent:]}"

    def __str__(self) -> str:
        return self.code


CNY = Currency("CNY")
CURRENCIES: dict[str, Currency] = {code: Currency(code) for code in CURRENCY_EXPONENTS}


def an_amount(currency: Currency = CNY) -> str:
    """What is expected where an amount in `currency` is: its digits, its greatest value and an example."""
    digits = f"a decimal amount with at most {currency.exponent} digits after the point"
    form = digits if currency.exponent else "an amount without a point"
    return f"{form}, at most {currency.written(MINOR_MAX)} either way, such as {currency.written(110016)}"


def _fits(_instance: object, _attribute: object, minor: int) -> None:
    if not -MINOR_MAX <= minor <= MINOR_MAX:
        raise InvalidValue("", minor, f"an amount of at most {MINOR_MAX} minor units either way")


@attrs.frozen(order=False)
class Money:
    """An amount in minor units (fen) of a currency. Amounts of two currencies never mix."""

    minor: int = attrs.field(validator=[attrs.validators.instance_of(int), _fits])
    currency: Currency = CNY

    @classmethod
    def parse(cls, text: str, currency: Currency = CNY) -> Self:
        """The amount written as a decimal in major units: "1100.16". Digits beyond the minor unit are refused."""
        written = AMOUNT.fullmatch(text)
        if written is None or len(written[3] or "") > currency.exponent:
            raise InvalidValue("", text, an_amount(currency))
        digits = (written[3] or "").ljust(currency.exponent, "0")
        minor = int(written[2] + digits)
        if minor > MINOR_MAX:
            raise InvalidValue("", text, an_amount(currency))
        return cls(-minor if written[1] else minor, currency)

    @classmethod
    def zero(cls, currency: Currency = CNY) -> Self:
        """Nothing, in `currency`."""
        return cls(0, currency)

    @property
    def text(self) -> str:
        """The amount in major units, without the currency: "1100.16"."""
        return self.currency.written(self.minor)

    def __str__(self) -> str:
        return f"{self.currency.code} {self.text}"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: "Money") -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: "Money") -> bool:
        return self.minor >= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def share(self, numerator: int, denominator: int, rounding: Rounding = Rounding.HALF_UP) -> "Money":
        """`numerator / denominator` of this amount, rounded once."""
        return Money(divide(self.minor * numerator, denominator, rounding), self.currency)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self} and {other} are of two currencies")
        return other.minor
