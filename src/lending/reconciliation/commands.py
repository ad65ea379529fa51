"""What can be asked of reconciliation."""

from datetime import date

import attrs

from lending.accounting.refusals import AccountsMissing
from lending.application.commands import Command, Receipt
from lending.kernel.checks import matching
from lending.kernel.invalid import InvalidValue
from lending.kernel.refusals import Refusal
from lending.loans.ids import LoanId
from lending.reconciliation.difference import Way
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.matching import FINDINGS_MAX, Finding, Tally
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

__all__ = [
    "SOURCE",
    "DayReleaseRecorded",
    "DifferenceMoved",
    "ParkDifference",
    "ReconciliationRecorded",
    "RecordReconciliation",
    "RecordingRefused",
    "ReleaseDay",
    "ResolveDifference",
]

SOURCE = matching("[A-Z][A-Z0-9_-]{0,31}", "a channel's code such as MAIN, or BUSINESS or LEDGER")


def _few_enough(_instance: object, _attribute: object, findings: tuple[Finding, ...]) -> None:
    if len(findings) > FINDINGS_MAX:
        expected = f"at most {FINDINGS_MAX} differences: more mean that the two sides are not of one another"
        raise InvalidValue("findings", f"{len(findings)} differences", expected)


@attrs.frozen(kw_only=True)
class ReconciliationRecorded(Receipt):
    """How the day stands: what was found by this run, and how many of the day's differences are open."""

    source: str
    day: date
    version: int
    matched: int
    late: int
    differences: int
    parked: int
    """Older differences that waited for their counterpart long enough and were parked now."""
    repeated: bool
    """Whether this very statement had been taken in before, so that nothing was done."""


RecordingRefused = (
    UnknownSource
    | DayNotClosed
    | StatementMissing
    | StatementChanged
    | StatementOutdated
    | NotReconciled
    | DifferenceNotFound
)


@attrs.frozen(kw_only=True)
class RecordReconciliation(Command[ReconciliationRecorded, RecordingRefused | AccountsMissing | Refusal]):
    """Record what matching a closed day found (R65, R66).

    `statement` is the channel's; there is none for an internal one. `late` are differences of neighbouring days whose
    counterpart was found. Findings are judged again on our orders as they are now.
    """

    source: str = attrs.field(validator=SOURCE)
    day: date
    statement: StatementHead | None
    tally: Tally
    findings: tuple[Finding, ...] = attrs.field(validator=_few_enough)
    late: tuple[DifferenceId, ...]


@attrs.frozen
class DifferenceMoved(Receipt):
    """A difference and where it stands."""

    difference_id: DifferenceId
    state: str


@attrs.frozen
class ParkDifference(
    Command[DifferenceMoved, DifferenceNotFound | WrongDifferenceState | NothingToPark | AccountsMissing | Refusal]
):
    """Put a difference on the books as pending (挂账) before its time, or one that is never parked by itself."""

    difference_id: DifferenceId


@attrs.frozen(kw_only=True)
class ResolveDifference(
    Command[
        DifferenceMoved,
        DifferenceNotFound | WrongDifferenceState | WayNotOpen | LoanNotNamed | AccountsMissing | Refusal,
    ]
):
    """Resolve what is parked (R55): by a supplement entry for a loan, reversal, refund, gain or loss."""

    difference_id: DifferenceId
    way: Way
    loan_id: LoanId | None = None


@attrs.frozen
class DayReleaseRecorded(Receipt):
    """The day's postings are released."""

    day: date


@attrs.frozen
class ReleaseDay(Command[DayReleaseRecorded, DayHeld | DayNotClosed]):
    """Release a closed day's postings to finance (R66): its books are reconciled, every difference is parked."""

    day: date
