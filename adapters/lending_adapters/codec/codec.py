"""`Codec`: values to text and back."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from cattrs import Converter

from lending_adapters.codec.errors import NotStorable, NotUnderstood
from lending_adapters.codec.scalars import register_scalars
from lending_adapters.codec.tagging import Tagging
from lending_adapters.codec.upcasting import UPCASTERS, Upcaster, schema_version, upcast

__all__ = ["Codec", "Encoded"]

encode_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@attrs.frozen
class Encoded:
    """A value as it is stored: the name of its class, the version of that class's shape, its JSON text."""

    type: str
    schema: int
    body: str


class Codec:
    """Encodes values of the types it is given, and of whatever their fields hold.

    The text of a value is the same on every machine: keys are sorted, sets are in order. Two types
    of one name are refused, for the name is what is stored. Thread-safe.
    """

    def __init__(self, types: Iterable[type], upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS) -> None:
        self._types: dict[str, type] = {}
        for of in types:
            if self._types.setdefault(of.__name__, of) is not of:
                raise NotStorable(f"two stored types are called {of.__name__}")
        self._upcasters = upcasters
        self._converter = Converter(detailed_validation=False, forbid_extra_keys=True)
        register_scalars(self._converter)
        self._converter.register_unstructure_hook_factory(_is_set, self._sorted_out)
        self._tagging = Tagging(self._converter, self._types, upcasters)

    def encode(self, value: object) -> Encoded:
        """The value as it is stored. Raises `NotStorable` for a type that the codec was not given."""
        of = type(value)
        if self._types.get(of.__name__) is not of:
            raise NotStorable(f"{of.__module__}.{of.__name__} is not registered as a stored type")
        return Encoded(of.__name__, schema_version(of), encode_json(self._tagging.out(value)))

    def decode(self, stored: Encoded) -> Any:
        """The value that was stored. Raises `NotUnderstood` for text that cannot be read."""
        of = self._types.get(stored.type)
        if of is None:
            raise NotUnderstood(f"{stored.type} is no stored type of this version")
        return self._read(stored.body, of, stored.schema, exactly=True)

    def encode_as(self, declared: type, value: object) -> Encoded:
        """As `encode`, for a place that holds one class, or subclasses of it: only those are tagged."""
        of = type(value)
        if of is declared:
            return Encoded(of.__name__, schema_version(of), encode_json(self._tagging.out(value)))
        plain = self._converter.unstructure(value, declared)
        return Encoded(declared.__name__, schema_version(declared), encode_json(plain))

    def decode_as(self, declared: type, schema: int, body: str) -> Any:
        """What `encode_as` stored in a place that holds `declared`."""
        return self._read(body, declared, schema, exactly=False)

    def _read(self, body: str, of: type, schema: int, *, exactly: bool) -> Any:
        try:
            plain = json.loads(body)
            if schema != schema_version(of):
                plain = upcast(plain, of, schema, self._upcasters)
            return self._tagging.into(plain, of) if exactly else self._converter.structure(plain, of)
        except NotUnderstood:
            raise
        except Exception as error:
            raise NotUnderstood(
                f"a stored {of.__name__} of schema {schema} cannot be read ({type(error).__name__})"
            ) from error

    def _sorted_out(self, annotation: Any) -> Any:
        item = (*getattr(annotation, "__args__", ()), Any)[0]

        def out(values: Iterable[Any]) -> list[Any]:
            return sorted((self._converter.unstructure(value, item) for value in values), key=encode_json)

        return out


def _is_set(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", annotation) in {frozenset, set}
