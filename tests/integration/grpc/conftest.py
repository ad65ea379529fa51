"""Platforms behind real servers on loopback."""

from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest

from lending_adapters.grpc import Client, RemoteBus, RunningServer, connect
from lending_adapters.memory import MemoryStore
from tests.support.grpc_server import OPERATOR, Platform, answering, opened, platform_on


@pytest.fixture
def platform() -> Platform:
    return platform_on(MemoryStore())


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def any_platform(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Platform]:
    """A platform on each store."""
    if request.param == "memory":
        yield platform_on(MemoryStore())
        return
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'platform.db'}" if sqlite else request.getfixturevalue("postgres_url")
    with opened(url) as store:
        yield platform_on(store)


@pytest.fixture
def server(platform: Platform) -> Iterator[RunningServer]:
    with answering(platform.bus, platform.clock) as server:
        yield server


@pytest.fixture
def channel(server: RunningServer) -> Iterator[grpc.Channel]:
    with grpc.insecure_channel(server.address) as channel:
        yield channel


@pytest.fixture
def bus(channel: grpc.Channel) -> RemoteBus:
    return RemoteBus(channel)


@pytest.fixture
def client(channel: grpc.Channel) -> Client:
    return connect(channel, OPERATOR)
