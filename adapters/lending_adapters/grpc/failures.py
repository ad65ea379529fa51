"""What can go wrong between a client and a server; none of it is an answer of the business."""

import grpc

__all__ = ["CannotListen", "NotAuthenticated", "RemoteFailure", "RemoteFault", "RemoteUnavailable"]


class CannotListen(OSError):
    """The address cannot be listened on."""


class RemoteFailure(Exception):
    """Base of what a `RemoteBus` raises for the server or the network."""

    def __init__(self, code: grpc.StatusCode, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(f"{code.name}: {message}")


class RemoteUnavailable(RemoteFailure):
    """No answer came, so what was asked may or may not have been done.

    Ask again under the same request id: if it was done, the receipt comes back.
    """


class NotAuthenticated(RemoteFailure):
    """The server does not know who asks."""


class RemoteFault(RemoteFailure):
    """The server, or a newer or older definition of the wire, is at fault; its log knows the incident."""
