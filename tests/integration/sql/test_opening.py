"""Opening a store: what is refused, and with what words; and what happens when the database goes away."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text

from lending.accounting.ports import VOUCHERS
from lending.kernel.ids import RequestId
from lending_adapters.memory import MemoryStore
from lending_adapters.privacy import Keyring
from lending_adapters.sql import BadStoreUrl, SchemaOutOfDate, SqlStore, StoreUnavailable, pipeline
from lending_adapters.stores import OpenStore, open_store
from tests.integration.sql.made import balanced, kept


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "mysql://host/db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite://store.db",
        "postgresql+psycopg://host",
        "postgresql://host:port/db",
        "postgresql+asyncpg://host/db",
    ],
)
def test_a_url_that_names_no_store_is_refused_with_what_was_expected(url: str) -> None:
    with pytest.raises(BadStoreUrl, match=r"expected memory, sqlite:///file\.db or postgresql"):
        open_store(url)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(BadStoreUrl) as raised:
        open_store("mysql://user:topsecret@host/db")
    assert "topsecret" not in str(raised.value)


def test_memory_is_a_store_too() -> None:
    assert isinstance(open_store("memory"), MemoryStore)


def test_a_database_without_tables_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SchemaOutOfDate, match="lending db upgrade"):
        open_store(f"sqlite:///{tmp_path / 'store.db'}", environment={})


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="unable to open"):
        open_store(f"sqlite:///{tmp_path / 'nowhere' / 'store.db'}", environment={})


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(StoreUnavailable):
        open_store("postgresql+psycopg://nobody@127.0.0.1:1/db?connect_timeout=1", environment={})


def test_plain_postgresql_urls_work(postgres_url: str) -> None:
    url = postgres_url.replace("postgresql+psycopg", "postgresql")
    open_store(url, upgrade=True, environment={"LENDING_KEYRING": Keyring.generate().text}).close()


@pytest.fixture
def opened(postgres_url: str) -> Iterator[OpenStore]:
    store = open_store(postgres_url, upgrade=True, environment={"LENDING_KEYRING": Keyring.generate().text})
    yield store
    store.close()


def cut_connections(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        others = "FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
        connection.execute(text(f"SELECT pg_terminate_backend(pid, 1000) {others}"))


def test_after_a_restart_of_the_server_work_goes_on(opened: OpenStore, postgres_url: str) -> None:
    """Connections that died in the pool are replaced, for reads and for commits."""
    apart = create_engine(postgres_url)
    opened.commit(kept("r1", balanced("r1")))
    cut_connections(apart)
    assert opened.receipt(RequestId("r1")) is not None
    cut_connections(apart)
    opened.commit(kept("r2", balanced("r2")))
    assert len(opened.page(VOUCHERS, None, "", "", 9)) == 2
    apart.dispose()


def test_a_connection_lost_in_a_commit_leaves_nothing_and_says_so(
    opened: OpenStore, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = create_engine(postgres_url)
    check = pipeline.check

    def check_and_cut(steps: Any, sent: Any) -> None:
        check(steps, sent)
        cut_connections(apart)

    monkeypatch.setattr(pipeline, "check", check_and_cut)
    with pytest.raises(StoreUnavailable):
        opened.commit(kept("r1", balanced("r1")))
    monkeypatch.undo()
    assert opened.receipt(RequestId("r1")) is None
    opened.commit(kept("r1", balanced("r1")))
    apart.dispose()


def test_the_event_log_and_its_history_are_never_changed(store: SqlStore, engine: Engine) -> None:
    del store
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO events (causation, ordinal, id, type, schema, body, subject, correlation, actor, "
                "business_date, recorded_at, recorded_us) VALUES ('r', 0, 'e', 't', 1, '{}', 's', 'r', 'a', "
                "'2024-01-05', '2024-01-05T00:00:00+00:00', 0)"
            )
        )
    for act in ("UPDATE events SET actor = 'another'", "DELETE FROM events"):
        with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
            connection.execute(text(act))
