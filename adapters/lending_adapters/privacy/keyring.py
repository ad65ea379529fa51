"""`Keyring`: the keys of one installation.

Bodies are sealed with AES-256-GCM. What is sealed names its key, so keys can be changed: the current
one seals, all of them open. The key of the blind indexes is a separate one and stays.
"""

import base64
import binascii
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

__all__ = ["BadKeyring", "Keyring", "Unreadable"]

KEY_BYTES = 32
NONCE_BYTES = 12
EXPECTED = 'expected {"current": name, "keys": {name: 32 bytes in base64, …}, "index": 32 bytes in base64}'


class BadKeyring(ValueError):
    """Text that is no keyring."""


class Unreadable(Exception):
    """Sealed text that these keys do not open: another installation's, moved to another row, or damaged."""


class Keyring:
    """Seals and opens text, and makes blind indexes of it. Never printed: `repr` hides the keys."""

    def __init__(self, current: str, keys: Mapping[str, bytes], index: bytes) -> None:
        if current not in keys:
            raise BadKeyring(f"the keyring's current key {current!r} is none of its keys")
        if any(len(key) != KEY_BYTES for key in (*keys.values(), index)):
            raise BadKeyring(f"every key of a keyring has {KEY_BYTES} bytes")
        if any("." in name for name in keys):
            raise BadKeyring("the name of a key has no point in it")
        self._current = current
        self._keys = dict(keys)
        self._ciphers = {name: AESGCM(key) for name, key in keys.items()}
        self._index = index

    @classmethod
    def generate(cls) -> Self:
        """A new keyring with one key."""
        return cls("k1", {"k1": os.urandom(KEY_BYTES)}, os.urandom(KEY_BYTES))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The keyring written as `text` gives it. Raises `BadKeyring`, which never repeats what it read."""
        try:
            plain = json.loads(text)
            keys = {name: base64.b64decode(key, validate=True) for name, key in plain["keys"].items()}
            return cls(plain["current"], keys, base64.b64decode(plain["index"], validate=True))
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError, binascii.Error):
            raise BadKeyring(f"the text is no keyring: {EXPECTED}") from None

    @property
    def text(self) -> str:
        """The keyring as JSON, to be kept as a secret."""
        keys = {name: base64.b64encode(key).decode() for name, key in self._keys.items()}
        return json.dumps({"current": self._current, "keys": keys, "index": base64.b64encode(self._index).decode()})

    def rotated(self) -> "Keyring":
        """This keyring with a fresh current key; what the others sealed stays readable."""
        name = f"k{len(self._keys) + 1}"
        return Keyring(name, {**self._keys, name: os.urandom(KEY_BYTES)}, self._index)

    def seal(self, text: str, place: str) -> str:
        """`text` encrypted under the current key, to be opened for the same `place` only."""
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[self._current].encrypt(nonce, text.encode(), place.encode())
        return f"{self._current}.{base64.b64encode(nonce + sealed).decode()}"

    def open(self, sealed: str, place: str) -> str:
        """The text that was sealed for this place. Raises `Unreadable`."""
        name, _, body = sealed.partition(".")
        cipher = self._ciphers.get(name)
        if cipher is None:
            raise Unreadable(f"{place} was sealed with the key {name!r}, which this keyring does not have")
        try:
            raw = base64.b64decode(body, validate=True)
            return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], place.encode()).decode()
        except (InvalidTag, ValueError):
            raise Unreadable(f"{place} does not open with the key {name!r} of this keyring") from None

    def blind(self, value: str, place: str) -> str:
        """What stands for `value` in an index: equal for equal values of one place, and telling nothing of them."""
        return hmac.new(self._index, f"{place}\x1f{value}".encode(), hashlib.sha256).hexdigest()

    def __repr__(self) -> str:
        return f"Keyring(current={self._current!r}, {len(self._keys)} keys)"
