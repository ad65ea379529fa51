"""What `lending simulate` prints, and what a run leaves behind, as shared/contracts has it."""

import json
import re
from pathlib import Path

import attrs
import pytest

from lending.kernel.invalid import InvalidValue
from lending_adapters.memory import MemoryStore
from lending_simulator import SimulationConfig, SimulationResult, simulate, summary, sweep
from lending_simulator.invariants import NAMES
from lending_simulator.report import write_report
from lending_simulator.simulation import PASSWORD

WORLD = SimulationConfig(seed=5, days=6, dealers=3, customers=30)


@pytest.fixture(scope="module")
def result() -> SimulationResult:
    return simulate(WORLD)


def test_the_json_has_the_keys_of_the_contract(result: SimulationResult) -> None:
    told = json.loads(json.dumps(result.as_json()))
    assert told["seed"] == 5
    assert told["days"] == 6
    assert told["store"] == "memory"
    assert re.fullmatch("[0-9a-f]{64}", told["digest"])
    assert all(set(count) == {"ok", "refused", "conflicts", "failed"} for count in told["commands"].values())
    assert isinstance(told["interleavings"], int)
    assert all(isinstance(count, int) for count in told["faults"].values())
    assert set(told["invariants"]) == set(NAMES)
    assert all(set(check) == {"checked", "violated"} for check in told["invariants"].values())
    assert set(told["money"]) == {"disbursed", "repaid", "outstanding", "written_off"}
    assert all(re.fullmatch(r"\d+\.\d\d", amount) for amount in told["money"].values())
    assert isinstance(told["seconds"], float)


def test_progress_is_told_after_each_day() -> None:
    told: list[tuple[int, int]] = []
    simulate(attrs.evolve(WORLD, days=3, customers=2), progress=lambda day, days: told.append((day, days)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_money_adds_up(result: SimulationResult) -> None:
    money = result.money
    days = [row.figures for row in result.series.days]
    assert money.disbursed.minor >= sum(day.disbursed for day in days) > 0
    assert money.outstanding <= money.disbursed
    assert result.series.days[-1].balance > 0
    assert sum(result.series.submitted_by_hour) == sum(result.series.applications.values())


def test_the_summary_is_in_plain_words(result: SimulationResult) -> None:
    told = summary(result)
    assert "6 days of a lending platform" in told
    assert "all held" in told
    assert result.digest in told


def test_the_report_needs_nothing_beside_itself(result: SimulationResult, tmp_path: Path) -> None:
    page = write_report(result, tmp_path / "out").read_text(encoding="utf-8")
    assert not re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=", page)
    assert "Portfolio balance" in page
    assert page.count('class="plotly-graph-div"') == 6
    assert result.digest in page


def test_a_violation_is_written_out_with_what_led_to_it(tmp_path: Path) -> None:
    broken = next(
        run
        for seed in range(20)
        if not (run := simulate(attrs.evolve(WORLD, seed=seed, until_violation=True), unchecked())).sound
    )
    path = broken.write_history(tmp_path)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert f"--seed {broken.config.seed} " in text
    assert broken.violations[0].facts in text
    assert text.count("request ") >= len(broken.history)


def unchecked() -> MemoryStore:
    return MemoryStore(check_versions=False)


def test_a_sound_run_writes_no_history(result: SimulationResult, tmp_path: Path) -> None:
    assert result.write_history(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_sweep_over_processes_says_the_same_as_one() -> None:
    world = attrs.evolve(WORLD, days=2, customers=6, faults="harsh")
    alone, together = (sweep(range(4), world, jobs=jobs).as_json() for jobs in (1, 2))
    assert set(alone) >= {"seeds", "violations", "coverage", "seconds"}
    assert alone["seeds"] == 4
    assert alone | {"seconds": 0} == together | {"seconds": 0}


@pytest.mark.parametrize(
    ("field", "value"), [("days", 0), ("dealers", -1), ("customers", -1), ("faults", "some"), ("workers", 0)]
)
def test_a_world_that_cannot_be_is_refused_with_its_field(field: str, value: object) -> None:
    with pytest.raises(InvalidValue) as refused:
        SimulationConfig(**{field: value})  # type: ignore[arg-type]
    assert [violation.field for violation in refused.value.violations] == [field]


def test_a_password_in_a_url_is_never_shown() -> None:
    shown = PASSWORD.sub(":***@", "postgresql+psycopg://lender:s3cret@127.0.0.1:5432/lending")
    assert shown == "postgresql+psycopg://lender:***@127.0.0.1:5432/lending"
    assert PASSWORD.sub(":***@", "sqlite:///out/demo.db") == "sqlite:///out/demo.db"
    assert PASSWORD.sub(":***@", "postgresql://lender@127.0.0.1:5432/x") == "postgresql://lender@127.0.0.1:5432/x"
