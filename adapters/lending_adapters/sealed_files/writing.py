"""Writing a sealed file, line by line."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import attrs

from lending_adapters.sealed_files.reading import END

__all__ = ["SealedFile", "SealedWriter", "digest_of"]


@attrs.frozen
class SealedFile:
    """What was written: so many lines, their sums, and the SHA-256 of them."""

    lines: int
    sums: tuple[int, ...]
    digest: str


class SealedWriter:
    """Writes to a file that takes its name only once it is whole: `with SealedWriter(path, …) as file: file.add(…)`."""

    def __init__(self, path: Path, head: Iterable[object], columns: str, sums: int) -> None:
        self._path = path
        self._digest = hashlib.sha256()
        self._count = 0
        self._sums = [0] * sums
        handle, partial = tempfile.mkstemp(".partial", f".{path.name}.", path.parent)
        self._partial = Path(partial)
        self._file = os.fdopen(handle, "w", encoding="utf-8", newline="")
        self._file.write(f"{','.join(map(str, head))}\n{columns}\n")
        self._sealed: SealedFile | None = None

    @property
    def sealed(self) -> SealedFile:
        """What was written, once the file is whole."""
        assert self._sealed is not None, f"{self._path} is not whole"
        return self._sealed

    def add(self, line: str, *amounts: int) -> None:
        """Write a line, which adds so much to each sum."""
        text = line + "\n"
        self._file.write(text)
        self._digest.update(text.encode())
        self._count += 1
        self._sums = [total + amount for total, amount in zip(self._sums, amounts, strict=True)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        if kind is None:
            sealed = SealedFile(self._count, tuple(self._sums), self._digest.hexdigest())
            self._file.write(",".join(map(str, (END, sealed.lines, *sealed.sums, sealed.digest))) + "\n")
            self._sealed = sealed
        self._file.close()
        if kind is None:
            self._partial.replace(self._path)
        else:
            self._partial.unlink()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file as a whole."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
