"""`lending books`: what was posted."""

import typer

from lending_entrypoints.cli.errors import Refused
from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, table

__all__ = ["trial_balance"]


def trial_balance(
    database: str | None = typer.Option(
        None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given."
    ),
    book: str = typer.Option("OWN", help="The book (账套)."),
    through: str | None = typer.Option(None, help="The last accounting day counted; the open one where not given."),
    form: Format = typer.Option(Format.TABLE, "--format", help="How to print it."),
) -> None:
    """The trial balance (试算平衡): every account that moved. Exit 1 if debits and credits differ.

    Example: lending books trial-balance --database sqlite:///lending.db --through 2024-01-31
    """
    from lending.accounting.ports import CHART, CHARTS
    from lending.accounting.queries import GetTrialBalance
    from lending.application.call import Actor, Call, Role
    from lending.kernel.ids import RequestId
    from lending.kernel.money import Currency, Money
    from lending.kernel.outcome import Failure
    from lending_entrypoints.clock import SystemClock
    from lending_entrypoints.containers import open_app

    given = Given()
    day = given.optional_day("through", through)
    query = given.value("", lambda: GetTrialBalance(book, day))
    given.check()
    assert query is not None, "checked"
    url, pool = database_url(database)
    with open_app(url, pool) as app:
        now = SystemClock().now()
        call = Call(request_id=RequestId.derive(now, "cli"), actor=Actor("cli", Role.SYSTEM), received_at=now)
        answer = app.bus().ask(query, call)
        if isinstance(answer, Failure):
            raise Refused(answer.failure())
        balance = answer.unwrap()
        chart = app.storage().store().load(CHARTS, CHART)
    accounts = {account.code: account for account in chart.value.accounts} if chart else {}
    totals: dict[str, tuple[int, int]] = {}
    listed = []
    for row in balance.rows:
        before = totals.get(row.currency, (0, 0))
        totals[row.currency] = (before[0] + row.debit, before[1] + row.credit)
        debit, credit, left = (
            Money(minor, Currency(row.currency)).text for minor in (row.debit, row.credit, row.debit - row.credit)
        )
        account = accounts.get(row.account)
        names = (account.name, account.chinese_name) if account else ("", "")
        listed.append((row.account, *names, row.currency, debit, credit, left))
    balanced = all(debit == credit for debit, credit in totals.values())
    keys = ("account", "name", "chinese_name", "currency", "debit", "credit", "balance")
    document = {
        "book": balance.book,
        "through": balance.through.isoformat(),
        "balanced": balanced,
        "rows": [dict(zip(keys, row, strict=True)) for row in listed],
    }
    sums = [
        ("total", "", "", code, Money(debit, Currency(code)).text, Money(credit, Currency(code)).text, "")
        for code, (debit, credit) in totals.items()
    ]
    headings = ("account", "name", "科目", "currency", "debit", "credit", "balance")
    title = f"Trial balance of {balance.book} through {balance.through}"
    emit(form, document, table(title, headings, [*listed, *sums], left=4))
    raise typer.Exit(0 if balanced else 1)
