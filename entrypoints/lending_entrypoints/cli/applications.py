"""`lending applications`: where applications stand, and a person's word on those that rules leave to one."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import typer

from lending_entrypoints.cli.asking import asked, done
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.application.call import Actor, Role
    from lending.origination.queries import ApplicationPage, ApplicationView

__all__ = ["agree", "listed", "pick_up", "release", "review", "show"]

PAGE = 200
HEADINGS = ("application", "status", "product", "reasons", "dealer", "instalments", "amount")
AS = typer.Option(None, "--as", help="Who does it; whoever is logged in otherwise.")


def listed(
    status: str = typer.Option("", help="Those that stand so only, such as MANUAL_REVIEW."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Applications (进件), and how many stand where. With --status MANUAL_REVIEW: what waits for a person.

    Example: lending applications list --status MANUAL_REVIEW --database sqlite:///lending.db
    """
    from lending.origination.application import ApplicationStatus
    from lending.origination.queries import ListApplications

    given = Given()
    given.choice("status", status, "", *(each.value for each in ApplicationStatus))
    given.check()
    query = ListApplications(status=ApplicationStatus(status) if status else None, page_size=PAGE)
    found: list[ApplicationView] = []
    with opened(database) as app:
        while True:
            page: ApplicationPage = asked(app, query)
            found.extend(page.applications)
            if not page.next_after:
                break
            query = attrs.evolve(query, after=page.next_after)
    counts = Counter(view.status for view in found)
    document = {"counts": dict(sorted(counts.items())), "applications": [_document(view) for view in found]}
    title = ", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "No applications"
    emit(form, document, table(title, HEADINGS, [_row(view) for view in found], left=5))


def show(
    application: str = typer.Argument(help="The application's id."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """One application: where it stands, why, what is offered, and what came of it.

    Example: lending applications show app_01HKX… --database sqlite:///lending.db
    """
    from lending.origination.ids import ApplicationId
    from lending.origination.queries import GetApplication

    given = Given()
    query = given.value("application", lambda: GetApplication(ApplicationId(application)))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        view: ApplicationView = asked(app, query)
    document = _document(view)
    emit(
        form, document, table(application, ("", ""), [(name, _text(value)) for name, value in document.items()], left=2)
    )


def review(
    application: str = typer.Argument(help="The application's id."),
    verdict: str = typer.Argument(help="APPROVE or REJECT."),
    reason: str = typer.Option(help="Why."),
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Give your word on an application that rules leave to a person (人工审核); it counts once another agrees.

    Example: lending applications review app_01HKX… APPROVE --reason "income proven" --as han.meimei
    """
    from lending.operations.commands import Propose
    from lending.origination.commands import ReviewApplication, Verdict
    from lending.origination.ids import ApplicationId

    given = Given()
    given.choice("verdict", verdict, *(each.value for each in Verdict))
    given.check()
    word = given.value("", lambda: ReviewApplication(ApplicationId(application), Verdict(verdict), reason))
    given.check()
    assert word is not None, "checked"
    with opened(database) as app:
        proposed = done(app, Propose(word, reason), _reviewer(who))
    document = {"proposal": proposed.proposal_id.value, "application": application, "verdict": verdict}
    emit(form, document, table("", tuple(document), [tuple(document.values())], left=3))


def agree(
    proposal: str = typer.Argument(help="The proposal's id, as `lending applications review` printed it."),
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Agree to another person's word on an application (复核): it is carried out.

    Example: lending applications agree prop_01HKX… --as li.lei --database sqlite:///lending.db
    """
    from lending.operations.commands import ApproveProposal
    from lending.operations.proposals import ProposalId

    given = Given()
    command = given.value("proposal", lambda: ApproveProposal(ProposalId(proposal)))
    given.check()
    assert command is not None, "checked"
    with opened(database) as app:
        done(app, command, _reviewer(who))
    document = {"proposal": proposal, "carried_out": True}
    emit(form, document, table("", ("proposal",), [(proposal,)]))


def release(
    application: str = typer.Argument(help="The application's id."),
    verdict: str = typer.Argument(help="APPROVE or REJECT."),
    reason: str = typer.Option(help="Why."),
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Release the payout of an application that stands at PAYOUT_REVIEW, or turn it down (放款审核).

    Whoever approved the application may not. Example: lending applications release app_01HKX… APPROVE --reason "seen"
    """
    from lending.origination.commands import ReviewPayout, Verdict
    from lending.origination.ids import ApplicationId

    given = Given()
    given.choice("verdict", verdict, *(each.value for each in Verdict))
    given.check()
    word = given.value("", lambda: ReviewPayout(ApplicationId(application), Verdict(verdict), reason))
    given.check()
    assert word is not None, "checked"
    with opened(database) as app:
        changed = done(app, word, _reviewer(who))
    _changed(application, changed.status, form)


def pick_up(
    application: str = typer.Argument(help="The application's id."),
    photo: Path = typer.Option(help="The picture that shows it; its SHA-256 is kept."),
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """The customer has picked the car up (提车).

    Example: lending applications pick-up app_01HKX… --photo handover.jpg --database sqlite:///lending.db
    """
    import hashlib

    from lending.application.call import Role
    from lending.origination.commands import ConfirmPickUp
    from lending.origination.ids import ApplicationId

    given = Given()
    if not photo.is_file():
        given.refuse("photo", str(photo), "a file with a picture")
    application_id = given.value("application", lambda: ApplicationId(application))
    given.check()
    assert application_id is not None, "checked"
    shown = hashlib.sha256(photo.read_bytes()).hexdigest()
    with opened(database) as app:
        changed = done(app, ConfirmPickUp(application_id, shown), _person(who, Role.ADVISOR))
    _changed(application, changed.status, form)


def _changed(application: str, status: str, form: Format) -> None:
    document = {"application": application, "status": status}
    emit(form, document, table("", tuple(document), [tuple(document.values())], left=2))


def _reviewer(who: str | None) -> "Actor":
    from lending.application.call import Role

    return _person(who, Role.REVIEWER)


def _person(who: str | None, role: "Role") -> "Actor":
    """Who asks: the one named, or whoever is logged in."""
    import getpass

    from lending.application.call import Actor

    return Actor(who or getpass.getuser(), role)


def _row(view: "ApplicationView") -> tuple[str, ...]:
    return (
        view.application_id.value,
        view.status,
        view.product,
        ", ".join(view.reasons),
        view.dealer_id or "",
        str(view.instalments),
        f"{view.amount.text} {view.amount.currency}",
    )


def _document(view: "ApplicationView") -> dict[str, Any]:
    offer = view.offer
    return {
        "id": view.application_id.value,
        "status": view.status,
        "customer_id": view.customer_id,
        "dealer_id": view.dealer_id,
        "product": view.product,
        "currency": view.amount.currency.code,
        "amount": view.amount.text,
        "instalments": view.instalments,
        "reasons": list(view.reasons),
        "offered": None if offer is None else offer.principal.text,
        "apr": None if offer is None else offer.apr.percent,
        "instalment": None if offer is None else offer.instalment.text,
        "valid_until": None if offer is None else offer.valid_until.isoformat(),
        "contract_id": view.contract_id,
        "loan_id": view.loan_id,
    }


def _text(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
