"""Deductions by file from end to end: what waits is drawn up and written; what comes back is checked, then recorded.

Every step is a command of its own. Killed anywhere, a run does the rest when it is run again: batches that were drawn
up are written again just as they were, and a result that was accepted goes on where it was left.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import attrs

from lending.application.bus import Bus
from lending.application.call import Actor, Call, Role
from lending.application.commands import Command
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.outcome import Failure
from lending.kernel.refusals import Refusal
from lending.payments.batch_commands import (
    AcceptBatchResult,
    BatchDrawn,
    CloseBatch,
    DeductionsReleased,
    DrawUpBatch,
    ReleaseDeductions,
)
from lending.payments.batch_refusals import BatchAnswered
from lending.payments.batches import BatchState, DeductionBatch
from lending.payments.cards import Cards
from lending.payments.commands import RecordDeductionAnswer
from lending.payments.deduction import DeductionOrder
from lending.payments.ports import CARDS, DEDUCTION_BATCHES, DEDUCTIONS
from lending_adapters.deductions.form import Head
from lending_adapters.deductions.reading import BatchResult, head_of, read_lines
from lending_adapters.deductions.writing import write_deductions
from lending_adapters.stores import OpenStore

__all__ = ["BatchRefused", "ResultRecorded", "WrittenBatch", "read_result", "release_list", "write_batches"]

RUNNER = Actor("deductions", Role.SYSTEM)


class BatchRefused(Exception):
    """The platform does not do what was asked of a batch."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(f"{refusal.code}: {refusal.message}")


@attrs.frozen
class WrittenBatch:
    """A batch whose file was written, where, and the SHA-256 of its lines."""

    batch: DeductionBatch
    path: Path
    digest: str


@attrs.frozen
class ResultRecorded:
    """A result that was recorded, and how many of its deductions ended in which state."""

    result: BatchResult
    states: dict[str, int]


def write_batches(store: OpenStore, bus: Bus, channel: str, folder: Path, at: datetime) -> list[WrittenBatch]:
    """Draw up what waits for the channel, and write a file of each batch that has no result yet.

    Raises `BatchRefused`, `OSError`.
    """
    drawn = 0
    while True:
        drawn += 1
        made: BatchDrawn = _done(bus, DrawUpBatch(channel), at, "draw-up", channel, at.isoformat(), str(drawn))
        if not made.batch_id:
            break
    found = (stored.value for stored in store.lookup(DEDUCTION_BATCHES, DEDUCTION_BATCHES.key("open"), channel))
    batches = sorted(
        (batch for batch in found if batch.state is BatchState.SENT), key=lambda batch: (batch.day, batch.number)
    )
    return [_written(store, batch, folder) for batch in batches]


def _written(store: OpenStore, batch: DeductionBatch, folder: Path) -> WrittenBatch:
    path = folder / f"{batch.id}.csv"
    head = Head(batch.channel, batch.day, batch.number, batch.currency)
    lines = ((order, _cards(store, order)) for order in _sent(store, batch.id))
    return WrittenBatch(batch, path, write_deductions(path, head, lines).digest)


def _cards(store: OpenStore, order: DeductionOrder) -> Cards:
    stored = store.load(CARDS, order.customer_id)
    assert stored is not None, f"{order.id} is out from a card of {order.customer_id}, who has none"
    return stored.value


def _sent(store: OpenStore, batch_id: str) -> list[DeductionOrder]:
    return [stored.value for stored in store.lookup(DEDUCTIONS, DEDUCTIONS.key("batch"), batch_id)]


def release_list(bus: Bus, channel: str, at: datetime) -> tuple[int, datetime | None]:
    """Release all that waits for the channel; how many, and when the last goes out. Raises `BatchRefused`."""
    released, last_at = 0, None
    while True:
        told: DeductionsReleased = _done(
            bus, ReleaseDeductions(channel), at, "release", channel, at.isoformat(), str(released)
        )
        if not told.released:
            return released, last_at
        released, last_at = released + told.released, told.last_at


def read_result(store: OpenStore, bus: Bus, path: Path, at: datetime) -> ResultRecorded:
    """Take a result in: checked as a whole, accepted once, recorded line by line, closed.

    Raises `InvalidInput` where the file cannot be used and `BatchRefused` where the platform refuses it, as when the
    batch has had its result; then nothing was taken in.
    """
    head = head_of(path)
    batch = store.load(DEDUCTION_BATCHES, head.batch_id)
    if batch is None or batch.value.currency != head.currency:
        expected = "a batch that was drawn up, in its currency"
        found = f"{head.batch_id} in {head.currency.code}"
        raise InvalidInput([Violation(f"{path.name}: line 1", found, expected)])
    if batch.value.state is BatchState.DONE:
        raise BatchRefused(BatchAnswered(batch.value.id, batch.value.state.value, batch.value.digest))
    result = read_lines(path, {order.order_no: order for order in _sent(store, head.batch_id)})
    _done(bus, AcceptBatchResult(head.batch_id, result.digest), at, "accept", head.batch_id, at.isoformat())
    states: dict[str, int] = {}
    for order, answer in result.answers:
        told = _done(bus, RecordDeductionAnswer(order.id, answer), at, "answer", order.order_no, at.isoformat())
        states[told.status] = states.get(told.status, 0) + 1
    _done(bus, CloseBatch(head.batch_id), at, "close", head.batch_id, at.isoformat())
    return ResultRecorded(result, states)


def _done(bus: Bus, command: Command[Any, Any], at: datetime, *name: str) -> Any:
    """The receipt, under a request id of this run's own; what was done before is left as it is by the aggregates."""
    call = Call(request_id=RequestId.derive(at, "deductions", *name), actor=RUNNER, received_at=at)
    outcome = bus.execute(command, call)
    if isinstance(outcome, Failure):
        raise BatchRefused(outcome.failure())
    return outcome.unwrap()
