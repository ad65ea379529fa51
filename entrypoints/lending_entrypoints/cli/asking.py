"""Asking the platform as itself: what the verbs that open one have in common."""

from typing import TYPE_CHECKING, Any

from lending_entrypoints.cli.errors import Refused

if TYPE_CHECKING:
    from lending.application.call import Actor, Call
    from lending.application.commands import Command, Query
    from lending_entrypoints.containers import App

__all__ = ["asked", "done"]


def asked(app: "App", query: "Query[Any, Any]") -> Any:
    """The answer to the query. Raises `Refused`."""
    return _answer(app.bus().ask(query, _call("")))


def done(app: "App", command: "Command[Any, Any]", actor: "Actor | None" = None) -> Any:
    """The receipt of the command, under a request id of this moment, as the platform or `actor`. Raises `Refused`."""
    return _answer(app.bus().execute(command, _call(type(command).__name__, actor)))


def _call(name: str, actor: "Actor | None" = None) -> "Call":
    from lending.application.call import Actor, Call, Role
    from lending.kernel.ids import RequestId
    from lending_entrypoints.clock import SystemClock

    now = SystemClock().now()
    asks = actor or Actor("cli", Role.SYSTEM)
    return Call(request_id=RequestId.derive(now, "cli", name), actor=asks, received_at=now)


def _answer(outcome: Any) -> Any:
    from lending.kernel.outcome import Failure

    if isinstance(outcome, Failure):
        raise Refused(outcome.failure())
    return outcome.unwrap()
