"""`lending loan`: a loan account as it stands."""

from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, grouped, table

if TYPE_CHECKING:
    from lending.loans.queries import InstalmentView, LoanView, PlanVersionSummary

__all__ = ["show"]


def show(
    loan: str = typer.Argument(help="The loan's id."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """A loan (借据) on the open accounting day: status, flags, balances, every version of its plan, the instalments.

    Example: lending loan show loan_01HKX… --database sqlite:///lending.db
    """
    from lending.loans.ids import LoanId
    from lending.loans.queries import GetLoan, ListPlanVersions

    given = Given()
    identity = given.value("loan", lambda: LoanId(loan))
    given.check()
    assert identity is not None, "checked"
    with opened(database) as app:
        view = asked(app, GetLoan(identity))
        versions = asked(app, ListPlanVersions(identity)).versions
    emit(form, _document(view, versions), *_tables(view, versions))


def _document(view: "LoanView", versions: "tuple[PlanVersionSummary, ...]") -> dict[str, Any]:
    return {
        "loan": view.loan_id.value,
        "contract": view.contract_id,
        "customer": view.customer_id,
        "product": view.product,
        "as_of": view.as_of.isoformat(),
        "status": view.status,
        "flags": list(view.flags),
        "currency": view.principal.currency.code,
        "principal": view.principal.text,
        "principal_left": view.principal_left.text,
        "due_now": view.due_now.text,
        "credit_balance": view.credit_balance.text,
        "deposit_held": view.deposit_held.text,
        "annual_rate": view.annual_rate.text,
        "next_reset": view.next_reset.isoformat() if view.next_reset else None,
        "opened_on": view.opened_on.isoformat(),
        "non_accrual_since": view.non_accrual_since.isoformat() if view.non_accrual_since else None,
        "held_by": view.held_by,
        "plan_versions": [_version(version) for version in versions],
        "instalments": [_instalment(row) for row in view.instalments],
    }


def _version(version: "PlanVersionSummary") -> dict[str, Any]:
    return {
        "version": version.version,
        "since": version.since.isoformat(),
        "cause": version.cause,
        "key": version.key,
        "instalments": version.instalments,
        "maturity": version.maturity.isoformat(),
        "total_interest": version.total_interest.text,
    }


def _instalment(row: "InstalmentView") -> dict[str, Any]:
    amounts = ("principal", "interest", "fee", "total", "paid", "outstanding")
    dates = {"due": row.due.isoformat(), "pay_by": row.pay_by.isoformat() if row.pay_by else None}
    return {"no": row.no, **dates, **{name: getattr(row, name).text for name in amounts}, "status": row.status}


def _tables(view: "LoanView", versions: "tuple[PlanVersionSummary, ...]") -> tuple[Any, ...]:
    standing = (
        ("product", view.product),
        ("as of", str(view.as_of)),
        ("status", ", ".join((view.status, *view.flags))),
        ("principal (本金)", grouped(view.principal)),
        ("principal left (剩余本金)", grouped(view.principal_left)),
        ("due now (应还)", grouped(view.due_now)),
        ("credit balance (溢缴款)", grouped(view.credit_balance)),
        ("deposit held (保证金)", grouped(view.deposit_held)),
        ("yearly rate (年利率)", view.annual_rate.text),
    )
    plans = [
        (*map(str, (one.version, one.cause, one.since, one.maturity, one.instalments)), grouped(one.total_interest))
        for one in versions
    ]
    of_plans = ("version", "cause", "since", "maturity", "instalments", "interest")
    of_rows = ("no", "due", "status", "principal", "interest", "fee", "total", "paid", "outstanding")
    return (
        table(view.loan_id.value, ("", view.principal.currency.code), standing),
        table("Versions of the plan", of_plans, plans, left=2),
        table("Plan (还款计划)", of_rows, map(_shown, view.instalments), left=3),
    )


def _shown(row: "InstalmentView") -> tuple[str, ...]:
    amounts = (row.principal, row.interest, row.fee, row.total, row.paid, row.outstanding)
    return (str(row.no), str(row.due), row.status, *map(grouped, amounts))
