"""`read_book`: a folder of TOML and CSV files as one checked `Book`, or every fault that is in it."""

import bisect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import attrs

from lending.accounting.chart import Chart
from lending.accounting.commands import PublishChart, PublishPostingRules
from lending.accounting.posting_rules import PostingRules
from lending.application.commands import Command
from lending.funding.commands import PublishFunder, PublishFundingRules, PublishFundingScheme
from lending.funding.funder import Funder
from lending.funding.rules import FundingRules
from lending.funding.schemes import FundingScheme
from lending.inquiries.commands import PublishVendors
from lending.inquiries.vendors import Vendors
from lending.operations.calendar import CalendarYear
from lending.operations.commands import PublishCalendar
from lending.payments.channels import Channels
from lending.payments.commands import PublishChannels
from lending.products.commands import PublishProduct, PublishReferenceRates
from lending.products.product import Product
from lending.products.rates import ReferenceRates
from lending_adapters.book.faults import Faults, nearest
from lending_adapters.book.sheets import CalendarSheet, read_rates
from lending_adapters.book.structure import Missing, structure

__all__ = [
    "CALENDAR",
    "CHANNELS",
    "CHART",
    "FUNDERS",
    "FUNDING",
    "FUNDING_RULES",
    "POSTING_RULES",
    "PRODUCTS",
    "RATES",
    "SHIPPED",
    "VENDORS",
    "Book",
    "read_book",
    "read_file",
    "read_text",
    "read_toml",
]

SHIPPED = Path(__file__).parent
"""The book that comes with the platform."""

CALENDAR, RATES, CHART, POSTING_RULES = "calendar.toml", "lpr.csv", "chart.toml", "posting_rules.toml"
CHANNELS, VENDORS, FUNDING_RULES = "channels.toml", "vendors.toml", "funding_rules.toml"
FUNDERS, FUNDING, PRODUCTS = "funders", "funding", "products"
FOLDERS = (FUNDERS, FUNDING, PRODUCTS)
"""With a file for each code."""
FILES = (CALENDAR, RATES, CHART, POSTING_RULES, CHANNELS, VENDORS, FUNDING_RULES)
DATA_SUFFIXES = frozenset({".toml", ".csv", ".json", ".yaml", ".yml"})
BYTES_MAX = 10_000_000
BEYOND_MEASURE: dict[type[Exception], str] = {
    ValueError: "no number has so many digits",
    RecursionError: "nothing is nested so deeply",
}
"""Where the parser gives up, rather than finding fault."""
AT_LINE = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>[0-9]+), column (?P<column>[0-9]+)|end of document)\)")

T = TypeVar("T")
Coded = TypeVar("Coded", Funder, FundingScheme, Product)


@attrs.frozen(kw_only=True)
class Book:
    """Configuration as values: what a folder holds, or what a platform runs on. Parts may be absent."""

    calendar: tuple[CalendarYear, ...] = ()
    rates: ReferenceRates | None = None
    chart: Chart | None = None
    posting_rules: PostingRules | None = None
    channels: Channels | None = None
    vendors: Vendors | None = None
    funding_rules: FundingRules | None = None
    funders: tuple[Funder, ...] = ()
    funding: tuple[FundingScheme, ...] = ()
    products: tuple[Product, ...] = ()

    @property
    def commands(self) -> tuple[Command[Any, Any], ...]:
        """The commands that publish the book, in an order in which each finds what it needs."""
        return tuple(self._commands())

    def _commands(self) -> Iterator[Command[Any, Any]]:
        yield from (PublishCalendar(year.year, year.workdays) for year in self.calendar)
        if self.rates is not None:
            yield PublishReferenceRates(self.rates)
        if self.chart is not None:
            yield PublishChart(self.chart)
        if self.posting_rules is not None:
            yield PublishPostingRules(self.posting_rules)
        if self.channels is not None:
            yield PublishChannels(self.channels)
        if self.vendors is not None:
            yield PublishVendors(self.vendors)
        if self.funding_rules is not None:
            yield PublishFundingRules(self.funding_rules)
        yield from map(PublishFunder, self.funders)
        yield from map(PublishFundingScheme, self.funding)
        yield from map(PublishProduct, self.products)


