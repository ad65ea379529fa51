"""`StatementFile`: reads a statement file line by line, and believes none of it before all of it is checked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lending.kernel.invalid import InvalidInput, InvalidValue
from lending.kernel.money import Currency
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.statement import LINES_MAX, Flow, StatementHead
from lending_adapters.reconciliation.spool import Spool
from lending_adapters.sealed_files import SealedReader
from lending_adapters.statements.form import COLUMNS, parse_line, parse_start

__all__ = ["StatementFile"]

TWICE_MAX = 10
"""So many channel numbers that stand in several lines are told."""

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
        self._head: StatementHead | None = None
        with SealedReader(path) as file:
            self.version, self.currency = self._start(file)

    @property
    def head(self) -> StatementHead:
        """What the statement says of itself, once every line is read and agrees with it."""
        assert self._head is not None, f"{self.path} has not been read"
        return self._head

    def records(self) -> Iterator[Record]:
        """Every line as a record; raises `InvalidInput` at the end at the latest, so take none for good before."""
        with SealedReader(self.path) as file, Spool({"number": str, "line": int}, by="number") as numbers:
            self._start(file)
            day, total, fees = self._day.isoformat(), 0, 0
            for fields in file.body(lambda text: parse_line(text, day), LINES_MAX):
                channel_no, order_no, flow, amount, fee, state, *_ = fields
                total, fees = total + int(amount), fees + int(fee)
                numbers.add(channel_no, file.number)
                yield Record(FLOWS[flow], order_no or channel_no, int(amount), STANDINGS[state])
            self._finish(file, total, fees)
            self._no_number_twice(file, numbers)
            file.told()

    def _start(self, file: SealedReader) -> tuple[int, Currency]:
        """Check the head and the columns; version and currency."""
        return file.start(self._asked_for, COLUMNS)

    def _asked_for(self, text: str) -> tuple[int, Currency]:
        source, day, version, currency = parse_start(text)
        for name, found, wanted in (("source", source, self._source), ("day", str(day), str(self._day))):
            if found != wanted:
                raise InvalidValue(name, found, f"{wanted}, which was asked for")
        return version, currency

    def _finish(self, file: SealedReader, total: int, fees: int) -> None:
        """Check the trailer against what was read."""
        digest = file.end({"sum": total, "fees": fees})
        try:
            self._head = StatementHead(
                source=self._source,
                day=self._day,
                version=self.version,
                currency=self.currency,
                lines=file.count,
                total=total,
                fees=fees,
                digest=digest,
            )
        except InvalidInput as fault:
            file.fault(file.number, fault)

    def _no_number_twice(self, file: SealedReader, numbers: Spool) -> None:
        """Tell lines whose channel number stands in an earlier one."""
        for channel_no, line, earlier in numbers.repeated("line", TWICE_MAX):
            expected = f"each channel number once: line {earlier} has it too"
            file.fault(line, InvalidValue("channel_no", channel_no, expected))
