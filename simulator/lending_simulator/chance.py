"""Chance: one seed, and a stream of its own for every purpose, so that no actor disturbs another's luck."""

import hashlib
import random

__all__ = ["Chance"]


class Chance:
    """Streams derived by name from one seed, the same on every machine and under every PYTHONHASHSEED."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def stream(self, *names: str) -> random.Random:
        """The stream of this name, from its beginning."""
        return random.Random(self.number(*names))

    def number(self, *names: str) -> int:
        """A number of 64 bits that stands for the seed and the name."""
        text = "\x1f".join((str(self.seed), *names))
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
