"""The words of the core, found where they are defined: every command, query, event and refusal."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import Any, Never, get_args, get_origin, get_type_hints

import lending
from lending.application.commands import Command, DatedCommand, Message, Query, Receipt
from lending.kernel.events import Event
from lending.kernel.outcome import Failure
from lending.kernel.refusals import Refusal

__all__ = [
    "commands",
    "events",
    "members",
    "messages",
    "queries",
    "receipts",
    "refusals",
    "refusals_of",
    "refusals_of_function",
]


BASES = {Command, DatedCommand, Query, Event, Refusal, Receipt, Message}


@cache
def _modules() -> tuple[ModuleType, ...]:
    return tuple(importlib.import_module(found.name) for found in pkgutil.walk_packages(lending.__path__, "lending."))


def _defined(base: type) -> Iterator[type]:
    """The base's subclasses in the core, each where it is defined; `_private` ones are bases of others."""
    for module in _modules():
        for name, value in vars(module).items():
            ours = inspect.isclass(value) and value.__module__ == module.__name__
            if ours and issubclass(value, base) and value not in BASES and not name.startswith("_"):
                yield value


def commands() -> set[type]:
    """Every command."""
    return set(_defined(Command))


def queries() -> set[type]:
    """Every query."""
    return set(_defined(Query))


def events() -> set[type]:
    """Every event."""
    return set(_defined(Event))


def refusals() -> set[type]:
    """Every refusal."""
    return set(_defined(Refusal))


def receipts() -> set[type]:
    """Every receipt."""
    return set(_defined(Receipt))


def messages() -> set[type]:
    """Every message to the outside."""
    return set(_defined(Message))


def members(union: Any) -> set[type]:
    """The types a closed union is of; a single type is a union of one."""
    if union in {None, type(None), Never}:
        return set()
    return {member for part in get_args(union) for member in members(part)} if get_args(union) else {union}


def refusals_of(word: type) -> set[type]:
    """The closed union of refusals that a command or query names."""
    bases = (base for base in getattr(word, "__orig_bases__", ()) if get_origin(base) in BASES)
    return {member for base in bases for member in members(get_args(base)[1])}


def refusals_of_function(function: Callable[..., Any]) -> set[type]:
    """The closed union of refusals in a function's `Outcome`."""
    sides = get_args(get_type_hints(function)["return"])
    return {member for side in sides if get_origin(side) is Failure for member in members(get_args(side)[0])}
