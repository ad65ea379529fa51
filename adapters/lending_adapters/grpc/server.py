"""The server: every service over one bus, with health, reflection and a drain."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self

import grpc
from google.protobuf.message import Message
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection
from grpc_status import rpc_status

from lending.application.bus import Bus
from lending.application.ports import Clock
from lending_adapters.grpc.acts import Act, acts, services
from lending_adapters.grpc.credentials import Credentials, NobodyKnown
from lending_adapters.grpc.failures import CannotListen
from lending_adapters.grpc.messages import service_names
from lending_adapters.grpc.naming import PACKAGE
from lending_adapters.grpc.service import Service

__all__ = ["RunningServer", "serve"]

REQUEST_BYTES_MAX = 1 << 20
RESPONSE_BYTES_MAX = 4 << 20
METADATA_BYTES_MAX = 16 << 10
WAITING_PER_WORKER_MAX = 32
GRACE_SECONDS = 10.0
ADDRESS = re.compile(r"(?P<host>.+):(?P<port>[0-9]{1,5})")
PORT_MAX = (1 << 16) - 1


class RunningServer:
    """A server that answers at `address` until it is stopped."""

    def __init__(
        self, server: grpc.Server, pool: ThreadPoolExecutor, watch: health.HealthServicer, address: str
    ) -> None:
        self.address = address
        self._server = server
        self._pool = pool
        self._watch = watch

    def stop(self, grace: float = GRACE_SECONDS) -> None:
        """Tell health checks, take no new calls, let those under way end within `grace` seconds, then stop."""
        self._watch.enter_graceful_shutdown()
        self._server.stop(grace).wait()
        self._pool.shutdown()

    def wait(self, timeout: float | None = None) -> bool:
        """Block until the server has stopped; False where `timeout` seconds pass before."""
        return not self._server.wait_for_termination(timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.stop()


def serve(
    bus: Bus, listen: str, *, clock: Clock, max_workers: int = 10, credentials: Credentials | None = None
) -> RunningServer:
    """Start answering at `listen`, HOST:PORT with port 0 for any free one.

    `max_workers` calls run at a time; give the store as many connections. Without `credentials` nobody is
    known and every call is UNAUTHENTICATED: pass `TrustedMetadata()` to believe the callers' own word.

    Raises `CannotListen`.
    """
    service = Service(bus, clock, credentials or NobodyKnown())
    pool = ThreadPoolExecutor(max_workers, thread_name_prefix="lending-grpc")
    server = grpc.server(pool, options=_options(), maximum_concurrent_rpcs=max_workers * WAITING_PER_WORKER_MAX)
    for name, served in services(acts()).items():
        methods = {act.of.__name__: _handler(service, act) for act in served}
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(f"{PACKAGE}.{name}", methods),))
    watch = _add_health(server)
    reflection.enable_server_reflection((*service_names(), health.SERVICE_NAME, reflection.SERVICE_NAME), server)
    address = _bind(server, listen)
    server.start()
    return RunningServer(server, pool, watch, address)


def _handler(service: Service, act: Act) -> Any:
    """The method's handler. It takes bytes: what cannot be parsed is an answer of ours, not of the library."""

    def handle(data: bytes, context: grpc.ServicerContext) -> bytes:
        answered = service.answer(act, data, context.invocation_metadata())
        if isinstance(answered, Message) and answered.DESCRIPTOR.name == act.response:
            return answered.SerializeToString()
        context.abort_with_status(rpc_status.to_status(answered))
        raise AssertionError("abort_with_status ends the call")

    return grpc.unary_unary_rpc_method_handler(handle)


def _add_health(server: grpc.Server) -> health.HealthServicer:
    watch = health.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(watch, server)
    for name in ("", *service_names()):
        watch.set(name, health_pb2.HealthCheckResponse.SERVING)
    return watch


def _bind(server: grpc.Server, listen: str) -> str:
    address = ADDRESS.fullmatch(listen)
    if address is None or int(address["port"]) > PORT_MAX:
        raise CannotListen(f"{listen!r} is no address: expected HOST:PORT, such as 127.0.0.1:50051")
    try:
        bound = server.add_insecure_port(listen)
    except RuntimeError:
        bound = 0
    if not bound:
        raise CannotListen(f"cannot listen on {listen}: it is taken, or not ours")
    return f"{address['host']}:{bound}"


def _options() -> list[tuple[str, int]]:
    return [
        ("grpc.max_receive_message_length", REQUEST_BYTES_MAX),
        ("grpc.max_send_message_length", RESPONSE_BYTES_MAX),
        ("grpc.max_metadata_size", METADATA_BYTES_MAX),
        ("grpc.absolute_max_metadata_size", 2 * METADATA_BYTES_MAX),
        ("grpc.so_reuseport", 0),
    ]
