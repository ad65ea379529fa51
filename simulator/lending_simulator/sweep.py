"""`sweep`: many seeds, each a world of its own, on as many processes as one likes."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import attrs

from lending_adapters.stores import MEMORY
from lending_simulator.calendar import calendar_of
from lending_simulator.config import SimulationConfig
from lending_simulator.invariants import Violation
from lending_simulator.simulation import simulate

__all__ = ["SweepResult", "sweep"]

WORLD = SimulationConfig(days=10, dealers=5, customers=40)
"""The world of a sweep where nothing else is said."""


@attrs.frozen(kw_only=True)
class SweepResult:
    """What all the runs came to."""

    seeds: int
    violations: tuple[Violation, ...]
    coverage: dict[tuple[str, str], int]
    """Faults by kind and the command they struck."""
    commands: int
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """What `lending simulate sweep --format json` prints."""
        coverage: dict[str, dict[str, int]] = {}
        for (kind, command), count in sorted(self.coverage.items()):
            coverage.setdefault(kind, {})[command] = count
        return {
            "seeds": self.seeds,
            "violations": [
                {"seed": broken.seed, "invariant": broken.invariant, "at": broken.at.isoformat(), "facts": broken.facts}
                for broken in self.violations
            ],
            "coverage": coverage,
            "commands": self.commands,
            "seconds": round(self.seconds, 3),
        }


@attrs.frozen
class SeedRun:
    """What a sweep keeps of one run."""

    seed: int
    commands: int
    violations: tuple[Violation, ...]
    coverage: dict[tuple[str, str], int]


def sweep(
    seeds: Iterable[int],
    world: SimulationConfig = WORLD,
    *,
    jobs: int = 1,
    progress: Callable[[SeedRun], None] = lambda _run: None,
) -> SweepResult:
    """Run the world once for each seed, in memory, and gather what went wrong. Raises `InvalidInput` as `simulate`."""
    calendar_of(world)
    begun = time.perf_counter()
    runs, coverage = [], Counter[tuple[str, str]]()
    with _mapping(jobs) as mapped:
        for run in mapped(_run, (attrs.evolve(world, seed=seed) for seed in seeds)):
            runs.append(run)
            coverage.update(run.coverage)
            progress(run)
    return SweepResult(
        seeds=len(runs),
        violations=tuple(broken for run in runs for broken in run.violations),
        coverage=dict(coverage),
        commands=sum(run.commands for run in runs),
        seconds=time.perf_counter() - begun,
    )


def _run(config: SimulationConfig) -> SeedRun:
    result = simulate(config, MEMORY)
    return SeedRun(config.seed, result.executed, result.violations, result.coverage)


@contextmanager
def _mapping(jobs: int) -> Iterator[Callable[..., Iterable[SeedRun]]]:
    """`map`, in this process or over several, the results in order of the seeds."""
    if jobs == 1:
        yield map
        return
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        yield pool.imap
