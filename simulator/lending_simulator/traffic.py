"""`Traffic`: how long a word takes from one part of the platform to another, and who overtakes whom meanwhile."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

import attrs

from lending_simulator.loom import Loom

__all__ = ["USUAL", "VENDOR", "Latency", "Traffic"]


@attrs.frozen(kw_only=True)
class Latency:
    """How long a port call takes, in microseconds: mostly between `usual`, for a `slow_share` between `slow`."""

    usual: tuple[int, int] = (500, 6_000)
    slow: tuple[int, int] = (20_000, 900_000)
    slow_share: float = 0.06

    def draw(self, chance: random.Random) -> int:
        """One call's latency."""
        least, most = self.slow if chance.random() < self.slow_share else self.usual
        return chance.randrange(least, most)


USUAL = Latency()
"""A call within the platform takes milliseconds."""

VENDOR = Latency(usual=(200_000, 2_500_000), slow=(4_000_000, 15_000_000), slow_share=0.05)
"""A call to a vendor takes seconds."""


class Traffic:
    """Every port call travels: its strand waits for a seeded latency, and others run in between."""

    def __init__(self, loom: Loom, latency: Latency, chance: random.Random) -> None:
        self.interleavings = 0
        """How often a use case went on after another had run in its midst."""
        self._loom = loom
        self._latency = latency
        self._chance = chance
        self._flights = 0
        self._running = 0

    @contextmanager
    def flight(self, task: str) -> Iterator[None]:
        """The calls in this block belong to one use case, which carries out `task`."""
        strand = self._loom.strand
        self._flights += 1
        strand.flight, strand.task = self._flights, task
        try:
            yield
        finally:
            strand.flight, strand.task = 0, ""

    def travel(self, latency: Latency | None = None) -> None:
        """Wait for one call's latency; that of our own parts where None is named."""
        strand = self._loom.strand
        if strand.flight:
            self._running = strand.flight
        self._loom.pause((latency or self._latency).draw(self._chance))
        if strand.flight and self._running != strand.flight:
            self.interleavings += 1
            self._running = strand.flight
