"""The platform over gRPC: a server around any bus, and a bus that asks such a server."""

from lending_adapters.grpc.client import Client, connect
from lending_adapters.grpc.credentials import Credentials, NobodyKnown, TrustedMetadata
from lending_adapters.grpc.failures import (
    CannotListen,
    NotAuthenticated,
    RemoteFailure,
    RemoteFault,
    RemoteUnavailable,
)
from lending_adapters.grpc.remote import RemoteBus
from lending_adapters.grpc.server import RunningServer, serve

__all__ = [
    "CannotListen",
    "Client",
    "Credentials",
    "NobodyKnown",
    "NotAuthenticated",
    "RemoteBus",
    "RemoteFailure",
    "RemoteFault",
    "RemoteUnavailable",
    "RunningServer",
    "TrustedMetadata",
    "connect",
    "serve",
]
