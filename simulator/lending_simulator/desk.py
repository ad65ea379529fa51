"""The desk: where actors ask the platform. Requests get lost and repeated here as they do on any network."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from lending.application.bus import Bus
from lending.application.call import Actor, Call
from lending.application.commands import Command, Query
from lending.application.refusals import BusRefusal, RequestIdReused
from lending.application.store import Contention
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Outcome, Success
from lending_simulator.faults import Faults, ProcessDied
from lending_simulator.history import Asked, History, answer_of
from lending_simulator.invariants.referee import Referee
from lending_simulator.loom import Loom
from lending_simulator.tally import Tally
from lending_simulator.traffic import Traffic

__all__ = ["Desk", "Unanswered", "WatchedBus"]

T = TypeVar("T")
E = TypeVar("E")

TRIES_MAX = 20
PATIENCE = timedelta(seconds=3)


class Unanswered(Exception):
    """However often it was asked, no answer came."""


class WatchedBus:
    """The bus, with each request counted, kept in the history and known as one use case in flight."""

    def __init__(
        self, bus: Bus, loom: Loom, traffic: Traffic, tally: Tally, history: History, referee: Referee
    ) -> None:
        self._bus = bus
        self._referee = referee
        self._loom = loom
        self._traffic = traffic
        self._tally = tally
        self._history = history

    def execute(self, command: Command[T, E], call: Call) -> Outcome[T, E | BusRefusal]:
        """As the bus."""
        asked = self._history.begin(self._loom.now, command, call)
        try:
            with self._traffic.flight(type(command).__name__):
                outcome = self._bus.execute(command, call)
        except Exception as error:
            self._tally.failed(type(command).__name__)
            asked.ended = f"no answer: {type(error).__name__} {error}"
            raise
        asked.ended = answer_of(outcome)
        self._check_refusal(asked, outcome)
        return outcome

    def ask(self, query: Query[T, E], call: Call) -> Outcome[T, E | BusRefusal]:
        """As the bus."""
        with self._traffic.flight(type(query).__name__):
            return self._bus.ask(query, call)

    def _check_refusal(self, asked: Asked, outcome: Outcome[Any, Any]) -> None:
        """Once a request has been carried out, the same request hears of its success and of nothing else."""
        if isinstance(outcome, Success) or isinstance(outcome.failure(), RequestIdReused):
            return
        done = self._referee.has_been_done(asked.call.request_id)
        self._referee.told("what_was_done_is_never_refused", asked.line if done else None)


class Desk:
    """Asks for actors, and asks again under the same request id where no answer came."""

    def __init__(self, bus: Bus, loom: Loom, faults: Faults, referee: Referee) -> None:
        self._bus = bus
        self._loom = loom
        self._faults = faults
        self._referee = referee
        self._serial = 0

    def call(self, actor: Actor) -> Call:
        """A new request of this actor, received now."""
        self._serial += 1
        request_id = RequestId.derive(self._loom.now, "simulator", actor.id, str(self._serial))
        return Call(request_id=request_id, actor=actor, received_at=self._loom.now)

    def ask(self, query: Query[T, E], actor: Actor) -> Outcome[T, E | BusRefusal]:
        """Ask a question."""
        return self._bus.ask(query, self.call(actor))

    def execute(self, command: Command[T, E], actor: Actor) -> Outcome[T, E | BusRefusal]:
        """Ask for a command until it is answered; the network may deliver it twice."""
        call = self.call(actor)
        if not self._faults.strikes("request_repeated", type(command).__name__):
            return self.insist(lambda: self._bus.execute(command, call))
        twin: list[Outcome[T, E | BusRefusal]] = []

        def repeat() -> None:
            twin.append(self.insist(lambda: self._bus.execute(command, call)))

        strand = self._loom.spawn(f"repeated {type(command).__name__}", repeat)
        outcome = self.insist(lambda: self._bus.execute(command, call))
        self._loom.join([strand])
        self._compare(command, outcome, twin)
        return outcome

    def insist(self, ask: Callable[[], T]) -> T:
        """Ask again, after a while, whenever the one who was asked died or gave up."""
        for tries in range(TRIES_MAX):
            try:
                return ask()
            except (ProcessDied, Contention):
                self._loom.sleep(PATIENCE * (1 + tries))
        raise Unanswered(f"no answer after {TRIES_MAX} tries")

    @property
    def now(self) -> datetime:
        """The simulated instant."""
        return self._loom.now

    def _compare(
        self,
        command: Command[T, E],
        outcome: Outcome[T, E | BusRefusal],
        twin: list[Outcome[T, E | BusRefusal]],
    ) -> None:
        differs = any(
            isinstance(outcome, Success) and isinstance(other, Success) and outcome != other for other in twin
        )
        facts = f"{type(command).__name__} answered {outcome} and {twin}" if differs else None
        self._referee.told("a_request_asked_twice_is_answered_once", facts)
