"""The head of a sealed file: its kind, its form, then what it says of itself, by name."""

from collections.abc import Mapping
from datetime import date

import attrs

from lending.kernel.days import parse_day
from lending.kernel.invalid import InvalidInput, InvalidValue
from lending.kernel.money import CURRENCY_EXPONENTS, Currency
from lending_adapters.sealed_files.fields import Fields

__all__ = ["FORM", "HeadForm", "Said"]

FORM = "1"

OF_ALL = {
    "day": ("[^,]*", "a date, as 2024-01-05"),
    "currency": ("|".join(CURRENCY_EXPONENTS), f"one of {', '.join(sorted(CURRENCY_EXPONENTS))}"),
}


@attrs.frozen
class Said:
    """What a head says: of which day, in which currency, and the rest by name."""

    day: date
    currency: Currency
    fields: Mapping[str, str]


class HeadForm:
    """The heads of one kind of file: their fields in order, each a pattern and what it asks for.

    Every head has a `day` and a `currency`, which need no pattern.
    """

    def __init__(self, start: str, fields: Mapping[str, tuple[str, str] | None], example: str) -> None:
        self._start = start
        self._names = tuple(fields)
        self._fields = Fields({name: OF_ALL[name] if shape is None else shape for name, shape in fields.items()})
        self._expected = f"{start},{FORM},{self._fields.columns}, such as {start},{FORM},{example}"

    def parse(self, text: str) -> Said:
        """What a head says. Raises `InvalidInput` that names the field at fault."""
        said = text.removeprefix(f"{self._start},{FORM},")
        if said == text or said.count(",") != len(self._names) - 1:
            raise InvalidValue("", text, self._expected)
        fields = dict(zip(self._names, self._fields.parse(said), strict=True))
        try:
            day = parse_day(fields["day"])
        except InvalidInput as invalid:
            raise invalid.under("day") from None
        return Said(day, Currency(fields["currency"]), fields)
