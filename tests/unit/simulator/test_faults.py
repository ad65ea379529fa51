"""Whatever goes wrong, the books stay true; and everything that can go wrong does."""

import attrs
import pytest

from lending_simulator import SimulationConfig, simulate, sweep
from lending_simulator.faults import PLANS, FaultPlan

WORLD = SimulationConfig(days=8, dealers=3, customers=30)


@pytest.mark.parametrize("level", ["none", "standard", "harsh"])
@pytest.mark.parametrize("seed", range(3))
def test_every_invariant_holds_at_every_level_of_faults(level: str, seed: int) -> None:
    result = simulate(attrs.evolve(WORLD, seed=seed, faults=level))
    assert [str(violation) for violation in result.violations] == []
    assert result.sound
    assert result.interleavings > 500


def test_without_faults_none_is_injected() -> None:
    assert simulate(attrs.evolve(WORLD, faults="none")).faults == {}


def test_a_sweep_strikes_with_every_kind_of_fault() -> None:
    swept = sweep(range(4), attrs.evolve(WORLD, faults="harsh"))
    kinds = {field.name for field in attrs.fields(FaultPlan) if field.type is float}
    misbehaviour = {
        "answer_lost",
        "callback_late",
        "callback_lost",
        "callback_repeated",
        "query_unanswered",
        "request_lost",
        "vendor_unavailable",
    }
    assert {kind for kind, _command in swept.coverage} >= kinds | misbehaviour
    assert swept.violations == ()


def test_every_level_but_none_has_every_fault() -> None:
    for level in ("standard", "harsh"):
        plan = PLANS[level]
        assert all(getattr(plan, field.name) > 0 for field in attrs.fields(FaultPlan) if field.type is float)
