"""Which types stored text may name: found in the registry, so that nothing is listed twice."""

import typing
from collections.abc import Iterable

from lending import registry
from lending.application.commands import Command, Receipt

__all__ = ["receipts_of", "registered_types"]


def registered_types() -> tuple[type, ...]:
    """Everything that the registry lets stand in a store: kinds, events, commands, their receipts, messages."""
    commands: tuple[type, ...] = tuple(registry.USE_CASES)
    kept = tuple(kind.type for kind in registry.KINDS)
    named = (*kept, *registry.EVENTS, *registry.MESSAGES, *commands, *receipts_of(commands))
    return tuple(dict.fromkeys(named))


def receipts_of(commands: Iterable[type]) -> tuple[type, ...]:
    """The receipts that these commands answer with, as their declarations say: `Command[Receipt, Refusals]`."""
    return tuple(dict.fromkeys(receipt for command in commands for receipt in _receipts(command)))


def _receipts(command: type) -> Iterable[type]:
    for base in getattr(command, "__orig_bases__", ()):
        if issubclass(typing.get_origin(base) or object, Command):
            answer = typing.get_args(base)[0]
            choices = typing.get_args(answer) or (answer,)
            yield from (choice for choice in choices if isinstance(choice, type) and issubclass(choice, Receipt))
