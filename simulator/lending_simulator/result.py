"""What a run has to tell."""

from datetime import date
from pathlib import Path
from typing import Any

import attrs

from lending.kernel.money import Money
from lending_simulator.config import SimulationConfig
from lending_simulator.history import Asked, write_history
from lending_simulator.invariants import Violation
from lending_simulator.tally import CommandCount, DayFigures

__all__ = ["Check", "DayRow", "MoneyFigures", "SimulationResult", "TimeSeries"]

HISTORY = "history.txt"


@attrs.frozen
class Check:
    """How often an invariant was checked, and how often it did not hold."""

    checked: int
    violated: int


@attrs.frozen
class MoneyFigures:
    """The run in money."""

    disbursed: Money
    repaid: Money
    outstanding: Money
    written_off: Money


@attrs.frozen
class DayRow:
    """One simulated day, with the portfolio's balance at its end."""

    day: date
    figures: DayFigures
    balance: int


@attrs.frozen(kw_only=True)
class TimeSeries:
    """What the report draws. Amounts are minor units."""

    days: tuple[DayRow, ...]
    submitted_by_hour: tuple[int, ...]
    conflicts_by_hour: dict[str, tuple[int, ...]]
    applications: dict[str, int]
    """How many stand in which status at the end."""
    loans: dict[str, int]
    refusals: dict[str, int]
    """How often each refusal was given."""
    hours_to_money: tuple[tuple[str, float], ...]
    """From each contract's acceptance to the opening of its loan, with the loan's product."""
    minutes_by_step: dict[str, tuple[float, ...]]
    """Of every car picked up: minutes of each step, and from the application on (R82)."""
    days_off: tuple[date, ...]
    """Weekends and holidays, as the official calendar has them."""


@attrs.frozen(kw_only=True)
class SimulationResult:
    """The outcome of one run; `as_json` is the contract of `lending simulate`."""

    config: SimulationConfig
    store: str
    digest: str
    events: int
    commands: dict[str, CommandCount]
    interleavings: int
    faults: dict[str, int]
    coverage: dict[tuple[str, str], int]
    """Faults by kind and the command they struck."""
    invariants: dict[str, Check]
    violations: tuple[Violation, ...]
    money: MoneyFigures
    series: TimeSeries
    seconds: float
    history: tuple[Asked, ...] = attrs.field(repr=False, default=())
    """The commands up to the first violation, where there is one."""

    @property
    def sound(self) -> bool:
        """Whether every invariant held."""
        return not any(check.violated for check in self.invariants.values())

    @property
    def executed(self) -> int:
        """Requests that were answered."""
        return sum(count.ok + count.refused for count in self.commands.values())

    def as_json(self) -> dict[str, Any]:
        """What `lending simulate --format json` prints."""
        return {
            "seed": self.config.seed,
            "days": self.config.days,
            "store": self.store,
            "digest": self.digest,
            "commands": {name: attrs.asdict(count) for name, count in sorted(self.commands.items())},
            "interleavings": self.interleavings,
            "faults": dict(sorted(self.faults.items())),
            "invariants": {name: attrs.asdict(check) for name, check in self.invariants.items()},
            "money": {name: amount.text for name, amount in attrs.asdict(self.money, recurse=False).items()},
            "seconds": round(self.seconds, 3),
            "events": self.events,
            "violations": [str(violation) for violation in self.violations],
            "series": self._series(),
        }

    def write_history(self, out: Path) -> Path | None:
        """Write the commands that led to the first violation to a readable file in `out`; None where all held."""
        if self.sound:
            return None
        broken = {name: check.violated for name, check in self.invariants.items() if check.violated}
        title = (
            f"what did not hold, and how often: {', '.join(f'{name} {times}' for name, times in broken.items())}",
            *map(str, self.violations),
            f"run it again: {self.config.command}",
            "what was asked before the first violation, the last at the end:",
        )
        return write_history(out / HISTORY, title, self.history)

    def _series(self) -> dict[str, Any]:
        series = self.series
        return {
            "days": [
                {"day": row.day.isoformat(), "balance": row.balance, **attrs.asdict(row.figures)} for row in series.days
            ],
            "submitted_by_hour": list(series.submitted_by_hour),
            "conflicts_by_hour": {name: list(counts) for name, counts in series.conflicts_by_hour.items()},
            "applications": series.applications,
            "loans": series.loans,
            "refusals": series.refusals,
        }
