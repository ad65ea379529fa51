"""Typed, sortable ids that derive from the request that made them.

An id is a prefix, an underscore and 26 characters of Crockford's base 32: ten of time in
milliseconds, sixteen of a hash of the request id and an ordinal. The same request therefore makes
the same ids when it is retried, on another store or on another machine, and ids made later sort later
as far as the request ids carry a time (ULID, UUIDv7, or one of our own).
"""

import hashlib
import re
from datetime import UTC, datetime
from typing import Any, ClassVar, Self

import attrs

from lending.kernel.invalid import InvalidValue

__all__ = ["SHARDS", "EventId", "Id", "RequestId", "shard_of"]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TIME_CHARS = 10
HASH_CHARS = 16
ULID = re.compile(f"[0-7][{ALPHABET}]{{25}}")
UUID7 = re.compile(r"([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
REQUEST_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
BODY = re.compile(f"[{ALPHABET}]{{{TIME_CHARS + HASH_CHARS}}}")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SHARDS = 16
"""How many shards the loans are spread over."""


def encode(number: int, characters: int) -> str:
    """`number` in base 32, most significant first, padded to `characters`."""
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in reversed(range(characters)))


def hashed(text: str) -> str:
    """Eighty bits of SHA-256 of `text`, as sixteen characters."""
    digest = hashlib.sha256(text.encode()).digest()
    return encode(int.from_bytes(digest[:10], "big"), HASH_CHARS)


def _well_formed_request(_instance: object, _attribute: object, value: Any) -> None:
    if not isinstance(value, str) or REQUEST_ID.fullmatch(value) is None:
        raise InvalidValue(
            "request_id", value, "1 to 64 letters, digits or . _ : - (a UUIDv7 or ULID keeps ids sortable)"
        )


@attrs.frozen(order=True)
class RequestId:
    """The caller's name for one request; sent again, it means the same request."""

    value: str = attrs.field(validator=_well_formed_request)

    @classmethod
    def derive(cls, at: datetime, *parts: str) -> Self:
        """The request id of something the platform itself asks for, from its own instant and names."""
        millis = (at - EPOCH) // (datetime(1970, 1, 1, 0, 0, 0, 1000, tzinfo=UTC) - EPOCH)
        return cls(encode(millis, TIME_CHARS) + hashed("\x1f".join(parts)))

    @property
    def time_part(self) -> str:
        """Ten characters of milliseconds where the id carries a time, else zeros."""
        if ULID.fullmatch(self.value):
            return self.value[:TIME_CHARS]
        uuid7 = UUID7.fullmatch(self.value.lower())
        return encode(int(uuid7[1] + uuid7[2], 16), TIME_CHARS) if uuid7 else "0" * TIME_CHARS

    def __str__(self) -> str:
        return self.value


@attrs.frozen(order=True, repr=False)
class Id:
    """Base of the typed ids; a subclass sets `prefix`. Ids of two types are never equal."""

    prefix: ClassVar[str] = ""
    value: str = attrs.field()

    @value.validator
    def _well_formed(self, _attribute: object, value: Any) -> None:
        head, _, body = value.rpartition("_") if isinstance(value, str) else ("", "", "")
        if head != self.prefix or BODY.fullmatch(body) is None:
            raise InvalidValue("", value, f"an id that begins with {self.prefix}_ and has 26 characters after it")

    @classmethod
    def make(cls, request: RequestId, ordinal: int) -> Self:
        """The `ordinal`-th id of this type that `request` makes."""
        return cls(f"{cls.prefix}_{request.time_part}{hashed(f'{request.value} {cls.prefix} {ordinal}')}")

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.value!r})"


@attrs.frozen(order=True, repr=False)
class EventId(Id):
    """An event's id."""

    prefix: ClassVar[str] = "evt"


def shard_of(loan_id: str) -> int:
    """The shard, 0 to 15, that everything a loan owns lives in (architecture §4)."""
    return hashlib.sha256(loan_id.encode()).digest()[0] % SHARDS
