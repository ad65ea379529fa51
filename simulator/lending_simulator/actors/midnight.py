"""Midnight: the end of day, run by several at a time while the business goes on."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from lending.application.bus import Bus
from lending.application.call import CHINA
from lending.flows.end_of_day import Task, run_task, tasks_of
from lending.kernel.outcome import Failure, Outcome
from lending_simulator.desk import Desk
from lending_simulator.faults import Faults
from lending_simulator.loom import Loom

__all__ = ["Midnight"]

SECOND_RUN_AFTER = timedelta(seconds=2)


class Midnight:
    """Closes each day of the run. `closed` is told each day that has been opened."""

    def __init__(self, loom: Loom, bus: Bus, desk: Desk, faults: Faults, runners: int) -> None:
        self._loom = loom
        self._bus = bus
        self._desk = desk
        self._faults = faults
        self._runners = runners

    def keep(self, first: date, days: int, closed: Callable[[date], None]) -> None:
        """Stay up for so many midnights."""
        for ahead in range(1, days + 1):
            opening = first + timedelta(days=ahead)
            self._loom.sleep_until(datetime.combine(opening, time(), CHINA))
            if self._faults.strikes("end_of_day_twice", "end of day"):
                again = self._loom.now + SECOND_RUN_AFTER
                self._loom.spawn("end of day, again", lambda day=opening: self._open(day), again)  # type: ignore[misc]
            self._open(opening)
            closed(opening)

    def _open(self, opening: date) -> None:
        """All tasks of the day, node by node, the shards of a node side by side."""
        for node, tasks in groupby(tasks_of(opening), key=lambda task: task.node):
            waiting = list(tasks)
            runners = [
                self._loom.spawn(f"end of day, {node}, runner {number}", lambda: self._run(waiting))  # noqa: B023
                for number in range(min(self._runners, len(waiting)))
            ]
            self._loom.join(runners)

    def _run(self, waiting: list[Task]) -> None:
        while waiting:
            task = waiting.pop(0)
            outcome = self._desk.insist(lambda: self._ask(task))  # noqa: B023 - run before the next is taken
            assert not isinstance(outcome, Failure), f"{task.node} {task.shard} was refused: {outcome}"

    def _ask(self, task: Task) -> Outcome[Any, Any]:
        return run_task(self._bus, task, self._loom.now)