def read_book(directory: Path | str | None = None) -> Book:
    """The book in a folder, the shipped one where None. Raises `InvalidInput` with every fault found."""
    folder = SHIPPED if directory is None else Path(directory)
    faults = Faults()
    if not folder.is_dir():
        faults.note("the book", str(folder), "a folder with a book")
        faults.raise_any()
    _only_known_files(folder, faults)
    calendar = read_file(folder, CALENDAR, CalendarSheet, faults)
    book = Book(
        calendar=tuple(CalendarYear(each.year, each.workdays) for each in calendar.years) if calendar else (),
        rates=_rates(folder, faults),
        chart=read_file(folder, CHART, Chart, faults),
        posting_rules=read_file(folder, POSTING_RULES, PostingRules, faults),
        channels=read_file(folder, CHANNELS, Channels, faults),
        vendors=read_file(folder, VENDORS, Vendors, faults),
        funding_rules=read_file(folder, FUNDING_RULES, FundingRules, faults),
        funders=tuple(_coded(folder, FUNDERS, Funder, faults)),
        funding=tuple(_coded(folder, FUNDING, FundingScheme, faults)),
        products=tuple(_coded(folder, PRODUCTS, Product, faults)),
    )
    _agree(book, faults)
    if not faults and not book.commands:
        faults.missing(
            str(folder), f"one or more of {', '.join(FILES)}, {FUNDERS}/*.toml, {FUNDING}/*.toml and {PRODUCTS}/*.toml"
        )
    faults.raise_any()
    return book


def _only_known_files(folder: Path, faults: Faults) -> None:
    """A misspelt file must not be passed over in silence."""
    for path in sorted(folder.iterdir()):
        if path.suffix in DATA_SUFFIXES and path.name not in FILES:
            faults.note(path.name, "a file that is not read", nearest(path.name, FILES))
    for part in FOLDERS:
        for path in sorted((folder / part).glob("*")):
            if path.suffix in DATA_SUFFIXES - {".toml"}:
                faults.note(f"{part}/{path.name}", "a file that is not read", f"{part} as *.toml")


def _coded(folder: Path, part: str, wanted: type[Coded], faults: Faults) -> Iterator[Coded]:
    """What stands in the files of a folder, each named by its code."""
    for path in sorted((folder / part).glob("*.toml"), key=lambda found: found.stem):
        name = f"{part}/{path.name}"
        held = read_file(folder, name, wanted, faults)
        if held is not None and held.code != path.stem:
            faults.add(f"{name}: code", held.code, f'"{path.stem}", as the file is named')
        elif held is not None:
            yield held


def _agree(book: Book, faults: Faults) -> None:
    """What one file says of another."""
    rules = book.posting_rules.rules if book.posting_rules else ()
    if book.chart is not None and book.posting_rules is not None:
        for index, held in enumerate(book.posting_rules.funder_accounts):
            if held.theirs not in book.chart.codes:
                faults.add(f"{POSTING_RULES}: funder_accounts[{index}].theirs", held.theirs, f"an account of {CHART}")
        for index, rule in enumerate(rules):
            for side in ("debit", "credit"):
                code = getattr(rule, side)
                if code not in book.chart.codes:
                    faults.add(f"{POSTING_RULES}: rules[{index}].{side}", code, f"an account of {CHART}")


def _rates(folder: Path, faults: Faults) -> ReferenceRates | None:
    text = read_text(folder / RATES, RATES, faults)
    return None if text is None else read_rates(text, RATES, faults)


def read_file(folder: Path, name: str, wanted: type[T], faults: Faults) -> T | None:
    """The value that a TOML file states; None where there is no such file, or where it has faults."""
    raw = read_toml(folder / name, name, faults)
    if raw is None:
        return None
    value = structure(wanted, raw, f"{name}: ", faults)
    return None if isinstance(value, Missing) else value


def read_toml(path: Path, name: str, faults: Faults) -> dict[str, Any] | None:
    """What a TOML file says; None where there is no such file, or where it is none."""
    text = read_text(path, name, faults)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        _malformed(name, error, text, faults)
        return None


def _malformed(name: str, error: Exception, text: str, faults: Faults) -> None:
    told = AT_LINE.fullmatch(str(error))
    lines = text.rstrip("\n").split("\n")
    if told is None:
        line, what = _line_of(type(error), lines), BEYOND_MEASURE.get(type(error), str(error))
    else:
        line, what = int(told["line"] or len(lines)), told["what"][:1].lower() + told["what"][1:]
    offending = lines[min(line, len(lines)) - 1].strip()
    faults.add(f"{name}: line {line}", offending, f"TOML; {what}")


def _line_of(kind: type[Exception], lines: list[str]) -> int:
    """The line at which parsing raises this kind of error: without it and what follows, it does not."""

    def raised(count: int) -> bool:
        try:
            tomllib.loads("\n".join(lines[:count]))
        except (ValueError, RecursionError) as error:
            return type(error) is kind
        return False

    return bisect.bisect_left(range(1, len(lines)), 1, key=raised) + 1


def read_text(path: Path, name: str, faults: Faults) -> str | None:
    """The file's text; None where there is no such file."""
    if not path.exists():
        return None
    try:
        if path.stat().st_size > BYTES_MAX:
            faults.note(name, f"{path.stat().st_size} bytes", f"a file of at most {BYTES_MAX} bytes")
            return None
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        faults.note(name, f"byte {error.object[error.start]:#04x} at {error.start}", "text in UTF-8")
    except OSError as error:
        faults.note(name, error.strerror or "unreadable", "a file that can be read")
    return None
