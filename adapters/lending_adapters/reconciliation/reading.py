"""`StatementFile`: reads a statement file line by line, and believes none of it before all of it is checked."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lending.kernel.invalid import InvalidInput, InvalidValue, Violation
from lending.kernel.money import Currency
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.statement import LINES_MAX, Flow, StatementHead
from lending_adapters.reconciliation.spool import Spool
from lending_adapters.statements.form import COLUMNS, END, parse_end, parse_line, parse_start

__all__ = ["StatementFile"]

BYTES_MAX = 2 * 1024**3
LINE_BYTES_MAX = 1024
FAULTS_MAX = 10
"""So many faults are told, then the rest of the file is not read."""

FLOWS = {flow.value: flow for flow in Flow}
STANDINGS = {"SUCCESS": Standing.SUCCESS, "FAILED": Standing.FAILED}


class StatementFile:
    """A channel's file for a day. `records` goes through it once; only then is there a `head`.

    Whatever is wrong with it is raised as `InvalidInput`, with the number of each line at fault.
    """

    def __init__(self, path: Path, source: str, day: date) -> None:
        self.path = path
        self._source = source
        self._day = day
        self._faults: list[Violation] = []
        self._head: StatementHead | None = None
        size = path.stat().st_size
        if size > BYTES_MAX:
            raise InvalidInput([Violation(str(path), f"{size} bytes", f"at most {BYTES_MAX} bytes")])
        with path.open("rb") as file:
            self.version, self.currency = self._start(file)

    @property
    def head(self) -> StatementHead:
        """What the statement says of itself, once every line is read and agrees with it."""
        assert self._head is not None, f"{self.path} has not been read"
        return self._head

    def records(self) -> Iterator[Record]:
        """Every line as a record; raises `InvalidInput` at the end at the latest, so take none for good before."""
        with self.path.open("rb") as file, Spool({"number": str, "line": int}, by="number") as numbers:
            self._start(file)
            yield from self._body(file, numbers)
            self._told()
            self._no_number_twice(numbers)
            self._told()

    def _start(self, file: BinaryIO) -> tuple[int, Currency]:
        """Check the head and the columns; version and currency."""
        version, currency = 1, "CNY"
        try:
            source, day, version, currency = parse_start(self._line(file, 1))
            for name, found, wanted in (("source", source, self._source), ("day", str(day), str(self._day))):
                if found != wanted:
                    raise InvalidValue(name, found, f"{wanted}, which was asked for")
        except InvalidInput as fault:
            self._fault(1, fault)
        self._told()
        columns = self._line(file, 2)
        if columns != ",".join(COLUMNS):
            self._fault(2, InvalidValue("", columns, ",".join(COLUMNS)))
        self._told()
        return version, Currency(currency)

    def _body(self, file: BinaryIO, numbers: Spool) -> Iterator[Record]:
        day, digest = self._day.isoformat(), hashlib.sha256()
        number, count, total, fees = 2, 0, 0, 0
        while True:
            number += 1
            text = self._line(file, number)
            if not text:
                self._wrong(number, "the end of the file", f"a line, or the trailer {END},…")
                return
            if text.startswith(END):
                break
            digest.update(text.encode() + b"\n")
            try:
                channel_no, order_no, flow, amount, fee, state, *_ = parse_line(text, day)
            except InvalidInput as fault:
                self._fault(number, fault)
                continue
            count, total, fees = count + 1, total + int(amount), fees + int(fee)
            if count > LINES_MAX:
                self._wrong(number, f"line {count} of the day", f"at most {LINES_MAX} lines")
                self._told()
            numbers.add(channel_no, number)
            yield Record(FLOWS[flow], order_no or channel_no, int(amount), STANDINGS[state])
        self._told()
        self._finish(file, text, number, (count, total, fees, digest.hexdigest()))

    def _finish(self, file: BinaryIO, text: str, number: int, found: tuple[int, int, int, str]) -> None:
        """Check the trailer against what was read."""
        try:
            stated = parse_end(text)
        except InvalidInput as fault:
            self._fault(number, fault)
            return
        for name, said, seen in zip(("count", "sum", "fees", "SHA-256"), stated, found, strict=True):
            if said != seen:
                self._fault(number, InvalidValue(name, said, f"{seen}, as the lines have it"))
        if file.read(1):
            self._wrong(number + 1, "more", "the end of the file after the trailer")
        self._told()
        lines, total, fees, digest = stated
        try:
            self._head = StatementHead(
                source=self._source,
                day=self._day,
                version=self.version,
                currency=self.currency,
                lines=lines,
                total=total,
                fees=fees,
                digest=digest,
            )
        except InvalidInput as fault:
            self._fault(number, fault)

    def _no_number_twice(self, numbers: Spool) -> None:
        """Tell lines whose channel number stands in an earlier one."""
        for channel_no, line, earlier in numbers.repeated("line", FAULTS_MAX):
            expected = f"each channel number once: line {earlier} has it too"
            self._fault(line, InvalidValue("channel_no", channel_no, expected))

    def _line(self, file: BinaryIO, number: int) -> str:
        """The next line without its end, empty at the end of the file."""
        raw = file.readline(LINE_BYTES_MAX + 1)
        if len(raw) > LINE_BYTES_MAX:
            self._wrong(number, f"{len(raw)} bytes and more", f"at most {LINE_BYTES_MAX} bytes")
            self._told()
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            self._wrong(number, repr(raw[:40]), "UTF-8")
            self._told()
            raise
        if text == "\n":
            self._wrong(number, "an empty line", "a line, or the trailer")
            self._told()
        return text.removesuffix("\n")

    def _wrong(self, number: int, found: str, expected: str) -> None:
        """A fault of the line as a whole."""
        self._fault(number, InvalidInput([Violation("", found, expected)]))

    def _fault(self, number: int, fault: InvalidInput) -> None:
        place = f"{self.path.name}: line {number}"
        for violation in fault.violations:
            where = f"{place}: {violation.field}" if violation.field else place
            self._faults.append(Violation(where, violation.value, violation.expected))
        if len(self._faults) >= FAULTS_MAX:
            self._faults.append(Violation(self.path.name, "so many faults", "fewer; the rest was not read"))
            self._told()

    def _told(self) -> None:
        if self._faults:
            raise InvalidInput(self._faults)
