"""`lending book` and `lending config`: configuration as data."""

from pathlib import Path
from typing import Any

import typer

from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, remark, table

__all__ = ["check", "export", "load"]

DATABASE = typer.Option(None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given.")
FORMAT = typer.Option(Format.TABLE, "--format", help="How to print it.")


def load(
    directory: Path | None = typer.Argument(
        None, metavar="[DIR]", help="The book's folder; the shipped one where not given."
    ),
    database: str | None = DATABASE,
    start: str | None = typer.Option(
        None, help="The first accounting day, where business has not started; else today."
    ),
    form: Format = FORMAT,
) -> None:
    """Publish a book: calendar, LPR, accounting, third parties, funding, products. Loading it again changes nothing.

    Example: lending book load --database sqlite:///lending.db
    """
    from lending_adapters.book import publish_book, read_book
    from lending_adapters.end_of_day import open_day
    from lending_entrypoints.business import start_business
    from lending_entrypoints.clock import SystemClock
    from lending_entrypoints.containers import open_app

    given = Given()
    first = given.optional_day("start", start)
    given.check()
    book = read_book(directory)
    url, pool = database_url(database)
    with open_app(url, pool) as app:
        now = SystemClock().now()
        if open_day(app.storage().store()) is None:
            remark(f"business starts on {start_business(app, now, first)}")
        loaded = publish_book(app.bus(), now, book)
    document = {
        "calendar_years": list(loaded.calendar_years),
        "lpr_publications": loaded.publications,
        "accounts": loaded.accounts,
        "posting_rules": loaded.posting_rules,
        "channels": list(loaded.channels),
        "vendors": list(loaded.vendors),
        "funders": list(loaded.funders),
        "funding": list(loaded.funding),
        "products": list(loaded.products),
    }
    years = loaded.calendar_years
    rows = (
        ("calendar", f"{years[0]} to {years[-1]}" if years else "none"),
        ("LPR publications", str(loaded.publications)),
        ("accounts", str(loaded.accounts)),
        ("posting rules", str(loaded.posting_rules)),
        ("channels", ", ".join(loaded.channels) or "none"),
        ("vendors", ", ".join(loaded.vendors) or "none"),
        ("funders", ", ".join(loaded.funders) or "none"),
        ("funding schemes", ", ".join(loaded.funding) or "none"),
        ("products", ", ".join(loaded.products) or "none"),
    )
    emit(form, document, table("Published", ("what", "how many"), rows))


def export(
    directory: Path = typer.Argument(..., metavar="DIR", help="Where to write the files."),
    database: str | None = DATABASE,
    form: Format = FORMAT,
) -> None:
    """Write the book that a platform runs on as files that can be loaded again.

    Example: lending book export out/book --database sqlite:///lending.db
    """
    from lending_adapters.book import stored_book, write_book
    from lending_entrypoints.containers import open_app

    url, pool = database_url(database)
    with open_app(url, pool) as app:
        written = write_book(stored_book(app.storage().store()), directory)
    names = [str(path) for path in written]
    emit(form, {"files": names}, table("Written", ("file",), [(name,) for name in names]))


def check(
    directory: Path | None = typer.Option(None, "--book", help="The book's folder; the shipped one where not given."),
    form: Format = FORMAT,
) -> None:
    """Check the whole configuration: environment, book, database. Every fault is told with its place.

    Example: lending config check --book my-book
    """
    from lending.kernel.invalid import InvalidInput
    from lending_adapters.book import read_book
    from lending_entrypoints.settings import Settings

    faults: list[Any] = []
    settings = None
    try:
        settings = Settings.read()
    except InvalidInput as error:
        faults.extend(error.violations)
    try:
        read_book(directory)
    except InvalidInput as error:
        faults.extend(error.violations)
    if settings is not None and settings.database_url is not None:
        faults.extend(_database_faults(settings.database_url))
    document = {
        "ok": not faults,
        "settings": settings.told() if settings else None,
        "faults": [{"place": f.field, "value": f.value, "expected": f.expected} for f in faults],
    }
    rows = [(fault.field, fault.value, fault.expected) for fault in faults]
    headings = ("place", "value", "expected")
    emit(form, document, table("Faults", headings, rows, left=3) if faults else "The configuration is sound.")
    raise typer.Exit(1 if faults else 0)


def _database_faults(url: str) -> list[Any]:
    from lending.kernel.invalid import Violation
    from lending_adapters.stores import open_store
    from lending_entrypoints.keys import environment_for
    from lending_entrypoints.settings import variable, without_password

    try:
        open_store(url, environment=environment_for(url)).close()
    except Exception as error:  # noqa: BLE001 - whatever keeps the database from being opened is a fault of it
        return [Violation(variable("database_url"), without_password(url), f"a database that opens: {error}")]
    return []
