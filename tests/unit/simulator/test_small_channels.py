"""A world whose channels move little at once: payouts and deductions go in parts, and every invariant holds."""

from typing import Any

import attrs
import pytest

from lending.kernel.money import Money
from lending.payments.disbursement import PayoutStatus
from lending.payments.ports import DISBURSEMENTS
from lending_adapters.book import Book, read_book
from lending_adapters.memory import MemoryStore
from lending_simulator import SimulationConfig, simulate

SMALL = Money.parse("20000.00")


def of_small_channels(*given: Any) -> Book:
    book = read_book(*given)
    assert book.channels is not None
    small = tuple(attrs.evolve(channel, single_max=SMALL) for channel in book.channels.channels)
    return attrs.evolve(book, channels=attrs.evolve(book.channels, channels=small))


@pytest.mark.requirement("R48", command="lending simulate")
def test_money_goes_in_parts_and_every_invariant_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lending_simulator.simulation.read_book", of_small_channels)
    store = MemoryStore()
    result = simulate(SimulationConfig(seed=3, days=7, dealers=3, customers=40, faults="harsh"), store)
    assert not result.violations
    orders = store.page(DISBURSEMENTS, None, "", "", 10_000)
    arrived = [order for order in orders if order.parts > 1 and order.status is PayoutStatus.SUCCESS]
    assert len(arrived) > 20
    assert all(order.amount <= SMALL for order in orders)
