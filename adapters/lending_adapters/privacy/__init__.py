"""Encryption of personal data at rest, and blind indexes to find it by."""

from lending_adapters.privacy.keyfile import read_keyring, write_keyring
from lending_adapters.privacy.keyring import BadKeyring, Keyring, Unreadable

__all__ = ["BadKeyring", "Keyring", "Unreadable", "read_keyring", "write_keyring"]
