"""Stating a replayed loan: as JSON-ready data, and as tables for the eye."""

import json
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from lending.kernel.invalid import InvalidInput
from lending.kernel.money import Currency
from lending.loans.account import Account, Instalment
from lending.loans.lease import is_direct_lease
from lending.loans.loan import Loan
from lending.loans.status import ACTIVE
from lending.loans.terms import LoanTerms
from lending_entrypoints.replay.cost import yearly_cost
from lending_entrypoints.replay.journal import JournalEntry, journal

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["failure_of", "line_of", "mistakes_of", "result_of", "tables_of"]

COMPONENTS = ("principal", "interest", "fee", "penalty", "compound")
BY_COMPONENT = attrgetter(*COMPONENTS)


def result_of(name: str, loan: Loan, as_of: date) -> dict[str, Any]:
    """The result of a case that ran: schedule, balances, yearly rate and journal as of `as_of`."""
    account = loan.account(as_of)
    currency = account.terms.currency
    return {
        "id": name,
        "status": "ACTIVE" if account.status in ACTIVE else account.status.value,
        "standing": account.status.value,
        "non_accrual_since": account.non_accrual_since.isoformat() if account.non_accrual_since else None,
        "as_of": as_of.isoformat(),
        "instalments": [instalment_of(instalment, account.terms) for instalment in account.instalments],
        "totals": totals_of(account),
        "balance": balance_of(account),
        "apr": yearly_cost(loan, as_of),
        "journal": [entry_of(entry, currency) for entry in journal(loan, as_of)],
    }


def asks(instalment: Instalment) -> dict[str, int]:
    """What an instalment asks for by component, waivers taken off."""
    return {
        name: asked - waived
        for name, asked, waived in zip(
            COMPONENTS, BY_COMPONENT(instalment.asked), BY_COMPONENT(instalment.waived), strict=True
        )
    }


def instalment_of(instalment: Instalment, terms: LoanTerms) -> dict[str, Any]:
    """One instalment's object; `pay_by` is in it where the loan heeds holidays, null in a year not published."""
    written = terms.currency.written
    holiday = {"pay_by": instalment.pay_by.isoformat() if instalment.pay_by else None} if terms.heeds_holidays else {}
    asked = asks(instalment)
    settled = instalment.settled_on
    return {
        "no": instalment.no,
        "from": instalment.start.isoformat(),
        "due": instalment.due.isoformat(),
        **holiday,
        **{name: written(asked[name]) for name in COMPONENTS},
        "total": written(sum(asked.values())),
        "paid": written(instalment.paid.total),
        "paid_early": written(instalment.paid_early),
        "paid_late": written(instalment.paid_late),
        "outstanding": written(instalment.outstanding),
        "balance_after": written(instalment.balance_after),
        "settled_on": settled.isoformat() if settled is not None else None,
        "days_past_due": instalment.days_past_due,
    }


def totals_of(account: Account) -> dict[str, str]:
    """The sums over all instalments."""
    written = account.terms.currency.written
    asked = [asks(instalment) for instalment in account.instalments]
    return {
        **{name: written(sum(row[name] for row in asked)) for name in COMPONENTS},
        "paid": written(sum(instalment.paid.total for instalment in account.instalments)),
        "outstanding": written(sum(instalment.outstanding for instalment in account.instalments)),
    }


def balance_of(account: Account) -> dict[str, str]:
    """What is owed in principal and held for the customer; of a direct lease the deposit too."""
    written = account.terms.currency.written
    balance = {
        "principal": written(account.principal_balance),
        "overpaid": written(account.credit_balance),
    }
    if is_direct_lease(account.terms):
        balance["deposit"] = written(account.figures.deposit_held)
    return balance


def entry_of(entry: JournalEntry, currency: Currency) -> dict[str, Any]:
    """One journal entry's object."""
    written = currency.written
    lines = [
        {"account": line.account, "debit": written(line.debit), "credit": written(line.credit)} for line in entry.lines
    ]
    return {"on": entry.on.isoformat(), "event": entry.event, "lines": lines}


def failure_of(name: str, action: int, code: str, message: str) -> dict[str, Any]:
    """The result of a case with a refused action."""
    return {"id": name, "error": {"code": code, "message": message, "action": action}}


def mistakes_of(name: str, wrong: InvalidInput) -> dict[str, Any]:
    """The result of a case that could not be understood."""
    violations = [
        {"path": violation.field, "value": violation.value, "expected": violation.expected}
        for violation in wrong.violations
    ]
    return {"id": name, "error": {"code": "INVALID_INPUT", "message": str(wrong), "violations": violations}}


def line_of(document: dict[str, Any]) -> str:
    """A result as one line of JSON."""
    return ENCODER.encode(document)


ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def tables_of(document: dict[str, Any]) -> "list[RenderableType]":
    """A result as tables: the instalments, their totals and the journal."""
    from rich.table import Table  # noqa: PLC0415 - only the table form needs it

    if "error" in document:
        return [f"{document['id'] or 'case'}: {document['error']['code']}: {document['error']['message']}"]
    plan = Table(title=f"{document['id'] or 'loan'}: {document['standing']} as of {document['as_of']}")
    for heading in PLAN_COLUMNS:
        plan.add_column(heading, justify="right")
    for row in document["instalments"]:
        plan.add_row(*(str(row[key] if row[key] is not None else "") for key in PLAN_COLUMNS.values()))
    totals = document["totals"]
    plan.add_section()
    plan.add_row("", "", *(totals.get(key, "") for key in list(PLAN_COLUMNS.values())[2:]))
    balance = document["balance"]
    held = f"  deposit {balance['deposit']}" if "deposit" in balance else ""
    summary = f"balance {balance['principal']}  overpaid {balance['overpaid']}{held}  yearly cost {document['apr']}"
    return [plan, summary, _journal_table(document["journal"])]


PLAN_COLUMNS = {
    "no": "no",
    "due": "due",
    "principal": "principal",
    "interest": "interest",
    "fee": "fee",
    "penalty": "penalty",
    "compound": "compound",
    "total": "total",
    "paid": "paid",
    "outstanding": "outstanding",
    "balance": "balance_after",
    "past due": "days_past_due",
}


def _journal_table(entries: list[dict[str, Any]]) -> "RenderableType":
    from rich.table import Table  # noqa: PLC0415 - only the table form needs it

    table = Table(title="journal")
    for heading, side in (
        ("on", "left"),
        ("event", "left"),
        ("account", "left"),
        ("debit", "right"),
        ("credit", "right"),
    ):
        table.add_column(heading, justify="right" if side == "right" else "left")
    for entry in entries:
        for place, line in enumerate(entry["lines"]):
            head = (entry["on"], entry["event"]) if place == 0 else ("", "")
            table.add_row(*head, line["account"], line["debit"], line["credit"])
        table.add_section()
    return table
