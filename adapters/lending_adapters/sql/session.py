"""How connections and transactions are used: short, explicit, one at a time."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from lending.application.store import StoreUnavailable
from lending_adapters.sql.pipeline import Lost, apply_steps
from lending_adapters.sql.statements import Compile, Statement, Step, run

__all__ = ["Session", "is_retryable", "is_unique_violation"]

BEGIN = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "BEGIN ISOLATION LEVEL READ COMMITTED"}

DEAD_CONNECTIONS_MAX = 32
"""So many connections of the pool may prove dead, one after the other, before a commit gives up."""

RETRYABLE_STATES = {"40001", "40P01", "55P03"}
"""Serialization failure, deadlock, lock not available."""

UNIQUE_STATES = {"23505"}
RETRYABLE_NAMES = ("SQLITE_BUSY", "SQLITE_LOCKED")
UNIQUE_NAMES = ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")


class Session:
    """Reads and transactions on an engine. Drivers commit by themselves; a transaction is begun and ended in words."""

    def __init__(self, engine: Engine) -> None:
        self.dialect_name = engine.dialect.name
        self.compile = Compile(engine.dialect)
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._begin = BEGIN[self.dialect_name]
        self._driver_error: type[Exception] = engine.dialect.loaded_dbapi.Error
        # SQLite has one writer; its own way of waiting is to sleep and try again, which is slow and unfair.
        self._gate: AbstractContextManager[Any] = threading.Lock() if self.dialect_name == "sqlite" else nullcontext()

    def read(self, statement: Statement, values: Mapping[str, Any]) -> list[Any]:
        """All rows of a query, read by itself. Raises `StoreUnavailable`."""
        try:
            return self._read(statement, values)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise _translated(error) from error
        # The pool held a connection that the server had closed, and has thrown all of them away.
        try:
            return self._read(statement, values)
        except DBAPIError as error:
            raise _translated(error) from error

    def apply(self, steps: Sequence[Step]) -> None:
        """One transaction of these steps. Raises `Missed` or the `DBAPIError`."""
        if self.dialect_name == "postgresql":
            self._apply_pipelined(steps)
            return
        with self.writing() as connection:
            for step in steps:
                run(connection, step)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction, committed at the end and undone on any exception."""
        with self._gate, self._connect() as connection:
            self._open(connection)
            try:
                yield connection
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if not connection.invalidated:
                    with suppress(DBAPIError):
                        connection.exec_driver_sql("ROLLBACK")
                raise

    def execute(self, *steps: Step) -> None:
        """A transaction of these steps only. Raises `StoreUnavailable`."""
        try:
            self.apply(steps)
        except DBAPIError as error:
            raise _translated(error) from error

    def _apply_pipelined(self, steps: Sequence[Step]) -> None:
        """Whatever is lost before COMMIT was sent is surely not made, and is tried on another connection."""
        for connections_left in reversed(range(DEAD_CONNECTIONS_MAX)):
            with self._connect() as connection:
                try:
                    apply_steps(connection.connection.dbapi_connection, self._begin, steps)
                except Lost as lost:
                    connection.invalidate()
                    if lost.begun or not connections_left:
                        raise self._wrapped(lost.error, lost=True) from lost
                except self._driver_error as error:
                    raise self._wrapped(error, lost=False) from error
                else:
                    return

    def _wrapped(self, error: Exception, *, lost: bool) -> DBAPIError:
        """The driver's error as SQLAlchemy would have given it."""
        wrapped: Any = DBAPIError.instance(
            None, None, error, self._driver_error, connection_invalidated=lost, dialect=self._engine.dialect
        )
        return wrapped if isinstance(wrapped, DBAPIError) else DBAPIError(None, None, error, lost)

    def _read(self, statement: Statement, values: Mapping[str, Any]) -> list[Any]:
        with self._connect() as connection:
            return list(connection.exec_driver_sql(statement.sql, statement.bind(values)).all())

    def _open(self, connection: Connection) -> None:
        """Begin; nothing has been sent before, so a connection that proves dead may be replaced once."""
        try:
            connection.exec_driver_sql(self._begin)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            connection.rollback()
            connection.exec_driver_sql(self._begin)

    def _connect(self) -> Connection:
        try:
            return self._engine.connect()
        except (DBAPIError, PoolExhausted) as error:
            raise StoreUnavailable(f"no connection to the database: {_first_line(error)}") from error


def is_retryable(error: DBAPIError) -> bool:
    """Whether the database gave up for the sake of another transaction."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return getattr(error.orig, "sqlstate", None) in RETRYABLE_STATES or name.startswith(RETRYABLE_NAMES)


def is_unique_violation(error: DBAPIError) -> bool:
    """Whether a primary key or unique key is held already."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return getattr(error.orig, "sqlstate", None) in UNIQUE_STATES or name in UNIQUE_NAMES


def _translated(error: DBAPIError) -> Exception:
    lost = error.connection_invalidated or isinstance(error, (OperationalError, InterfaceError))
    return StoreUnavailable(_first_line(error)) if lost and not isinstance(error, IntegrityError) else error


def _first_line(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return (str(cause).splitlines() or [type(cause).__name__])[0]
