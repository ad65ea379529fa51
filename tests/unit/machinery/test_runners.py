"""The runners of benchmarks and of the soak write what others read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.benchmarks.__main__ as bench
import tests.soak.__main__ as soak
from tests.benchmarks.figure import Figure
from tests.soak.proof import Proof


def run_bench(out: Path, monkeypatch: pytest.MonkeyPatch, benchmarks: dict[str, bench.Benchmark]) -> int:
    monkeypatch.setattr(bench, "benchmarks", lambda only: {n: b for n, b in benchmarks.items() if only in n})
    monkeypatch.setattr("sys.argv", ["bench", "--out", str(out)])
    return bench.main()


def run_soak(out: Path, monkeypatch: pytest.MonkeyPatch, proof: Proof, *options: str) -> int:
    monkeypatch.setattr(soak, "proofs", lambda _only: [proof])
    monkeypatch.setattr("sys.argv", ["soak", "--out", str(out), *options])
    return soak.main()


def test_a_figure_stands_beside_its_peer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bench_plans() -> Iterator[Figure]:
        yield Figure(name="plans", value=30.0, unit="plans/s", peer="theirs", peer_value=20.0, detail="10 plans")
        yield Figure(name="alone", value=1.0, unit="s")

    out = tmp_path / "out" / "bench.json"
    assert run_bench(out, monkeypatch, {"bench_plans": bench_plans}) == 0
    rows = json.loads(out.read_text())
    assert [list(row) for row in rows] == [["name", "value", "unit", "peer", "peer_value", "ratio", "detail"]] * 2
    assert [row["ratio"] for row in rows] == [1.5, None]


def test_a_broken_benchmark_is_told_and_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bench_broken() -> Iterator[Figure]:
        raise ZeroDivisionError

    def bench_whole() -> Iterator[Figure]:
        yield Figure(name="whole", value=1.0, unit="s")

    out = tmp_path / "bench.json"
    assert run_bench(out, monkeypatch, {"bench_broken": bench_broken, "bench_whole": bench_whole}) == 1
    assert [row["name"] for row in json.loads(out.read_text())] == ["whole"]


def test_a_soak_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def step(number: int) -> list[str]:
        taken.append(number)
        if taken == [0, 1]:
            raise KeyboardInterrupt
        return []

    out, proof = tmp_path / "soak.json", Proof(name="seeds", of=4, step=step)
    with pytest.raises(KeyboardInterrupt):
        run_soak(out, monkeypatch, proof)
    assert [(row["done"], row["of"]) for row in json.loads(out.read_text())] == [(1, 4)]
    assert run_soak(out, monkeypatch, proof) == 0
    assert taken == [0, 1, 1, 2, 3]
    row = json.loads(out.read_text())[0]
    assert {"name", "done", "of", "violations", "seconds"} <= row.keys()
    assert (row["done"], row["violations"]) == (4, 0)


def test_a_soak_on_other_code_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def step(number: int) -> list[str]:
        taken.append(number)
        return []

    out, proof = tmp_path / "soak.json", Proof(name="seeds", of=2, step=step)
    run_soak(out, monkeypatch, proof)
    monkeypatch.setattr(soak, "code_digest", lambda: "other")
    run_soak(out, monkeypatch, proof)
    assert taken == [0, 1, 0, 1]


def test_a_violation_is_kept_and_fails_the_soak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "soak.json"
    proof = Proof(name="seeds", of=3, step=lambda number: [f"seed {number}: books differ"] if number == 1 else [])
    assert run_soak(out, monkeypatch, proof) == 1
    row = json.loads(out.read_text())[0]
    assert (row["done"], row["violations"], row["found"]) == (3, 1, ["seed 1: books differ"])


def test_a_soak_stops_when_its_time_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "soak.json"
    assert run_soak(out, monkeypatch, Proof(name="seeds", of=3, step=lambda _number: []), "--seconds", "0") == 0
    assert json.loads(out.read_text())[0]["done"] == 0
