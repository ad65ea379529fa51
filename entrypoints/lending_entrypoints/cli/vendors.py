"""`lending vendors`: who is asked of third parties, how they answer, and what they may bill."""

from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.inquiries.commands import InquiryList, InquiryView, VendorBill, VendorList, VendorView

__all__ = ["asked_about", "bill", "listed"]


def listed(database: str | None = DATABASE, form: Format = FORM) -> None:
    """Everybody who can be asked, first choice first: what they answer, at what cost, and whether they are in order.

    Example: lending vendors list --database sqlite:///lending.db
    """
    from lending.inquiries.commands import ListVendors

    with opened(database) as app:
        found: VendorList = asked(app, ListVendors())
    headings = ("vendor", "name", "answers", "hours", "breaker", "cost")
    rows = [
        (
            view.code,
            view.name,
            ", ".join(question.value for question in view.questions),
            f"{view.opens}-{view.closes}" if view.enabled else "switched off",
            view.breaker,
            view.cost.text,
        )
        for view in found.vendors
    ]
    document = {"vendors": [_vendor(view) for view in found.vendors]}
    emit(form, document, table("Third parties", headings, rows, left=5))


def _vendor(view: "VendorView") -> dict[str, Any]:
    return {
        "code": view.code,
        "name": view.name,
        "questions": [question.value for question in view.questions],
        "cost": view.cost.text,
        "opens": view.opens,
        "closes": view.closes,
        "enabled": view.enabled,
        "breaker": view.breaker,
        "open_until": view.open_until.isoformat() if view.open_until is not None else None,
    }


def bill(
    month: str = typer.Argument(help="A month such as 2026-11."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """What third parties were asked in a month, how often they answered, and what that costs by our own records.

    Held against the bill that a vendor sends (R111). Example: lending vendors bill 2026-11 --database sqlite:///lending.db
    """
    from lending.inquiries.commands import GetVendorBill

    given = Given()
    query = given.value("", lambda: GetVendorBill(month))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        found: VendorBill = asked(app, query)
    rows = [
        (line.vendor, line.question.value, str(line.asked), str(line.answered), line.cost.text) for line in found.lines
    ]
    headings = ("vendor", "question", "asked", "answered", "cost")
    document = {"month": month, "lines": [dict(zip(headings, row, strict=True)) for row in rows]}
    emit(form, document, table(f"Asked in {month}", headings, rows, left=2))


def asked_about(
    about: str = typer.Argument(help="An application's id, or, for its signature, a contract's."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """What third parties were asked about an application or a contract, try by try, and what they found.

    Example: lending vendors asked app_01HKX… --database sqlite:///lending.db
    """
    from lending.inquiries.commands import ListInquiries

    given = Given()
    query = given.value("", lambda: ListInquiries(about))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        found: InquiryList = asked(app, query)
    headings = ("question", "state", "finding", "vendor", "at", "word", "cost")
    rows = [row for view in found.inquiries for row in _rows(view)]
    document = {"inquiries": [_document(view) for view in found.inquiries]}
    emit(form, document, table(f"Asked about {about}" if rows else "Nothing was asked", headings, rows, left=6))


def _rows(view: "InquiryView") -> list[tuple[str, ...]]:
    return [
        (
            view.question if tried.number == 0 else "",
            view.state if tried.number == 0 else "",
            (view.finding or "") if tried.number == 0 else "",
            tried.vendor,
            tried.at.isoformat(timespec="seconds"),
            tried.word.value if tried.word is not None else "",
            tried.cost.text if tried.cost is not None else "",
        )
        for tried in view.tries
    ]


def _document(view: "InquiryView") -> dict[str, Any]:
    return {
        "id": view.inquiry_id.value,
        "question": view.question,
        "state": view.state,
        "finding": view.finding,
        "likeness": view.likeness,
        "asked_at": view.asked_at.isoformat(),
        "answered_at": view.answered_at.isoformat() if view.answered_at is not None else None,
        "tries": [
            {
                "vendor": tried.vendor,
                "at": tried.at.isoformat(),
                "word": tried.word.value if tried.word is not None else None,
                "code": tried.code,
                "cost": tried.cost.text if tried.cost is not None else None,
            }
            for tried in view.tries
        ],
    }
