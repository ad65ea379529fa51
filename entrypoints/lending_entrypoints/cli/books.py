"""`lending books`: what was posted, from totals down to the request that caused a line."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.accounting.chart import Chart
    from lending.accounting.queries import Ledger, TrialBalance, VoucherView
    from lending_entrypoints.containers import App

__all__ = ["asked", "ledger", "opened", "trial_balance", "verify", "voucher"]

DATABASE = typer.Option(None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given.")
BOOK = typer.Option("OWN", help="The book (账套).")
FORM = typer.Option(Format.TABLE, "--format", help="How to print it.")


@contextmanager
def opened(database: str | None) -> "Iterator[App]":
    """The platform at the database that is named. Raises as `open_app` does."""
    from lending_entrypoints.containers import open_app

    url, pool = database_url(database)
    with open_app(url, pool) as app:
        yield app


def trial_balance(
    database: str | None = DATABASE,
    book: str = BOOK,
    through: str | None = typer.Option(None, help="The last accounting day counted; the open one where not given."),
    form: Format = FORM,
) -> None:
    """The trial balance (试算平衡): every account that moved. Exit 1 if debits and credits differ.

    Example: lending books trial-balance --database sqlite:///lending.db --through 2024-01-31
    """
    from lending.accounting.ports import CHART, CHARTS
    from lending.accounting.queries import GetTrialBalance

    given = Given()
    day = given.optional_day("through", through)
    query = given.value("", lambda: GetTrialBalance(book, day))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        balance = asked(app, query)
        chart = app.storage().store().load(CHARTS, CHART)
    document = _balance_document(balance, chart.value if chart else None)
    rows = [tuple(row.values()) for row in document["rows"]]
    sums = [("total", "", "", code, total["debit"], total["credit"], "") for code, total in document["totals"].items()]
    headings = ("account", "name", "科目", "currency", "debit", "credit", "balance")
    title = f"Trial balance of {balance.book} through {balance.through}"
    emit(form, document, table(title, headings, [*rows, *sums], left=4))
    raise typer.Exit(0 if document["balanced"] else 1)


def _balance_document(balance: "TrialBalance", chart: "Chart | None") -> dict[str, Any]:
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


def ledger(
    account: str = typer.Argument(help="The account's code, such as 1303.01."),
    database: str | None = DATABASE,
    book: str = BOOK,
    currency: str = typer.Option("CNY", help="The currency of the lines."),
    since: str | None = typer.Option(None, help="The first accounting day; the beginning where not given."),
    through: str | None = typer.Option(None, help="The last accounting day; the open one where not given."),
    subject: str = typer.Option("", help="Only lines of this loan."),
    party: str = typer.Option("", help="Only lines of this channel or funder."),
    limit: str = typer.Option("100", help="How many lines at most, up to 1000."),
    after: str = typer.Option("", help="The `next` of the page before."),
    form: Format = FORM,
) -> None:
    """An account's ledger (明细账): its lines with running balances, debit positive.

    `lending books voucher` shows where a line comes from.

    Example: lending books ledger 1303.01 --since 2024-01-01 --through 2024-01-31 --database sqlite:///lending.db
    """
    from lending.accounting.queries import GetLedger

    given = Given()
    first, last = given.optional_day("since", since), given.optional_day("through", through)
    most = given.whole("limit", limit, 1, 1000)
    given.check()
    query = given.value(
        "",
        lambda: GetLedger(
            account=account,
            book=book,
            currency=currency,
            since=first,
            through=last,
            subject=subject,
            party=party,
            page_size=most,
            after=after,
        ),
    )
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        shown = asked(app, query)
    document = _ledger_document(shown)
    headings = ("day", "value date", "event", "subject", "party", "voucher", "debit", "credit", "balance")
    rows = [tuple(str(row[key]) for key in LEDGER_COLUMNS) for row in document["rows"]]
    opening = ("", "", "opening balance", "", "", "", "", "", document["opening"])
    title = f"{shown.account} {shown.name}, book {shown.book}, {shown.currency}"
    more = [table("", ("",), [(f"more lines: --after {shown.next}",)])] if shown.next else []
    emit(form, document, table(title, headings, [opening, *rows], left=6), *more)


LEDGER_COLUMNS = ("day", "value_date", "event", "subject", "party", "voucher", "debit", "credit", "balance")


def _ledger_document(shown: "Ledger") -> dict[str, Any]:
    from lending.kernel.money import Currency, Money

    currency = Currency(shown.currency)

    def text(minor: int) -> str:
        return Money(minor, currency).text

    rows = [
        {
            "day": row.business_date.isoformat(),
            "value_date": row.value_date.isoformat(),
            "event": row.event,
            "subject": row.subject,
            "party": row.party,
            "voucher": row.voucher_id.value,
            "debit": text(max(0, row.amount)),
            "credit": text(max(0, -row.amount)),
            "balance": text(row.balance),
        }
        for row in shown.rows
    ]
    return {
        "book": shown.book,
        "account": shown.account,
        "name": shown.name,
        "currency": shown.currency,
        "opening": text(shown.opening),
        "rows": rows,
        "closing": text(shown.closing),
        "next": shown.next,
    }


def voucher(
    voucher_id: str = typer.Argument(help="The voucher's id, as `ledger` shows it."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """A voucher (凭证): its lines, and the events, the command and the request that it comes from.

    Example: lending books voucher vch_01HKCJ6XM0E4YX8W2TM5S7AV3Q --database sqlite:///lending.db
    """
    from lending.accounting.journal import VoucherId
    from lending.accounting.queries import GetVoucher

    given = Given()
    query = given.value("voucher", lambda: GetVoucher(VoucherId(voucher_id)))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        shown = asked(app, query)
    document = _voucher_document(shown)
    headings = ("account", "name", "subject", "party", "debit", "credit")
    lines = [tuple(line[key] for key in headings) for line in document["lines"]]
    kept = ("book", "event", "day", "value_date", "currency", "command", "request", "actor", "recorded_at")
    told = [name for name in ("memo", "corrects", "corrected_by") if document[name]]
    origin = [(name, document[name]) for name in (*kept, *told)]
    events = [(event["type"], event["subject"], event["id"]) for event in document["events"]]
    emit(
        form,
        document,
        table(f"Voucher {shown.voucher_id}", ("", ""), origin, left=2),
        table("Lines", headings, lines, left=4),
        table("Events of the request", ("event", "happened to", "id"), events, left=3),
    )


def _voucher_document(shown: "VoucherView") -> dict[str, Any]:
    from lending.accounting.journal import Side
    from lending.kernel.money import Currency, Money

    currency = Currency(shown.currency)

    def on(side: Side, of: str, amount: int) -> str:
        return Money(amount if of == side.value else 0, currency).text

    return {
        "voucher": shown.voucher_id.value,
        "book": shown.book,
        "event": shown.event,
        "day": shown.business_date.isoformat(),
        "value_date": shown.value_date.isoformat(),
        "currency": shown.currency,
        "lines": [
            {
                "account": line.account,
                "name": line.name,
                "subject": line.subject,
                "party": line.party,
                "debit": on(Side.DEBIT, line.side, line.amount),
                "credit": on(Side.CREDIT, line.side, line.amount),
            }
            for line in shown.lines
        ],
        "command": shown.command,
        "request": shown.request_id,
        "actor": shown.actor,
        "memo": shown.memo,
        "corrects": shown.corrects.value if shown.corrects else "",
        "corrected_by": shown.corrected_by.value if shown.corrected_by else "",
        "recorded_at": shown.recorded_at.isoformat() if shown.recorded_at else "",
        "events": [{"id": held.event_id, "type": held.type, "subject": held.subject} for held in shown.events],
    }


def verify(
    database: str | None = DATABASE,
    since: str | None = typer.Option(None, help="The first accounting day to verify; the beginning where not given."),
    form: Format = FORM,
) -> None:
    """Walk the hash chain over the vouchers of every closed day. Exit 1, naming the first break, where there is one.

    Example: lending books verify --database sqlite:///lending.db
    """
    from lending.accounting.queries import VerifyJournal

    given = Given()
    first = given.optional_day("since", since)
    given.check()
    with opened(database) as app:
        found = asked(app, VerifyJournal(first))
    broken, unsealed = found.broken, found.unsealed_from
    document = {
        "ok": broken is None,
        "days": found.days,
        "vouchers": found.vouchers,
        "hash": found.hash,
        "unsealed_from": unsealed.isoformat() if unsealed else None,
        "broken": {"day": broken.day.isoformat(), "where": broken.where, "reason": broken.reason} if broken else None,
    }
    rows = [("days as sealed", str(found.days)), ("vouchers as sealed", str(found.vouchers)), ("last hash", found.hash)]
    if unsealed:
        rows.append(("not sealed yet from", f"{unsealed} (the worker seals what has closed)"))
    if broken:
        rows.append(("first break", f"{broken.day}, {broken.where}: {broken.reason}"))
    emit(form, document, table("The journal's hash chain", ("", ""), rows, left=2))
    raise typer.Exit(1 if broken else 0)
