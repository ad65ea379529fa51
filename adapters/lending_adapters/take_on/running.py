"""A portfolio taken on from end to end: batch by batch, each one command whose request id comes of the file.

Killed anywhere and run again, batches that were done answer what they answered then, and the rest is done.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

import attrs

from lending.accounting.queries import RehearseTakeOn
from lending.application.bus import Bus
from lending.application.call import CHINA, Actor, Call, Role
from lending.kernel.ids import RequestId
from lending.kernel.invalid import Violation
from lending.kernel.outcome import Failure
from lending.kernel.refusals import Refusal
from lending.loans.portfolio import PortfolioRow, RowFault, TakeOnLoans
from lending_adapters.take_on.form import column_of
from lending_adapters.take_on.reading import PortfolioFile, ReadRow
from lending_adapters.take_on.rejects import Rejects, writing_rejects

__all__ = ["BATCH_ROWS", "Rehearsed", "TakeOnRefused", "TakenOver", "rehearse", "take_on"]

BATCH_ROWS = 200
RUNNER = Actor("take-on", Role.SYSTEM)


class TakeOnRefused(Exception):
    """The platform refuses a batch; those before it are done."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(f"{refusal.code}: {refusal.message}")


@attrs.frozen(kw_only=True)
class TakenOver:
    """What came of a file: rows read, loans taken on, customers registered with them, rows rejected."""

    rows: int
    loans: int
    customers: int
    rejected: int


@attrs.frozen(kw_only=True)
class Rehearsed:
    """What a file would come to: rows read, loans, rows rejected, balances by account."""

    rows: int
    loans: int
    rejected: int
    totals: dict[tuple[str, str], int]
    """By account and currency, in minor units, debit positive."""


def take_on(
    bus: Bus,
    file: PortfolioFile,
    cut_over: date,
    at: datetime,
    *,
    rejects: Path | None = None,
    done: Callable[[int], None] = lambda _rows: None,
) -> TakenOver:
    """Take on every good row and write the others to `rejects`, telling `done` of the rows of each batch.

    Raises `TakeOnRefused`, and `InvalidInput` where the file breaks off.
    """
    midnight = datetime.combine(cut_over, time(), CHINA)
    rows = loans = customers = 0
    with writing_rejects(rejects, file.columns) as rejected:
        for number, batch in enumerate(_batches(file)):
            request_id = RequestId.derive(midnight, "take-on", file.digest, str(number))
            command = TakeOnLoans(cut_over=cut_over, rows=_good(batch))
            outcome = bus.execute(command, Call(request_id=request_id, actor=RUNNER, received_at=at))
            if isinstance(outcome, Failure):
                raise TakeOnRefused(outcome.failure())
            receipt = outcome.unwrap()
            _reject(rejected, batch, receipt.faults)
            rows, loans, customers = rows + len(batch), loans + receipt.loans, customers + receipt.customers
            done(len(batch))
        return TakenOver(rows=rows, loans=loans, customers=customers, rejected=rejected.count)


def rehearse(
    bus: Bus,
    file: PortfolioFile,
    cut_over: date,
    at: datetime,
    *,
    rejects: Path | None = None,
    done: Callable[[int], None] = lambda _rows: None,
) -> Rehearsed:
    """What `take_on` would book, nothing being kept (移行试算). Raises what it does."""
    totals: dict[tuple[str, str], int] = {}
    rows = loans = 0
    with writing_rejects(rejects, file.columns) as rejected:
        for number, batch in enumerate(_batches(file)):
            request_id = RequestId.derive(at, "rehearse", file.digest, str(number))
            query = RehearseTakeOn(cut_over=cut_over, portfolio=_good(batch))
            answer = bus.ask(query, Call(request_id=request_id, actor=RUNNER, received_at=at))
            if isinstance(answer, Failure):
                raise TakeOnRefused(answer.failure())
            rehearsal = answer.unwrap()
            _reject(rejected, batch, rehearsal.faults)
            for row in rehearsal.rows:
                place = (row.account, row.currency)
                totals[place] = totals.get(place, 0) + row.debit - row.credit
            rows, loans = rows + len(batch), loans + rehearsal.loans
            done(len(batch))
        return Rehearsed(rows=rows, loans=loans, rejected=rejected.count, totals=totals)


def _batches(file: PortfolioFile) -> Iterator[list[ReadRow]]:
    rows = file.rows()
    while batch := list(islice(rows, BATCH_ROWS)):
        yield batch


def _good(batch: Iterable[ReadRow]) -> tuple[PortfolioRow, ...]:
    return tuple(read.row for read in batch if read.row is not None)


def _reject(rejects: Rejects, batch: Iterable[ReadRow], faults: Iterable[RowFault]) -> None:
    """Reject the rows of a batch that could not be read, and those that the platform found at fault."""
    told: dict[int, list[Violation]] = {}
    for fault in faults:
        told.setdefault(fault.line, []).append(Violation(column_of(fault.field), fault.value, fault.expected))
    for read in batch:
        found: Any = read.faults if read.row is None else told.get(read.line, ())
        if found:
            rejects.add(read, found)
