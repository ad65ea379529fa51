"""`Spool`: rows that go to disk as columns, chunk by chunk, so that a day of any size fits into little memory."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import polars as pl

__all__ = ["Spool"]

CHUNK = 100_000
BUCKET = 1_000_000
"""About so many rows are looked at together."""

TYPES = {str: pl.String, int: pl.Int64}


class Spool:
    """Columns in a temporary folder, gone at the end of its `with` block."""

    def __init__(self, columns: Mapping[str, type]) -> None:
        self._schema = pl.Schema({name: TYPES[of] for name, of in columns.items()})
        self._folder = tempfile.TemporaryDirectory(prefix="lending-spool-")
        self._files: list[Path] = []
        self._waiting: list[tuple[Any, ...]] = []
        self.length = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def add(self, *row: Any) -> None:
        """One row, of rows that do not come all at once."""
        self._waiting.append(row)
        if len(self._waiting) == CHUNK:
            self._flush()

    def extend(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """All of these rows."""
        each = iter(rows)
        while chunk := list(islice(each, CHUNK)):
            self._write(chunk)

    def frame(self) -> pl.LazyFrame:
        """All rows, read from disk as they are needed."""
        self._flush()
        if not self._files:
            return pl.LazyFrame(schema=self._schema)
        return pl.scan_ipc(self._files)

    def repeated(self, column: str, order: str, most: int) -> list[tuple[Any, int, int]]:
        """At most `most` values of a column that stand in several rows: value, second and first place, by place."""
        found = [
            pl.DataFrame(schema={column: self._schema[column], "second": pl.Int64, "first": pl.Int64}),
            *(_repeated(rows, column, order) for rows in self.buckets(self.frame(), column, self.length)),
        ]
        return pl.concat(found).sort("second").head(most).rows()

    @staticmethod
    def buckets(frame: pl.LazyFrame, column: str, rows: int) -> Iterator[pl.LazyFrame]:
        """The rows in parts of about equal size; rows with one value of the column are in one part."""
        parts = 1 + rows // BUCKET
        for part in range(parts):
            yield frame if parts == 1 else frame.filter(pl.col(column).hash() % parts == part)

    def _flush(self) -> None:
        if self._waiting:
            self._write(self._waiting)
            self._waiting = []

    def _write(self, chunk: list[tuple[Any, ...]]) -> None:
        columns = dict(zip(self._schema, zip(*chunk, strict=True), strict=True))
        file = Path(self._folder.name) / f"{len(self._files):06d}.arrow"
        pl.DataFrame(columns, schema=self._schema).write_ipc(file)
        self._files.append(file)
        self.length += len(chunk)


def _repeated(rows: pl.LazyFrame, column: str, order: str) -> pl.DataFrame:
    several = rows.group_by(column).agg(pl.col(order).bottom_k(2).sort(), pl.len().alias("times"))
    chosen = several.filter(pl.col("times") > 1)
    places = pl.col(order).list
    return chosen.select(column, places.get(1).alias("second"), places.get(0).alias("first")).collect(
        engine="streaming"
    )
