"""Engines, set up as the store needs them, from URLs."""

from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from lending_adapters.sql.errors import BadStoreUrl

__all__ = ["make_engine", "parse_url"]

MEMORY = "memory"
DATABASE = "sqlite:///file.db or postgresql+psycopg://user@host/database"
EXPECTED = f"{MEMORY}, {DATABASE}"
BUSY_SECONDS = 30
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # In WAL a power cut may lose the last commits under NORMAL, but never the database's consistency.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
)


def parse_url(url: str) -> URL:
    """The URL of a database that a store can be kept in. Raises `BadStoreUrl`, which never shows a password."""
    if url == MEMORY:
        raise BadStoreUrl(f"{url!r} is kept nowhere: expected a database, {DATABASE}")
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise BadStoreUrl(f"{url!r} names no store: expected {EXPECTED}") from None
    shown = parsed.render_as_string(hide_password=True)
    if parsed.drivername in {"postgresql", "postgresql+psycopg"}:
        if not parsed.database:
            raise BadStoreUrl(f"{shown!r} names no database: expected {EXPECTED}")
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername in {"sqlite", "sqlite+pysqlite"}:
        if not parsed.database or parsed.database == ":memory:" or parsed.host:
            raise BadStoreUrl(
                f"{shown!r} names no file: expected {EXPECTED} (sqlite:////absolute/path has four slashes)"
            )
        return parsed
    raise BadStoreUrl(f"{shown!r} names a store of an unknown kind: expected {EXPECTED}")


def make_engine(url: str, pool_size: int = 10) -> Engine:
    """An engine for this URL with at most `pool_size` connections. Raises `BadStoreUrl`."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, pool_size=pool_size, max_overflow=-1, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _set_up_sqlite)
        return engine
    return create_engine(parsed, pool_size=pool_size, max_overflow=0)


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)
