"""A simulated world under harsh faults, reconciled: the channel's statements are of what truly moved, and all agrees.

Borrowers also pay straight into the platform's account, with no order of ours: that, and nothing else, may differ.
"""

import random
from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest

from lending.application.bus import LocalBus
from lending.reconciliation.difference import Difference
from lending.reconciliation.ports import DIFFERENCES
from lending.registry import CATALOGUE
from lending_adapters.end_of_day import open_day
from lending_adapters.memory import MemoryStore
from lending_adapters.reconciliation.running import reconcile_books, reconcile_statement
from lending_adapters.vendors import FakeStatements
from lending_simulator.simulation import Run
from lending_simulator.sweep import WORLD

ORDERS = ("pay_", "ded_")
ALL = 10_000
CHANNELS = ("MAIN", "OWN", "QUICK")


@pytest.fixture(scope="module", params=[3, 11, 29])
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, MemoryStore]:
    """A world that was played to its end, with every closed day reconciled."""
    folder: Path = tmp_path_factory.mktemp("statements")
    store = MemoryStore()
    config = attrs.evolve(WORLD, seed=request.param, faults="harsh")
    run = Run(config, store, lambda _day, _days: None)
    run.play()
    today, now = open_day(store), run._loom.now
    assert today is not None
    bus = LocalBus(store, CATALOGUE)
    statements = {code: FakeStatements(run._bank.movements, random.Random(1), code) for code in CHANNELS}
    for day in closed_days(config.start, today):
        for code in CHANNELS:
            path = folder / f"{code}-{day}.csv"
            statements[code].write(path, day)
            reconcile_statement(store, bus, path, code, day, now)
        reconcile_books(store, bus, day, now)
    return run, store


def closed_days(first: date, today: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((today - first).days)]


def differences(store: MemoryStore, source: str) -> list[Difference]:
    return [each for each in store.page(DIFFERENCES, None, "", "", ALL) if each.source == source]


@pytest.mark.requirement("R65", command="RecordReconciliation")
def test_every_order_is_on_the_statement_and_every_line_of_an_order_is_ours(lived: tuple[Run, MemoryStore]) -> None:
    run, store = lived
    assert {each.channel for each in run._bank.movements} >= {"MAIN", "OWN"}, "there is more than one channel at work"
    of_orders = [each for code in CHANNELS for each in differences(store, code) if each.reference.startswith(ORDERS)]
    assert [each for each in of_orders if each.state.value != "MATCHED_LATE"] == []


@pytest.mark.requirement("R66", command="RecordReconciliation")
def test_what_differs_on_the_books_is_what_came_in_without_an_order(lived: tuple[Run, MemoryStore]) -> None:
    run, store = lived
    today = open_day(store)
    assert today is not None
    unordered = [each for each in run._bank.movements if not each.order_no.startswith(ORDERS) and each.on < today]
    told = [each for each in differences(store, "MAIN") if not each.reference.startswith(ORDERS)]
    assert sorted((each.reference, each.effect) for each in told) == sorted(
        (each.order_no, each.amount) for each in unordered
    )
    told = differences(store, "LEDGER")
    assert sum(each.effect for each in told) == -sum(each.amount for each in unordered)
    assert differences(store, "BUSINESS") == []
