"""`lending eod run`: the end of day, day by day, from wherever an earlier run stopped."""

import sys
import time
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from datetime import date

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
    from lending_adapters.end_of_day import open_day, open_days, rows_of, run_end_of_day
    from lending_entrypoints.cli.errors import Refused
    from lending_entrypoints.clock import SystemClock
    from lending_entrypoints.containers import open_app

    seconds = dict.fromkeys((node.name for node in NODES), 0.0)
    rows = dict.fromkeys(seconds, 0)
    began, days, loans = time.perf_counter(), 0, 0
    with open_app(url, pool) as app, _progress() as progress:
        store = app.storage().store()
        today = open_day(store)
        if today is None:
            from lending.application.refusals import BusinessNotStarted

            raise Refused(BusinessNotStarted("SwitchDay"))
        bar = progress.add_task("end of day", total=None)
        steps = list(open_days(store, last))
        progress.update(bar, total=sum(len(tasks) for _, tasks in steps))

        def done(task: Task, took: float) -> None:
            seconds[task.node] += took
            progress.advance(bar)

        for day, tasks in steps:
            progress.update(bar, description=f"opening {day}")
            run_end_of_day(app.bus(), tasks, SystemClock().now(), done)
            days += day > today
            looked_at = {"switch": int(day > today), **rows_of(store, day)}
            loans = looked_at.get("accrual", loans)
            for name in rows:
                rows[name] += looked_at.get(name, 0)
    nodes = [{"name": name, "seconds": round(seconds[name], 3), "rows": rows[name]} for name in seconds]
    took = round(time.perf_counter() - began, 3)
    return {"through": last.isoformat(), "days": days, "loans": loans, "nodes": nodes, "seconds": took}


def _progress() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, disable=not sys.stderr.isatty())
