"""`PortfolioFile`: a portfolio in CSV or Parquet, row by row, whatever its size."""

import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from lending.kernel.invalid import InvalidInput, Violation, shown
from lending.loans.portfolio import PortfolioRow
from lending_adapters.take_on.form import COLUMNS, REJECTED, REQUIRED, parse_row

__all__ = ["PortfolioFile", "ReadRow"]

PARQUET = ".parquet"
BLOCK = 1 << 20
PARQUET_ROWS = 1_000


@attrs.frozen
class ReadRow:
    """A row of the file: where it stands, what stands in it, and what it is or what is wrong with it."""

    line: int
    cells: Mapping[str, str]
    row: PortfolioRow | None
    faults: tuple[Violation, ...]


class PortfolioFile:
    """A file whose name ends in .parquet, or else CSV in UTF-8 with a header.

    Raises `InvalidInput` where the file as a whole cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._parquet = path.suffix == PARQUET
        self.digest, lines = _digest(path)
        self.columns = self._header()
        self.rows_about = self._counted() if self._parquet else max(0, lines - 1)
        """How many rows there are; of a CSV file how many lines, which may be more."""

    def rows(self) -> Iterator[ReadRow]:
        """Every row once; a reference that stood in an earlier row is a fault of the later one."""
        seen: set[str] = set()
        for line, cells, faults in self._parquet_rows() if self._parquet else self._csv_rows():
            read = _read(line, cells, faults)
            if read.row is not None and read.row.reference in seen:
                fault = Violation("reference", shown(read.row.reference), "a loan that stands in no earlier row")
                read = attrs.evolve(read, row=None, faults=(fault,))
            elif read.row is not None:
                seen.add(read.row.reference)
            yield read

    def _header(self) -> tuple[str, ...]:
        columns = self._parquet_columns() if self._parquet else self._csv_columns()
        place, counts = f"{self.path.name}: header", Counter(columns)
        known = {*COLUMNS, *REJECTED}
        faults = [Violation(place, shown(n), f"one of {', '.join(COLUMNS)}") for n in counts if n not in known]
        wrong = [name for name in dict.fromkeys((*REQUIRED, *columns)) if counts[name] != 1]
        faults += [Violation(place, f"{counts[name]} columns {name}", "one such column") for name in wrong]
        if faults:
            raise InvalidInput(faults)
        return columns

    # --- CSV ----------------------------------------------------------------------------------

    def _csv_columns(self) -> tuple[str, ...]:
        for _line, values in self._csv_values():
            return tuple(values)
        raise InvalidInput(
            [Violation(self.path.name, "an empty file", f"a header of {', '.join(REQUIRED)} and others")]
        )

    def _csv_rows(self) -> Iterator[tuple[int, dict[str, str], tuple[Violation, ...]]]:
        values = self._csv_values()
        next(values)
        for line, row in values:
            if not row:
                continue
            wrong = Violation("", f"{len(row)} values", f"{len(self.columns)} values, as the header has")
            faults = () if len(row) == len(self.columns) else (wrong,)
            yield line, dict(zip(self.columns, row, strict=False)), faults

    def _csv_values(self) -> Iterator[tuple[int, list[str]]]:
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            try:
                for values in reader:
                    yield reader.line_num, values
            except (csv.Error, UnicodeDecodeError) as error:
                place = f"{self.path.name}: line {reader.line_num + 1}"
                raise InvalidInput([Violation(place, str(error), "CSV in UTF-8")]) from None

    # --- Parquet ------------------------------------------------------------------------------

    def _parquet_file(self) -> Any:
        from pyarrow import ArrowInvalid  # noqa: PLC0415 - only who takes on Parquet needs it
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415

        try:
            return ParquetFile(self.path)
        except ArrowInvalid as error:
            raise InvalidInput([Violation(self.path.name, str(error).partition("\n")[0], "a Parquet file")]) from None

    def _parquet_columns(self) -> tuple[str, ...]:
        with self._parquet_file() as file:
            return tuple(file.schema_arrow.names)

    def _counted(self) -> int:
        with self._parquet_file() as file:
            return int(file.metadata.num_rows)

    def _parquet_rows(self) -> Iterator[tuple[int, dict[str, str], tuple[Violation, ...]]]:
        with self._parquet_file() as file:
            rows = (row for batch in file.iter_batches(PARQUET_ROWS) for row in batch.to_pylist())
            for line, row in enumerate(rows, 2):
                texts = {name: _text(value) for name, value in row.items()}
                faults = tuple(_not_text(name, row[name]) for name, text in texts.items() if text is None)
                yield line, {name: text or "" for name, text in texts.items()}, faults


def _read(line: int, cells: Mapping[str, str], faults: Iterable[Violation]) -> ReadRow:
    found = tuple(faults)
    if found:
        return ReadRow(line, cells, None, found)
    try:
        return ReadRow(line, cells, parse_row(line, cells), ())
    except InvalidInput as invalid:
        return ReadRow(line, cells, None, invalid.violations)


WRITTEN: dict[type, Callable[[Any], str]] = {
    type(None): lambda _value: "",
    bool: lambda value: str(value).lower(),
    str: str,
    int: str,
    Decimal: lambda value: f"{value:f}",
    date: date.isoformat,
}
"""The text that a CSV file would have for a value of each type that has an exact one."""


def _text(value: object) -> str | None:
    written = WRITTEN.get(type(value))
    return None if written is None else written(value)


def _not_text(name: str, value: object) -> Violation:
    return Violation(name, shown(value), "text, a whole number, a decimal, a date or a truth value; never a float")


def _digest(path: Path) -> tuple[str, int]:
    """SHA-256 of the file, and how many lines it has."""
    digest, lines = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            lines += block.count(b"\n")
    return digest.hexdigest(), lines
