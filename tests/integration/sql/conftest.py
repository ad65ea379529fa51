"""Databases for tests of what only databases do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from lending.registry import KINDS
from lending_adapters.codec import Codec
from lending_adapters.codec.registered import registered_types
from lending_adapters.privacy import Keyring
from lending_adapters.sql import SqlStore, make_engine, upgrade


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    engine = make_engine(empty_url)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine: Engine) -> SqlStore:
    """A store of the registry's kinds on the migrated schema."""
    upgrade(engine)
    return SqlStore(engine, KINDS, Codec(registered_types()), Keyring.generate())
