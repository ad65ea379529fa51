"""A thousand small worlds under harsh faults, and the full world on every store."""

from collections.abc import Sequence

import attrs

from lending_simulator import SimulationConfig, simulate
from lending_simulator.sweep import WORLD
from tests.soak.proof import Proof

__all__ = ["PROOFS"]


def harsh_world(seed: int) -> Sequence[str]:
    """The world of a sweep, under one seed."""
    return [str(violation) for violation in simulate(attrs.evolve(WORLD, seed=seed, faults="harsh")).violations]


def full_world(seed: int) -> Sequence[str]:
    """The world of the demo, under one seed."""
    return [str(violation) for violation in simulate(SimulationConfig(seed=seed, faults="harsh")).violations]


PROOFS = (
    Proof(name="small worlds under harsh faults", of=1000, step=harsh_world),
    Proof(name="the world of the demo under harsh faults", of=50, step=full_world),
)
