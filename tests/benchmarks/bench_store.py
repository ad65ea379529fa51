"""Commits through the store on SQLite, beside the very same statements by plain sqlite3."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from lending.application.store import Changes
from lending_adapters.codec import Codec
from lending_adapters.privacy import Keyring
from lending_adapters.sql import SqlStore, create_schema, make_engine
from tests.benchmarks.figure import Figure
from tests.benchmarks.timing import seconds_of
from tests.contract.sample import COUNTERS, KINDS, TYPES, Counter, changes, entry, write

COMMITS = 500
ROUNDS = 3
Statement = tuple[str, Any]


def commit_of(number: int) -> Changes:
    """One business transaction: an aggregate written, four events, an outbox entry, a receipt."""
    request = f"request-{number}"
    counter = Counter(id=f"cnt_{number:08}", name=f"name {number}", count=number)
    return changes(request, write(COUNTERS, counter), events=4, outbox=(entry(request),))


def fresh(folder: Path) -> Engine:
    """An engine on a new database with the schema."""
    path = Path(tempfile.mkdtemp(dir=folder)) / "store.db"
    engine = make_engine(f"sqlite:///{path}")
    create_schema(engine, KINDS)
    return engine


def through_store(store: SqlStore, commits: Sequence[Changes]) -> None:
    """Every commit by the adapter."""
    for each in commits:
        store.commit(each)


def recorded(folder: Path, commits: Sequence[Changes]) -> list[Statement]:
    """What the adapter sends to the driver for these commits."""
    engine, sent = fresh(folder), list[Statement]()

    def note(_conn: Any, _cursor: Any, sql: str, values: Any, _context: Any, _many: bool) -> None:  # noqa: FBT001
        sent.append((sql, values))

    event.listen(engine, "before_cursor_execute", note)
    through_store(SqlStore(engine, KINDS, Codec(TYPES), Keyring.generate()), commits)
    engine.dispose()
    return sent


def by_driver(connection: sqlite3.Connection, sent: Sequence[Statement]) -> None:
    """The same statements without the adapter."""
    for sql, values in sent:
        if isinstance(values, list):
            connection.executemany(sql, values)
        else:
            connection.execute(sql, values)


def bench_store() -> Iterator[Figure]:
    """Commits a second on SQLite, WAL, one writer."""
    commits = [commit_of(number) for number in range(COMMITS)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sent = recorded(folder, commits)
        ours: list[float] = []
        theirs: list[float] = []
        for _round in range(ROUNDS):
            engine = fresh(folder)
            store = SqlStore(engine, KINDS, Codec(TYPES), Keyring.generate())
            ours.append(took(partial(through_store, store, commits)))
            engine.dispose()
            engine = fresh(folder)
            pooled = engine.raw_connection()
            assert isinstance(pooled.driver_connection, sqlite3.Connection)
            theirs.append(took(partial(by_driver, pooled.driver_connection, sent)))
            pooled.close()
            engine.dispose()
    yield Figure(
        name="commits on SQLite through the store",
        value=COMMITS / min(ours),
        unit="commits/s",
        peer="sqlite3, the same statements",
        peer_value=COMMITS / min(theirs),
        detail=f"1 aggregate, 4 events, 1 outbox entry, 1 receipt; {COMMITS} commits, best of {ROUNDS}; WAL, NORMAL",
    )


def took(run: Callable[[], object]) -> float:
    """Seconds of one run."""
    return seconds_of({"": run}, 1)[""]
