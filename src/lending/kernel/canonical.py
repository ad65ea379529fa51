"""One text for one value, whatever the machine: what requests are compared by and histories hashed over."""

import enum
import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import attrs

__all__ = ["canonical", "fingerprint"]


def canonical(value: object) -> str:
    """`value`, a frozen attrs value, as JSON text with its class name and the fields that differ from their default.

    Leaving defaults out keeps the text of old values the same when a field is added.
    """
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(value: object) -> str:
    """SHA-256 of the canonical text, in hex."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _plain(value: object) -> Any:
    if value is None or (isinstance(value, (bool, int, str)) and not isinstance(value, enum.Enum)):
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, frozenset)):
        items = [_plain(item) for item in value]
        return sorted(items, key=json.dumps) if isinstance(value, frozenset) else items
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if attrs.has(type(value)):
        return {"": type(value).__name__} | _fields(value)
    raise TypeError(f"{type(value).__name__} has no canonical text")


def _fields(value: Any) -> dict[str, Any]:
    named = ((field, getattr(value, field.name)) for field in attrs.fields(type(value)))
    return {field.name: _plain(held) for field, held in named if held != field.default}
