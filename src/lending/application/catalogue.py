"""`Catalogue`: the shape of the registry, which the bus is given."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs

from lending.application.call import Call
from lending.application.commands import Command, Query
from lending.application.grants import Grants
from lending.application.work import Work
from lending.kernel.events import Event
from lending.kernel.outcome import Outcome

__all__ = ["Catalogue", "QueryHandler", "Reaction", "UseCase"]

UseCase = Callable[[Any, Call, Any], Outcome[Any, Any]]
"""`(command, call, work) -> Outcome`; typed precisely where it is defined."""

QueryHandler = Callable[[Any, Call, Any], Outcome[Any, Any]]
"""`(query, call, reader) -> Outcome`."""

Reaction = Callable[[Any, Call, Any], Outcome[None, Any]]
"""`(event, call, work) -> Outcome`, in the same unit of work as the event."""


@attrs.frozen(kw_only=True)
class Catalogue:
    """What there is to ask, who may ask it, and what follows from what happens."""

    use_cases: Mapping[type[Command[Any, Any]], UseCase]
    queries: Mapping[type[Query[Any, Any]], QueryHandler]
    reactions: Mapping[type[Event], tuple[Reaction, ...]]
    grants: Grants
    accounting_day: Callable[[Work], date | None]
    before_start: frozenset[type[Command[Any, Any]]]
    """Commands that may run before an accounting day is open."""
