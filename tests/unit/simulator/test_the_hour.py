"""From the application to the car within the hour (R82): 200 customers, 20 shops, third parties that misbehave."""

import pytest

from lending.origination.ports import APPLICATIONS
from lending_adapters.memory import MemoryStore
from lending_simulator import SimulationConfig, simulate, summary
from lending_simulator.summary import within
from lending_simulator.tally import WHOLE_WAY

A_PERSON_WAITS = {"APPROVED", "CONFIRMED", "SIGNED", "PAYOUT_REVIEW", "MANUAL_REVIEW"}
"""Where an application waits for its customer, or for a reviewer."""
ENDED = {"REJECTED", "EXPIRED", "CANCELLED", "PAID", "DELIVERED"}


@pytest.mark.requirement("R82", command="lending simulate")
def test_nine_of_ten_customers_drive_away_within_the_hour_and_nothing_is_stuck() -> None:
    store = MemoryStore()
    result = simulate(SimulationConfig(seed=11, days=5, dealers=20, customers=200), store)
    assert result.sound
    steps = result.series.minutes_by_step
    assert len(steps[WHOLE_WAY]) >= 20
    assert within(steps[WHOLE_WAY], 90) <= 60
    assert f"{len(steps[WHOLE_WAY])} cars picked up" in summary(result)
    standing = {held.status.value for held in store.page(APPLICATIONS, None, "", "", 1000)}
    assert standing <= A_PERSON_WAITS | ENDED
    assert result.faults["vendor_unavailable"] > 0
