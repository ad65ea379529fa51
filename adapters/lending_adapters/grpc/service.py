"""One call: who asks, what is asked, the bus, the answer. There is no business here, and no branch per command."""

import logging
import secrets
import traceback
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from google.protobuf.message import DecodeError, Message

from lending.application.bus import Bus
from lending.application.call import Actor, Call
from lending.application.ports import Clock
from lending.application.store import Contention
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.outcome import Failure, Outcome
from lending_adapters.grpc import status
from lending_adapters.grpc.acts import Act
from lending_adapters.grpc.codec import decode, encode
from lending_adapters.grpc.credentials import Credentials
from lending_adapters.grpc.messages import message_named, new_message

__all__ = ["CORRELATION", "REQUEST_ID", "Service"]

CORRELATION = "x-lending-correlation"
REQUEST_ID = "x-lending-request-id"
"""Names a query's request; a command's message has the field `request_id`."""

REQUEST_ID_MAX = 64

log = logging.getLogger("lending.grpc")

Metadata = Iterable[tuple[str, str | bytes]]


class Service:
    """Answers every act over one bus; thread-safe, it holds no state of a call."""

    def __init__(self, bus: Bus, clock: Clock, credentials: Credentials) -> None:
        self._bus = bus
        self._clock = clock
        self._credentials = credentials
        self._store_is_away = store_failures()

    def answer(self, act: Act, data: bytes, metadata: Metadata) -> Message | status.Status:
        """The response to the request in `data`, or the status that says why there is none."""
        headers = {name: value for name, value in metadata if isinstance(value, str)}
        named = ""
        try:
            actor = self._credentials.identify(headers)
            if actor is None:
                return status.unauthenticated(self._credentials.expected)
            request = _parsed(act, data)
            named = getattr(request, "request_id", headers.get(REQUEST_ID, ""))[:REQUEST_ID_MAX]
            asked, call = _understood(act, request, headers, actor, self._clock.now())
            outcome = self._asked(act, asked, call)
            return _response(act, outcome.unwrap()) if not isinstance(outcome, Failure) else _refused(outcome, call)
        except InvalidInput as error:
            return status.invalid(error, named)
        except Contention:
            return status.contended(named)
        except self._store_is_away as error:
            log.warning("%s: the store does not answer (%s)", act.path, type(error).__name__)
            return status.unavailable(named)
        except Exception as error:  # noqa: BLE001 - whatever it is, the caller gets a status and we get the place
            return _incident(act, error, named)

    def _asked(self, act: Act, asked: Any, call: Call) -> Outcome[Any, Any]:
        return self._bus.execute(asked, call) if act.is_command else self._bus.ask(asked, call)


def store_failures() -> tuple[type[Exception], ...]:
    """What a store raises when its database is away; SQL is an extra, which an embedder may do without."""
    try:
        from lending_adapters.sql import StoreUnavailable  # noqa: PLC0415
    except ImportError:
        return ()
    return (StoreUnavailable,)


def _parsed(act: Act, data: bytes) -> Message:
    try:
        return message_named(act.request).FromString(data)
    except DecodeError:
        raise InvalidInput([Violation("", f"{len(data)} bytes", f"a message {act.request}")]) from None


def _understood(act: Act, request: Message, headers: dict[str, str], actor: Actor, now: datetime) -> tuple[Any, Call]:
    """The act and its circumstances. Raises `InvalidInput` with what is wrong with either."""
    faults: list[Violation] = []
    given = getattr(request, "request_id", None) if act.is_command else headers.get(REQUEST_ID)
    request_id = _request_id(given, faults) if given is not None else _fresh(now)
    correlation = _request_id(headers[CORRELATION], faults) if CORRELATION in headers else None
    try:
        asked: Any = decode(act.of, request)
    except InvalidInput as error:
        raise InvalidInput([*faults, *error.violations]) from None
    if faults or request_id is None:
        raise InvalidInput(faults)
    return asked, Call(request_id=request_id, actor=actor, received_at=now, correlation=correlation)


def _request_id(text: str, faults: list[Violation]) -> RequestId | None:
    try:
        return RequestId(text)
    except InvalidInput as error:
        faults += error.violations
        return None


def _fresh(now: datetime) -> RequestId:
    return RequestId.derive(now, secrets.token_hex(10))


def _response(act: Act, answer: Any) -> Message:
    response = new_message(act.response)
    getattr(response, act.answer_field).CopyFrom(encode(answer))
    return response


def _refused(outcome: Failure[Any], call: Call) -> status.Status:
    return status.refused(outcome.failure(), call.request_id.value)


def _incident(act: Act, error: Exception, named: str) -> status.Status:
    """Log where it happened, but not the exception's text, which may hold personal data."""
    incident = secrets.token_hex(6)
    places = "".join(traceback.format_tb(error.__traceback__))
    log.error("incident %s: %s in %s\n%s", incident, type(error).__name__, act.path, places)
    return status.unexpected(incident, named)
