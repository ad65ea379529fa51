"""How days are reconciled, what becomes of the differences, and how both are looked at."""

import attrs

from lending.accounting.ports import DAY_RELEASES
from lending.accounting.refusals import AccountsMissing
from lending.accounting.releases import DayRelease
from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.commands import RepayLoan
from lending.payments.ports import CHANNELS, DIRECTORY
from lending.reconciliation.commands import (
    DayReleaseRecorded,
    DifferenceMoved,
    ParkDifference,
    ReconciliationRecorded,
    RecordingRefused,
    RecordReconciliation,
    ReleaseDay,
    ResolveDifference,
)
from lending.reconciliation.day import BOOKS, BUSINESS, LEDGER, ReconciledDay, sources_of
from lending.reconciliation.difference import Difference, Way
from lending.reconciliation.events import DayReleased
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.ports import DIFFERENCES, RECONCILED_DAYS, STATEMENTS, day_id, statement_id
from lending.reconciliation.recording import (
    close_found,
    compare_again,
    findings_now,
    park_overdue,
    raise_differences,
    tally_of,
)
from lending.reconciliation.refusals import (
    DayHeld,
    DayNotClosed,
    DifferenceNotFound,
    LoanNotNamed,
    NothingToPark,
    NotReconciled,
    StatementChanged,
    StatementMissing,
    StatementOutdated,
    UnknownSource,
    WayNotOpen,
    WrongDifferenceState,
)
from lending.reconciliation.statement import StatementHead

__all__ = ["park_difference", "record_reconciliation", "release_day", "resolve_difference"]


def record_reconciliation(
    command: RecordReconciliation, call: Call, work: Work
) -> Outcome[ReconciliationRecorded, RecordingRefused | AccountsMissing | Refusal]:
    """Record the day, raise what differs, close what was found, park what waited long enough."""
    of_channel = command.source not in BOOKS
    refused = _cannot_be_recorded(command, call, work)
    if refused is not None:
        return Failure(refused)
    held = work.find(RECONCILED_DAYS, day_id(command.source, command.day))
    statement = command.statement
    if statement is not None:
        recorded = _recorded(statement, held, work)
        if isinstance(recorded, Failure):
            return recorded
        if recorded.unwrap() is not None:
            assert held is not None, f"{statement} is recorded and its day is not"
            return Success(_receipt(held, parked=0, repeated=True))
        work.save(STATEMENTS, statement)
    found = close_found(command, work)
    if isinstance(found, Failure):
        return found
    if of_channel:
        compare_again(command, work)
    findings = findings_now(command, work)
    raise_differences(command, findings, call, work)
    parked = park_overdue(command, work) if of_channel else 0
    version = statement.version if statement is not None else 1 + (held.version if held is not None else 0)
    tally = tally_of(command.tally, findings)
    day = ReconciledDay(source=command.source, day=command.day, version=version, tally=tally)
    work.save(RECONCILED_DAYS, day.reconciled())
    return Success(_receipt(day, parked=parked, repeated=False))


def _cannot_be_recorded(
    command: RecordReconciliation, call: Call, work: Work
) -> UnknownSource | DayNotClosed | StatementMissing | NotReconciled | None:
    known = sources_of(work.find(CHANNELS, DIRECTORY))
    if command.source not in known:
        return UnknownSource(command.source, known)
    if command.day >= call.business_date:
        return DayNotClosed(call.business_date, command.day)
    statement, wanted = command.statement, command.source not in BOOKS
    if wanted is (statement is None):
        return StatementMissing(command.source)
    if statement is not None and (statement.source, statement.day) != (command.source, command.day):
        return StatementMissing(command.source)
    if command.source == BUSINESS and work.find(RECONCILED_DAYS, day_id(LEDGER, command.day)) is None:
        return NotReconciled(LEDGER, command.day)
    return None


