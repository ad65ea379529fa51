"""Grants: which role may ask what, within which scope. What is not granted is denied."""

from collections.abc import Iterable
from typing import Any

import attrs

from lending.application.call import Actor, Role
from lending.application.commands import Command, Query
from lending.application.refusals import NeedsSecondPerson, NotGranted
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["Grant", "Grants"]

Act = type[Command[Any, Any]] | type[Query[Any, Any]]


@attrs.frozen
class Grant:
    """A role may ask an act.

    `within` names the field of the act that must equal the actor's scope: an advisor's own dealer, a
    customer's own id. `second` says that it takes another person's approval (复核).
    """

    role: Role
    act: Act
    within: str | None = None
    second: bool = False


class Grants:
    """The table of grants, asked by the bus before anything is read."""

    def __init__(self, grants: Iterable[Grant]) -> None:
        self._by_act: dict[tuple[Role, Act], Grant] = {(grant.role, grant.act): grant for grant in grants}

    def check(
        self, actor: Actor, asked: object, *, approved: bool = False
    ) -> Outcome[None, NotGranted | NeedsSecondPerson]:
        """Whether `actor` may ask this, `approved` by a second person or not."""
        name = type(asked).__name__
        grant = self._by_act.get((actor.role, type(asked)))  # type: ignore[arg-type]
        if grant is None or not _in_scope(actor, asked, grant):
            return Failure(NotGranted(act=name, role=actor.role.value))
        if grant.second and not approved:
            return Failure(NeedsSecondPerson(act=name))
        return Success(None)


def _in_scope(actor: Actor, asked: object, grant: Grant) -> bool:
    if grant.within is None:
        return True
    held = getattr(asked, grant.within)
    return held is not None and str(held) == actor.scope
