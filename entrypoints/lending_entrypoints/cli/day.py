"""`lending eod run`: the end of day, day by day, from wherever an earlier run stopped."""

import time
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, progress, table

if TYPE_CHECKING:
    from datetime import date

    from lending.application.store import Reader

__all__ = ["run_days"]


def run_days(
    through: str | None = typer.Option(None, help="The last day to close, such as 2024-01-31 (required)."),
    database: str | None = typer.Option(
        None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given."
    ),
    engine: str = typer.Option("local", help="Where the shards are computed: local."),
    form: Format = typer.Option(Format.TABLE, "--format", help="How to print it."),
) -> None:
    """Close every day up to and including THROUGH. A run that was stopped anywhere goes on where it stopped.

    Example: lending eod run --through 2024-01-31 --database sqlite:///lending.db
    """
    given = Given()
    last = given.day("through", through)
    given.choice("engine", engine, "local")
    given.check()
    url, pool = database_url(database)
    document = _closed(url, pool, last)
    rows = [(node["name"], f"{node['seconds']:.2f}", str(node["rows"])) for node in document["nodes"]]
    title = f"{document['days']} days closed through {last}, {document['loans']} active loans, {document['seconds']} s"
    emit(form, document, table(title, ("node", "seconds", "rows"), rows))


def _closed(url: str, pool: int, last: "date") -> dict[str, Any]:
    """Run it with a progress bar; answers the contract's document."""
    from lending.flows.end_of_day import NODES, Task
    from lending_adapters.end_of_day import count_tasks, open_days, rows_of, run_end_of_day
    from lending_entrypoints.clock import SystemClock
    from lending_entrypoints.containers import open_app

    seconds = dict.fromkeys((node.name for node in NODES), 0.0)
    rows = dict.fromkeys(seconds, 0)
    began, days, loans = time.perf_counter(), 0, 0
    with open_app(url, pool) as app, progress() as shown:
        store = app.storage().store()
        today = _today(store, last)
        bar = shown.add_task("end of day", total=count_tasks(store, last))

        def done(task: Task, took: float) -> None:
            seconds[task.node] += took
            shown.advance(bar)

        for day, tasks in open_days(store, last):
            shown.update(bar, description=f"opening {day}")
            run_end_of_day(app.bus(), tasks, SystemClock().now(), done)
            days += day > today
            looked_at = {"switch": int(day > today), **rows_of(store, day)}
            loans = looked_at.get("accrual", loans)
            for name in rows:
                rows[name] += looked_at.get(name, 0)
    nodes = [{"name": name, "seconds": round(seconds[name], 3), "rows": rows[name]} for name in seconds]
    took = round(time.perf_counter() - began, 3)
    return {"through": last.isoformat(), "days": days, "loans": loans, "nodes": nodes, "seconds": took}


def _today(reader: "Reader", last: "date") -> "date":
    """The open day. Raises unless the days until `last` can be closed: business runs, their calendar is published."""
    from lending.application.refusals import BusinessNotStarted
    from lending.kernel.invalid import InvalidInput, Violation
    from lending_adapters.end_of_day import open_day, published_calendar
    from lending_entrypoints.cli.errors import Refused

    today = open_day(reader)
    if today is None:
        raise Refused(BusinessNotStarted("SwitchDay"))
    calendar = published_calendar(reader)
    if calendar.uncovered(today, last) is not None:
        expected = (
            f"a day of the years whose business calendar is published ({calendar}; `lending book load` adds to it)"
        )
        raise InvalidInput([Violation("through", last.isoformat(), expected)])
    return today
