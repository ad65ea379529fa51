"""Refusals and failures as google.rpc.Status, and back: the one table from kinds to canonical codes."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

import attrs
import grpc
from google.protobuf.any_pb2 import Any as Packed
from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.rpc import code_pb2  # type: ignore[import-untyped]
from google.rpc.error_details_pb2 import (  # type: ignore[import-untyped]
    BadRequest,
    ErrorInfo,
    RequestInfo,
    RetryInfo,
)
from google.rpc.status_pb2 import Status  # type: ignore[import-untyped]

from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.refusals import Refusal, RefusalKind
from lending_adapters.grpc.codec import decode, encode
from lending_adapters.grpc.messages import message_named, new_message
from lending_adapters.grpc.naming import PACKAGE
from lending_adapters.grpc.refusals import refusals

__all__ = [
    "CODES",
    "DOMAIN",
    "Status",
    "contended",
    "invalid",
    "read",
    "refused",
    "unauthenticated",
    "unavailable",
    "unexpected",
]

CODES = {
    RefusalKind.INVALID: grpc.StatusCode.INVALID_ARGUMENT,
    RefusalKind.NOT_FOUND: grpc.StatusCode.NOT_FOUND,
    RefusalKind.PRECONDITION: grpc.StatusCode.FAILED_PRECONDITION,
    RefusalKind.CONFLICT: grpc.StatusCode.ALREADY_EXISTS,
    RefusalKind.DENIED: grpc.StatusCode.PERMISSION_DENIED,
    RefusalKind.EXHAUSTED: grpc.StatusCode.RESOURCE_EXHAUSTED,
}
"""ABORTED is not among them: it means a collision of writers, and that the same request may be sent again."""

DOMAIN = "lending"
TYPE_PREFIX = f"type.googleapis.com/{PACKAGE}."
INVALID = "INVALID_INPUT"
CONTENDED = "CONTENTION"
UNAVAILABLE = "STORE_UNAVAILABLE"
UNAUTHENTICATED = "UNAUTHENTICATED"
UNEXPECTED = "UNEXPECTED"
RETRY_CONTENDED = timedelta(milliseconds=50)
RETRY_UNAVAILABLE = timedelta(seconds=1)

MESSAGE_MAX = 200
FACT_MAX = 200
STATUS_BYTES_MAX = 5_000
"""A status travels in a header, and clients take headers of 8 kB with base 64 in them unless told otherwise."""


def refused(refusal: Refusal, request_id: str) -> Status:
    """A refusal, whole and in the standard details."""
    facts = {name: _cut(fact, FACT_MAX) for name, fact in refusal.facts.items()}
    details = [encode(refusal), ErrorInfo(reason=refusal.code, domain=DOMAIN, metadata=facts)]
    if refusal.violations:
        details.append(_bad_request(refusal.violations))
    return _status(CODES[refusal.kind], refusal.message, details, request_id)


def invalid(error: InvalidInput, request_id: str) -> Status:
    """Input that cannot be understood, with every violation, or as many as a status can carry."""
    told = len(error.violations)
    while True:
        status = _invalid(error.violations[:told], len(error.violations), request_id)
        if told <= 1 or status.ByteSize() <= STATUS_BYTES_MAX:
            return status
        told = told // 2


def contended(request_id: str) -> Status:
    """Writers collided too often; nothing was done."""
    details = [_info(CONTENDED), RetryInfo(retry_delay=_duration(RETRY_CONTENDED))]
    return _status(grpc.StatusCode.ABORTED, "others write the same; ask again", details, request_id)


def unavailable(request_id: str) -> Status:
    """The store does not answer."""
    details = [_info(UNAVAILABLE), RetryInfo(retry_delay=_duration(RETRY_UNAVAILABLE))]
    told = "the store does not answer; ask again under the same request id"
    return _status(grpc.StatusCode.UNAVAILABLE, told, details, request_id)


def unauthenticated(expected: str) -> Status:
    """Nobody we know."""
    return _status(grpc.StatusCode.UNAUTHENTICATED, expected, [_info(UNAUTHENTICATED)], "")


def unexpected(incident: str, request_id: str) -> Status:
    """A bug; what it was stands in the log under `incident`."""
    return _status(grpc.StatusCode.INTERNAL, f"incident {incident}", [_info(UNEXPECTED)], request_id)


def read(status: Status) -> Refusal | InvalidInput | None:
    """The refusal or the bad input that a status carries; None where it carries neither."""
    known = {of.__name__: of for of in refusals().values()}
    for packed in status.details:
        name = packed.type_url.removeprefix(TYPE_PREFIX)
        if name in known:
            return decode(known[name], _unpacked(name, packed))
        if name == InvalidInput.__name__:
            return InvalidInput(
                Violation(one.field, one.value, one.expected)
                for one in _unpacked(name, packed).violations  # type: ignore[attr-defined]
            )
    return None


def _invalid(violations: Sequence[Violation], found: int, request_id: str) -> Status:
    whole = new_message(InvalidInput.__name__)
    for violation in violations:
        whole.violations.add(**attrs.asdict(violation))  # type: ignore[attr-defined]
    message = "; ".join(map(str, violations))
    if found > len(violations):
        message = f"{found} faults, the first {len(violations)} of them told: {message}"
    details = [whole, _info(INVALID), _bad_request(violations)]
    return _status(grpc.StatusCode.INVALID_ARGUMENT, message, details, request_id)


def _status(code: grpc.StatusCode, message: str, details: Iterable[Message], request_id: str) -> Status:
    status = Status(code=code_pb2.Code.Value(code.name), message=_cut(message, MESSAGE_MAX))
    for detail in (*details, RequestInfo(request_id=request_id)):
        status.details.add().Pack(detail)
    return status


def _bad_request(violations: Iterable[Violation]) -> BadRequest:
    fields = (
        BadRequest.FieldViolation(field=one.field, description=f"{one.value} is not valid: expected {one.expected}")
        for one in violations
    )
    return BadRequest(field_violations=fields)


def _info(reason: str) -> ErrorInfo:
    return ErrorInfo(reason=reason, domain=DOMAIN)


def _duration(span: timedelta) -> Duration:
    duration = Duration()
    duration.FromTimedelta(span)
    return duration


def _unpacked(name: str, packed: Packed) -> Message:
    return message_named(name).FromString(packed.value)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
