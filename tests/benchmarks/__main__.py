"""Run the benchmarks: `python -m tests.benchmarks [--only WORD] [--list] [--out out/bench.json]`.

A benchmark is a function `bench_…() -> Iterable[Figure]` in a module `tests/benchmarks/bench_….py`.
"""

import argparse
import importlib
import json
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.benchmarks.figure import Figure

Benchmark = Callable[[], Iterable[Figure]]


def benchmarks(only: str = "") -> dict[str, Benchmark]:
    """All benchmarks whose name contains the word, by name."""
    found: dict[str, Benchmark] = {}
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        module = importlib.import_module(f"tests.benchmarks.{path.stem}")
        found |= {name: getattr(module, name) for name in vars(module) if name.startswith("bench_")}
    return {name: benchmark for name, benchmark in found.items() if only in name}


def write(out: Path, rows: list[dict[str, str | float | None]]) -> None:
    """Write what has been found so far."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def show(figure: Figure) -> None:
    """One line a figure."""
    beside = "" if figure.ratio is None else f"  {figure.ratio:.2f} × {figure.peer} ({figure.peer_value:,.6g})"
    print(f"{figure.name:<50} {figure.value:>14,.6g} {figure.unit}{beside}", flush=True)


def main() -> int:
    """Run, show, write; 1 if a benchmark broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="WORD", help="those whose name contains WORD")
    parser.add_argument("--list", action="store_true", help="name them and stop")
    parser.add_argument("--out", type=Path, default=Path("out/bench.json"))
    options = parser.parse_args()
    chosen = benchmarks(options.only)
    if options.list:
        print("\n".join(chosen))
        return 0
    rows: list[dict[str, str | float | None]] = []
    broken: list[str] = []
    write(options.out, rows)
    for name, benchmark in chosen.items():
        try:
            for figure in benchmark():
                show(figure)
                rows.append(figure.as_row())
                write(options.out, rows)
        except Exception:  # noqa: BLE001 - one broken benchmark must not hide the figures of the others
            traceback.print_exc()
            broken.append(name)
    print(f"{len(rows)} figures of {len(chosen)} benchmarks in {options.out}" + "".join(f"; {b} broke" for b in broken))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
