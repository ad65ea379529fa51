"""Streaming cases through `lending replay --lines` while its memory is watched."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import IO

import attrs

__all__ = ["Streamed", "small_cases", "streamed"]

LENDING = Path(sys.executable).parent / "lending"
METHODS = ("EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_FIRST", "EQUAL_PRINCIPAL_AND_INTEREST", "BULLET")
FIRST = date(2000, 1, 1)


@attrs.frozen
class Streamed:
    """What became of a stream: its results by kind, and how much memory the process held after each part, in bytes."""

    computed: int
    wrong: int
    held: tuple[int, ...]

    @property
    def growth(self) -> int:
        """What memory grew by after the first part, in which caches fill."""
        return max(self.held[1:]) - self.held[0]


def small_cases(count: int, seed: int = 0) -> Iterator[str]:
    """Loans of a few instalments, no two of them alike; every hundredth line is none."""
    for number in range(seed * count, (seed + 1) * count):
        on = FIRST + timedelta(days=number % 30_000)
        principal = f"{1_000 + number}.{number % 100:02d}"
        terms = {
            "principal": principal,
            "annual_rate": f"0.{10_000 + number % 20_000}",
            "method": METHODS[number % len(METHODS)],
            "instalments": 1 + number % 4,
        }
        actions = [{"on": on.isoformat(), "do": "DISBURSE", "amount": principal}]
        case = json.dumps({"id": f"case {number}", "terms": terms, "actions": actions})
        yield case if number % 100 else case[:-1]


def streamed(cases: Iterable[str], parts: Iterable[int]) -> Streamed:
    """Stream the cases, which are as many as `parts` come to; memory is looked at after each part."""
    computed = wrong = 0
    held = []
    with subprocess.Popen(
        [LENDING, "replay", "--lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        # Written from beside, or both sides would wait for each other once the pipes are full.
        writer = threading.Thread(target=_write, args=(process.stdin, cases), daemon=True)
        writer.start()
        for part in parts:
            for _result in range(part):
                result = json.loads(process.stdout.readline())
                wrong += "error" in result
                computed += "instalments" in result
            held.append(_resident(process.pid))
        writer.join()
        process.stdin.close()
        assert process.stdout.read() == "", "a result for each case, and no more"
    return Streamed(computed, wrong, tuple(held))


def _write(stream: IO[str], cases: Iterable[str]) -> None:
    for case in cases:
        stream.write(f"{case}\n")
    stream.flush()


def _resident(process_id: int) -> int:
    """The memory that a process holds, in bytes."""
    status = Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
    (held,) = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(held) * 1024
