"""The keys of a database, and the proof that they are its own."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from lending_adapters.privacy import BadKeyring, Keyring, Unreadable, read_keyring, write_keyring
from lending_adapters.privacy.keyfile import ENVIRONMENT, ENVIRONMENT_FILE, configured_keyring

__all__ = ["check_keyring", "find_keyring"]

PROOF = "keyring"
PLACE = "installation keyring"
FIND = text("SELECT value FROM installation WHERE name = :name")
KEEP = text("INSERT INTO installation (name, value) VALUES (:name, :value)")


def find_keyring(engine: Engine, environment: Mapping[str, str], beside: Path | None) -> Keyring:
    """The configured keyring, else the one in the file `beside` the database, made where the database is new."""
    configured = configured_keyring(environment)
    if configured is not None:
        return configured
    if beside is None:
        raise BadKeyring(f"personal data needs keys: set {ENVIRONMENT} to a keyring, or {ENVIRONMENT_FILE} to its file")
    if not beside.exists():
        if _proof(engine) is not None:
            raise BadKeyring(f"{beside} is missing: it holds the keys of this database's personal data")
        # Another process may open the same new database; the first to make the file wins.
        with suppress(FileExistsError):
            write_keyring(beside, Keyring.generate())
    return read_keyring(beside)


def check_keyring(engine: Engine, keyring: Keyring) -> None:
    """Raise `BadKeyring` where the database's data was sealed with other keys; on a new database leave the proof."""
    proof = _proof(engine)
    if proof is None:
        with suppress(IntegrityError), engine.begin() as connection:
            connection.execute(KEEP, {"name": PROOF, "value": keyring.seal(keyring.blind(PROOF, PLACE), PLACE)})
        proof = _proof(engine)
    try:
        genuine = keyring.open(str(proof), PLACE) == keyring.blind(PROOF, PLACE)
    except Unreadable:
        genuine = False
    if not genuine:
        where = engine.url.render_as_string(hide_password=True)
        raise BadKeyring(f"the keyring is not that of {where}: its personal data was sealed with other keys")


def _proof(engine: Engine) -> str | None:
    with engine.connect() as connection:
        value: str | None = connection.scalar(FIND, {"name": PROOF})
        return value
