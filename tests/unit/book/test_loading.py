"""Loading publishes by commands; loading again changes nothing; what is refused is told."""

import datetime as dt
from pathlib import Path

import pytest

from lending.application.bus import LocalBus
from lending.application.call import Actor, Call, Role
from lending.kernel.ids import RequestId
from lending.operations.commands import StartBusiness
from lending.registry import CATALOGUE
from lending_adapters.book import BookRefused, load_book, read_book, stored_book, write_book
from lending_adapters.memory import MemoryStore

NOW = dt.datetime(2024, 1, 5, 2, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def bus(store: MemoryStore) -> LocalBus:
    bus = LocalBus(store, CATALOGUE)
    starter = Call(request_id=RequestId("start"), actor=Actor("ops", Role.OPERATIONS), received_at=NOW)
    bus.execute(StartBusiness(dt.date(2024, 1, 5)), starter).unwrap()
    return bus


def test_the_platform_runs_on_what_was_loaded(bus: LocalBus, store: MemoryStore) -> None:
    loaded = load_book(bus, NOW)
    assert stored_book(store) == read_book()
    assert loaded.products == ("car-direct-lease", "car-in-an-hour", "car-leaseback", "small-cash", "small-cash-joint")
    assert loaded.calendar_years[0] == 2004


def test_loading_again_changes_nothing(bus: LocalBus, store: MemoryStore) -> None:
    load_book(bus, NOW)
    history = list(store.events())
    load_book(bus, NOW)
    load_book(bus, NOW + DAY)
    assert list(store.events()) == history


def test_a_changed_product_takes_the_next_version(bus: LocalBus, store: MemoryStore, tmp_path: Path) -> None:
    load_book(bus, NOW)
    write_book(read_book(), tmp_path)
    cash = tmp_path / "products" / "small-cash.toml"
    text = cash.read_text()
    cash.write_text(text.replace('"0.1800"', '"0.15"'))
    with pytest.raises(BookRefused, match="VERSION_NOT_NEXT"):
        load_book(bus, NOW + DAY, tmp_path)
    cash.write_text(text.replace('"0.1800"', '"0.15"').replace("version = 1", "version = 2"))
    load_book(bus, NOW + DAY, tmp_path)
    assert stored_book(store) == read_book(tmp_path)


def test_nothing_can_be_loaded_before_business_starts() -> None:
    with pytest.raises(BookRefused, match="BUSINESS_NOT_STARTED"):
        load_book(LocalBus(MemoryStore(), CATALOGUE), NOW)
