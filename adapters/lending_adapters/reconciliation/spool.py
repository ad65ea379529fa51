"""`Spool`: rows that go to disk as columns, in parts by the hash of one of them: a day of any size in little memory."""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import polars as pl

__all__ = ["Spool"]

CHUNK = 100_000
"""So many rows are held at a time; a spool that has no more is one part."""

PARTS = 16
TYPES = {str: pl.String, int: pl.Int64}


class Spool:
    """Columns in a temporary folder, gone at the end of its `with` block.

    Rows with one value of the column `by` are in one part.
    """

    def __init__(self, columns: Mapping[str, type], by: str) -> None:
        self._schema = pl.Schema({name: TYPES[of] for name, of in columns.items()})
        self._by = by
        self._folder = tempfile.TemporaryDirectory(prefix="lending-spool-")
        self._files: defaultdict[int, list[Path]] = defaultdict(list)
        self._waiting: list[tuple[Any, ...]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    def add(self, *row: Any) -> None:
        """One row."""
        self._waiting.append(row)
        if len(self._waiting) == CHUNK:
            self._write(self._chunk())

    def extend(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """All of these rows."""
        each = iter(rows)
        while more := list(islice(each, CHUNK - len(self._waiting))):
            self._waiting += more
            if len(self._waiting) == CHUNK:
                self._write(self._chunk())

    def parts(self) -> Iterator[pl.LazyFrame]:
        """The rows, part by part."""
        rest = self._chunk()
        if not self._files:
            yield rest.lazy()
            return
        self._write(rest)
        for part in sorted(self._files):
            yield pl.scan_ipc(self._files[part])

    def repeated(self, order: str, most: int) -> list[tuple[Any, int, int]]:
        """At most `most` values of `by` that stand in several rows: value, second and first place, by place."""
        found = [_repeated(rows, self._by, order) for rows in self.parts()]
        return pl.concat(found).sort("second").head(most).rows()

    def _chunk(self) -> pl.DataFrame:
        """The rows that wait, as columns."""
        columns = list(zip(*self._waiting, strict=True)) or [()] * len(self._schema)
        self._waiting = []
        return pl.DataFrame(dict(zip(self._schema, columns, strict=True)), schema=self._schema)

    def _write(self, chunk: pl.DataFrame) -> None:
        hashed = chunk.with_columns((pl.col(self._by).hash() % PARTS).alias("part"))
        for (part,), rows in hashed.partition_by("part", as_dict=True, include_key=False).items():
            held = self._files[int(part)]
            file = Path(self._folder.name) / f"{part:02d}-{len(held):06d}.arrow"
            rows.write_ipc(file)
            held.append(file)


def _repeated(rows: pl.LazyFrame, column: str, order: str) -> pl.DataFrame:
    several = rows.group_by(column).agg(pl.col(order).bottom_k(2).sort(), pl.len().alias("times"))
    chosen = several.filter(pl.col("times") > 1)
    places = pl.col(order).list
    told = chosen.select(column, places.get(1).alias("second"), places.get(0).alias("first"))
    return told.collect(engine="streaming")
