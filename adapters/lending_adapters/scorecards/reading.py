"""A scorecard from a TOML file, and applicants from a CSV file: checked as a whole, or every fault that is in them."""

import csv
import io
from pathlib import Path

import attrs

from lending.kernel.invalid import InvalidInput
from lending.kernel.whole import parse_whole
from lending.risk.scorecard import EDGE_MAX, Characteristic, Scorecard, Value, Variable
from lending_adapters.book.faults import Faults
from lending_adapters.book.reading import read_file, read_text

__all__ = ["Applicant", "read_applicants", "read_card"]


@attrs.frozen
class Applicant:
    """What one line of a file knows of an applicant."""

    line: int
    variables: dict[str, Value]


def read_card(path: Path) -> Scorecard:
    """The scorecard in a TOML file. Raises `InvalidInput` with every fault."""
    faults = Faults()
    card = read_file(path.parent, path.name, Scorecard, faults)
    if card is None and not faults:
        faults.missing(str(path), "a TOML file with a scorecard")
    faults.raise_any()
    assert card is not None, "without faults it was read"
    return card


def read_applicants(path: Path, card: Scorecard) -> tuple[Applicant, ...]:
    """The applicants in a CSV file with a heading; an empty cell is a value not known, further columns are left alone.

    Raises `InvalidInput` with every fault, each with its line and column.
    """
    faults = Faults()
    text = read_text(path, path.name, faults)
    if text is None and not faults:
        faults.missing(str(path), "a CSV file with applicants")
    faults.raise_any()
    rows = csv.DictReader(io.StringIO(text or "", newline=""), strict=True)
    try:
        headings = rows.fieldnames or []
        for held in card.characteristics:
            if headings.count(held.name) != 1:
                found = f"{headings.count(held.name)} columns" if held.name in headings else "no such column"
                faults.note(f"{path.name}: {held.name}", found, "one column for each characteristic of the card")
        faults.raise_any()
        applicants = tuple(_applicant(rows.line_num, row, card, path.name, faults) for row in rows)
    except csv.Error as error:
        faults.note(f"{path.name}: line {rows.line_num}", str(error), "comma-separated values")
        applicants = ()
    faults.raise_any()
    return applicants


def _applicant(line: int, row: dict[str, str | None], card: Scorecard, name: str, faults: Faults) -> Applicant:
    if None in row or None in row.values():
        faults.note(f"{name}: line {line}", "more or fewer cells", "as many cells as the heading has")
        return Applicant(line, {})
    values: dict[str, Value] = {}
    for held in card.characteristics:
        try:
            values[held.name] = _value(held, (row[held.name] or "").strip())
        except InvalidInput as error:
            faults.take(f"{name}: line {line}, {held.name}", error)
    return Applicant(line, values)


def _value(held: Characteristic, text: str) -> Value:
    if not text:
        return None
    return text if held.variable is Variable.CATEGORY else parse_whole(text, -EDGE_MAX, EDGE_MAX)
