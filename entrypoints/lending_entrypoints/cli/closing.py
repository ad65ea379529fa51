"""`lending books close-period` and `close-year`: what is closed is never opened again."""

import typer

from lending_entrypoints.cli.asking import done
from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, remark, table

__all__ = ["close_period", "close_year"]

DATABASE = typer.Option(None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given.")
BOOK = typer.Option("OWN", help="The book (账套): OWN, or a funder's such as FND:BANK_A.")
FORM = typer.Option(Format.TABLE, "--format", help="How to print it.")


def close_period(
    month: str = typer.Argument(help="The month, such as 2024-01."),
    database: str | None = DATABASE,
    book: str = BOOK,
    form: Format = FORM,
) -> None:
    """Close an accounting period (会计期间) of a book for good, after running the daily proofs.

    Exit 1 where it cannot be: a day of it that is not released (`lending reconcile books`) or not sealed (`lending
    worker`), a proof that does not hold (`lending db check`), or an earlier period that is open.

    Example: lending books close-period 2024-01 --database sqlite:///lending.db
    """
    from lending.accounting.commands import ClosePeriod, RecordProofs
    from lending_adapters.proofs import prove
    from lending_entrypoints.containers import open_app
    from lending_entrypoints.keys import environment_for

    given = Given()
    command = given.value("", lambda: ClosePeriod(month, book))
    given.check()
    assert command is not None, "checked"
    url, pool = database_url(database)
    proofs = prove(url, environment_for(url))
    broken = tuple(proof.name for proof in proofs if proof.violated)
    with open_app(url, pool) as app:
        done(app, RecordProofs(len(proofs), broken))
        closed = done(app, command)
    document = {"book": closed.book, "month": closed.month, "closed_on": closed.closed_on.isoformat()}
    title = f"{len(proofs)} proofs hold; the period is closed"
    emit(form, document, table(title, ("", ""), list(document.items()), left=2))


def close_year(
    year: str = typer.Argument(help="The year, such as 2024."),
    database: str | None = DATABASE,
    book: str = BOOK,
    form: Format = FORM,
) -> None:
    """End a year of a book (年终结转): profit and loss accounts to 4103.01, and that to 4104.01.

    Its last period must be closed. The entries stand on the open day and count from the year's last.

    Example: lending books close-year 2024 --database sqlite:///lending.db
    """
    from lending.accounting.closing import year_end_of
    from lending.accounting.commands import CloseYear
    from lending_entrypoints.containers import open_app

    given = Given()
    number = given.whole("year", year, 1, 9998)
    given.check()
    command = given.value("", lambda: CloseYear(number, book))
    given.check()
    assert command is not None, "checked"
    url, pool = database_url(database)
    with open_app(url, pool) as app:
        ended = done(app, command)
        if ended.booked_on is None:
            # What the worker would do with the message; whoever comes second finds it done.
            ended = done(app, year_end_of(app.storage().store(), book, number))
        else:
            remark("this year has ended before: nothing was done")
    document = {"book": ended.book, "year": ended.year, "booked_on": ended.booked_on.isoformat()}
    rows = [(name, str(value)) for name, value in document.items()]
    emit(form, document, table("The year has ended", ("", ""), rows, left=2))
