"""What was given on the command line, parsed as the core parses: every fault is found, then all are told."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from lending.kernel.days import A_WRITTEN_DAY, FIRST_DAY, parse_day
from lending.kernel.invalid import InvalidInput, InvalidValue, Violation, shown
from lending.kernel.money import CURRENCIES, Money, an_amount
from lending.kernel.whole import a_whole, parse_whole

__all__ = ["Given", "database_url"]

T = TypeVar("T")


class Given:
    """Reads options; `check` raises `InvalidInput` with every fault found."""

    def __init__(self) -> None:
        self._faults: list[Violation] = []

    def text(self, name: str, value: str | None, expected: str) -> str:
        """Any text; that there is none is a fault."""
        return self._read(name, value, expected, str, "")

    def money(self, name: str, value: str | None, currency: str = "CNY") -> Money:
        """An amount in `currency`."""
        known = CURRENCIES.get(currency)
        if known is None:
            self.refuse("currency", currency, f"one of {', '.join(sorted(CURRENCIES))}")
            return Money(0)
        return self._read(name, value, an_amount(known), lambda text: Money.parse(text, known), Money(0))

    def whole(self, name: str, value: str | None, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        return self._read(name, value, a_whole(least, most), lambda text: parse_whole(text, least, most), least)

    def span(self, name: str, value: str, most: int) -> range:
        """Whole numbers from one to another, as 0:1000."""
        expected = f"a first and a last number, such as 0:1000, of which the first is less, none above {most}"

        def parse(text: str) -> range:
            first, _colon, last = text.partition(":")
            try:
                span = range(parse_whole(first, 0, most), parse_whole(last, 0, most))
            except InvalidInput:
                span = range(0)
            if not span:
                raise InvalidValue("", text, expected)
            return span

        return self._read(name, value, expected, parse, range(1))

    def day(self, name: str, value: str | None) -> date:
        """A date as 2024-01-05."""
        return self._read(name, value, A_WRITTEN_DAY, parse_day, FIRST_DAY)

    def optional_day(self, name: str, value: str | None) -> date | None:
        """A date, or none."""
        return None if value is None else self.day(name, value)

    def choice(self, name: str, value: str, *options: str) -> str:
        """One of the options."""
        if value not in options:
            self.refuse(name, value, f"one of {', '.join(options)}")
        return value

    def refuse(self, name: str, value: str, expected: str) -> None:
        """A value that cannot stand here, whatever it is."""
        self._fault(name, shown(value), expected)

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
            raise InvalidInput(self._faults)

    def _read(self, name: str, value: str | None, expected: str, parse: Callable[[str], T], instead: T) -> T:
        if value is None or value == "":
            self._fault(name, "nothing" if value is None else "''", expected)
            return instead
        try:
            return parse(value)
        except InvalidInput as error:
            self._take(name, error)
            return instead

    def _take(self, name: str, error: ValueError) -> None:
        if isinstance(error, InvalidInput):
            self._faults.extend(violation.under(name) for violation in error.violations)
        else:
            self._fault(name, "it", str(error))

    def _fault(self, name: str, value: str, expected: str) -> None:
        self._faults.append(Violation(name, value, expected))


def database_url(given: str | None) -> tuple[str, int]:
    """The database's URL, from the option or from the environment, and how many connections to open."""
    from lending_entrypoints.settings import Settings

    settings = Settings.read()
    url = given or settings.database_url
    if url is None:
        expected = "--database URL or LENDING_DATABASE_URL, such as sqlite:///lending.db"
        raise InvalidInput([Violation("database", "nothing", expected)])
    return url, settings.pool_size
