"""Copies of SQLite databases, to be spoilt."""

import sqlite3
from pathlib import Path

__all__ = ["copied"]


def copied(url: str, folder: Path) -> str:
    """A copy of an SQLite database, with its keys."""
    source, target = url.removeprefix("sqlite:///"), folder / "copy.db"
    with sqlite3.connect(source) as before, sqlite3.connect(target) as after:
        before.backup(after)
    before.close()
    after.close()
    keys = Path(f"{target}.keys")
    keys.write_bytes(Path(f"{source}.keys").read_bytes())
    keys.chmod(0o600)
    return f"sqlite:///{target}"
