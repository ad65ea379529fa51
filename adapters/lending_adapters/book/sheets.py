"""The shapes of the files that are not one value each: what stands in calendar.toml and lpr.csv."""

import csv
import io
import re
from datetime import date
from itertools import pairwise

import attrs

from lending.kernel.calendar import WorkYear
from lending.kernel.days import parse_day
from lending.kernel.invalid import InvalidInput, InvalidValue
from lending.kernel.rates import Rate
from lending.products.rates import Publication, ReferenceRates
from lending_adapters.book.faults import Faults

__all__ = ["CalendarSheet", "read_rates", "written_rates"]

HEADER = ("published", "one_year", "over_five_years")
PERCENT = re.compile(r"([0-9]{1,2})(?:\.([0-9]{1,6}))?")
PERCENT_DIGITS = 6
RATES_EXPECTED = (
    f"a percentage a year below 100 without a sign, with at most {PERCENT_DIGITS} digits after the point, such as 3.45"
)


@attrs.frozen
class CalendarSheet:
    """The official workdays, year by year."""

    years: tuple[WorkYear, ...] = attrs.field()

    @years.validator
    def _in_order(self, _attribute: object, years: tuple[WorkYear, ...]) -> None:
        numbers = [sheet.year for sheet in years]
        if not numbers or numbers != sorted(set(numbers)):
            raise InvalidValue("", numbers, "at least one year, each later than the one before")


def read_rates(text: str, place: str, faults: Faults) -> ReferenceRates | None:
    """The history of the LPR from CSV: percent a year, a row for each publication."""
    rows = _rows(text, place, faults)
    if rows is None:
        return None
    (line, header), *others = rows or [(1, [])]
    if tuple(header) != HEADER:
        faults.add(f"{place}: line {line}", ",".join(header), f"the header {','.join(HEADER)}")
        return None
    before = len(faults)
    read = [(line, _publication(row, f"{place}: line {line}", faults)) for line, row in others]
    publications = [publication for _line, publication in read if publication is not None]
    for (_, earlier), (line, later) in pairwise(read):
        if earlier is not None and later is not None and later.on <= earlier.on:
            faults.add(f"{place}: line {line}: published", later.on, f"a date after {earlier.on}")
    if not others:
        faults.missing(f"{place}: line 2", "at least one row")
    return ReferenceRates(tuple(publications)) if len(faults) == before else None


def _rows(text: str, place: str, faults: Faults) -> list[tuple[int, list[str]]] | None:
    """The rows, each with the line on which it ends; None where the text is no CSV."""
    reader = csv.reader(io.StringIO(text))
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        faults.note(f"{place}: line {reader.line_num}", str(error), f"the {len(HEADER)} values {','.join(HEADER)}")
        return None


def _publication(row: list[str], place: str, faults: Faults) -> Publication | None:
    if len(row) != len(HEADER):
        faults.add(place, ",".join(row), f"{len(HEADER)} values: {','.join(HEADER)}")
        return None
    on = _date(row[0], f"{place}: {HEADER[0]}", faults)
    rates = [_percent(text, f"{place}: {name}", faults) for name, text in zip(HEADER[1:], row[1:], strict=True)]
    if on is None or rates[0] is None or rates[1] is None:
        return None
    return Publication(on, rates[0], rates[1])


def _date(text: str, place: str, faults: Faults) -> date | None:
    try:
        return parse_day(text)
    except InvalidInput as error:
        faults.take(place, error)
        return None


def _percent(text: str, place: str, faults: Faults) -> Rate | None:
    written = PERCENT.fullmatch(text)
    if written is None:
        faults.add(place, text, RATES_EXPECTED)
        return None
    try:
        return Rate(int(written[1] + (written[2] or "").ljust(PERCENT_DIGITS, "0")))
    except InvalidInput as error:
        faults.take(place, error)
        return None


def written_rates(rates: ReferenceRates) -> str:
    """The history as CSV again."""
    rows = [
        (row.on.isoformat(), _as_percent(row.one_year), _as_percent(row.over_five_years)) for row in rates.publications
    ]
    return "".join(f"{','.join(row)}\n" for row in (HEADER, *rows))


def _as_percent(rate: Rate) -> str:
    whole, part = divmod(rate.scaled, 10**PERCENT_DIGITS)
    return f"{whole}.{str(part).rjust(PERCENT_DIGITS, '0').rstrip('0').ljust(2, '0')}"
