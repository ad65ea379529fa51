"""Laws of the simulator: time only moves on, strands keep their order, and small worlds of any seed are sound."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from lending_simulator import SimulationConfig, simulate
from lending_simulator.chance import Chance
from lending_simulator.loom import Loom
from lending_simulator.traffic import Latency, Traffic

START = datetime(2025, 9, 15, tzinfo=UTC)

PAUSES = st.lists(st.lists(st.integers(min_value=0, max_value=50), max_size=6), min_size=1, max_size=6)


def played(programs: list[list[int]]) -> list[tuple[int, int, int]]:
    """Let each program pause as it says; what happened: instant, strand, step."""
    loom, told = Loom(START), list[tuple[int, int, int]]()

    def run(strand: int, pauses: list[int]) -> None:
        for step, units in enumerate(pauses):
            loom.pause(units)
            told.append((int(loom.env.now), strand, step))

    strands = [
        loom.spawn(str(number), lambda number=number, pauses=pauses: run(number, pauses))  # type: ignore[misc]
        for number, pauses in enumerate(programs)
    ]
    loom.run_until(loom.spawn("whole", lambda: loom.join(strands)).done)
    return told


@given(PAUSES)
def test_strands_interleave_by_time_and_always_in_the_same_way(programs: list[list[int]]) -> None:
    told = played(programs)
    assert told == played(programs)
    assert [at for at, _, _ in told] == sorted(at for at, _, _ in told)
    for number, pauses in enumerate(programs):
        mine = [(at, step) for at, strand, step in told if strand == number]
        assert mine == [(sum(pauses[: step + 1]), step) for step in range(len(pauses))]


@given(st.integers(min_value=1, max_value=5), st.integers(min_value=1, max_value=5), st.integers())
def test_an_interleaving_is_counted_only_where_another_use_case_ran(strands: int, calls: int, seed: int) -> None:
    loom = Loom(START)
    traffic = Traffic(loom, Latency(), Chance(seed).stream("latency"))

    def use_case() -> None:
        with traffic.flight("some command"):
            for _ in range(calls):
                traffic.travel()

    running = [loom.spawn("use case", use_case) for _ in range(strands)]
    loom.run_until(loom.spawn("whole", lambda: loom.join(running)).done)
    assert traffic.interleavings <= strands * calls
    assert (traffic.interleavings > 0) == (strands > 1)


@settings(max_examples=8)
@given(
    seed=st.integers(min_value=0, max_value=2**31),
    faults=st.sampled_from(["none", "standard", "harsh"]),
    dealers=st.integers(min_value=0, max_value=3),
    customers=st.integers(min_value=0, max_value=12),
)
def test_small_worlds_of_any_seed_are_sound(seed: int, faults: str, dealers: int, customers: int) -> None:
    result = simulate(SimulationConfig(seed=seed, days=4, dealers=dealers, customers=customers, faults=faults))
    assert [str(violation) for violation in result.violations] == []
