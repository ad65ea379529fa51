"""`lending reconcile`: a channel's statement against our orders, our books against each other, what is unresolved."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.errors import Refused, Unusable
from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, remark, table

if TYPE_CHECKING:
    from datetime import date

    from lending.reconciliation.commands import ReconciliationRecorded
    from lending.reconciliation.queries import Ageing, DifferencePage, DifferenceView, ReconciledDayView

__all__ = ["ages", "books", "parked", "reconcile"]

DATABASE = typer.Option(None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given.")
FORMAT = typer.Option(Format.TABLE, "--format", help="How to print it.")
PAGE = 200
SHOWN_MAX = 100
"""So many differences are shown in a table; JSON has all."""

RESULTS = (
    ("matched", "at one"),
    ("late", "at one with a neighbouring day"),
    ("long", "they have it, we do not (长款)"),
    ("short", "we have it, they do not (短款)"),
    ("amount_diff", "amount differs"),
    ("status_diff", "status differs"),
)


def reconcile(
    context: typer.Context,
    channel: str | None = typer.Option(None, help="The channel's code, such as MAIN (required)."),
    day: str | None = typer.Option(None, help="The closed day, such as 2024-01-05 (required)."),
    file: str | None = typer.Option(None, help="The channel's statement of that day (required)."),
    database: str | None = DATABASE,
    form: Format = FORMAT,
) -> None:
    """Reconcile (对账) our payment orders with a channel's statement of a day.

    Exit 1 where differences of the day are open, 2 where the file cannot be used; then nothing is taken in. The same
    file again changes nothing.

    Example: lending reconcile --channel MAIN --day 2024-01-05 --file main-2024-01-05.csv --database sqlite:///lending.db
    """
    if context.invoked_subcommand is not None:
        return
    given = Given()
    code = given.text("channel", channel, "the code of a published channel, such as MAIN")
    closed = given.day("day", day)
    path = Path(given.text("file", file, "the channel's statement file"))
    given.check()
    url, pool = database_url(database)
    document, view, differences = _reconciled(url, pool, code, closed, path)
    rows = [(name, meaning, str(getattr(view.tally, name))) for name, meaning in RESULTS]
    title = f"{code} {closed}, version {view.version}: {document['lines']} lines, {view.open} differences open"
    emit(form, document, table(title, ("result", "", "references"), rows, left=2), *_shown(differences))
    raise typer.Exit(1 if view.open else 0)


def _reconciled(
    url: str, pool: int, channel: str, day: "date", path: Path
) -> tuple[dict[str, Any], "ReconciledDayView", list["DifferenceView"]]:
    """Take the statement in; the document, the day as it stands, its differences."""
    from lending.reconciliation.queries import GetReconciledDay
    from lending_adapters.reconciliation.running import ReconciliationRefused, reconcile_statement
    from lending_entrypoints.clock import SystemClock
    from lending_entrypoints.containers import open_app

    began = time.perf_counter()
    with open_app(url, pool) as app:
        store, bus = app.storage().store(), app.bus()
        try:
            head, recorded = reconcile_statement(store, bus, path, channel, day, SystemClock().now())
        except ReconciliationRefused as refused:
            raise Unusable(refused.refusal) from refused
        view: ReconciledDayView = asked(app, GetReconciledDay(channel, day))
        differences = _differences(app, channel, day)
    if recorded.repeated:
        remark("this very statement was taken in before: nothing was done")
    document = {
        "channel": channel,
        "day": day.isoformat(),
        "version": head.version,
        "repeated": recorded.repeated,
        "currency": head.currency.code,
        "lines": head.lines,
        "sum_minor": head.total,
        "fees_minor": head.fees,
        "matched_minor": view.tally.matched_amount,
        **{name: getattr(view.tally, name) for name, _meaning in RESULTS},
        "parked": recorded.parked,
        "open": view.open,
        "differences": [_difference(each) for each in differences],
        "seconds": round(time.perf_counter() - began, 3),
    }
    return document, view, differences


def books(
    day: str | None = typer.Option(None, help="The closed day, such as 2024-01-05 (required)."),
    database: str | None = DATABASE,
    form: Format = FORMAT,
) -> None:
    """Reconcile the books (内部对账): payment orders of a closed day against the ledger and against the loans.

    The day's postings are released where nothing differs, or what differs is parked. Exit 1 where the day is held.

    Example: lending reconcile books --day 2024-01-05 --database sqlite:///lending.db
    """
    from lending.reconciliation.day import BOOKS
    from lending_adapters.reconciliation.running import ReconciliationRefused, reconcile_books
    from lending_entrypoints.clock import SystemClock
    from lending_entrypoints.containers import open_app

    given = Given()
    closed = given.day("day", day)
    given.check()
    url, pool = database_url(database)
    with open_app(url, pool) as app:
        try:
            done = reconcile_books(app.storage().store(), app.bus(), closed, SystemClock().now())
        except ReconciliationRefused as refused:
            raise Refused(refused.refusal) from refused
        differences = [each for book in BOOKS for each in _differences(app, book, closed)]
    told = {"ledger": _book(done.ledger), "business": _book(done.business)}
    document = {
        "day": closed.isoformat(),
        "released": done.held is None,
        **told,
        "differences": [_difference(each) for each in differences],
    }
    rows = [(name, *map(str, counts.values())) for name, counts in told.items()]
    title = f"{closed}: {'released' if done.held is None else 'held'}"
    emit(form, document, table(title, ("against", "at one", "differ"), rows), *_shown(differences))
    if done.held is not None:
        remark(f"{done.held.code}: {done.held.message}")
    raise typer.Exit(0 if done.held is None else 1)


def _book(recorded: "ReconciliationRecorded") -> dict[str, int]:
    return {"matched": recorded.matched, "differences": recorded.differences}


def ages(
    channel: str = typer.Option("", help="Of one channel, or of LEDGER or BUSINESS; of all where not given."),
    database: str | None = DATABASE,
    form: Format = FORMAT,
) -> None:
    """What is open or parked, by age (账龄). Amounts are in major units.

    Example: lending reconcile ages --database sqlite:///lending.db
    """
    from lending.reconciliation.queries import GetAgeing
    from lending_entrypoints.containers import open_app

    given = Given()
    query = given.value("channel", lambda: GetAgeing(channel))
    given.check()
    assert query is not None, "checked"
    url, pool = database_url(database)
    with open_app(url, pool) as app:
        ageing: Ageing = asked(app, query)
    document = [_age_row(row) for row in ageing.rows]
    rows = [tuple(map(str, row.values())) for row in document]
    headings = ("source", "result", "state", "currency", "days old", "count", "surplus", "shortage")
    whole = {"as_of": ageing.as_of.isoformat(), "rows": document}
    emit(form, whole, table(f"Unresolved on {ageing.as_of}", headings, rows, left=5))


def parked(
    channel: str | None = typer.Option(
        None, help="The channel's code, such as MAIN, or LEDGER or BUSINESS (required)."
    ),
    kind: str = typer.Option("", "--type", help="Only of this type; RECEIPT is money that names no loan."),
    database: str | None = DATABASE,
    form: Format = FORMAT,
) -> None:
    """What is parked of a channel (挂账), of whatever day, and the ways in which each may be resolved.

    Money that came by no order of ours is held from the day on which the statement tells of it; two accountants then
    name the loan it is for (SUPPLEMENT), give it back (REFUND), or take it as a gain.

    Example: lending reconcile parked --channel MAIN --type RECEIPT --database sqlite:///lending.db
    """
    from lending.reconciliation.queries import ListParked
    from lending.reconciliation.statement import Flow
    from lending_entrypoints.containers import open_app

    given = Given()
    source = given.text("channel", channel, "the code of a published channel, such as MAIN")
    flows = [flow.value for flow in Flow]
    if kind and kind not in flows:
        given.refuse("type", kind, f"one of {', '.join(flows)}")
    query = given.value("channel", lambda: ListParked(source=source))
    given.check()
    assert query is not None, "checked"
    url, pool = database_url(database)
    with open_app(url, pool) as app:
        held = [view for view in _pages(app, partial(attrs.evolve, query)) if kind in ("", view.flow)]
    emit(form, {"channel": source, "parked": [_difference(each) for each in held]}, *_shown(held))


def _age_row(row: Any) -> dict[str, Any]:
    from lending.kernel.money import Money

    days = f"{row.age_from}-{row.age_to}" if row.age_to is not None else f"{row.age_from}+"
    return {
        "source": row.source,
        "result": row.result,
        "state": row.state,
        "currency": row.currency.code,
        "days": days,
        "count": row.count,
        "surplus": Money(row.surplus, row.currency).text,
        "shortage": Money(row.shortage, row.currency).text,
    }


def _differences(app: Any, source: str, day: "date") -> list["DifferenceView"]:
    from lending.reconciliation.queries import ListDifferences

    return _pages(app, partial(ListDifferences, source=source, day=day))


def _pages(app: Any, query: Callable[..., Any]) -> list["DifferenceView"]:
    """All that a query lists, page by page."""
    found: list[DifferenceView] = []
    after = ""
    while True:
        page: DifferencePage = asked(app, query(after=after, page_size=PAGE))
        found.extend(page.differences)
        after = page.next_after
        if not after:
            return found


def _difference(view: "DifferenceView") -> dict[str, Any]:
    from lending.kernel.money import Money

    def text(minor: int) -> str:
        return Money(minor, view.currency).text

    return {
        "id": view.difference_id.value,
        "source": view.source,
        "type": view.flow,
        "reference": view.reference,
        "result": view.result,
        "state": view.state,
        "theirs": text(view.theirs),
        "ours": text(view.ours),
        "effect": text(view.effect),
        "age": view.age,
        "ways": list(view.ways),
    }


def _shown(differences: list["DifferenceView"]) -> list[Any]:
    if not differences:
        return []
    rows = [tuple(str(value) for value in list(_difference(each).values())[:10]) for each in differences[:SHOWN_MAX]]
    headings = ("id", "source", "type", "reference", "result", "state", "theirs", "ours", "effect", "days old")
    more = len(differences) - SHOWN_MAX
    title = "Differences" + (f", {more} more in --format json" if more > 0 else "")
    return [table(title, headings, rows, left=6)]
