"""The three stores, each fresh for its test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lending.application.store import Store
from lending_adapters.codec import Codec
from lending_adapters.memory import MemoryStore
from lending_adapters.privacy import Keyring
from lending_adapters.sql import SqlStore, create_schema, make_engine
from tests.contract.sample import KINDS, TYPES
from tests.support.postgres import Running

KEYRING = Keyring.generate()
CODEC = Codec(TYPES)

OpenAgain = Callable[[], Store]


def sql_store(url: str) -> SqlStore:
    return SqlStore(make_engine(url), KINDS, CODEC, KEYRING)


def prepare(url: str) -> None:
    engine = make_engine(url)
    create_schema(engine, KINDS)
    engine.dispose()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    prepare(url)
    return url


@pytest.fixture
def prepared_postgres_url(postgres_server: Running) -> Iterator[str]:
    url = postgres_server.create_database(postgres_server.template("contract_sample", prepare))
    yield url
    postgres_server.drop_database(url)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def open_again(request: pytest.FixtureRequest) -> Iterator[OpenAgain]:
    """Opens one and the same store: each time by connections of its own, as another process would."""
    if request.param == "memory":
        memory = MemoryStore()
        yield lambda: memory
        return
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "prepared_postgres_url")
    opened: list[SqlStore] = []

    def open_one() -> Store:
        opened.append(sql_store(url))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_again: OpenAgain) -> Store:
    return open_again()


@pytest.fixture
def all_stores(sqlite_url: str, prepared_postgres_url: str) -> Iterator[list[Store]]:
    """One of each, empty, to be held to each other."""
    sql = [sql_store(sqlite_url), sql_store(prepared_postgres_url)]
    yield [MemoryStore(), *sql]
    for store in sql:
        store.close()
