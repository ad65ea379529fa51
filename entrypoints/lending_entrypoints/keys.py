"""Where the keys for personal data are, when nobody has said: for PostgreSQL a file of the user's, one a database.

SQLite keeps its own beside the database. In production LENDING_KEYRING or LENDING_KEYRING_FILE says.
"""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from lending_adapters.stores import MEMORY

__all__ = ["environment_for"]

SAID = ("LENDING_KEYRING", "LENDING_KEYRING_FILE")


def environment_for(url: str, environment: Mapping[str, str] = os.environ) -> Mapping[str, str]:
    """The environment with a keyring file for the database at `url`, made where the database is new."""
    if url == MEMORY or any(environment.get(name) for name in SAID):
        return environment
    from lending_adapters import sql  # noqa: PLC0415 - SQLAlchemy is an extra, and slow to import
    from lending_adapters.privacy import Keyring, write_keyring  # noqa: PLC0415 - as above

    engine = sql.make_engine(url, 1)
    try:
        if engine.dialect.name == "sqlite":
            return environment
        place = engine.url
        path = folder(environment) / named(f"{place.host or 'local'}-{place.port or 5432}-{place.database}")
        if not path.exists():
            if sql.schema_version(engine) is not None:
                return environment
            path.parent.mkdir(parents=True, exist_ok=True)
            write_keyring(path, Keyring.generate())
            sys.stderr.write(f"keys for personal data: {path} (new; without it the data cannot be read)\n")
        return {**environment, "LENDING_KEYRING_FILE": str(path)}
    finally:
        engine.dispose()


def folder(environment: Mapping[str, str]) -> Path:
    """The user's folder for keys."""
    configuration = environment.get("XDG_CONFIG_HOME")
    return (Path(configuration) if configuration else Path.home() / ".config") / "lending"


def named(database: str) -> str:
    """A file name for a database's keys."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", database) + ".keys"
