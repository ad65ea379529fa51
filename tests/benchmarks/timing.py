"""How long things take: the best of several rounds, all contenders in turn, so that they share the machine's moods."""

import time
from collections.abc import Callable, Mapping

__all__ = ["rates_of", "seconds_of"]


def seconds_of(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The least seconds that each contender took in `rounds` rounds."""
    best = dict.fromkeys(contenders, float("inf"))
    for _round in range(rounds):
        for name, run in contenders.items():
            began = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - began)
    return best


def rates_of(contenders: Mapping[str, Callable[[], object]], items: int, rounds: int) -> dict[str, float]:
    """How many of `items` each contender deals with in a second, at its best."""
    return {name: items / seconds for name, seconds in seconds_of(contenders, rounds).items()}
