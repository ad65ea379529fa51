"""Reading a sealed file line by line, believing none of it before all of it is checked."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from lending.kernel.invalid import InvalidInput, InvalidValue, Violation

__all__ = ["END", "SealedReader"]

T = TypeVar("T")

END = "#END"
BYTES_MAX = 2 * 1024**3
LINE_BYTES_MAX = 1024
FAULTS_MAX = 10
"""So many faults are told, then the rest of the file is not read."""

WHOLE = re.compile("0|-?[1-9][0-9]{0,18}")
DIGEST = re.compile("[0-9a-f]{64}")


class SealedReader:
    """Goes through a file once: `start`, then all of `body`, then `end`; only then is any of it to be believed.

    Whatever is wrong is raised as `InvalidInput` by the end, with the number of each line at fault.
    """

    def __init__(self, path: Path) -> None:
        size = path.stat().st_size
        if size > BYTES_MAX:
            raise InvalidInput([Violation(str(path), f"{size} bytes", f"at most {BYTES_MAX} bytes")])
        self._name = path.name
        self._file = path.open("rb")
        self._faults: list[Violation] = []
        self._sealing = hashlib.sha256()
        self._trailer = ""
        self.number = 0
        """The number of the line that was read last, from 1."""
        self.count = 0
        """So many sound lines were read between columns and trailer."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        self._file.close()

    def start(self, head: Callable[[str], T], columns: str) -> T:
        """What the head says, read by `head`, which raises `InvalidValue`; the columns must be those."""
        text = self._line()
        try:
            found = head(text)
        except InvalidInput as fault:
            self.fault(1, fault)
            self.told()
            raise
        text = self._line()
        if text != columns:
            self.fault(2, InvalidValue("", text, columns))
            self.told()
        return found

    def body(self, parse: Callable[[str], T], most: int) -> Iterator[T]:
        """The lines before the trailer, read by `parse`, which raises `InvalidValue`; those at fault are left out."""
        while text := self._line():
            if text.startswith(END):
                self._trailer = text
                return
            self._sealing.update(text.encode() + b"\n")
            try:
                found = parse(text)
            except InvalidInput as fault:
                self.fault(self.number, fault)
                continue
            self.count += 1
            if self.count > most:
                self.wrong(self.number, f"line {self.count} after the columns", f"at most {most} lines")
                self.told()
            yield found
        self.wrong(self.number, "the end of the file", f"a line, or the trailer {END},…")

    def end(self, sums: Mapping[str, int]) -> str:
        """The SHA-256 of the lines, once the trailer says the same of them as they do, by name and sum."""
        self.told()
        digest = self._sealing.hexdigest()
        for name, said, seen in zip(
            ("count", *sums, "SHA-256"), self._stated(sums), (self.count, *sums.values(), digest), strict=True
        ):
            if said != seen:
                self.fault(self.number, InvalidValue(name, said, f"{seen}, as the lines have it"))
        if self._file.read(1):
            self.wrong(self.number + 1, "more", "the end of the file after the trailer")
        self.told()
        return digest

    def _stated(self, sums: Mapping[str, int]) -> tuple[int | str, ...]:
        fields = self._trailer.split(",")
        numbers = fields[1:-1]
        sound = len(numbers) == len(sums) + 1 and all(WHOLE.fullmatch(number) for number in numbers)
        if not sound or DIGEST.fullmatch(fields[-1]) is None:
            expected = f"{END},count,{''.join(f'{name},' for name in sums)}SHA-256 of the lines"
            self.fault(self.number, InvalidValue("", self._trailer, expected))
            self.told()
        return (*map(int, numbers), fields[-1])

    def _line(self) -> str:
        """The next line without its end, empty at the end of the file."""
        self.number += 1
        raw = self._file.readline(LINE_BYTES_MAX + 1)
        if len(raw) > LINE_BYTES_MAX:
            self.wrong(self.number, f"{len(raw)} bytes and more", f"at most {LINE_BYTES_MAX} bytes")
            self.told()
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            self.wrong(self.number, repr(raw[:40]), "UTF-8")
            self.told()
            raise
        if text == "\n":
            self.wrong(self.number, "an empty line", "a line, or the trailer")
            self.told()
        return text.removesuffix("\n")

    def wrong(self, number: int, found: str, expected: str) -> None:
        """Keep a fault of a line as a whole."""
        self.fault(number, InvalidInput([Violation("", found, expected)]))

    def fault(self, number: int, fault: InvalidInput) -> None:
        """Keep a fault of a line; raise all of them once there are too many."""
        place = f"{self._name}: line {number}"
        for violation in fault.violations:
            where = f"{place}: {violation.field}" if violation.field else place
            self._faults.append(Violation(where, violation.value, violation.expected))
        if len(self._faults) >= FAULTS_MAX:
            self._faults.append(Violation(self._name, "so many faults", "fewer; the rest was not read"))
            self.told()

    def told(self) -> None:
        """Raise what was found wrong until now."""
        if self._faults:
            raise InvalidInput(self._faults)
