"""A million lines a side, reconciled: beside pandas, which merges the same two files and checks nothing."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import Figure
from tests.benchmarks.statement_day import THEIRS_ONLY, write_day
from tests.support.sources import ROOT

LINES = 1_000_000
ROUNDS = 3
OURS, PEER = "columns", "pandas"


def bench_reconciliation() -> Iterator[Figure]:
    """Lines a second and the most memory, each contender in processes of its own, in turn, at its best."""
    with tempfile.TemporaryDirectory() as name:
        write_day(Path(name), LINES)
        runs: dict[str, list[dict[str, Any]]] = {OURS: [], PEER: []}
        for _round in range(ROUNDS):
            for contender, held in runs.items():
                held.append(ran(contender, name))
    seconds = {contender: min(run["seconds"] for run in held) for contender, held in runs.items()}
    peak = {contender: min(run["peak"] for run in held) for contender, held in runs.items()}
    detail = f"{LINES:,} lines a side from two files; ours checks each line, the trailer and the hash; best of {ROUNDS}"
    yield Figure(
        name="statement read and matched",
        value=LINES / seconds[OURS],
        unit="lines/s",
        peer=PEER,
        peer_value=LINES / seconds[PEER],
        detail=detail,
    )
    yield Figure(
        name="statement read and matched, seconds",
        value=seconds[OURS],
        unit="s",
        peer=PEER,
        peer_value=seconds[PEER],
        detail=detail,
    )
    yield Figure(
        name="statement read and matched, peak memory",
        value=peak[OURS],
        unit="MB",
        peer=PEER,
        peer_value=peak[PEER],
        detail=detail,
    )


def ran(contender: str, folder: str) -> dict[str, Any]:
    """Run a contender in a process of its own; what it found is what was put there."""
    command = [sys.executable, "-m", "tests.benchmarks.statement_day", contender, folder]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    if found["differences"] != 3 * THEIRS_ONLY or found["matched"] != LINES - 2 * THEIRS_ONLY:
        raise AssertionError(f"{contender} found {found}")
    return found
