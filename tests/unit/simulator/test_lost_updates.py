"""The simulator finds bugs: with the version check off it reports lost updates."""

from collections.abc import Iterator

import attrs

from lending_adapters.memory import MemoryStore
from lending_simulator import SimulationConfig, SimulationResult, simulate

WORLD = SimulationConfig(days=10, dealers=5, customers=40, faults="none")
SEEDS = range(20)


def unchecked() -> Iterator[SimulationResult]:
    """Runs over a store that forgets to check versions."""
    for seed in SEEDS:
        yield simulate(attrs.evolve(WORLD, seed=seed), MemoryStore(check_versions=False))


def broken(result: SimulationResult) -> set[str]:
    return {violation.invariant for violation in result.violations}


def test_lost_updates_are_found_within_twenty_seeds_and_are_the_store_s_fault() -> None:
    found = next((run for run in unchecked() if "history_only_grows" in broken(run)), None)
    assert found is not None, "no seed lost an update"
    assert "every_payment_landed_once" in broken(found), "a payment was acknowledged and is on no loan"
    (first, *_) = found.violations
    assert first.seed == found.config.seed
    assert first.at < found.violations[-1].at
    assert found.history
    assert broken(simulate(found.config)) == set(), "the same seed is sound where versions are checked"
