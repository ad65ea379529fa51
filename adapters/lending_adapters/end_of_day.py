"""The end of day run task by task, in this process, from wherever an earlier run stopped."""

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime

from lending.application.bus import Bus
from lending.application.store import Reader
from lending.flows.end_of_day import NODES, TASKS_A_DAY, Task, days_to_open, run_task, tasks_of
from lending.kernel.outcome import Failure
from lending.kernel.refusals import Refusal
from lending.operations.accounting_day import ACCOUNTING_DAY
from lending.operations.calendar import PublishedCalendar
from lending.operations.jobs import JobRun
from lending.operations.ports import ACCOUNTING_DAYS, CALENDARS, JOB_RUNS

__all__ = [
    "EndOfDayRefused",
    "count_tasks",
    "open_day",
    "open_days",
    "published_calendar",
    "rows_of",
    "run_end_of_day",
    "unfinished",
]

SWITCH = NODES[0].name
YEARS_MAX = 1_000
"""More than anybody publishes."""


class EndOfDayRefused(Exception):
    """The platform does not carry out a task of the end of day."""

    def __init__(self, task: Task, refusal: Refusal) -> None:
        self.task = task
        self.refusal = refusal
        super().__init__(f"{task.node}, shard {task.shard}: {refusal.code}: {refusal.message}")


def open_day(reader: Reader) -> date | None:
    """The accounting day that is open; None before business starts."""
    stored = reader.load(ACCOUNTING_DAYS, ACCOUNTING_DAY)
    return stored.value.on if stored else None


def published_calendar(reader: Reader) -> PublishedCalendar:
    """The business calendar of every year that has been published."""
    return PublishedCalendar({year.year: year for year in reader.page(CALENDARS, None, "", "", YEARS_MAX)})


def open_days(reader: Reader, through: date) -> Iterator[tuple[date, tuple[Task, ...]]]:
    """The days to open in order to close `through`, and the tasks of each.

    A day that is open and was not finished, because the run that opened it was killed, comes first.
    """
    today = open_day(reader)
    if today is None:
        return
    rest = unfinished(reader, today)
    if rest:
        yield today, rest
    for day in days_to_open(today, through):
        yield day, tuple(tasks_of(day))


def count_tasks(reader: Reader, through: date) -> int:
    """How many tasks `open_days` gives, without making them."""
    today = open_day(reader)
    if today is None:
        return 0
    days = max(0, (through - today).days + 1)
    return len(unfinished(reader, today)) + days * TASKS_A_DAY


def unfinished(reader: Reader, today: date) -> tuple[Task, ...]:
    """The tasks of the open day of which no run is recorded; its switch is done, or it would not be open."""
    done = {(run.node, run.shard) for run in _runs(reader, today)}
    return tuple(task for task in tasks_of(today) if task.node != SWITCH and (task.node, task.shard) not in done)


def run_end_of_day(
    bus: Bus, tasks: tuple[Task, ...], at: datetime, done: Callable[[Task, float], None] = lambda _task, _seconds: None
) -> None:
    """Run the tasks one by one, telling `done` of each. Raises `EndOfDayRefused`."""
    for task in tasks:
        began = time.perf_counter()
        outcome = run_task(bus, task, at)
        if isinstance(outcome, Failure):
            raise EndOfDayRefused(task, outcome.failure())
        done(task, time.perf_counter() - began)


def rows_of(reader: Reader, day: date) -> dict[str, int]:
    """The rows that each sharded node looked at when `day` was opened."""
    rows: dict[str, int] = {}
    for run in _runs(reader, day):
        rows[run.node] = rows.get(run.node, 0) + run.rows
    return rows


def _runs(reader: Reader, day: date) -> Iterator[JobRun]:
    return (stored.value for stored in reader.lookup(JOB_RUNS, JOB_RUNS.key("day"), day.isoformat()))
