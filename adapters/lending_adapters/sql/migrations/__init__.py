"""The database's schema, step by step: one file a step in `versions`, run by Alembic.

`HEAD` names the last step; a test holds it, the steps and the declarations of the kinds to each other.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, inspect, text
from sqlalchemy.exc import DBAPIError

from lending.application.kinds import Kind
from lending_adapters.sql.errors import CannotOpen, SchemaOutOfDate
from lending_adapters.sql.schema import append_only_tables, build_metadata
from lending_adapters.sql.triggers import append_only, balanced_vouchers, functions, open_periods

__all__ = ["HEAD", "check_schema", "create_schema", "downgrade", "migrating", "schema_version", "upgrade"]

HEAD = "0001"
LOCK = 0x1E4D1
"""The advisory lock under which PostgreSQL migrates."""


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the schema up to date, all steps or none; a second process waits for the first. Raises `CannotOpen`."""
    with migrating(engine) as (connection, config):
        from alembic import command  # noqa: PLC0415 - slow to import, and most programs never migrate

        config.attributes["connection"] = connection
        command.upgrade(config, to)


def downgrade(engine: Engine, to: str) -> None:
    """Take the schema back to a step, or to "base", losing what later steps keep."""
    with migrating(engine) as (connection, config):
        from alembic import command  # noqa: PLC0415 - as above

        config.attributes["connection"] = connection
        command.downgrade(config, to)


def schema_version(engine: Engine) -> str | None:
    """The step that the database is at; None where it has no schema yet. Raises `CannotOpen`."""
    with opening(engine), engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return version


def check_schema(engine: Engine) -> None:
    """Raise `SchemaOutOfDate` unless the database is at the step that this program knows."""
    found = schema_version(engine)
    if found == HEAD:
        return
    where = shown(engine)
    if found is None:
        raise SchemaOutOfDate(f"{where} has no tables yet: run `lending db upgrade`")
    if found > HEAD:
        raise SchemaOutOfDate(f"{where} is at schema {found}, written by a newer program than this, which knows {HEAD}")
    raise SchemaOutOfDate(f"{where} is at schema {found} and this program needs {HEAD}: run `lending db upgrade`")


def create_schema(engine: Engine, kinds: Iterable[Kind[Any]]) -> MetaData:
    """Make the tables of these kinds at once, without steps: for tests, and to compare the steps with."""
    kept = tuple(kinds)
    metadata = build_metadata(kept)
    dialect = engine.dialect.name
    metadata.create_all(engine)
    with engine.begin() as connection:
        for statement in functions(dialect):
            connection.execute(text(statement))
        for table in append_only_tables(kept):
            for statement in append_only(dialect, table):
                connection.execute(text(statement))
        if "vouchers" in metadata.tables:
            for statement in (*balanced_vouchers(dialect), *open_periods(dialect)):
                connection.execute(text(statement))
    return metadata


@contextmanager
def migrating(engine: Engine) -> Iterator[tuple[Connection, Any]]:
    """One transaction under a lock, and Alembic's configuration."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    sqlite = engine.dialect.name == "sqlite"
    with opening(engine):
        connected = engine.execution_options(isolation_level="AUTOCOMMIT").connect()
    with connected as connection:
        with opening(engine):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if sqlite else "BEGIN")
        try:
            if not sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            yield connection, config
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise


@contextmanager
def opening(engine: Engine) -> Iterator[None]:
    """What fails in here fails because the database cannot be opened. Raises `CannotOpen`."""
    try:
        yield
    except DBAPIError as error:
        reason = (str(error.orig).splitlines() or [type(error.orig).__name__])[0]
        raise CannotOpen(shown(engine), reason) from error


def shown(engine: Engine) -> str:
    """The database's URL without its password."""
    return engine.url.render_as_string(hide_password=True)
