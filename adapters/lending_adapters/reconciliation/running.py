"""A reconciliation from end to end: both sides read and matched outside any transaction, then recorded as one command.

Killed anywhere before that command it has done nothing, and after it everything: run again it does the rest or repeats.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import attrs

from lending.application.bus import Bus
from lending.application.call import Actor, Call, Role
from lending.application.commands import Command
from lending.kernel.canonical import fingerprint
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.outcome import Failure
from lending.kernel.refusals import Refusal
from lending.reconciliation.commands import ReconciliationRecorded, RecordReconciliation, ReleaseDay
from lending.reconciliation.day import BUSINESS, LEDGER
from lending.reconciliation.difference import Difference, DifferenceState
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.matching import FINDINGS_MAX, Carried, Matcher, Matching, Record, Standing
from lending.reconciliation.ours import record_of_refund
from lending.reconciliation.ports import DIFFERENCES, day_id
from lending.reconciliation.recording import CARRIED_DAYS
from lending.reconciliation.statement import Flow, StatementHead
from lending_adapters.reconciliation.columns import match_on_columns
from lending_adapters.reconciliation.reading import StatementFile
from lending_adapters.stores import OpenStore

__all__ = ["BooksReconciled", "ReconciliationRefused", "reconcile_books", "reconcile_statement"]

RUNNER = Actor("reconciliation", Role.SYSTEM)


class ReconciliationRefused(Exception):
    """The platform does not take in what was matched."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(f"{refusal.code}: {refusal.message}")


@attrs.frozen
class BooksReconciled:
    """The two internal reconciliations of a day, and why the day is held; None where it is released."""

    ledger: ReconciliationRecorded
    business: ReconciliationRecorded
    held: Refusal | None


def reconcile_statement(
    store: OpenStore,
    bus: Bus,
    path: Path,
    channel: str,
    day: date,
    at: datetime,
    matcher: Matcher = match_on_columns,
) -> tuple[StatementHead, ReconciliationRecorded]:
    """Reconcile our orders with a channel's statement of a day (R65).

    Raises `InvalidInput` where the file cannot be used and `ReconciliationRefused` where the platform refuses it;
    then nothing was taken in.
    """
    file = StatementFile(path, channel, day)
    refunds = (record_of_refund(refunded) for refunded in _lookup(store, "refunded", day_id(channel, day)))
    ours = chain(store.statement_side(channel, day, file.currency), refunds)
    matching = _sound(matcher(file.records(), ours, _carried(store, channel, day)), str(path))
    return file.head, _record(bus, channel, day, file.head, matching, at)


def reconcile_books(
    store: OpenStore, bus: Bus, day: date, at: datetime, matcher: Matcher = match_on_columns
) -> BooksReconciled:
    """Reconcile a closed day's orders with the ledger and with the loans, and ask for the day's release (R66).

    Raises `ReconciliationRefused`.
    """
    ledger = _sound(matcher(_orders(store, day), store.ledger_side(day)), LEDGER)
    by_ledger = _record(bus, LEDGER, day, None, ledger, at)
    business = _sound(matcher(_orders(store, day), store.business_side(day)), BUSINESS)
    by_business = _record(bus, BUSINESS, day, None, business, at)
    release = ReleaseDay(day)
    released = bus.execute(release, _call(release, at))
    return BooksReconciled(by_ledger, by_business, released.failure() if isinstance(released, Failure) else None)


def _orders(store: OpenStore, day: date) -> Iterator[Record]:
    """Orders by loan, and the supplement entries that stand for orders there never were."""
    supplements = _lookup(store, "supplemented", day.isoformat())
    return chain(
        store.order_side(day),
        (Record(Flow.DEDUCTION, made.loan_id or "", made.effect, Standing.SUCCESS) for made in supplements),
    )


def _lookup(store: OpenStore, key: str, value: str) -> Iterable[Difference]:
    return (stored.value for stored in store.lookup(DIFFERENCES, DIFFERENCES.key(key), value))


def _carried(store: OpenStore, channel: str, day: date) -> tuple[Carried, ...]:
    """Long and short ones of neighbouring days, and those that an earlier version of this day completed."""
    window = timedelta(days=CARRIED_DAYS)
    awaiting = {DifferenceState.LONG, DifferenceState.SHORT}
    waiting = (each for each in _lookup(store, "open", channel) if each.state in awaiting)
    near = (each for each in waiting if each.day != day and abs(each.day - day) <= window)
    found = _lookup(store, "found", day_id(channel, day))
    return tuple(
        Carried(key=each.id.value, flow=each.flow, reference=each.reference, theirs=each.theirs, ours=each.ours)
        for each in chain(near, found)
    )


def _sound(matching: Matching, what: str) -> Matching:
    """The matching, unless the two sides are plainly not of one another."""
    count = matching.tally.differences
    if count > FINDINGS_MAX:
        expected = f"at most {FINDINGS_MAX} differences: more mean that the two sides are not of one another"
        raise InvalidInput([Violation(what, f"{count} differences", expected)])
    return matching


def _record(
    bus: Bus, source: str, day: date, statement: StatementHead | None, matching: Matching, at: datetime
) -> ReconciliationRecorded:
    command = RecordReconciliation(
        source=source,
        day=day,
        statement=statement,
        tally=matching.tally,
        findings=matching.findings,
        late=tuple(map(DifferenceId, matching.late)),
    )
    recorded = bus.execute(command, _call(command, at))
    if isinstance(recorded, Failure):
        raise ReconciliationRefused(recorded.failure())
    return recorded.unwrap()


def _call(command: Command[Any, Any], at: datetime) -> Call:
    """A request of its own for whatever is asked at this instant."""
    request_id = RequestId.derive(at, "reconcile", at.isoformat(), fingerprint(command))
    return Call(request_id=request_id, actor=RUNNER, received_at=at)
