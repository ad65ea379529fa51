"""`lending funding`: whose money an application is lent from and a loan is, and how much of a quota is used."""

from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.funding.queries import FunderUsage, FundingView, LoanFundingView

__all__ = ["parties", "show", "usage"]


def show(
    application: str = typer.Argument(help="The application's id."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """The search for an application's money (资金决策): where it stands, and every funder tried or passed over.

    Example: lending funding show app_01HKX… --database sqlite:///lending.db
    """
    from lending.funding.queries import GetFunding

    given = Given()
    query = given.value("", lambda: GetFunding(application))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        view = asked(app, query)
    document = _decision_document(view)
    headings = ("try", "scheme", "funder", "amount", "asked at", "answered at", "outcome", "reasons")
    rows = [
        (
            *(str(one[key]) for key in TRY_COLUMNS),
            "; ".join(f"{why['code']}: {why['detail']}" for why in one["reasons"]),
        )
        for one in document["tries"]
    ]
    title = f"{view.application_id}: {view.state}, {view.scheme or 'no scheme'}"
    emit(form, document, table(title, headings, rows, left=3))


TRY_COLUMNS = ("number", "scheme", "funder", "amount", "at", "answered_at", "outcome")


def _decision_document(view: "FundingView") -> dict[str, Any]:
    return {
        "application": view.application_id,
        "state": view.state,
        "sought_at": view.sought_at.isoformat(),
        "scheme": view.scheme,
        "tries": [
            {
                "number": one.number,
                "scheme": one.scheme,
                "funder": one.funder,
                "amount": one.amount.text,
                "at": one.at.isoformat(),
                "answered_at": one.answered_at.isoformat() if one.answered_at else None,
                "outcome": one.outcome,
                "reasons": [{"code": reason.code, "detail": reason.detail} for reason in one.reasons],
            }
            for one in view.tries
        ],
    }


def usage(
    funder: str = typer.Argument(help="The funder's code, such as BANK_A."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """A funder's quotas (额度) on the open accounting day: total, occupied, used and free, in minor units or loans.

    Example: lending funding usage BANK_A --database sqlite:///lending.db
    """
    from lending.funding.queries import GetFunderUsage

    given = Given()
    query = given.value("", lambda: GetFunderUsage(funder))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        shown = asked(app, query)
    document = _usage_document(shown)
    rows = [tuple(str(value) for value in quota.values()) for quota in document["quotas"]]
    title = f"{shown.funder} {shown.name}, grade {shown.grade}{'' if shown.is_on else ', off'}"
    emit(form, document, table(title, ("quota", "of", "total", "occupied", "used", "free"), rows, left=2))


def _usage_document(shown: "FunderUsage") -> dict[str, Any]:
    keys = ("kind", "of", "total", "occupied", "used", "free")
    return {
        "funder": shown.funder,
        "name": shown.name,
        "version": shown.version,
        "grade": shown.grade,
        "is_on": shown.is_on,
        "quotas": [{key: getattr(quota, key) for key in keys} for quota in shown.quotas],
    }


def parties(
    loan: str = typer.Argument(help="The loan's id."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Whose money a loan is (联合放款), what of its principal is each party's, and what we took over (代偿, 回购).

    Example: lending funding parties loan_01HKX… --database sqlite:///lending.db
    """
    from lending.funding.queries import GetLoanFunding
    from lending.loans.ids import LoanId

    given = Given()
    query = given.value("", lambda: GetLoanFunding(LoanId(loan)))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        view = asked(app, query)
    document = _parties_document(view)
    headings = ("party", "weight", "principal", "cover", "from day", "covered on", "paid", "claimed")
    rows = [tuple("" if value is None else str(value) for value in party.values()) for party in document["parties"]]
    title = f"{view.loan_id.value}: {view.scheme or 'our own money'} since {view.since}"
    emit(form, document, table(title, headings, rows, left=1))


def _parties_document(view: "LoanFundingView") -> dict[str, Any]:
    return {
        "loan": view.loan_id.value,
        "scheme": view.scheme,
        "since": view.since.isoformat(),
        "parties": [
            {
                "party": one.party,
                "weight": one.weight,
                "principal": one.principal.text,
                "cover": one.cover,
                "cover_from": one.cover_from,
                "covered_on": one.covered_on.isoformat() if one.covered_on else None,
                "paid": one.paid.text if one.paid else None,
                "claimed": one.claimed.text if one.claimed else None,
            }
            for one in view.parties
        ],
    }
