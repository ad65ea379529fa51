"""From parsed TOML to values, by the values' own annotations.

Text becomes money, rates and enumerations, tables become attrs classes; a product that gains a field
needs nothing here. Nothing is guessed: a float never stands for a decimal, a key must be known.
"""

import enum
import types
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from lending.kernel.days import A_DAY, FIRST_DAY, LAST_DAY
from lending.kernel.invalid import InvalidInput
from lending.kernel.money import Currency, Money, an_amount
from lending.kernel.rates import A_RATE, Rate
from lending.products.late import A_MULTIPLE, Multiple
from lending_adapters.book.faults import Faults, nearest, within

__all__ = ["MISSING", "fields_of", "structure"]

T = TypeVar("T")


class Missing(enum.Enum):
    """The one value that says there is none, because there was a fault."""

    MISSING = "MISSING"


MISSING = Missing.MISSING

EXPECTED: dict[Any, str] = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    date: A_DAY,
    Money: f"text in quotes: {an_amount()}",
    Rate: f"text in quotes: {A_RATE}",
    Multiple: f"text in quotes: {A_MULTIPLE}",
    Currency: 'a currency code in quotes, such as "CNY"',
}


def fields_of(cls: type[Any]) -> tuple["attrs.Attribute[Any]", ...]:
    """The fields of an attrs class that a book states: all but the events it carries."""
    return tuple(field for field in attrs.fields(cls) if field.init and field.name != "events")


def structure(wanted: type[T], raw: object, place: str, faults: Faults) -> "T | Missing":
    """The `wanted` value that `raw` means; faults are added, and the answer is then MISSING."""
    value: T | Missing = _value(wanted, raw, place, faults, None)
    return value


def _value(wanted: Any, raw: object, place: str, faults: Faults, currency: Currency | None) -> Any:
    if get_origin(wanted) in (Union, types.UnionType):
        return _either(get_args(wanted), raw, place, faults, currency)
    if get_origin(wanted) is tuple:
        return _tuple(get_args(wanted)[0], raw, place, faults, currency)
    if isinstance(wanted, type) and issubclass(wanted, enum.Enum):
        return _member(wanted, raw, place, faults)
    if wanted in TEXTS:
        return _from_text(wanted, raw, place, faults, currency)
    if attrs.has(wanted):
        return _table(wanted, raw, place, faults, currency)
    return _plain(wanted, raw, place, faults)


def _plain(wanted: Any, raw: object, place: str, faults: Faults) -> Any:
    if type(raw) is wanted and (not isinstance(raw, date) or FIRST_DAY <= raw <= LAST_DAY):
        return raw
    faults.add(place, raw, EXPECTED[wanted])
    return MISSING


def _from_text(wanted: Any, raw: object, place: str, faults: Faults, currency: Currency | None) -> Any:
    if not isinstance(raw, str):
        faults.add(place, raw, EXPECTED[wanted] if currency is None else _expected_in(currency, wanted))
        return MISSING
    try:
        return TEXTS[wanted](raw, currency)
    except InvalidInput as error:
        faults.take(place, InvalidInput(attrs.evolve(fault, field="") for fault in error.violations))
        return MISSING


def _expected_in(currency: Currency, wanted: Any) -> str:
    return f"text in quotes: {an_amount(currency)}" if wanted is Money else EXPECTED[wanted]


def _money(text: str, currency: Currency | None) -> Money:
    return Money.parse(text, currency) if currency else Money.parse(text)


TEXTS: dict[Any, Callable[[str, Currency | None], Any]] = {
    Money: _money,
    Rate: lambda text, _currency: Rate.parse(text),
    Multiple: lambda text, _currency: Multiple.parse(text),
    Currency: lambda text, _currency: Currency(text),
}


def _member(wanted: type[enum.Enum], raw: object, place: str, faults: Faults) -> Any:
    values = {str(member.value): member for member in wanted}
    if isinstance(raw, str) and raw in values:
        return values[raw]
    faults.add(place, raw, nearest(raw, values) if isinstance(raw, str) else f"one of {', '.join(values)}")
    return MISSING


