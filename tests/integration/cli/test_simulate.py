"""`lending simulate` on the command line; what it finds is tested with the simulator."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.defects import interest_counted

SMALL = ("--seed", "7", "--days", "3", "--dealers", "2", "--customers", "15")
JSON = ("--format", "json")
KEYS = {"seed", "days", "store", "digest", "commands", "interleavings", "faults", "invariants", "money", "seconds"}


@pytest.mark.requirement("R117", command="lending simulate")
def test_the_same_seed_gives_the_same_history_on_any_store(lending: CommandLine, database: str) -> None:
    memory, sqlite = (lending("simulate", *SMALL, "--store", store, *JSON) for store in ("memory", database))
    assert (memory.status, sqlite.status, memory.err) == (0, 0, "")
    assert memory.document.keys() >= KEYS
    assert memory.document["digest"] == sqlite.document["digest"]
    assert (memory.document["store"], sqlite.document["store"]) == ("memory", database)
    assert not [name for name, check in memory.document["invariants"].items() if check["violated"]]
    assert set(memory.document["money"]) == {"disbursed", "repaid", "outstanding", "written_off"}
    assert all(set(count) >= {"ok", "refused", "conflicts", "failed"} for count in memory.document["commands"].values())


def test_the_report_and_the_summary_are_written(lending: CommandLine, tmp_path: Path) -> None:
    ran = lending("simulate", *SMALL, "--out", tmp_path / "out")
    assert ran.status == 0
    assert "Invariants" in ran.out
    page = (tmp_path / "out" / "report.html").read_text()
    assert "<html" in page
    assert json.loads((tmp_path / "out" / "summary.json").read_text())["seed"] == 7


def test_a_store_in_which_business_has_started_is_left_alone(lending: CommandLine, database: str) -> None:
    lending("db", "upgrade", "--database", database)
    lending("book", "load", "--database", database)
    ran = lending("simulate", *SMALL, "--store", database)
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors == ["a simulation begins in an empty store, and business has started in this one"]


def test_many_seeds_are_swept(lending: CommandLine) -> None:
    ran = lending("simulate", "sweep", "--seeds", "3:5", "--days", "2", "--dealers", "1", "--customers", "5", *JSON)
    assert (ran.status, ran.document["seeds"], ran.document["violations"]) == (0, 2, [])
    assert set(ran.document) >= {"seeds", "violations", "coverage", "seconds"}


@pytest.fixture
def a_day_ahead() -> Iterator[None]:
    """A defect: interest is earned a day before its time."""
    with interest_counted(lambda _row, day: day + timedelta(days=1)):
        yield


@pytest.mark.usefixtures("a_day_ahead")
def test_a_violation_is_told_with_what_led_to_it_and_how_to_see_it_again(lending: CommandLine, tmp_path: Path) -> None:
    ran = lending("simulate", *SMALL, "--start", "2025-10-01", "--out", tmp_path)
    assert ran.status == 1
    assert ran.errors[0].startswith("seed 7, 2025-10-02 00:00:")
    assert ": interest_is_earned_by_the_day: loan loan_" in ran.errors[0]
    header, _, asked = (tmp_path / "history.txt").read_text().partition("\n\n")
    first, *_, again, last = header.splitlines()
    assert re.fullmatch("# what did not hold, and how often: interest_is_earned_by_the_day [0-9]+", first)
    assert f"# {ran.errors[0]}" in header
    assert "AccrueInterest" in asked
    assert last == "# what was asked before the first violation, the last at the end:"
    program, *words = again.removeprefix("# run it again: ").split()
    assert f"run it again: {program} {' '.join(words)} --out {tmp_path}" in ran.err
    assert (program, lending(*words).errors) == ("lending", ran.errors)


@pytest.mark.usefixtures("a_day_ahead")
def test_a_seed_of_a_sweep_is_seen_again(lending: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = lending("simulate", "sweep", "--seeds", "3:5", "--days", "2", "--dealers", "1", "--customers", "5")
    told = re.search("see what led to it: lending (.*)", ran.err)
    assert told is not None
    again = lending(*told[1].split())
    assert again.errors == [error for error in ran.errors if error.startswith("seed 3, ")]
    assert f"what led to it: {Path('out', 'history.txt')}" in again.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--days", "0"), "days: '0' is not valid: expected a whole number from 1"),
        (("--days", "-1"), "days: '-1' is not valid: expected a whole number from 1"),
        (("--seed", "seven"), "seed: 'seven' is not valid: expected a whole number"),
        (("--dealers", "1e3"), "dealers: '1e3' is not valid: expected a whole number"),
        (("--faults", "some"), "faults: 'some' is not valid: expected one of none, standard, harsh"),
        (
            ("--start", "2025-02-30"),
            "start: '2025-02-30' is not valid: expected a date of the calendar from 1900-01-01",
        ),
        (("--start", "9999-12-31"), "start: '9999-12-31' is not valid: expected a date of the calendar"),
        (("--start", "1999-01-01"), "start: 1999-01-01 is not valid: expected a first day from which 30 days, and 14"),
        (("--start", "2026-12-17", "--days", "2"), "start: 2026-12-17 is not valid: expected a first day from which 2"),
        (("sweep", "--start", "1999-01-01", "--jobs", "2"), "start: 1999-01-01 is not valid: expected a first day"),
        (("--store", "nowhere"), "'nowhere' names no store: expected memory"),
        (("sweep", "--seeds", "5"), "seeds: '5' is not valid: expected a first and a last number"),
        (("sweep", "--seeds", "9:5"), "seeds: '9:5' is not valid: expected a first and a last number"),
        (("sweep", "--jobs", "0"), "jobs: '0' is not valid: expected a whole number from 1"),
    ],
)
def test_a_simulation_that_cannot_be_meant(lending: CommandLine, arguments: tuple[str, ...], told: str) -> None:
    ran = lending("simulate", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert [error for error in ran.errors if error.startswith(told)], ran.err


def test_a_simulation_comes_to_rest_by_the_last_day_that_the_calendar_knows(lending: CommandLine) -> None:
    few = ("--dealers", "1", "--customers", "3", "--days", "2")
    assert lending("simulate", *few, "--start", "2026-12-16").status == 0
    (told,) = lending("simulate", *few, "--start", "2026-12-17").errors
    assert told.endswith(
        "from which 2 days, and 14 more to come to rest, lie in the years of the published calendar, 2004 to 2026"
    )


def test_a_simulation_that_cannot_be_meant_makes_no_database(lending: CommandLine, database: str) -> None:
    assert lending("simulate", "--start", "1999-01-01", "--store", database).status == 2
    assert not Path(database.removeprefix("sqlite:///")).exists()
