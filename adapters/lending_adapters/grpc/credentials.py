"""Who asks: the port through which a server learns its caller, and the adapters there are so far."""

import re
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import quote, unquote

from lending.application.call import Actor, Role

__all__ = ["ACTOR", "ROLE", "SCOPE", "Credentials", "NobodyKnown", "TrustedMetadata", "headers_of"]

ACTOR = "x-lending-actor"
ROLE = "x-lending-role"
SCOPE = "x-lending-scope"
WELL_FORMED = re.compile(
    r"[^\x00-\x20\x7f\ud800-\udfff]([^\x00-\x1f\x7f\ud800-\udfff]{0,62}[^\x00-\x20\x7f\ud800-\udfff])?"
)


class Credentials(Protocol):
    """Tells from a call's headers who asks."""

    @property
    def expected(self) -> str:
        """What a caller has to send, in words."""

    def identify(self, headers: Mapping[str, str]) -> Actor | None:
        """The caller, or None where the headers do not prove one."""


class NobodyKnown:
    """Knows nobody: what a server uses that was not told whom to trust."""

    expected = "this server has not been told whom to trust"

    def identify(self, headers: Mapping[str, str]) -> Actor | None:  # noqa: ARG002 - nothing in them helps
        """Nobody."""
        return None


class TrustedMetadata:
    """Believes what the headers say: for loopback, tests, and servers behind a gateway that sets them."""

    expected = f"say who you are: {ACTOR}, {ROLE} and, where the role has one, {SCOPE}"

    def identify(self, headers: Mapping[str, str]) -> Actor | None:
        """The actor that the headers name."""
        actor, role, scope = (_text(headers.get(name)) for name in (ACTOR, ROLE, SCOPE))
        known = Role.__members__.get(role or "")
        if actor is None or known is None or (SCOPE in headers and scope is None):
            return None
        return Actor(actor, known, scope)


def headers_of(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The headers that `TrustedMetadata` reads; anything beyond ASCII is percent-encoded."""
    scope = ((SCOPE, quote(actor.scope)),) if actor.scope is not None else ()
    return ((ACTOR, quote(actor.id)), (ROLE, actor.role.name), *scope)


def _text(header: str | None) -> str | None:
    if header is None:
        return None
    try:
        text = unquote(header, errors="strict") if header.isascii() else ""
    except UnicodeDecodeError:
        return None
    return text if WELL_FORMED.fullmatch(text) else None
