"""What was given on the command line, parsed as the core parses: every fault is found, then all are told."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from lending.kernel.money import Money

__all__ = ["Given", "database_url"]

T = TypeVar("T")


class Given:
    """Reads options; `check` raises `InvalidInput` with every fault found."""

    def __init__(self) -> None:
        self._faults: list[Any] = []

    def text(self, name: str, value: str | None, expected: str) -> str:
        """Any text; that there is none is a fault."""
        return self._read(name, value, expected, str, "")

    def money(self, name: str, value: str | None, currency: str = "CNY") -> "Money":
        """An amount in `currency`."""
        from lending.kernel.money import CURRENCY_EXPONENTS, Currency, Money

        if currency not in CURRENCY_EXPONENTS:
            self._fault("currency", repr(currency), f"one of {', '.join(sorted(CURRENCY_EXPONENTS))}")
            return Money(0)
        known = Currency(currency)
        return self._read(name, value, "an amount such as 12000.00", lambda text: Money.parse(text, known), Money(0))

    def whole(self, name: str, value: str | None, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        expected = f"a whole number from {least} to {most}"

        def parse(text: str) -> int:
            sound = text.removeprefix("-").isascii() and text.removeprefix("-").isdecimal() and len(text) < 19
            if not sound or not least <= int(text) <= most:
                raise ValueError(expected)
            return int(text)

        return self._read(name, value, expected, parse, least)

    def span(self, name: str, value: str, most: int) -> range:
        """Whole numbers from one to another, as 0:1000."""
        expected = f"a first and a last number, such as 0:1000, of which the first is less, none above {most}"
        first, colon, last = value.partition(":")
        sound = colon and all(part.isascii() and part.isdecimal() and int(part) <= most for part in (first, last))
        if not sound or int(first) >= int(last):
            self._fault(name, repr(value), expected)
            return range(1)
        return range(int(first), int(last))

    def day(self, name: str, value: str | None) -> date:
        """A date as 2024-01-05."""
        expected = "a date that exists, as 2024-01-05"

        def parse(text: str) -> date:
            if len(text) != len("2024-01-05"):
                raise ValueError(expected)
            return date.fromisoformat(text)

        return self._read(name, value, expected, parse, date.min)

    def optional_day(self, name: str, value: str | None) -> date | None:
        """A date, or none."""
        return None if value is None else self.day(name, value)

    def choice(self, name: str, value: str, *options: str) -> str:
        """One of the options."""
        if value not in options:
            self._fault(name, repr(value), f"one of {', '.join(options)}")
        return value

    def value(self, name: str, make: Callable[[], T]) -> T | None:
        """What `make` builds, unless that is a fault of `name` or of the fields it names itself."""
        try:
            return make()
        except ValueError as error:
            self._take(name, error)
            return None

    def check(self) -> None:
        """Raise what was found."""
        if self._faults:
            from lending.kernel.invalid import InvalidInput

            raise InvalidInput(self._faults)

    def _read(self, name: str, value: str | None, expected: str, parse: Callable[[str], T], instead: T) -> T:
        if value is None or value == "":
            self._fault(name, "nothing" if value is None else "''", expected)
            return instead
        try:
            return parse(value)
        except ValueError as error:
            self._take(name, error, value, expected)
            return instead

    def _take(self, name: str, error: ValueError, value: str = "", expected: str = "") -> None:
        from lending.kernel.invalid import InvalidInput, shown

        if isinstance(error, InvalidInput):
            self._faults.extend(violation.under(name) for violation in error.violations)
        else:
            self._fault(name, shown(value), expected or str(error))

    def _fault(self, name: str, value: str, expected: str) -> None:
        from lending.kernel.invalid import Violation

        self._faults.append(Violation(name, value, expected))


def database_url(given: str | None) -> tuple[str, int]:
    """The database's URL, from the option or from the environment, and how many connections to open."""
    from lending.kernel.invalid import InvalidInput, Violation
    from lending_entrypoints.settings import Settings

    settings = Settings.read()
    url = given or settings.database_url
    if url is None:
        expected = "--database URL or LENDING_DATABASE_URL, such as sqlite:///lending.db"
        raise InvalidInput([Violation("database", "nothing", expected)])
    return url, settings.pool_size
