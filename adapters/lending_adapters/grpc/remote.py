"""`RemoteBus`: the same bus, asked over gRPC."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import grpc
from google.protobuf.message import Message
from grpc_status import rpc_status

from lending.application.call import Call
from lending.application.commands import Command, Query
from lending.application.refusals import BusRefusal
from lending.application.store import Contention
from lending.kernel.invalid import InvalidInput
from lending.kernel.outcome import Failure, Outcome, Success
from lending_adapters.grpc.acts import Act, acts
from lending_adapters.grpc.codec import decode, fill
from lending_adapters.grpc.credentials import headers_of
from lending_adapters.grpc.failures import NotAuthenticated, RemoteFault, RemoteUnavailable
from lending_adapters.grpc.messages import message_named, new_message
from lending_adapters.grpc.service import CORRELATION, REQUEST_ID
from lending_adapters.grpc.status import read

__all__ = ["DEADLINE_SECONDS", "RemoteBus"]

T = TypeVar("T")
E = TypeVar("E")

DEADLINE_SECONDS = 30.0
METADATA_BYTES_MAX = 64 << 10
OPTIONS = [
    ("grpc.max_metadata_size", METADATA_BYTES_MAX),
    ("grpc.absolute_max_metadata_size", METADATA_BYTES_MAX),
    ("grpc.keepalive_time_ms", 300_000),
]
NO_ANSWER = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.CANCELLED}


class RemoteBus:
    """A `Bus` at an address or over a channel of the caller's own; thread-safe.

    The server reads its own clock: of a call it takes the request id, the actor and the correlation.
    Besides outcomes there are exceptions: `InvalidInput` and `Contention` as from a bus in process,
    `RemoteUnavailable` where no answer came, `NotAuthenticated`, and `RemoteFault` for bugs.
    """

    def __init__(self, at: grpc.Channel | str, *, deadline: float = DEADLINE_SECONDS) -> None:
        self._owns = isinstance(at, str)
        self._channel = grpc.insecure_channel(at, options=OPTIONS) if isinstance(at, str) else at
        self._deadline = deadline
        self._methods: dict[type, Callable[..., Message]] = {}

    def execute(self, command: Command[T, E], call: Call) -> Outcome[T, E | BusRefusal]:
        """Have the command carried out once: asked again under the same request id, it answers the same."""
        return self._ask(command, call)

    def ask(self, query: Query[T, E], call: Call) -> Outcome[T, E | BusRefusal]:
        """Have the query answered."""
        return self._ask(query, call)

    def close(self) -> None:
        """Close the channel, if it is this bus's own."""
        if self._owns:
            self._channel.close()

    def _ask(self, asked: Any, call: Call) -> Outcome[Any, Any]:
        of: type = type(asked)
        act = _act_of(of)
        request = fill(new_message(act.request), asked)
        if act.is_command:
            request.request_id = call.request_id.value  # type: ignore[attr-defined]
        try:
            response = self._method(act)(request, timeout=self._deadline, metadata=_metadata(act, call))
        except grpc.RpcError as error:
            return Failure(_refusal_in(error))
        return Success(decode(act.answer, getattr(response, act.answer_field)))

    def _method(self, act: Act) -> Callable[..., Message]:
        if act.of not in self._methods:
            self._methods[act.of] = self._channel.unary_unary(
                act.path,
                request_serializer=message_named(act.request).SerializeToString,
                response_deserializer=message_named(act.response).FromString,
            )
        return self._methods[act.of]


def _metadata(act: Act, call: Call) -> tuple[tuple[str, str], ...]:
    named = () if act.is_command else ((REQUEST_ID, call.request_id.value),)
    caused = ((CORRELATION, call.correlation.value),) if call.correlation else ()
    return (*headers_of(call.actor), *named, *caused)


def _refusal_in(error: Any) -> Any:
    """The refusal that the error carries; what is none is raised."""
    code, told = error.code(), error.details() or ""
    status = rpc_status.from_call(error)
    found = read(status) if status is not None else None
    if isinstance(found, InvalidInput):
        raise found from None
    if found is not None:
        return found
    if code is grpc.StatusCode.ABORTED:
        raise Contention(told) from None
    failures = {grpc.StatusCode.UNAUTHENTICATED: NotAuthenticated, **dict.fromkeys(NO_ANSWER, RemoteUnavailable)}
    raise failures.get(code, RemoteFault)(code, told) from error


@cache
def _act_of(of: type) -> Act:
    return next(act for act in acts() if act.of is of)
