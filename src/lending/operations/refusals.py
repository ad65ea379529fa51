"""What running the business refuses."""

from datetime import date, datetime

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "AlreadyStarted",
    "DayNotNext",
    "DayNotOpen",
    "MakerIsChecker",
    "NoRoomInLimit",
    "OccupationClosed",
    "ProposalClosed",
    "ProposalExpired",
    "ProposalNotFound",
    "ValueDateNotTaken",
]


@attrs.frozen
class AlreadyStarted(Refusal):
    """An accounting day is open already."""

    code = "ALREADY_STARTED"
    kind = RefusalKind.PRECONDITION
    open_day: date


@attrs.frozen
class DayNotNext(Refusal):
    """Accounting days follow each other one by one."""

    code = "DAY_NOT_NEXT"
    kind = RefusalKind.PRECONDITION
    open_day: date
    asked: date


@attrs.frozen
class DayNotOpen(Refusal):
    """A day's work is done while that day is open."""

    code = "DAY_NOT_OPEN"
    kind = RefusalKind.PRECONDITION
    open_day: date
    asked: date


@attrs.frozen
class ProposalNotFound(Refusal):
    """There is no such proposal."""

    code = "PROPOSAL_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    proposal_id: str


@attrs.frozen
class ProposalClosed(Refusal):
    """The proposal has been decided already."""

    code = "PROPOSAL_CLOSED"
    kind = RefusalKind.PRECONDITION
    proposal_id: str
    status: str


@attrs.frozen
class ProposalExpired(Refusal):
    """The proposal waited too long for a second person."""

    code = "PROPOSAL_EXPIRED"
    kind = RefusalKind.PRECONDITION
    proposal_id: str
    expired_at: datetime


@attrs.frozen
class MakerIsChecker(Refusal):
    """Who proposed it may not decide on it."""

    code = "MAKER_IS_CHECKER"
    kind = RefusalKind.DENIED
    proposal_id: str


@attrs.frozen
class ValueDateNotTaken(Refusal):
    """What is proposed counts from the day on which it is done, and from no other."""

    code = "VALUE_DATE_NOT_TAKEN"
    kind = RefusalKind.INVALID
    command: str
    value_date: date


@attrs.frozen
class NoRoomInLimit(Refusal):
    """A limit has less free than is wanted of it; amounts in minor units, or a count where the limit is one."""

    code = "NO_ROOM_IN_LIMIT"
    kind = RefusalKind.PRECONDITION
    limit: str
    wanted: int
    free: int


@attrs.frozen
class OccupationClosed(Refusal):
    """What was occupied has been confirmed or released already."""

    code = "OCCUPATION_CLOSED"
    kind = RefusalKind.PRECONDITION
    holder: str
    state: str
