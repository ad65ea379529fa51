"""`lending deduct explain` and `compare`: what smart repayment picks and why, and how much more it collects."""

from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, progress, table

if TYPE_CHECKING:
    from lending.payments.queries import PicksView
    from lending_simulator.repayment import Collected, Trial

__all__ = ["compare", "explain"]

PICKS = ("at", "card", "amount", "chance", "for", "against")
SEEDS_MAX = 10_000
CUSTOMERS_MAX = 5_000
MONTHS_MAX = 12


def explain(
    loan: str = typer.Argument(help="The loan's id."), database: str | None = DATABASE, form: Format = FORM
) -> None:
    """What smart repayment (智能还款) tries for a loan today: which card, when, for how much, and why.

    Each pick is tried only should those before it fail. "for" and "against" are the weights of earlier tries that say
    whether the card held so much at such a time.

    Example: lending deduct explain loan_01HKX… --database sqlite:///lending.db
    """
    from lending.loans.ids import LoanId
    from lending.payments.queries import ExplainDeductions

    given = Given()
    loan_id = given.value("loan", lambda: LoanId(loan))
    given.check()
    assert loan_id is not None, "checked"
    with opened(database) as app:
        view: PicksView = asked(app, ExplainDeductions(loan_id))
    document = {
        "loan_id": view.loan_id.value,
        "currency": view.due.currency.code,
        "due": view.due.text,
        "smart": view.smart,
        "picks": [
            {
                "at": pick.at.isoformat(),
                "card": pick.card,
                "amount": pick.amount.text,
                "chance_percent": pick.chance_percent,
                "speaks_for": pick.speaks_for,
                "against": pick.against,
            }
            for pick in view.picks
        ],
    }
    rows = [
        (
            pick.at.strftime("%Y-%m-%d %H:%M"),
            str(pick.card),
            pick.amount.text,
            f"{pick.chance_percent} %",
            str(pick.speaks_for),
            str(pick.against),
        )
        for pick in view.picks
    ]
    manner = "smart" if view.smart else "plain; so it would be"
    emit(form, document, table(f"{view.due.text} due, collected {manner}", PICKS, rows, left=1))


def compare(
    seeds: str = typer.Option("1:5", help="Seeds of the worlds, the first and one past the last."),
    customers: str = typer.Option("40", help="Borrowers in each world."),
    months: str = typer.Option("3", help="For so many months."),
    form: Format = FORM,
) -> None:
    """Live the same worlds twice, collected plainly and smartly, and say how much more smart collects.

    People are paid and spend by the hour; a platform knows only what its own tries told. Both manners may fail three
    times a card and day. "At equal attempts" counts of each customer as many attempts as the manner with fewer made.

    Example: lending deduct compare --seeds 1:9 --customers 60 --months 4
    """
    from lending_simulator.repayment import TrialConfig, run_trial

    given = Given()
    span = given.span("seeds", seeds, SEEDS_MAX)
    people = given.whole("customers", customers, 2, CUSTOMERS_MAX)
    length = given.whole("months", months, 1, MONTHS_MAX)
    given.check()
    worlds = [TrialConfig(seed=seed, customers=people, months=length) for seed in span]
    with progress() as shown:
        bar = shown.add_task("worlds", total=len(worlds))
        trial = run_trial(worlds, lambda done, _of: shown.update(bar, completed=done))
    emit(form, _document(trial), _shown(trial))


def _document(trial: "Trial") -> dict[str, Any]:
    return {
        "customers": trial.customers,
        "plain": _counted(trial.plain),
        "smart": _counted(trial.smart),
        "at_equal_attempts": {"plain": _counted(trial.plain_at_equal), "smart": _counted(trial.smart_at_equal)},
        "difference_a_customer": round(trial.difference / 100, 2),
        "standard_error": round(trial.error / 100, 2),
        "standard_errors": round(trial.errors, 2),
    }


def _counted(held: "Collected") -> dict[str, Any]:
    return {"attempts": held.attempts, "collected": f"{held.amount / 100:.2f}"}


def _shown(trial: "Trial") -> Any:
    rows = [
        (name, f"{held.attempts:,}", f"{held.amount / 100:,.2f}")
        for name, held in (
            ("plain", trial.plain),
            ("smart", trial.smart),
            ("plain, at equal attempts", trial.plain_at_equal),
            ("smart, at equal attempts", trial.smart_at_equal),
        )
    ]
    told = (
        f"smart collects {trial.difference / 100:,.2f} more a customer at equal attempts, "
        f"standard error {trial.error / 100:,.2f}: {trial.errors:.1f} standard errors"
    )
    return table(f"{trial.customers} customers; {told}", ("collected", "attempts", "amount"), rows, left=1)
