"""`lending books balance`: one account at the end of the day before, and now."""

import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, table

__all__ = ["balance"]


def balance(
    account: str = typer.Argument(help="The account's code, such as 1012.01."),
    database: str | None = typer.Option(
        None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given."
    ),
    book: str = typer.Option("OWN", help="The book (账套)."),
    currency: str = typer.Option("CNY", help="The currency."),
    party: str = typer.Option("", help="The channel or funder, where the account is kept apart by them."),
    form: Format = typer.Option(Format.TABLE, "--format", help="How to print it."),
) -> None:
    """An account's balance at the end of the day before and now (双余额), debit positive, and how it is kept.

    Example: lending books balance 1012.01 --database sqlite:///lending.db
    """
    from lending.accounting.queries import GetBalance
    from lending.kernel.money import Currency, Money
    from lending_entrypoints.containers import open_app

    given = Given()
    query = given.value("", lambda: GetBalance(account=account, book=book, currency=currency, party=party))
    in_currency = given.value("", lambda: Currency(currency))
    given.check()
    assert query is not None, "checked"
    assert in_currency is not None, "checked"
    url, pool = database_url(database)
    with open_app(url, pool) as app:
        found = asked(app, query)
    document = {
        "book": found.book,
        "account": found.account,
        "party": found.party,
        "currency": found.currency,
        "mode": found.mode,
        "previous": Money(found.previous, in_currency).text,
        "now": Money(found.now, in_currency).text,
    }
    emit(form, document, table("Balance", ("", ""), list(document.items()), left=2))