def _recorded(
    statement: StatementHead, held: ReconciledDay | None, work: Work
) -> Outcome[StatementHead | None, StatementChanged | StatementOutdated]:
    """The statement, if this very one was taken in before; one that came after a later version is refused."""
    source, day, version = statement.source, statement.day, statement.version
    before = work.find(STATEMENTS, statement_id(source, day, version))
    if before is not None and before != statement:
        return Failure(StatementChanged(source, day, version, before.digest, statement.digest))
    if before is None and held is not None and held.version > version:
        return Failure(StatementOutdated(source, day, version, held.version))
    return Success(before)


def _receipt(day: ReconciledDay, *, parked: int, repeated: bool) -> ReconciliationRecorded:
    return ReconciliationRecorded(
        source=day.source,
        day=day.day,
        version=day.version,
        matched=day.tally.matched,
        late=day.tally.late,
        differences=day.tally.differences,
        parked=parked,
        repeated=repeated,
    )


def park_difference(
    command: ParkDifference, _call: Call, work: Work
) -> Outcome[DifferenceMoved, DifferenceNotFound | WrongDifferenceState | NothingToPark | AccountsMissing | Refusal]:
    """Park it; the voucher follows from the event."""
    difference = work.find(DIFFERENCES, command.difference_id)
    if difference is None:
        return Failure(DifferenceNotFound(command.difference_id.value))
    parked = difference.park()
    return parked if isinstance(parked, Failure) else _moved(parked.unwrap(), work)


def resolve_difference(
    command: ResolveDifference, call: Call, work: Work
) -> Outcome[
    DifferenceMoved,
    DifferenceNotFound | WrongDifferenceState | WayNotOpen | LoanNotNamed | AccountsMissing | Refusal,
]:
    """End it; the voucher follows from the event. A supplement entry repays its loan as of the day of the money."""
    difference = work.find(DIFFERENCES, command.difference_id)
    if difference is None:
        return Failure(DifferenceNotFound(command.difference_id.value))
    loan_id = command.loan_id
    resolved = difference.resolve(command.way, call.business_date, None if loan_id is None else loan_id.value)
    if isinstance(resolved, Failure):
        return resolved
    if command.way is Way.SUPPLEMENT and loan_id is not None:
        amount = Money(difference.effect, difference.currency)
        repayment = RepayLoan(loan_id, amount, reference_of(difference.id))
        repaid = work.perform(repayment, attrs.evolve(call, value_date=difference.day))
        if isinstance(repaid, Failure):
            return repaid
    return _moved(resolved.unwrap(), work)


def reference_of(difference_id: DifferenceId) -> str:
    """Under which number a supplement entry repays a loan."""
    return f"supplement-{difference_id.value}"


def _moved(difference: Difference, work: Work) -> Success[DifferenceMoved]:
    work.save(DIFFERENCES, difference)
    return Success(DifferenceMoved(difference.id, difference.state.value))


def release_day(command: ReleaseDay, call: Call, work: Work) -> Outcome[DayReleaseRecorded, DayHeld | DayNotClosed]:
    """Release the day, once. It relies on the days as reconciled: another run of them comes before or after."""
    if command.day >= call.business_date:
        return Failure(DayNotClosed(call.business_date, command.day))
    if work.find(DAY_RELEASES, command.day.isoformat()) is not None:
        return Success(DayReleaseRecorded(command.day))
    days = {book: work.find(RECONCILED_DAYS, day_id(book, command.day)) for book in BOOKS}
    missing = tuple(book for book, day in days.items() if day is None)
    held = [each for book in BOOKS for each in work.matching(DIFFERENCES, "day", day_id(book, command.day))]
    differences = sum(difference.is_open for difference in held)
    if missing or differences:
        return Failure(DayHeld(command.day, missing, differences))
    for day in days.values():
        if day is not None:
            work.relies_on(RECONCILED_DAYS, day)
    work.save(DAY_RELEASES, DayRelease(command.day))
    work.record(command.day.isoformat(), DayReleased(day=command.day))
    return Success(DayReleaseRecorded(command.day))
