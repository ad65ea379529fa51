"""Where a keyring comes from: the environment, or a file that only its owner can read."""

import os
from collections.abc import Mapping
from pathlib import Path

from lending_adapters.privacy.keyring import BadKeyring, Keyring

__all__ = ["ENVIRONMENT", "ENVIRONMENT_FILE", "configured_keyring", "read_keyring", "write_keyring"]

ENVIRONMENT = "LENDING_KEYRING"
"""Holds a keyring's text."""

ENVIRONMENT_FILE = "LENDING_KEYRING_FILE"
"""Holds the path of a file with a keyring's text."""


def configured_keyring(environment: Mapping[str, str]) -> Keyring | None:
    """The keyring that the environment gives or points to; None where it says nothing."""
    if text := environment.get(ENVIRONMENT):
        try:
            return Keyring.parse(text)
        except BadKeyring as error:
            raise BadKeyring(f"{ENVIRONMENT}: {error}") from None
    if path := environment.get(ENVIRONMENT_FILE):
        return read_keyring(Path(path))
    return None


def read_keyring(path: Path) -> Keyring:
    """The keyring in this file. Raises `BadKeyring` naming the file."""
    try:
        return Keyring.parse(path.read_text())
    except (OSError, UnicodeDecodeError) as error:
        raise BadKeyring(f"{path}: the key file cannot be read ({type(error).__name__})") from None
    except BadKeyring as error:
        raise BadKeyring(f"{path}: {error}") from None


def write_keyring(path: Path, keyring: Keyring) -> None:
    """Keep the keyring in a new file of mode 0600. Raises `FileExistsError`; a key file is never overwritten."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(keyring.text + "\n")
            file.flush()
            os.fsync(file.fileno())
        # A link appears whole or not at all, and never in place of another's file.
        path.hardlink_to(draft)
    finally:
        draft.unlink()
