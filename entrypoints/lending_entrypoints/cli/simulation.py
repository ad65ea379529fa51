"""`lending simulate` and `lending simulate sweep`: the platform under simulated days."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import typer

from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, progress, remark, table

if TYPE_CHECKING:
    from datetime import date

    from lending_simulator import SimulationConfig, SimulationResult

__all__ = ["simulate", "sweep"]

DAYS_MAX, DEALERS_MAX, CUSTOMERS_MAX, SEED_MAX, JOBS_MAX = 3_660, 10_000, 1_000_000, 2**63 - 1, 64
FORMAT = typer.Option(Format.TABLE, "--format", help="How to print the result.")


def simulate(
    context: typer.Context,
    seed: str = typer.Option("7", help="The same seed gives the same history."),
    days: str = typer.Option("30", help="How many days go by."),
    dealers: str = typer.Option("20", help="How many car dealers there are."),
    customers: str = typer.Option("500", help="How many customers come."),
    store: str = typer.Option("memory", help="memory, or the URL of an empty database."),
    faults: str = typer.Option("standard", help="What goes wrong on purpose: none, standard or harsh."),
    start: str | None = typer.Option(None, help="The first day, such as 2025-09-15."),
    until_violation: bool = typer.Option(False, "--until-violation", help="Stop at the first invariant broken."),
    out: Path | None = typer.Option(None, help="A folder for report.html and summary.json."),
    form: Format = FORMAT,
) -> None:
    """Run a lending platform for simulated days and judge it as it runs. Exit 1 if an invariant is broken.

    Example: lending simulate --seed 7 --days 30 --store sqlite:///demo.db --out out/demo
    """
    if context.invoked_subcommand is not None:
        return
    given = Given()
    number = given.whole("seed", seed, 0, SEED_MAX)
    first = given.optional_day("start", start)
    from lending_simulator import summary

    result = _played(_world(given, number, days, dealers, customers, faults, first, until_violation), store)
    history = None if out is None else _write(result, out)
    emit(form, result.as_json(), summary(result))
    for violation in result.violations:
        remark(f"error: {violation}")
    if history is not None:
        remark(f"what led to it: {history}")
    if not result.sound:
        remark(f"run it again: {result.config.command} --out {shlex.quote(str(out or 'out'))}")
    raise typer.Exit(0 if result.sound else 1)


def sweep(
    seeds: str = typer.Option("0:100", help="From one seed up to, and without, another: 0:1000."),
    days: str = typer.Option("10", help="How many days go by in each."),
    dealers: str = typer.Option("5", help="How many car dealers there are."),
    customers: str = typer.Option("40", help="How many customers come."),
    faults: str = typer.Option("standard", help="What goes wrong on purpose: none, standard or harsh."),
    start: str | None = typer.Option(None, help="The first day, such as 2025-09-15."),
    jobs: str = typer.Option("1", help="How many processes to run them on."),
    form: Format = FORMAT,
) -> None:
    """Run many seeds in memory, each a world of its own. Exit 1 if an invariant is broken in one.

    Example: lending simulate sweep --seeds 0:1000 --faults harsh --jobs 2
    """
    from lending_simulator import sweep as play

    given = Given()
    chosen = given.span("seeds", seeds, SEED_MAX)
    processes = given.whole("jobs", jobs, 1, JOBS_MAX)
    first = given.optional_day("start", start)
    world = _world(given, 0, days, dealers, customers, faults, first, until_violation=False)
    with progress() as shown:
        bar = shown.add_task("seeds", total=len(chosen))
        result = play(chosen, world, jobs=processes, progress=lambda _run: shown.advance(bar))
    document = result.as_json()
    struck = [(kind, command, str(count)) for (kind, command), count in sorted(result.coverage.items())]
    held = "all invariants held" if not result.violations else f"{len(result.violations)} violations"
    title = f"{result.seeds} seeds, {result.commands:,} commands in {result.seconds:.1f} s: {held}"
    emit(form, document, table(title, ("fault", "struck", "times"), struck, left=2))
    for violation in result.violations:
        remark(f"error: {violation}")
    if result.violations:
        broken = attrs.evolve(world, seed=result.violations[0].seed)
        remark(f"run the first of these seeds again, and see what led to it: {broken.command} --out out")
    raise typer.Exit(1 if result.violations else 0)


def _world(
    given: Given,
    seed: int,
    days: str,
    dealers: str,
    customers: str,
    faults: str,
    start: "date | None",
    until_violation: bool,
) -> "SimulationConfig":
    """The world that these options describe. Raises `InvalidInput` with every fault found, earlier ones included."""
    from lending_simulator import SimulationConfig, calendar_of

    values: dict[str, Any] = {
        "days": given.whole("days", days, 1, DAYS_MAX),
        "dealers": given.whole("dealers", dealers, 0, DEALERS_MAX),
        "customers": given.whole("customers", customers, 0, CUSTOMERS_MAX),
    }
    if start is not None:
        values["start"] = start
    config = given.value(
        "", lambda: SimulationConfig(seed=seed, faults=faults, until_violation=until_violation, **values)
    )
    given.check()
    assert config is not None, "checked"
    calendar_of(config)
    return config


def _played(config: "SimulationConfig", url: str) -> "SimulationResult":
    """Play it, with a progress bar for whoever watches."""
    from lending_adapters.stores import open_store
    from lending_entrypoints.keys import environment_for
    from lending_entrypoints.settings import without_password
    from lending_simulator import simulate as play

    opened = open_store(url, upgrade=url != "memory", environment=environment_for(url))
    try:
        with progress() as shown:
            bar = shown.add_task("simulated days", total=config.days)

            def passed(day: int, _days: int) -> None:
                shown.update(bar, completed=day)

            return play(config, opened, passed, store_name=without_password(url))
    finally:
        opened.close()


def _write(result: "SimulationResult", out: Path) -> Path | None:
    """Write what `--out` gets: the summary, the report, and the history that led to a violation, if there is one."""
    import json

    from lending_simulator.report import write_report

    out.mkdir(parents=True, exist_ok=True)
    summary = json.dumps(result.as_json(), ensure_ascii=False, indent=2)
    (out / "summary.json").write_text(f"{summary}\n", encoding="utf-8")
    write_report(result, out)
    return result.write_history(out)
