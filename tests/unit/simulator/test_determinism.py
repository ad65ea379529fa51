"""One seed, one history: again, in another process, whatever Python hashes by."""

import os
import subprocess
import sys

import pytest

from lending_simulator import SimulationConfig, SimulationResult, simulate

WORLD = SimulationConfig(seed=11, days=4, dealers=2, customers=12, faults="harsh")
PROGRAM = """
from lending_simulator import SimulationConfig, simulate
print(simulate(SimulationConfig(seed=11, days=4, dealers=2, customers=12, faults="harsh")).digest)
"""


@pytest.fixture(scope="module")
def result() -> SimulationResult:
    return simulate(WORLD)


def test_the_same_seed_gives_the_same_history(result: SimulationResult) -> None:
    again = simulate(WORLD)
    assert again.digest == result.digest
    assert again.interleavings == result.interleavings
    assert again.faults == result.faults
    assert again.series == result.series


def test_another_seed_gives_another_history(result: SimulationResult) -> None:
    assert simulate(SimulationConfig(seed=12, days=4, dealers=2, customers=12, faults="harsh")).digest != result.digest


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_how_python_hashes_changes_nothing(result: SimulationResult, hash_seed: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == result.digest


def test_importing_the_simulator_draws_nothing_and_opens_nothing() -> None:
    program = "import sys, lending_simulator; print([n for n in ('plotly', 'sqlalchemy', 'rich') if n in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
