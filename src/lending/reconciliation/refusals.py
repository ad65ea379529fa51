"""What reconciliation refuses."""

from datetime import date

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "DayHeld",
    "DayNotClosed",
    "DifferenceNotFound",
    "LoanNotNamed",
    "NotReconciled",
    "NothingToPark",
    "StatementChanged",
    "StatementMissing",
    "StatementOutdated",
    "UnknownSource",
    "WayNotOpen",
    "WrongDifferenceState",
]


@attrs.frozen
class UnknownSource(Refusal):
    """Nothing is reconciled with this source."""

    code = "UNKNOWN_SOURCE"
    kind = RefusalKind.NOT_FOUND
    source: str
    known: tuple[str, ...]


@attrs.frozen
class DayNotClosed(Refusal):
    """A day is reconciled when it is closed."""

    code = "DAY_NOT_CLOSED"
    kind = RefusalKind.PRECONDITION
    open_day: date
    asked: date


@attrs.frozen
class StatementMissing(Refusal):
    """A channel is reconciled by its statement, and the books by none."""

    code = "STATEMENT_MISSING"
    kind = RefusalKind.PRECONDITION
    source: str


@attrs.frozen
class StatementChanged(Refusal):
    """This version of the statement was taken in before with other lines."""

    code = "STATEMENT_CHANGED"
    kind = RefusalKind.CONFLICT
    source: str
    day: date
    version: int
    recorded: str
    digest: str


@attrs.frozen
class StatementOutdated(Refusal):
    """A later version of the statement was taken in already."""

    code = "STATEMENT_OUTDATED"
    kind = RefusalKind.PRECONDITION
    source: str
    day: date
    version: int
    recorded: int


@attrs.frozen
class NotReconciled(Refusal):
    """This day has not been reconciled with this source."""

    code = "NOT_RECONCILED"
    kind = RefusalKind.NOT_FOUND
    source: str
    day: date


@attrs.frozen
class DifferenceNotFound(Refusal):
    """There is no such difference."""

    code = "DIFFERENCE_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    difference_id: str


@attrs.frozen
class WrongDifferenceState(Refusal):
    """The difference is not in a state that allows this."""

    code = "WRONG_DIFFERENCE_STATE"
    kind = RefusalKind.PRECONDITION
    state: str
    act: str


@attrs.frozen
class NothingToPark(Refusal):
    """The books hold no amount that this difference would move."""

    code = "NOTHING_TO_PARK"
    kind = RefusalKind.PRECONDITION
    difference_id: str


@attrs.frozen
class WayNotOpen(Refusal):
    """What is parked cannot be resolved this way."""

    code = "WAY_NOT_OPEN"
    kind = RefusalKind.PRECONDITION
    way: str
    ways: tuple[str, ...]


@attrs.frozen
class LoanNotNamed(Refusal):
    """A supplement entry names the loan that the money repays, and no other way names one."""

    code = "LOAN_NOT_NAMED"
    kind = RefusalKind.PRECONDITION
    way: str


@attrs.frozen
class DayHeld(Refusal):
    """The day's postings are held: its books are not reconciled, or differ with nothing parked."""

    code = "DAY_HELD"
    kind = RefusalKind.PRECONDITION
    day: date
    not_reconciled: tuple[str, ...]
    differences: int
