"""What the user is told of an error, and the exit status: 1 the work found something wrong, 2 unusable input.

Errors are told apart by the names of their classes, so that no extra needs to be installed for that.
"""

import contextlib
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any

__all__ = ["Refused", "Unusable", "report"]

WRONG, UNUSABLE, STOPPED = 1, 2, 130


class Refused(Exception):
    """The platform refuses what the verb asks."""

    def __init__(self, refusal: Any) -> None:
        self.refusal = refusal
        super().__init__(refusal.message)


class Unusable(Refused):
    """The platform refuses the input that the verb was given."""


def report(error: BaseException) -> int:
    """Tell the error on standard error; answers the exit status."""
    names = (cls.__name__ for cls in type(error).__mro__)
    tell, status = next((KNOWN[name] for name in names if name in KNOWN), (_unexpected, WRONG))
    if isinstance(error, Refused) and error.refusal.violations:
        status = UNUSABLE
    for line in tell(error):
        sys.stderr.write(f"error: {line}\n")
    return status


def _violations(error: Any) -> Iterable[str]:
    return map(str, error.violations)


def _refused(error: Any) -> Iterable[str]:
    refusal = error.refusal
    if refusal.violations:
        return map(str, refusal.violations)
    return [f"{refusal.code}: {refusal.message}"]


def _itself(error: Any) -> Iterable[str]:
    return [str(error)]


def _usage(error: Any) -> Iterable[str]:
    return [error.format_message().rstrip(".").replace("\n", " ")]


def _help(error: Any) -> Iterable[str]:
    sys.stderr.write(f"{error.format_message()}\n")
    return ()


def _stopped(_error: Any) -> Iterable[str]:
    return ["stopped"]


def _file(error: Any) -> Iterable[str]:
    place = error.filename if error.filename is not None else "a file"
    return [f"{place}: {error.strerror or type(error).__name__}: expected a file or folder that can be used so"]


def _package(error: Any) -> Iterable[str]:
    module = str(error.name).partition(".")[0]
    extra = next((extra for extra, modules in EXTRAS.items() if module in modules), "all")
    return [f"this needs {error.name}, which is not installed: pip install 'lending[{extra}]'"]


EXTRAS = {
    "server": frozenset({"typer", "rich", "dependency_injector", "chinese_calendar", "structlog"}),
    "sql": frozenset({"alembic", "cattrs", "cryptography", "psycopg", "sqlalchemy", "zen"}),
    "grpc": frozenset({"google", "grpc", "grpc_health", "grpc_reflection", "grpc_status"}),
    "simulator": frozenset({"faker", "greenlet", "plotly", "simpy"}),
    "analytics": frozenset({"duckdb", "numpy", "polars", "pyarrow", "pyxirr"}),
}
"""The modules that each extra brings: what can be missing where only the library is installed."""


def _closed_pipe(_error: Any) -> Iterator[str]:
    """Whoever read our output has gone: nothing more to say, also not when Python flushes at its end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return iter(())


KNOWN: dict[str, tuple[Callable[[Any], Iterable[str]], int]] = {
    "InvalidInput": (_violations, UNUSABLE),
    "Unusable": (_refused, UNUSABLE),
    "Refused": (_refused, WRONG),
    "BookRefused": (_itself, WRONG),
    "EndOfDayRefused": (_itself, WRONG),
    "BadStoreUrl": (_itself, UNUSABLE),
    "BadKeyring": (_itself, UNUSABLE),
    "CannotListen": (_itself, UNUSABLE),
    "CannotOpen": (_itself, UNUSABLE),
    "StoreNotEmpty": (_itself, UNUSABLE),
    "SchemaOutOfDate": (_itself, WRONG),
    "StoreUnavailable": (_itself, WRONG),
    "Contention": (_itself, WRONG),
    "Unreadable": (_itself, WRONG),
    "NoArgsIsHelpError": (_help, UNUSABLE),
    "UsageError": (_usage, UNUSABLE),
    "Abort": (_stopped, STOPPED),
    "KeyboardInterrupt": (_stopped, STOPPED),
    "BrokenPipeError": (_closed_pipe, WRONG),
    "OSError": (_file, UNUSABLE),
    "ModuleNotFoundError": (_package, UNUSABLE),
}
"""By the name of the error's class or of one it derives from, the nearest first: what is told, and the status."""


def _unexpected(error: BaseException) -> Iterable[str]:
    """A bug: one line for the user, the whole where LENDING_DEBUG=1."""
    if os.environ.get("LENDING_DEBUG") == "1":
        traceback.print_exception(error)
    first = str(error).partition("\n")[0]
    return [f"unexpected {type(error).__name__}: {first} (LENDING_DEBUG=1 shows where)"]
