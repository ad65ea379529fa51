"""A commit on PostgreSQL in two journeys: all statements at once, then COMMIT or ROLLBACK.

psycopg's pipeline sends without waiting for answers. One statement at a time, a small commit would
make eight journeys, with the rows locked meanwhile.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from lending_adapters.sql.statements import Missed, Step

__all__ = ["Lost", "apply_steps"]


DRAINED_MAX = 3


class Lost(Exception):
    """The connection went away; `begun` says whether COMMIT was under way, and so whether it may have been made."""

    def __init__(self, error: Exception, *, begun: bool) -> None:
        self.error = error
        self.begun = begun
        super().__init__(str(error))


def apply_steps(driver: Any, begin: str, steps: Sequence[Step]) -> None:
    """Run the steps as one transaction on a psycopg connection that commits by itself.

    Raises `Missed`, `Lost`, or the driver's own error, and leaves the connection idle or closed.
    """
    committing = False
    try:
        with driver.pipeline() as pipeline:
            sent = _sent(driver, pipeline, begin, steps)
            check(steps, sent)
            committing = True
            driver.execute("COMMIT")
    except Exception as error:
        if driver.closed:
            raise Lost(error, begun=committing) from error
        driver.rollback()
        raise


def check(steps: Sequence[Step], sent: Sequence[Sequence[Any]]) -> None:
    """Raise `Missed` where a step found other than it must."""
    for step, cursors in zip(steps, sent, strict=True):
        if step.hits is not None and sum(cursor.rowcount for cursor in cursors) != step.hits:
            raise Missed


def _sent(driver: Any, pipeline: Any, begin: str, steps: Sequence[Step]) -> list[list[Any]]:
    """Send everything and wait for the answers."""
    try:
        driver.execute(begin)
        sent = [[driver.execute(step.statement.sql, step.statement.bind(row)) for row in step.rows] for step in steps]
        pipeline.sync()
    except Exception:
        # What was sent after the statement that was refused is answered too; left lying, psycopg would warn of it.
        for _ in range(DRAINED_MAX):
            with suppress(Exception):
                pipeline.sync()
                break
        raise
    return sent
