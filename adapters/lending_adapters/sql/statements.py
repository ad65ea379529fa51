"""Statements written with SQLAlchemy, turned into the driver's text once and executed as such.

Building and compiling a statement at every call costs more than SQLite takes to execute it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from sqlalchemy import Connection, CursorResult, Dialect
from sqlalchemy.sql import ClauseElement

__all__ = ["Compile", "Missed", "Statement", "Step", "run"]

Values = Mapping[str, Any]


class Missed(Exception):
    """A condition of a commit does not hold: a row is not what it was read as."""


@attrs.frozen
class Statement:
    """One statement as its driver takes it.

    `order` names positional parameters, None where they go by name; `fixed` are values that the clause itself holds.
    """

    sql: str
    order: tuple[str, ...] | None
    fixed: Values

    def bind(self, values: Values) -> Any:
        """The parameters as the driver takes them."""
        given = {**self.fixed, **values} if self.fixed else values
        return given if self.order is None else tuple([given[name] for name in self.order])


@attrs.frozen
class Step:
    """One statement of a commit with its values, once or for many rows; `hits` makes it a condition."""

    statement: Statement
    rows: Sequence[Values]
    hits: int | None = None
    """How many rows it must find; None where that does not matter."""


class Compile:
    """Turns SQLAlchemy clauses into statements of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect

    def __call__(self, clause: ClauseElement) -> Statement:
        """The clause as text. Values are passed by name and must be of types the driver takes as they are."""
        compiled: Any = clause.compile(dialect=self.dialect)
        fixed = {name: bound.value for name, bound in compiled.binds.items() if not bound.required}
        return Statement(str(compiled), tuple(compiled.positiontup) if compiled.positional else None, fixed)


def run(connection: Connection, step: Step) -> None:
    """Execute a step. Raises `Missed` where it finds other than it must."""
    bind = step.statement.bind
    values = bind(step.rows[0]) if len(step.rows) == 1 else [bind(row) for row in step.rows]
    result: CursorResult[Any] = connection.exec_driver_sql(step.statement.sql, values)
    if step.hits is not None:
        found = len(result.all()) if result.returns_rows else result.rowcount
        if found != step.hits:
            raise Missed
