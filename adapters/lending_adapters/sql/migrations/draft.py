"""Drafts the next step: `python -m lending_adapters.sql.migrations.draft "what it does"`.

Compares the tables that the steps so far make with those that the registered kinds need, and writes
the difference into `versions`. Triggers are not seen: add those of append-only tables by hand
(`triggers.py`), raise `HEAD`, and let the tests of the migrations judge.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic import command

from lending.application.kinds import Kind
from lending_adapters.sql.engine import make_engine
from lending_adapters.sql.migrations import HEAD, migrating, upgrade
from lending_adapters.sql.schema import build_metadata

__all__ = ["draft"]


def draft(message: str, kinds: Iterable[Kind[Any]], *, first: bool = False) -> None:
    """Write the step from the tables of `HEAD` (from none where it is the `first`) to those of these kinds."""
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{folder}/draft.db")
        if not first:
            upgrade(engine)
        with migrating(engine) as (connection, config):
            config.attributes |= {"connection": connection, "metadata": build_metadata(kinds)}
            number = "0001" if first else f"{int(HEAD) + 1:04}"
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            command.revision(config, message, autogenerate=True, rev_id=number)
        engine.dispose()


if __name__ == "__main__":
    from lending.registry import KINDS

    steps = Path(__file__).parent / "versions"
    draft(sys.argv[1], KINDS, first=not list(steps.glob("0*.py")))
