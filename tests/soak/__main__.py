"""Run the full-size proofs: `python -m tests.soak [--only WORD] [--seconds N] [--fresh] [--out out/soak.json]`.

A proof is a `Proof` in the tuple `PROOFS` of a module `tests/soak/soak_….py`. What is done is written after every step:
the next run goes on from there, unless the code has changed since, when all begins anew.
"""

import argparse
import hashlib
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from tests.soak.proof import Proof
from tests.support.sources import CODE, ROOT

Row = dict[str, Any]
SHOWN_MAX = 20


def proofs(only: str = "") -> list[Proof]:
    """All proofs whose name contains the word."""
    found: list[Proof] = []
    for path in sorted(Path(__file__).parent.glob("soak_*.py")):
        found += importlib.import_module(f"tests.soak.{path.stem}").PROOFS
    return [proof for proof in found if only in proof.name]


def code_digest() -> str:
    """Names the code that a proof was made on."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in (*CODE, "tests") for path in (ROOT / folder).rglob("*.py")):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def resumed(out: Path, code: str) -> dict[str, Row]:
    """The rows of an earlier run on the same code, by name."""
    rows = json.loads(out.read_text(encoding="utf-8")) if out.exists() else []
    return {row["name"]: row for row in rows if row.get("code") == code}


def write(out: Path, rows: dict[str, Row]) -> None:
    """Replace the file as a whole, so that a kill leaves the old or the new."""
    out.parent.mkdir(parents=True, exist_ok=True)
    new = out.with_suffix(".new")
    new.write_text(json.dumps(list(rows.values()), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    new.replace(out)


def take_step(proof: Proof, row: Row) -> None:
    """Take the next step and record it."""
    began = time.monotonic()
    violations = list(proof.step(row["done"]))
    row["done"] += 1
    row["violations"] += len(violations)
    row["found"] = (row["found"] + violations)[:SHOWN_MAX]
    row["seconds"] = round(row["seconds"] + time.monotonic() - began, 3)


def main() -> int:
    """Go on where the last run stopped; 1 if a violation was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="WORD", help="those whose name contains WORD")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after about so long")
    parser.add_argument("--fresh", action="store_true", help="forget what is done")
    parser.add_argument("--out", type=Path, default=Path("out/soak.json"))
    options = parser.parse_args()
    code, chosen = code_digest(), proofs(options.only)
    rows = {} if options.fresh else resumed(options.out, code)
    blank: Row = {"done": 0, "violations": 0, "seconds": 0.0, "code": code, "found": []}
    deadline = time.monotonic() + options.seconds
    for proof in chosen:
        row = rows[proof.name] = {"name": proof.name, **blank, **rows.get(proof.name, {}), "of": proof.of}
        while row["done"] < proof.of and time.monotonic() < deadline:
            take_step(proof, row)
            write(options.out, rows)
            print(f"\r{proof.name}: {row['done']} of {proof.of}, {row['violations']} violations", end="", flush=True)
        print(f"\r{proof.name}: {row['done']} of {proof.of}, {row['violations']} violations, {row['seconds']:.0f} s")
        print("".join(f"  {violation}\n" for violation in row["found"]), end="")
    write(options.out, rows)
    left = sum(row["of"] - row["done"] for row in rows.values())
    print(f"{len(rows)} proofs in {options.out}; " + (f"{left} steps left: run again" if left else "all done"))
    return 1 if any(row["violations"] for row in rows.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
