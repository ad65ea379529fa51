"""One seed, one history, one digest: in memory, on SQLite and on PostgreSQL."""

from pathlib import Path

import attrs
import pytest

from lending_adapters.privacy import Keyring
from lending_simulator import SimulationConfig, SimulationResult, StoreNotEmpty, simulate

WORLD = SimulationConfig(seed=3, days=7, dealers=3, customers=25, faults="harsh")


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys for a database that keeps none beside itself."""
    monkeypatch.setenv("LENDING_KEYRING", Keyring.generate().text)


@pytest.fixture(scope="module")
def in_memory() -> SimulationResult:
    return simulate(WORLD)


def history(result: SimulationResult) -> tuple[object, ...]:
    """Everything a run tells that must not depend on the store."""
    return (
        result.digest,
        result.interleavings,
        result.faults,
        result.money,
        result.series,
        {name: attrs.asdict(count) for name, count in result.commands.items()},
    )


def test_sqlite_tells_the_same_history_as_memory(in_memory: SimulationResult, tmp_path: Path) -> None:
    on_sqlite = simulate(WORLD, f"sqlite:///{tmp_path / 'lending.db'}")
    assert history(on_sqlite) == history(in_memory)
    assert on_sqlite.sound
    assert not on_sqlite.violations


@pytest.mark.usefixtures("keys")
def test_postgresql_tells_the_same_history_as_memory(in_memory: SimulationResult, postgres_url: str) -> None:
    on_postgresql = simulate(WORLD, postgres_url)
    assert history(on_postgresql) == history(in_memory)
    assert on_postgresql.sound


def test_a_simulation_begins_in_an_empty_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'lending.db'}"
    tiny = attrs.evolve(WORLD, days=1, customers=0)
    simulate(tiny, url)
    with pytest.raises(StoreNotEmpty):
        simulate(tiny, url)