def _either(options: tuple[Any, ...], raw: object, place: str, faults: Faults, currency: Currency | None) -> Any:
    """A table where one option is a class, the plain option else; absence is the field's default, not a value."""
    tables = [option for option in options if attrs.has(option) and option not in TEXTS]
    plain = [option for option in options if option not in (*tables, type(None))]
    chosen = tables if tables and (isinstance(raw, Mapping) or not plain) else plain
    return _value(chosen[0], raw, place, faults, currency)


def _tuple(wanted: Any, raw: object, place: str, faults: Faults, currency: Currency | None) -> Any:
    if not isinstance(raw, list):
        faults.add(place, raw, "a list in brackets")
        return MISSING
    items = tuple(_value(wanted, item, f"{place}[{index}]", faults, currency) for index, item in enumerate(raw))
    return MISSING if MISSING in items else items


def _table(wanted: type[Any], raw: object, place: str, faults: Faults, outer: Currency | None) -> Any:
    if not isinstance(raw, Mapping):
        faults.add(place, raw, f"a table with the keys {', '.join(field.name for field in fields_of(wanted))}")
        return MISSING
    before = len(faults)
    fields = {field.name: field for field in fields_of(wanted)}
    for key in raw.keys() - fields.keys():
        faults.add(within(place, key), raw[key], nearest(key, fields))
    hints = get_type_hints(wanted)
    currency = _currency_of(raw, hints) or outer
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in raw:
            values[name] = _field(field, hints[name], raw[name], within(place, name), faults, currency)
        elif field.default is attrs.NOTHING:
            faults.missing(within(place, name), expected(hints[name]))
    return _built(wanted, values, place, faults) if len(faults) == before else MISSING


def _currency_of(raw: Mapping[str, object], hints: Mapping[str, Any]) -> Currency | None:
    """The currency that a table names for its amounts and those of tables in it, where it names a known one."""
    code = raw.get("currency")
    try:
        return Currency(code) if hints.get("currency") is Currency and isinstance(code, str) else None
    except InvalidInput:
        return None


def _field(
    field: "attrs.Attribute[Any]", hint: Any, raw: object, place: str, faults: Faults, currency: Currency | None
) -> Any:
    """One field's value, tried by the field's own validator so that every field at fault is found."""
    value = _value(hint, raw, place, faults, currency)
    if value is MISSING or field.validator is None:
        return value
    try:
        field.validator(None, field, value)
    except InvalidInput as error:
        faults.take(place, InvalidInput(attrs.evolve(fault, field="") for fault in error.violations))
        return MISSING
    except ValueError as error:
        faults.add(place, raw, _bound(error))
        return MISSING
    return value


def _bound(error: ValueError) -> str:
    """What one of attrs' own validators expected: "'spread_bp' must be <= 10000: 20000" says "a value <= 10000"."""
    told = str(error.args[0]).partition(" must be ")[2].rpartition(":")[0]
    return f"a value {told}" if told else str(error.args[0])


def _built(wanted: type[Any], values: dict[str, Any], place: str, faults: Faults) -> Any:
    try:
        return wanted(**values)
    except ValueError as error:
        faults.take(place, error)
        return MISSING


def expected(wanted: Any) -> str:
    """What a value of this annotation looks like, in words."""
    if get_origin(wanted) in (Union, types.UnionType):
        return " or ".join(expected(option) for option in get_args(wanted) if option is not type(None))
    if get_origin(wanted) is tuple:
        return "a list in brackets"
    if isinstance(wanted, type) and issubclass(wanted, enum.Enum):
        return f"one of {', '.join(str(member.value) for member in wanted)}"
    if attrs.has(wanted) and wanted not in TEXTS:
        return f"a table with the keys {', '.join(field.name for field in fields_of(wanted))}"
    return EXPECTED[wanted]
