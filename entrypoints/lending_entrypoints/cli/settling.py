"""`lending funding settlements` and `exchange`: settling with funders (资金方清算)."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, progress, remark, table

if TYPE_CHECKING:
    from lending.funding.settlement_queries import FunderSettlementView
    from lending_adapters.funders.exchanging import Exchanged

__all__ = ["exchange", "settlements"]

PAGE = 500
HEADINGS = ("funder", "day", "state", "covers", "lines", "net", "paid on", "bank serial", "disputed", "carried to")


def settlements(
    funder: str = typer.Option("", help="Of this funder only, such as BANK_A."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Settlements with funders: where each stands, what it comes to; below zero the funder pays us.

    Example: lending funding settlements --funder BANK_A --database sqlite:///lending.db
    """
    from lending.funding.settlement_queries import ListFunderSettlements

    given = Given()
    given.value("funder", lambda: ListFunderSettlements(funder=funder))
    given.check()
    found: list[dict[str, Any]] = []
    after = ""
    with opened(database) as app:
        while True:
            page = asked(app, ListFunderSettlements(funder=funder, after=after, page_size=PAGE))
            found += map(_document, page.settlements)
            after = page.next_after
            if not after:
                break
    rows = [["" if value is None else str(value) for value in _row(each)] for each in found]
    emit(form, {"settlements": found}, table(f"{len(found)} settlements", HEADINGS, rows, left=4))


def _document(view: "FunderSettlementView") -> dict[str, Any]:
    return {
        "funder": view.funder,
        "day": view.day.isoformat(),
        "currency": view.currency.code,
        "state": view.state,
        "covers": [day.isoformat() for day in view.covers],
        "lines": view.lines,
        "net": view.net.text,
        "digest": view.digest,
        "disputes": [{"line": one.line, "loan": one.loan_id, "reason": one.reason} for one in view.disputes],
        "carried_to": view.carried_to.isoformat() if view.carried_to else None,
        "paid_on": view.paid_on.isoformat() if view.paid_on else None,
        "bank_serial": view.bank_serial,
    }


def _row(each: dict[str, Any]) -> tuple[Any, ...]:
    covers, disputed = len(each["covers"]), len(each["disputes"])
    return (
        each["funder"],
        each["day"],
        each["state"],
        "its day" if covers == 1 else f"{covers} days",
        each["lines"],
        f"{each['net']} {each['currency']}",
        each["paid_on"],
        each["bank_serial"],
        disputed or None,
        each["carried_to"],
    )


def exchange(
    folder: Path = typer.Argument(help="The folder under which the funders' and the bank's folders lie."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Settle with funders by files: send what is checked, take in answers, order payments, match what the bank paid.

    FOLDER/BANK_A/out and in, and FOLDER/bank/out and in. A file is taken once one of its name and .ok lies beside it.
    Run it as often as you like, from a timer too: what was done is not done again, and a run that was stopped anywhere
    is repeated. Exit 1 where a file is at fault or a step was refused; of such a file nothing is taken in.

    Example: lending funding exchange /srv/funders --database sqlite:///lending.db
    """
    from lending_adapters.funders.exchanging import exchange as exchanged
    from lending_entrypoints.clock import SystemClock
    from lending_entrypoints.containers import open_app

    given = Given()
    if not folder.is_dir():
        given.refuse("folder", str(folder), "a folder that is there")
    given.check()
    url, pool = database_url(database)
    done: list[Exchanged] = []
    with open_app(url, pool) as app, progress() as shown:
        task = shown.add_task("settling", total=None)
        for each in exchanged(app.storage().store(), app.bus(), folder, SystemClock().now()):
            done.append(each)
            shown.advance(task)
    document = [{"name": one.name, "was": one.was, "now": one.now, "faults": list(one.faults)} for one in done]
    rows = [(one.name, one.was, one.now, str(len(one.faults) or "")) for one in done]
    title = f"{sum(one.was != one.now for one in done)} of {len(done)} went on"
    emit(form, {"settlements": document}, table(title, ("settlement or file", "was", "is", "faults"), rows, left=3))
    faults = [f"{one.name}: {fault}" for one in done for fault in one.faults]
    for fault in faults:
        remark(fault)
    raise typer.Exit(1 if faults else 0)
