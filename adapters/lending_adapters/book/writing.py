"""`write_book`: a book as a folder of files again, such as `read_book` reads."""

import enum
import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from lending.accounting.ports import CHART as CHART_ID
from lending.accounting.ports import CHARTS, RULES
from lending.accounting.ports import POSTING_RULES as KEPT_RULES
from lending.application.kinds import Kind
from lending.application.store import Reader
from lending.funding.ports import FUNDERS, FUNDING_RULES, FUNDING_SCHEMES
from lending.funding.ports import RULES as THE_RULES
from lending.inquiries.ports import VENDOR_DIRECTORY, VENDORS
from lending.kernel.calendar import WorkYear
from lending.kernel.money import Currency, Money
from lending.kernel.rates import Rate
from lending.operations.ports import CALENDARS
from lending.payments.ports import CHANNELS, DIRECTORY
from lending.products.late import Multiple
from lending.products.ports import LPR, PRODUCTS, REFERENCE_RATES
from lending_adapters.book import reading
from lending_adapters.book.reading import Book
from lending_adapters.book.sheets import CalendarSheet, written_rates
from lending_adapters.book.structure import fields_of

__all__ = ["stored_book", "write_book"]

PAGE = 500


def stored_book(reader: Reader) -> Book:
    """The book that a platform runs on."""
    rates = reader.load(REFERENCE_RATES, LPR)
    chart = reader.load(CHARTS, CHART_ID)
    rules = reader.load(KEPT_RULES, RULES)
    channels = reader.load(CHANNELS, DIRECTORY)
    vendors = reader.load(VENDORS, VENDOR_DIRECTORY)
    funding_rules = reader.load(FUNDING_RULES, THE_RULES)
    return Book(
        calendar=_all(reader, CALENDARS),
        rates=rates.value if rates else None,
        chart=chart.value if chart else None,
        posting_rules=rules.value if rules else None,
        channels=channels.value if channels else None,
        vendors=vendors.value if vendors else None,
        funding_rules=funding_rules.value if funding_rules else None,
        funders=_all(reader, FUNDERS),
        funding=_all(reader, FUNDING_SCHEMES),
        products=_all(reader, PRODUCTS),
    )


def _all(reader: Reader, kind: Kind[Any]) -> tuple[Any, ...]:
    held: list[Any] = []
    after = ""
    while page := reader.page(kind, None, "", after, PAGE):
        held.extend(page)
        after = kind.identity(page[-1])
    return tuple(held)


def write_book(book: Book, directory: Path) -> tuple[Path, ...]:
    """Write the book's files into `directory`, which is made where it is missing; answers what was written."""
    texts = dict(_texts(book))
    for name, text in texts.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tuple(directory / name for name in texts)


def _texts(book: Book) -> Iterable[tuple[str, str]]:
    if book.calendar:
        years = tuple(WorkYear.of(each.year, each.workdays) for each in book.calendar)
        yield reading.CALENDAR, as_toml(CalendarSheet(years))
    if book.rates is not None:
        yield reading.RATES, written_rates(book.rates)
    if book.chart is not None:
        yield reading.CHART, as_toml(book.chart)
    if book.posting_rules is not None:
        yield reading.POSTING_RULES, as_toml(book.posting_rules)
    if book.channels is not None:
        yield reading.CHANNELS, as_toml(book.channels)
    if book.vendors is not None:
        yield reading.VENDORS, as_toml(book.vendors)
    if book.funding_rules is not None:
        yield reading.FUNDING_RULES, as_toml(book.funding_rules)
    for funder in book.funders:
        yield f"{reading.FUNDERS}/{funder.code}.toml", as_toml(funder)
    for scheme in book.funding:
        yield f"{reading.FUNDING}/{scheme.code}.toml", as_toml(scheme)
    for product in book.products:
        yield f"{reading.PRODUCTS}/{product.code}.toml", as_toml(product)


def as_toml(value: Any) -> str:
    """An attrs value as TOML: a line for each field, and one for each item of a list of tables."""
    lines = []
    for field in fields_of(type(value)):
        held = getattr(value, field.name)
        if held is None:
            continue
        if isinstance(held, tuple) and held and _is_table(held[0]):
            items = "".join(f"    {_inline(item)},\n" for item in held)
            lines.append(f"{field.name} = [\n{items}]\n")
        else:
            lines.append(f"{field.name} = {_inline(held)}\n")
    return "".join(lines)


def _is_table(value: Any) -> bool:
    return attrs.has(type(value)) and not isinstance(value, Money | Rate | Multiple | Currency)


def _inline(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_inline, value))}]"
    written = next((write(value) for kind, write in SCALARS if isinstance(value, kind)), None)
    if written is not None:
        return written
    stated = ((field.name, getattr(value, field.name)) for field in fields_of(type(value)))
    return f"{{ {', '.join(f'{name} = {_inline(held)}' for name, held in stated if held is not None)} }}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


SCALARS: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    ((Money, Rate, Multiple), lambda value: _quoted(value.text)),
    (Currency, lambda value: _quoted(value.code)),
    (enum.Enum, lambda value: _quoted(str(value.value))),
    (str, _quoted),
    (bool, lambda value: "true" if value else "false"),
    (int, str),
    (date, date.isoformat),
)
"""How each kind of plain value is written; the first that fits."""
