"""`Settings`: what the environment says, checked as a whole before anything starts."""

import difflib
import os
from collections.abc import Callable, Mapping
from typing import Any, Self

import attrs

from lending.kernel.invalid import InvalidInput, InvalidValue, Violation, shown
from lending.kernel.whole import parse_whole

__all__ = ["Settings"]

PREFIX = "LENDING_"
POOL_MAX = 200
ELSEWHERE = frozenset({"LENDING_KEYRING", "LENDING_KEYRING_FILE"})
"""Read by the store itself, when it opens."""


@attrs.frozen(kw_only=True)
class Settings:
    """How this process runs. Each field is read from the environment, `database_url` from LENDING_DATABASE_URL."""

    database_url: str | None = None
    """Where the platform's store is; a verb's `--database` goes before it."""
    pool_size: int = 10
    """Connections to the database, and calls served at a time."""
    debug: bool = False
    """Whether an unexpected fault is shown with its traceback."""

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The settings in this environment. Raises `InvalidInput` with every fault found."""
        faults: list[Violation] = []
        values: dict[str, Any] = {}
        for name, read in READERS.items():
            text = environment.get(variable(name), "")
            if text:
                try:
                    values[name] = read(text)
                except InvalidInput as error:
                    faults.extend(error.under(variable(name)).violations)
        faults.extend(_unknown(environment))
        if faults:
            raise InvalidInput(faults)
        return cls(**values)

    def told(self) -> dict[str, str]:
        """The settings by variable, fit to be shown: a password in a URL is not."""
        url = self.database_url or "not set"
        return {
            variable("database_url"): without_password(url),
            variable("pool_size"): str(self.pool_size),
            variable("debug"): "1" if self.debug else "0",
        }


def variable(name: str) -> str:
    """The environment variable of a field."""
    return f"{PREFIX}{name.upper()}"


def without_password(url: str) -> str:
    """The URL with its password, if it has one, hidden."""
    scheme, mark, rest = url.partition("://")
    account, at, host = rest.rpartition("@")
    user, colon, _password = account.partition(":")
    return f"{scheme}{mark}{user}{':***' if colon else ''}{at}{host}"


def _url(text: str) -> str:
    if text != "memory" and "://" not in text:
        raise InvalidValue("", text, "memory, sqlite:///file.db or postgresql+psycopg://user@host/database")
    return text


def _pool(text: str) -> int:
    return parse_whole(text, 1, POOL_MAX)


def _flag(text: str) -> bool:
    if text not in {"0", "1"}:
        raise InvalidValue("", text, "0 or 1")
    return text == "1"


READERS: dict[str, Callable[[str], Any]] = {"database_url": _url, "pool_size": _pool, "debug": _flag}


def _unknown(environment: Mapping[str, str]) -> list[Violation]:
    """A misspelt variable must not be passed over in silence."""
    known = sorted({*map(variable, READERS), *ELSEWHERE})
    strange = (name for name in sorted(environment) if name.startswith(PREFIX) and name not in known)
    return [Violation(name, shown(environment[name]), _nearest(name, known)) for name in strange]


def _nearest(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"a known variable; the nearest is {close[0]}" if close else f"one of {', '.join(known)}"
