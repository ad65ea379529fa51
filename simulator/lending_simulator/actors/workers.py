"""Workers: they sleep until something in the outbox falls due."""

from collections.abc import Callable
from datetime import datetime, timedelta

import simpy

from lending.application.store import Changes, Store
from lending.application.worker import Worker
from lending_simulator.faults import ProcessDied
from lending_simulator.loom import Loom, microseconds

__all__ = ["Workshop"]

STEP_LIMIT = 6
RESTART = timedelta(seconds=40)


class Workshop:
    """Several workers over one outbox. A new entry wakes one that is idle; nobody polls."""

    def __init__(self, loom: Loom, store: Store, worker: Callable[[], Worker]) -> None:
        self._loom = loom
        self._store = store
        self._worker = worker
        self._idle: list[simpy.Event] = []
        self._alarms: set[datetime] = set()

    def open(self, workers: int) -> None:
        """Let so many workers begin."""
        for number in range(workers):
            self._loom.spawn(f"worker {number}", self._work)

    def noticed(self, changes: Changes) -> None:
        """These changes put something into the outbox, perhaps."""
        for due_at in sorted({entry.due_at for entry in changes.outbox}):
            self._wake_at(due_at)

    def _work(self) -> None:
        worker = self._worker()
        while True:
            try:
                self._work_through(worker)
            except ProcessDied:
                self._loom.sleep(RESTART)
                continue
            except Exception as error:  # noqa: BLE001 - a use case broke; its entry is offered again
                self._loom.report("worker", error)
                self._loom.sleep(RESTART)
                continue
            bell = self._loom.env.event()
            self._idle.append(bell)
            self._loom.wait(bell)

    def _work_through(self, worker: Worker) -> None:
        """Deal with everything that is due, then see when the next falls due."""
        while True:
            step = worker.step(self._loom.now, STEP_LIMIT)
            if step.done + step.refused + step.postponed == STEP_LIMIT:
                continue
            due = self._store.next_due()
            if due is not None and due <= self._loom.now:
                continue
            if due is not None:
                self._wake_at(due)
            return

    def _wake_at(self, instant: datetime) -> None:
        if instant in self._alarms:
            return
        self._alarms.add(instant)
        alarm = self._loom.env.timeout(max(0, microseconds(instant - self._loom.now)))
        assert alarm.callbacks is not None, "an alarm that has not rung yet"
        alarm.callbacks.append(lambda _event: self._ring(instant))

    def _ring(self, instant: datetime) -> None:
        self._alarms.discard(instant)
        if self._idle:
            self._idle.pop(0).succeed()
