"""`lending simulate`: the platform under simulated days."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, grouped, remark, table

if TYPE_CHECKING:
    from lending_simulator import SimulationConfig, SimulationResult

__all__ = ["simulate"]

DAYS_MAX, DEALERS_MAX, CUSTOMERS_MAX = 3_660, 10_000, 1_000_000


def simulate(
    seed: str = typer.Option("7", help="The same seed gives the same history."),
    days: str = typer.Option("30", help="How many days go by."),
    dealers: str = typer.Option("20", help="How many car dealers there are."),
    customers: str = typer.Option("500", help="How many customers come."),
    store: str = typer.Option("memory", help="memory, or the URL of an empty database."),
    faults: str = typer.Option("standard", help="What goes wrong on purpose: none, standard or harsh."),
    start: str | None = typer.Option(None, help="The first day, such as 2025-09-15."),
    until_violation: bool = typer.Option(False, "--until-violation", help="Stop at the first invariant broken."),
    out: Path | None = typer.Option(None, help="A folder for report.html and summary.json."),
    form: Format = typer.Option(Format.TABLE, "--format", help="How to print the result."),
) -> None:
    """Run a lending platform for simulated days and judge it as it runs. Exit 1 if an invariant is broken.

    Example: lending simulate --seed 7 --days 30 --store sqlite:///demo.db --out out/demo
    """
    from lending_simulator import SimulationConfig

    given = Given()
    values: dict[str, Any] = {
        "seed": given.whole("seed", seed, 0, 2**63 - 1),
        "days": given.whole("days", days, 1, DAYS_MAX),
        "dealers": given.whole("dealers", dealers, 0, DEALERS_MAX),
        "customers": given.whole("customers", customers, 0, CUSTOMERS_MAX),
        "faults": faults,
        "until_violation": until_violation,
    }
    if (first := given.optional_day("start", start)) is not None:
        values["start"] = first
    config = given.value("", lambda: SimulationConfig(**values))
    given.check()
    assert config is not None, "checked"
    result = _played(config, store)
    if out is not None:
        _write(result, out)
    emit(form, result.as_json(), *_tables(result))
    for violation in result.violations:
        remark(f"error: {violation}")
    raise typer.Exit(0 if result.sound else 1)


def _played(config: "SimulationConfig", url: str) -> "SimulationResult":
    """Play it, with a progress bar for whoever watches."""
    from lending_adapters.stores import open_store
    from lending_entrypoints.keys import environment_for
    from lending_entrypoints.settings import without_password
    from lending_simulator import simulate as play

    opened = open_store(url, upgrade=url != "memory", environment=environment_for(url))
    try:
        with _progress() as progress:
            bar = progress.add_task("simulated days", total=config.days)

            def passed(day: int, _days: int) -> None:
                progress.update(bar, completed=day)

            return play(config, opened, passed, store_name=without_password(url))
    finally:
        opened.close()


def _progress() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, disable=not sys.stderr.isatty())


def _write(result: "SimulationResult", out: Path) -> None:
    """What `--out` gets: the summary, the report, and the history that led to a violation."""
    import json

    from lending_simulator.report import write_report

    out.mkdir(parents=True, exist_ok=True)
    summary = json.dumps(result.as_json(), ensure_ascii=False, indent=2)
    (out / "summary.json").write_text(f"{summary}\n", encoding="utf-8")
    write_report(result, out)
    history = result.write_history(out)
    if history is not None:
        remark(f"what led to it: {history}")


def _tables(result: "SimulationResult") -> list[Any]:
    """What a manager asks first."""
    config, money, series = result.config, result.money, result.series
    applied = sum(series.applications.values())
    refused = series.applications.get("REJECTED", 0)
    minutes = sorted(series.minutes_to_money)
    business = [
        ("Applications (进件)", str(applied)),
        ("… rejected (拒绝)", f"{refused} ({100 * refused // max(1, applied)} %)"),
        ("Loans paid out (放款)", str(sum(series.loans.values()))),
        ("… settled by now (结清)", str(series.loans.get("SETTLED", 0))),
        ("Paid out (放款金额)", str(money.disbursed.currency) + " " + grouped(money.disbursed)),
        ("Repaid (还款金额)", str(money.repaid.currency) + " " + grouped(money.repaid)),
        ("Still lent (贷款余额)", str(money.outstanding.currency) + " " + grouped(money.outstanding)),
        ("From signature to money, half within", f"{minutes[len(minutes) // 2]:.0f} min" if minutes else "–"),
    ]
    conflicts = sum(count.conflicts for count in result.commands.values())
    platform = [
        ("Requests answered", f"{result.executed:,}"),
        ("Switches between requests in flight", f"{result.interleavings:,}"),
        ("Conflicts met and retried", f"{conflicts:,}"),
        ("Faults injected", f"{sum(result.faults.values()):,} of {len(result.faults)} kinds"),
        ("Digest of the history", result.digest[:16]),
        ("Computed in", f"{result.seconds:.1f} s"),
    ]
    judged = [(name, "broken" if c.violated else "held", f"{c.checked:,}") for name, c in result.invariants.items()]
    title = f"{config.days} days from {config.start}, {config.dealers} dealers, {config.customers} customers"
    return [
        table(f"{title}, on {result.store}", ("", ""), business),
        table("The platform", ("", ""), platform),
        table("What must always hold", ("invariant", "", "checked"), judged, left=2),
    ]
