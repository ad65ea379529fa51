"""`lending lines`: credit lines, and what is drawn on them."""

from typing import TYPE_CHECKING, Any

import attrs
import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.credit.queries import CreditLinePage, CreditLineView

__all__ = ["listed", "show"]

PAGE = 200
HEADINGS = ("line", "holder", "state", "total", "used", "occupied", "free", "revolving", "until")


def show(
    line: str = typer.Argument(help="The line's id."), database: str | None = DATABASE, form: Format = FORM
) -> None:
    """A credit line (授信额度): its total, what loans use, what payouts under way occupy, what is free.

    Example: lending lines show line_01HKX… --database sqlite:///lending.db
    """
    from lending.credit.ids import CreditLineId
    from lending.credit.queries import GetCreditLine

    given = Given()
    line_id = given.value("line", lambda: CreditLineId(line))
    given.check()
    assert line_id is not None, "checked"
    with opened(database) as app:
        view: CreditLineView = asked(app, GetCreditLine(line_id))
    emit(form, _document(view), _shown(f"Credit line {line}", [view]))


def listed(
    holder: str = typer.Option("", help="A customer's id or a project's name; everybody's lines where not given."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Credit lines and what is drawn on each. A line that was lowered below what is used is over (超额).

    Example: lending lines list --holder cust_01HKX… --database sqlite:///lending.db
    """
    from lending.credit.queries import ListCreditLines

    given = Given()
    query = given.value("holder", lambda: ListCreditLines(holder=holder, page_size=PAGE))
    given.check()
    assert query is not None, "checked"
    found: list[CreditLineView] = []
    with opened(database) as app:
        while True:
            page: CreditLinePage = asked(app, query)
            found.extend(page.lines)
            if not page.next_after:
                break
            query = attrs.evolve(query, after=page.next_after)
    emit(form, {"lines": [_document(view) for view in found]}, _shown("Credit lines", found))


def _document(view: "CreditLineView") -> dict[str, Any]:
    return {
        "id": view.line_id.value,
        "customer_id": view.customer_id,
        "name": view.name,
        "state": view.state,
        "currency": view.total.currency.code,
        "total": view.total.text,
        "used": view.used.text,
        "occupied": view.occupied.text,
        "free": view.free.text,
        "over": view.over,
        "revolving": view.revolving,
        "until": view.until.isoformat(),
    }


def _shown(title: str, views: list["CreditLineView"]) -> Any:
    rows = [
        (
            view.line_id.value,
            view.customer_id or view.name,
            f"{view.state}, over" if view.over else view.state,
            view.total.text,
            view.used.text,
            view.occupied.text,
            view.free.text,
            "yes" if view.revolving else "no",
            view.until.isoformat(),
        )
        for view in views
    ]
    return table(title, HEADINGS, rows, left=3)
