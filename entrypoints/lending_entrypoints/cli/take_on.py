"""`lending take-on`: loans of another system taken on from a file (存量贷款移行)."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.errors import Refused
from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, progress, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from lending_adapters.take_on.running import Rehearsed

__all__ = ["take_on"]


def take_on(
    file: Path = typer.Argument(..., metavar="FILE", help="The portfolio: CSV, or Parquet where it ends in .parquet."),
    cut_over: str | None = typer.Option(
        None, help="The open accounting day, at whose start the loans are as FILE says, such as 2024-04-17 (required)."
    ),
    rejects: Path | None = typer.Option(None, help="Where rejected rows go, each with its line and the reasons (CSV)."),
    totals: Path | None = typer.Option(
        None,
        help="The other system's trial balance (CSV: account,currency,balance); nothing is taken on if it differs.",
    ),
    rehearse: bool = typer.Option(False, help="Take nothing on: tell what FILE comes to, by account (试算)."),
    database: str | None = typer.Option(
        None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given."
    ),
    form: Format = typer.Option(Format.TABLE, "--format", help="How to print it."),
) -> None:
    """Take on loans of another system, with balances or with history. Good rows are taken, bad ones rejected.

    A run that was stopped anywhere is repeated and does the rest. Exit 1 where rows were rejected, 2 where FILE or the
    trial balance cannot be used. Columns, and what stands in them, are in the handbook: "Take on a portfolio".

    Example: lending take-on loans.csv --cut-over 2024-04-17 --rejects bad.csv --database sqlite:///lending.db
    """
    given = Given()
    day = given.day("cut-over", cut_over)
    given.check()
    url, pool = database_url(database)
    document = _run(url, pool, file, day, rejects=rejects, totals=totals, rehearsal=rehearse)
    names = ("rows", "loans", "customers", "rejected", "seconds")
    title = f"{'Rehearsed' if rehearse else 'Taken on'}, {day}"
    tables = [table(title, names, [[str(document[name]) for name in names]], left=0)]
    if document["balances"]:
        rows = [(each["account"], each["currency"], each["balance"]) for each in document["balances"]]
        tables.append(table("Opening balances, debit positive", ("account", "currency", "balance"), rows, left=2))
    emit(form, document, *tables)
    raise typer.Exit(1 if document["rejected"] else 0)


def _run(
    url: str, pool: int, file: Path, day: "date", *, rejects: Path | None, totals: Path | None, rehearsal: bool
) -> dict[str, Any]:
    """Rehearse where asked to or where there is a trial balance, and take on what agrees; the document."""
    from lending_adapters.take_on.reading import PortfolioFile
    from lending_adapters.take_on.running import TakeOnRefused, rehearse, take_on
    from lending_adapters.take_on.totals import compare
    from lending_entrypoints.clock import SystemClock
    from lending_entrypoints.containers import open_app

    began, now = time.perf_counter(), SystemClock().now()
    portfolio, trial, taken = PortfolioFile(file), None, None
    with open_app(url, pool) as app, progress() as shown:

        def bar(description: str) -> "Callable[[int], None]":
            task = shown.add_task(description, total=portfolio.rows_about)
            return lambda rows: shown.advance(task, rows)

        try:
            if rehearsal or totals is not None:
                trial = rehearse(app.bus(), portfolio, day, now, rejects=rejects, done=bar("rehearsing"))
            if trial is not None and totals is not None:
                compare(totals, trial)
            if not rehearsal:
                taken = take_on(app.bus(), portfolio, day, now, rejects=rejects, done=bar("taking on"))
        except TakeOnRefused as refused:
            raise Refused(refused.refusal) from refused
    result = taken or trial
    assert result is not None, "one of the two was asked for"
    return {
        "file": str(file),
        "cut_over": day.isoformat(),
        "rows": result.rows,
        "loans": result.loans,
        "customers": taken.customers if taken is not None else 0,
        "rejected": result.rejected,
        "balances": _balances(trial) if trial is not None else [],
        "seconds": round(time.perf_counter() - began, 3),
    }


def _balances(trial: "Rehearsed") -> list[dict[str, str]]:
    from lending.kernel.money import CURRENCIES, Money

    return [
        {"account": account, "currency": currency, "balance": Money(balance, CURRENCIES[currency]).text}
        for (account, currency), balance in sorted(trial.totals.items())
    ]
