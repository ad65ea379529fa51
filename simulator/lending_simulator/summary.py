"""`summary`: a run in a few lines that whoever runs the business understands."""

from collections.abc import Sequence
from statistics import median

from lending.kernel.money import Money
from lending_simulator.result import SimulationResult
from lending_simulator.tally import WHOLE_WAY

__all__ = ["CASH", "figure", "span", "summary", "within"]

CASH = "small-cash"
"""What the codes of the cash loans begin with; all others are car loans."""

LABEL_WIDTH = 14
PERCENT = 100
WORST_SHOWN = 5


def figure(amount: Money) -> str:
    """An amount with thousands set apart: ¥12,554,200.00."""
    whole, _, part = amount.text.partition(".")
    return f"¥{int(whole):,}.{part}"


def summary(result: SimulationResult) -> str:
    """Headline, business, load, faults and the verdict, as plain text."""
    config = result.config
    opening = f"{config.days} days of a lending platform · seed {config.seed} · from {config.start}"
    shops = f"{config.dealers} dealers, {config.customers} customers, faults {config.faults}, store {result.store}"
    rows = (
        ("Applications", _applications(result)),
        ("Lending", _lending(result)),
        ("Speed", _speed(result)),
        ("The hour", _hour(result)),
        ("Load", _load(result)),
        ("Faults", _faults(result)),
        ("Invariants", _verdict(result)),
        ("Digest", result.digest),
    )
    lines = [opening, shops, "", *(f"{label:<{LABEL_WIDTH}}{text}" for label, text in rows)]
    lines += [f"{'':<{LABEL_WIDTH}}{violation}" for violation in result.violations[:WORST_SHOWN]]
    return "\n".join(lines)


def _applications(result: SimulationResult) -> str:
    counts = result.series.applications
    total = sum(counts.values())
    paid = counts.get("PAID", 0) + counts.get("DELIVERED", 0)
    share = f" ({PERCENT * paid // total} %)" if total else ""
    others = ", ".join(
        f"{counts[status]} {status.lower()}" for status in ("REJECTED", "CANCELLED", "EXPIRED") if counts.get(status)
    )
    return f"{total} submitted, {paid} paid out{share}" + (f"; {others}" if others else "")


def _lending(result: SimulationResult) -> str:
    money = result.money
    loans = sum(result.series.loans.values())
    return (
        f"{loans} loans over {figure(money.disbursed)}; {figure(money.repaid)} repaid, {figure(money.outstanding)} owed"
    )


def _speed(result: SimulationResult) -> str:
    waits = result.series.hours_to_money
    cash = [hours for product, hours in waits if product.startswith(CASH)]
    cars = [hours for product, hours in waits if not product.startswith(CASH)]
    parts = [
        f"{kind} loans paid out {span(median(hours))} after acceptance, 95 % within {span(within(hours, 95))}"
        for kind, hours in (("cash", cash), ("car", cars))
        if hours
    ]
    return "; ".join(parts) or "no loan was paid out"


def _hour(result: SimulationResult) -> str:
    """From the application to the car, and where the time goes (R82)."""
    steps = {step: within(minutes, 90) for step, minutes in result.series.minutes_by_step.items()}
    whole = steps.pop(WHOLE_WAY, None)
    if whole is None:
        return "no car was picked up"
    cars = len(result.series.minutes_by_step[WHOLE_WAY])
    parts = ", ".join(f"{step} {minutes:.0f}" for step, minutes in steps.items() if round(minutes))
    return f"{cars} cars picked up, 90 % within {whole:.0f} min of the application (of each step: {parts})"


def span(hours: float) -> str:
    """A length of time in the unit that suits it: 12 s, 5.0 min, 16.2 h."""
    seconds = 3600 * hours
    if seconds < 100:
        return f"{seconds:.1f} s"
    return f"{seconds / 60:.0f} min" if hours < 2 else f"{hours:.1f} h"


def within(values: Sequence[float], percent: int) -> float:
    """The value that so many percent do not exceed."""
    return sorted(values)[(len(values) - 1) * percent // PERCENT]


def _load(result: SimulationResult) -> str:
    conflicts = sum(count.conflicts for count in result.commands.values())
    return (
        f"{result.executed:,} commands, {result.interleavings:,} interleavings,"
        f" {conflicts} conflicts run again, in {result.seconds:.1f} s"
    )


def _faults(result: SimulationResult) -> str:
    worst = sorted(result.faults.items(), key=lambda item: (-item[1], item[0]))[:WORST_SHOWN]
    named = ", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in worst)
    return f"{sum(result.faults.values())} injected" + (f", most of all: {named}" if named else "")


def _verdict(result: SimulationResult) -> str:
    checked = sum(check.checked for check in result.invariants.values())
    broken = sum(check.violated for check in result.invariants.values())
    held = "all held" if result.sound else f"{broken} VIOLATIONS"
    return f"{len(result.invariants)} invariants checked {checked:,} times: {held}"
