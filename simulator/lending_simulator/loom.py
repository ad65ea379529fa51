"""`Loom`: SimPy owns the time; whatever runs is ordinary synchronous code in a greenlet, a strand of its own.

A strand runs until it waits. Then the loom goes on to whatever happens next in simulated time, so thousands of
strands interleave wherever they wait, and always in the same way.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

import greenlet
import simpy

__all__ = ["Loom", "Strand", "microseconds"]

MICROSECOND = timedelta(microseconds=1)


def microseconds(span: timedelta) -> int:
    """The span as the loom's whole units of time."""
    return span // MICROSECOND


def _raise(_name: str, error: Exception) -> None:
    raise error


class Strand(greenlet.greenlet):
    """One line of activity. `flight` numbers the use case it is in, 0 outside of any; `task` names what it is at."""

    def __init__(self, run: Callable[[], None], parent: greenlet.greenlet, done: simpy.Event) -> None:
        super().__init__(run, parent)
        self.done = done
        self.flight = 0
        self.task = ""


class Loom:
    """Simulated time from `start` on, and the strands in it. `crashed` is told of a strand's uncaught exception."""

    def __init__(self, start: datetime, crashed: Callable[[str, Exception], None] = _raise) -> None:
        self.env = simpy.Environment()
        self._start = start
        self._crashed = crashed
        self._hub = greenlet.getcurrent()
        self._strands: set[Strand] = set()
        self.spawned = 0
        self._stopped = self.env.event()

    @property
    def now(self) -> datetime:
        """The simulated instant."""
        return self._start + timedelta(microseconds=int(self.env.now))

    @property
    def strand(self) -> Strand:
        """The strand that runs now."""
        running = greenlet.getcurrent()
        assert isinstance(running, Strand), "only a strand may wait: spawn one"
        return running

    def spawn(self, name: str, act: Callable[[], None], at: datetime | None = None) -> Strand:
        """Run `act` in a strand of its own, now or at a later instant."""
        delay = max(0, microseconds(at - self.now)) if at else 0

        def live() -> None:
            try:
                act()
            except Exception as error:  # noqa: BLE001 - whatever it is, the world is told and goes on
                self.report(name, error)
            finally:
                self._strands.discard(strand)
            strand.done.succeed()

        strand = Strand(live, self._hub, self.env.event())
        self.spawned += 1
        self._strands.add(strand)
        self._resume_on(self.env.timeout(delay), strand)
        return strand

    def report(self, name: str, error: Exception) -> None:
        """What `name` did ended in an exception that nobody expected."""
        self._crashed(name, error)

    def pause(self, units: int) -> None:
        """Let others run for so many microseconds."""
        self.wait(self.env.timeout(units))

    def sleep(self, span: timedelta) -> None:
        """Let others run for this span."""
        self.pause(microseconds(span))

    def sleep_until(self, instant: datetime) -> None:
        """Let others run until this instant."""
        self.pause(max(0, microseconds(instant - self.now)))

    def wait(self, event: simpy.Event) -> Any:
        """Let others run until the event happens; answers with its value."""
        if event.processed:
            return event.value
        self._resume_on(event, self.strand)
        self._hub.switch()
        return event.value

    def wait_at_most(self, event: simpy.Event, span: timedelta) -> bool:
        """Let others run until the event happens or the span is over; whether it happened."""
        self.wait(event | self.env.timeout(microseconds(span)))
        return event.triggered

    def join(self, strands: Iterable[Strand]) -> None:
        """Wait until all of these strands have ended."""
        for strand in strands:
            self.wait(strand.done)

    def stop(self) -> None:
        """End the run at this instant."""
        if not self._stopped.triggered:
            self._stopped.succeed()

    @property
    def stopped(self) -> bool:
        """Whether the run was ended before its time."""
        return self._stopped.triggered

    def run_until(self, event: simpy.Event) -> None:
        """Let time pass until the event happens, or until the run is stopped."""
        if not self.stopped:
            self.env.run(until=event | self._stopped)

    def close(self) -> None:
        """End the strands that still wait for something."""
        for strand in tuple(self._strands):
            strand.throw(greenlet.GreenletExit)

    @staticmethod
    def _resume_on(event: simpy.Event, strand: Strand) -> None:
        def resume(_event: simpy.Event) -> None:
            strand.switch()

        assert event.callbacks is not None, "the event is over"
        event.callbacks.append(resume)
