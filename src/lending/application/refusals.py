"""What the bus itself refuses, whatever the command."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "BusRefusal",
    "BusinessNotStarted",
    "KeyHeld",
    "LimitReached",
    "NeedsSecondPerson",
    "NotGranted",
    "RequestIdReused",
]


@attrs.frozen
class RequestIdReused(Refusal):
    """This request id was used before for something else."""

    code = "REQUEST_ID_REUSED"
    kind = RefusalKind.CONFLICT
    request_id: str


@attrs.frozen
class NotGranted(Refusal):
    """This role may not do this here."""

    code = "NOT_GRANTED"
    kind = RefusalKind.DENIED
    act: str
    role: str


@attrs.frozen
class NeedsSecondPerson(Refusal):
    """This takes a proposal and another person's approval."""

    code = "NEEDS_SECOND_PERSON"
    kind = RefusalKind.DENIED
    act: str


@attrs.frozen
class BusinessNotStarted(Refusal):
    """No accounting day is open yet."""

    code = "BUSINESS_NOT_STARTED"
    kind = RefusalKind.PRECONDITION
    act: str


@attrs.frozen
class KeyHeld(Refusal):
    """Another one already holds this unique value."""

    code = "KEY_HELD"
    kind = RefusalKind.CONFLICT
    holder: str
    key: str


@attrs.frozen
class LimitReached(Refusal):
    """Others took the room that was left in a limit."""

    code = "LIMIT_REACHED"
    kind = RefusalKind.PRECONDITION
    limit: str


BusRefusal = RequestIdReused | NotGranted | NeedsSecondPerson | BusinessNotStarted | KeyHeld | LimitReached
