"""The server as any gRPC tool sees it: health, reflection, every method, a drain."""

import threading
import time
from datetime import date
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from lending.application.bus import LocalBus
from lending.application.call import Call
from lending.operations.commands import StartBusiness
from lending.registry import CATALOGUE
from lending_adapters.grpc import CannotListen, NotAuthenticated, RemoteBus, RemoteUnavailable, RunningServer, serve
from lending_adapters.grpc.acts import Act, acts
from lending_adapters.grpc.credentials import headers_of
from lending_adapters.grpc.messages import message_named, new_message, service_names
from lending_adapters.memory import MemoryStore
from lending_proto.v1 import loans_service_pb2, loans_service_pb2_grpc
from tests.support.grpc_server import LOOPBACK, OPERATOR, Platform, SetClock, answering

ACTS = [pytest.param(act, id=act.of.__name__) for act in acts()]
ANSWERS = {"OK", "INVALID_ARGUMENT", "NOT_FOUND", "FAILED_PRECONDITION", "PERMISSION_DENIED", "ALREADY_EXISTS"}


def ask(channel: grpc.Channel, act: Act, request: bytes, headers: tuple[tuple[str, str], ...]) -> str:
    """The code that a request is answered with."""
    method: Any = channel.unary_unary(act.path, response_deserializer=message_named(act.response).FromString)
    try:
        method(request, metadata=headers, timeout=10)
    except grpc.RpcError as error:
        return str(error.code().name)
    return "OK"


@pytest.mark.parametrize("service", ["", *service_names()])
def test_health(channel: grpc.Channel, service: str) -> None:
    stub: Any = health_pb2_grpc.HealthStub(channel)
    answer = stub.Check(health_pb2.HealthCheckRequest(service=service), timeout=5)
    assert answer.status == health_pb2.HealthCheckResponse.SERVING


def test_reflection_lists_all_services(channel: grpc.Channel) -> None:
    stub: Any = reflection_pb2_grpc.ServerReflectionStub(channel)
    request = reflection_pb2.ServerReflectionRequest(list_services="")
    (answer,) = stub.ServerReflectionInfo(iter([request]), timeout=5)
    listed = {service.name for service in answer.list_services_response.service}
    assert listed == {*service_names(), "grpc.health.v1.Health", "grpc.reflection.v1alpha.ServerReflection"}


def test_reflection_describes_a_service(channel: grpc.Channel) -> None:
    stub: Any = reflection_pb2_grpc.ServerReflectionStub(channel)
    request = reflection_pb2.ServerReflectionRequest(file_containing_symbol="lending.v1.LoansService")
    (answer,) = stub.ServerReflectionInfo(iter([request]), timeout=5)
    assert any(b"SettleLoan" in text for text in answer.file_descriptor_response.file_descriptor_proto)


@pytest.mark.parametrize("act", ACTS)
def test_every_method_answers_and_knows_its_caller(channel: grpc.Channel, act: Act) -> None:
    empty = new_message(act.request).SerializeToString()
    assert ask(channel, act, empty, headers_of(OPERATOR)) in ANSWERS
    assert ask(channel, act, empty, ()) == "UNAUTHENTICATED"


def test_a_generated_stub_gets_an_answer(channel: grpc.Channel) -> None:
    stub = loans_service_pb2_grpc.LoansServiceStub(channel)
    request = loans_service_pb2.QuoteLoanRequest(product="small-cash", instalments=12)
    request.amount.currency_code, request.amount.units = "CNY", 12_000
    quote = stub.QuoteLoan(request, metadata=headers_of(OPERATOR), timeout=5).answer
    assert (quote.instalments[0].total.units, quote.instalments[0].total.nanos) == (1100, 160_000_000)
    assert len(quote.instalments) == 12


def test_a_server_that_trusts_nobody(platform: Platform) -> None:
    with (
        serve(platform.bus, LOOPBACK, clock=platform.clock, max_workers=1) as server,
        pytest.raises(NotAuthenticated, match="has not been told whom to trust"),
    ):
        RemoteBus(server.address).execute(StartBusiness(date(2024, 1, 5)), platform.call("r"))


@pytest.mark.parametrize(
    "listen", ["nowhere", "127.0.0.1", "127.0.0.1:", ":50051", "127.0.0.1:http", "127.0.0.1:70000"]
)
def test_an_address_that_is_none(platform: Platform, listen: str) -> None:
    with pytest.raises(CannotListen, match="expected HOST:PORT"):
        serve(platform.bus, listen, clock=platform.clock, max_workers=1)


def test_an_address_that_is_taken(platform: Platform, server: RunningServer) -> None:
    with pytest.raises(CannotListen, match="cannot listen on"):
        serve(platform.bus, server.address, clock=platform.clock, max_workers=1)


class SlowBus(LocalBus):
    """Takes its time."""

    def __init__(self) -> None:
        super().__init__(MemoryStore(), CATALOGUE)
        self.begun = threading.Event()

    def execute(self, command, call: Call):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201
        self.begun.set()
        time.sleep(0.5)
        return super().execute(command, call)


def test_a_drain_lets_calls_end_and_takes_no_new_ones(platform: Platform) -> None:
    slow = SlowBus()
    answers: list[Any] = []
    with answering(slow, SetClock()) as server:
        bus = RemoteBus(server.address)
        caller = threading.Thread(
            target=lambda: answers.append(bus.execute(StartBusiness(date(2024, 1, 5)), platform.call("r")))
        )
        caller.start()
        assert slow.begun.wait(5)
        server.stop(grace=5)
        caller.join(5)
        with pytest.raises(RemoteUnavailable):
            RemoteBus(server.address).execute(StartBusiness(date(2024, 1, 5)), platform.call("r2"))
    assert answers[0].unwrap().on == date(2024, 1, 5)
