"""The bus: the one way to ask the platform anything."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import attrs

from lending.application.call import Actor, Call
from lending.application.catalogue import Catalogue
from lending.application.commands import Command, Query
from lending.application.limits import LimitExhausted
from lending.application.refusals import BusinessNotStarted, BusRefusal, KeyHeld, LimitReached, RequestIdReused
from lending.application.store import Contention, KeyTaken, Store, VersionConflict
from lending.application.work import UnitOfWork
from lending.kernel.canonical import fingerprint
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal

__all__ = ["Attempt", "Bus", "LocalBus"]

T = TypeVar("T")
E = TypeVar("E")

ATTEMPTS_MAX = 8
CASCADE_MAX = 8
"""Rounds of events leading to events; more than that is a reaction that feeds itself."""


class Bus(Protocol):
    """Asks commands and queries; in process, or over gRPC."""

    def execute(self, command: Command[T, E], call: Call) -> Outcome[T, E | BusRefusal]:
        """Carry the command out once: asked again under the same request id, it answers the same."""

    def ask(self, query: Query[T, E], call: Call) -> Outcome[T, E | BusRefusal]:
        """Answer the query."""


@attrs.frozen
class Attempt:
    """One run of a use case, for whoever observes the bus: `ended` is done, refused or conflict."""

    command: str
    ended: str
    code: str = ""


def _unobserved(_attempt: Attempt) -> None:
    """Nobody watches."""


class LocalBus:
    """Runs use cases in this process over a store; thread-safe, it holds no state of a request."""

    def __init__(self, store: Store, catalogue: Catalogue, observe: Callable[[Attempt], None] = _unobserved) -> None:
        self._store = store
        self._catalogue = catalogue
        self._observe = observe

    def execute(self, command: Command[T, E], call: Call) -> Outcome[T, E | BusRefusal]:
        """Carry the command out, running its use case again on a conflict, a bounded number of times."""
        name = type(command).__name__
        granted = self._catalogue.grants.check(call.actor, command)
        if isinstance(granted, Failure):
            self._observe(_ended(name, granted))
            return granted
        taken: KeyTaken | None = None
        exhausted: LimitExhausted | None = None
        for _ in range(ATTEMPTS_MAX):
            work = UnitOfWork(self._store, call, self)
            try:
                outcome = self._answered_before(command, call) or self._attempt(command, work)
                if isinstance(outcome, Failure):
                    # The same request, sent twice at once, may have been done meanwhile: what it did is no refusal.
                    outcome = self._answered_before(command, call) or outcome
            except VersionConflict:
                self._observe(Attempt(name, "conflict"))
            except KeyTaken as conflict:
                self._observe(Attempt(name, "conflict"))
                if taken is not None:
                    return Failure(KeyHeld(conflict.kind, conflict.key))
                taken = conflict
            except LimitExhausted as conflict:
                self._observe(Attempt(name, "conflict"))
                exhausted = conflict
            except AssertionError:
                # What was read at different moments need not fit together; what still stands so has to.
                if not work.is_overtaken():
                    raise
                self._observe(Attempt(name, "conflict"))
            else:
                self._observe(_ended(name, outcome))
                return outcome
            call = work.call
        if exhausted is not None:
            return Failure(LimitReached(exhausted.key))
        raise Contention(f"{name} met {ATTEMPTS_MAX} conflicts in a row")

    def ask(self, query: Query[T, E], call: Call) -> Outcome[T, E | BusRefusal]:
        """Answer from the store as it stands."""
        granted = self._catalogue.grants.check(call.actor, query)
        if isinstance(granted, Failure):
            return granted
        work = UnitOfWork(self._store, call, self)
        call = work.enter(self._catalogue.accounting_day(work))
        answer: Outcome[T, E] = self._catalogue.queries[type(query)](query, call, self._store)
        return answer

    def _answered_before(self, command: Command[T, Any], call: Call) -> Outcome[T, RequestIdReused] | None:
        stored = self._store.receipt(call.request_id)
        if stored is None:
            return None
        if stored.fingerprint != fingerprint(command):
            return Failure(RequestIdReused(call.request_id.value))
        answer: Any = stored.receipt
        return Success(answer)

    def _attempt(self, command: Command[T, Any], work: UnitOfWork) -> Outcome[T, Any]:
        day = self._catalogue.accounting_day(work)
        if day is None and type(command) not in self._catalogue.before_start:
            return Failure(BusinessNotStarted(type(command).__name__))
        call = work.enter(day)
        outcome = self.perform(command, call, work)
        if isinstance(outcome, Failure):
            return outcome
        reacted = self._react(call, work)
        if isinstance(reacted, Failure):
            return reacted
        self._store.commit(work.changes(command, outcome.unwrap()))
        return outcome

    def permits(self, command: Command[Any, Any], actor: Actor) -> Outcome[None, Refusal]:
        """Whether the actor may ask for this command, given that a second person approves."""
        return self._catalogue.grants.check(actor, command, approved=True)

    def perform(self, command: Command[Any, Any], call: Call, work: UnitOfWork) -> Outcome[Any, Any]:
        """Run the command's use case in `work`, which this bus began."""
        return self._catalogue.use_cases[type(command)](command, call, work)

    def _react(self, call: Call, work: UnitOfWork) -> Outcome[None, Any]:
        """Run the reactions to all events, and to the events of those, in registry order."""
        done = 0
        for _ in range(CASCADE_MAX):
            fresh = work.events_after(done)
            if not fresh:
                return Success(None)
            done += len(fresh)
            for event in fresh:
                for reaction in self._catalogue.reactions.get(type(event), ()):
                    outcome = reaction(event, call, work)
                    if isinstance(outcome, Failure):
                        return outcome
        raise AssertionError("reactions feed each other without end")


def _ended(name: str, outcome: Outcome[Any, Any]) -> Attempt:
    if isinstance(outcome, Failure):
        return Attempt(name, "refused", outcome.failure().code)
    return Attempt(name, "done")
