"""`lending books`: what was posted."""

from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.errors import Refused
from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.accounting.chart import Chart
    from lending.accounting.queries import TrialBalance

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
    document = _document(balance, chart.value if chart else None)
    rows = [tuple(row.values()) for row in document["rows"]]
    sums = [("total", "", "", code, total["debit"], total["credit"], "") for code, total in document["totals"].items()]
    headings = ("account", "name", "科目", "currency", "debit", "credit", "balance")
    title = f"Trial balance of {balance.book} through {balance.through}"
    emit(form, document, table(title, headings, [*rows, *sums], left=4))
    raise typer.Exit(0 if document["balanced"] else 1)


def _document(balance: "TrialBalance", chart: "Chart | None") -> dict[str, Any]:
    """The contract's document: rows by account, totals by currency."""
    from lending.kernel.money import Currency, Money

    accounts = {account.code: account for account in chart.accounts} if chart else {}
    totals: dict[str, tuple[int, int]] = {}
    rows = []
    for row in balance.rows:
        currency, named = Currency(row.currency), accounts.get(row.account)
        debit, credit = totals.get(row.currency, (0, 0))
        totals[row.currency] = (debit + row.debit, credit + row.credit)
        rows.append(
            {
                "account": row.account,
                "name": named.name if named else "",
                "chinese_name": named.chinese_name if named else "",
                "currency": row.currency,
                "debit": Money(row.debit, currency).text,
                "credit": Money(row.credit, currency).text,
                "balance": Money(row.debit - row.credit, currency).text,
            }
        )
    sums = {
        code: {"debit": Money(debit, Currency(code)).text, "credit": Money(credit, Currency(code)).text}
        for code, (debit, credit) in totals.items()
    }
    return {
        "book": balance.book,
        "through": balance.through.isoformat(),
        "balanced": all(debit == credit for debit, credit in totals.values()),
        "rows": rows,
        "totals": sums,
    }
