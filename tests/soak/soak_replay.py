"""A hundred thousand cases streamed through `lending replay --lines`, in memory that does not grow."""

from collections.abc import Sequence

from tests.soak.proof import Proof
from tests.support.streaming import small_cases, streamed

__all__ = ["PROOFS"]

CASES = 100_000
PARTS = (10_000,) * 10
GROWTH_MAX = 4 << 20
"""Beyond the caches, which the first part fills: what the allocator may add, 45 bytes a case."""


def stream(seed: int) -> Sequence[str]:
    """All the cases of one seed."""
    ran = streamed(small_cases(CASES, seed), PARTS)
    found = []
    if (ran.computed, ran.wrong) != (CASES - CASES // 100, CASES // 100):
        found.append(f"seed {seed}: {ran.computed} computed and {ran.wrong} wrong of {CASES}")
    if ran.growth > GROWTH_MAX:
        found.append(f"seed {seed}: memory grew by {ran.growth} bytes: {ran.held}")
    return found


PROOFS = (Proof(name="lending replay streams 100,000 cases in constant memory", of=3, step=stream),)
