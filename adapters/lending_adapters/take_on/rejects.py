"""The file of rejected rows: each as it was, with the line it stood in and the reasons."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lending.kernel.invalid import Violation
from lending_adapters.take_on.form import REJECTED
from lending_adapters.take_on.reading import ReadRow

__all__ = ["Rejects", "writing_rejects"]

OWNER_ONLY = 0o600
"""The rows hold personal data."""


class Rejects:
    """Counts what is rejected, and writes it where there is a file for it."""

    def __init__(self, columns: Sequence[str], write: "csv.DictWriter[str] | None") -> None:
        self._columns = columns
        self._write = write
        self.count = 0

    def add(self, read: ReadRow, faults: Sequence[Violation]) -> None:
        """Reject a row."""
        self.count += 1
        if self._write is not None:
            reasons = "; ".join(map(str, faults))
            self._write.writerow({**read.cells, "line": str(read.line), "reasons": reasons})


@contextmanager
def writing_rejects(path: Path | None, columns: Sequence[str]) -> Iterator[Rejects]:
    """Rejects that go to `path`, which is replaced as a whole at the end, and only then."""
    kept = [name for name in columns if name not in REJECTED]
    if path is None:
        yield Rejects(kept, None)
        return
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    new.touch(OWNER_ONLY)
    with new.open("w", encoding="utf-8", newline="") as file:
        write = csv.DictWriter(file, [*REJECTED, *kept], restval="")
        write.writeheader()
        yield Rejects(kept, write)
    new.replace(path)
