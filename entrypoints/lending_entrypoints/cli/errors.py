"""What the user is told of an error, and the exit status: 1 the work found something wrong, 2 unusable input.

Errors are told apart by the names of their classes, so that no extra needs to be installed for that.
"""

import contextlib
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any

__all__ = ["Refused", "report"]

WRONG, UNUSABLE, STOPPED = 1, 2, 130

STATUS = {
    "BadStoreUrl": UNUSABLE,
    "BadKeyring": UNUSABLE,
    "CannotListen": UNUSABLE,
    "SchemaOutOfDate": WRONG,
    "StoreUnavailable": WRONG,
    "Contention": WRONG,
    "Unreadable": WRONG,
}
"""Exceptions whose own text says it all."""


class Refused(Exception):
    """The platform refuses what the verb asks."""

    def __init__(self, refusal: Any) -> None:
        self.refusal = refusal
        super().__init__(refusal.message)


def report(error: BaseException) -> int:
    """Tell the error on standard error; answers the exit status."""
    names = [cls.__name__ for cls in type(error).__mro__]
    told, status = next(
        ((tell(error), status) for name in names for tell, status in KNOWN.get(name, ())), (None, WRONG)
    )
    if told is None:
        known = next((STATUS[name] for name in names if name in STATUS), None)
        told, status = ([str(error)], known) if known else (_unexpected(error), WRONG)
    refusal = getattr(error, "refusal", None)
    if refusal is not None and refusal.violations and isinstance(error, Refused):
        status = UNUSABLE
    for line in told:
        print(f"error: {line}", file=sys.stderr)
    if isinstance(error, KeyboardInterrupt):
        return STOPPED
    return status


def _violations(error: Any) -> Iterable[str]:
    return map(str, error.violations)


def _refused(error: Any) -> Iterable[str]:
    refusal = error.refusal
    if refusal.violations:
        return map(str, refusal.violations)
    return [f"{refusal.code}: {refusal.message}"]


def _part_refused(error: Any) -> Iterable[str]:
    return [str(error)]


def _usage(error: Any) -> Iterable[str]:
    return [error.format_message().rstrip(".").replace("\n", " ")]


def _stopped(_error: Any) -> Iterable[str]:
    return ["stopped"]


def _file(error: Any) -> Iterable[str]:
    place = error.filename if error.filename is not None else "a file"
    return [f"{place}: {error.strerror or type(error).__name__}: expected a file or folder that can be used so"]


def _package(error: Any) -> Iterable[str]:
    return [f"this needs the package {error.name}: pip install 'lending[all]'"]


def _closed_pipe(_error: Any) -> Iterator[str]:
    """Whoever read our output has gone: nothing more to say, also not when Python flushes at its end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return iter(())


KNOWN: dict[str, tuple[tuple[Callable[[Any], Iterable[str]], int], ...]] = {
    "InvalidInput": ((_violations, UNUSABLE),),
    "Refused": ((_refused, WRONG),),
    "BookRefused": ((_part_refused, WRONG),),
    "EndOfDayRefused": ((_part_refused, WRONG),),
    "UsageError": ((_usage, UNUSABLE),),
    "Abort": ((_stopped, STOPPED),),
    "KeyboardInterrupt": ((_stopped, STOPPED),),
    "BrokenPipeError": ((_closed_pipe, WRONG),),
    "OSError": ((_file, UNUSABLE),),
    "ModuleNotFoundError": ((_package, WRONG),),
}


def _unexpected(error: BaseException) -> Iterable[str]:
    """A bug: one line for the user, the whole where LENDING_DEBUG=1."""
    if os.environ.get("LENDING_DEBUG") == "1":
        traceback.print_exception(error)
    first = str(error).partition("\n")[0]
    return [f"unexpected {type(error).__name__}: {first} (LENDING_DEBUG=1 shows where)"]
