"""The acts: every command and query of the registry, with the answer it gives and where it is served."""

import typing
from collections.abc import Iterable
from functools import cache
from typing import Any

import attrs

from lending import registry
from lending.application.commands import Command, Query
from lending_adapters.grpc.naming import PACKAGE, request_name, response_name, service_of

__all__ = ["Act", "acts", "commands", "services"]


@attrs.frozen
class Act:
    """A command or query, the type of its answer, and the refusals it names."""

    of: type
    answer: type
    refusals: tuple[type, ...]

    @property
    def is_command(self) -> bool:
        """Whether it changes anything."""
        return issubclass(self.of, Command)

    @property
    def service(self) -> str:
        """The service it belongs to."""
        return service_of(self.of)

    @property
    def path(self) -> str:
        """The method's path: /lending.v1.LoansService/GetLoan."""
        return f"/{PACKAGE}.{self.service}/{self.of.__name__}"

    @property
    def request(self) -> str:
        """The name of the message that asks."""
        return request_name(self.of)

    @property
    def response(self) -> str:
        """The name of the message that answers."""
        return response_name(self.of)

    @property
    def answer_field(self) -> str:
        """The field of the response that holds the answer."""
        return "receipt" if self.is_command else "answer"


@cache
def acts() -> tuple[Act, ...]:
    """Every act, in the order of the registry."""
    return tuple(_act(of) for of in (*registry.USE_CASES, *registry.QUERIES))


@cache
def commands() -> tuple[Act, ...]:
    """Every command, in the order of the registry."""
    return tuple(act for act in acts() if act.is_command)


def services(among: Iterable[Act]) -> dict[str, tuple[Act, ...]]:
    """Acts by the service that answers them."""
    grouped: dict[str, tuple[Act, ...]] = {}
    for act in among:
        grouped[act.service] = (*grouped.get(act.service, ()), act)
    return grouped


def _act(of: type) -> Act:
    bases: tuple[Any, ...] = getattr(of, "__orig_bases__", ())
    declared = next(base for base in bases if issubclass(typing.get_origin(base) or object, (Command, Query)))
    answer, refusals = typing.get_args(declared)
    return Act(of, answer, typing.get_args(refusals) or (refusals,))
