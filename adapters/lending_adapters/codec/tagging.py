"""Values whose class the annotation leaves open carry it as a tag beside their fields.

That is: a union of classes, and a class that has subclasses (`Event`, `Command[Any, Any]`). A value
of exactly the annotated class needs no tag.
"""

import types
import typing
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from lending_adapters.codec.errors import NotStorable, NotUnderstood
from lending_adapters.codec.upcasting import Upcaster, schema_version, upcast

__all__ = ["Tagging"]

TYPE = "_type"
SCHEMA = "_schema"
VALUE = "_value"
PLAIN = (bool, int, str)


class Tagging:
    """The hooks for open annotations; knows the registered types by name."""

    def __init__(
        self, converter: Converter, registered: Mapping[str, type], upcasters: Mapping[tuple[str, int], Upcaster]
    ) -> None:
        self._converter = converter
        self._registered = registered
        self._upcasters = upcasters
        self._outs: dict[type, Callable[[Any], Any]] = {}
        self._intos: dict[type, Callable[[Any], Any]] = {}
        converter.register_unstructure_hook_factory(_is_open, self._open_out)
        converter.register_structure_hook_factory(_is_open, self._open_in)
        converter.register_unstructure_hook_factory(_is_union, lambda _of: self.tagged)
        converter.register_structure_hook_factory(_is_union, self._union_in)

    def out(self, value: Any) -> Any:
        """The value as plain data, without a tag: whoever keeps it knows its class."""
        return self._out_of(type(value))(value)

    def into(self, plain: Any, of: type) -> Any:
        """The value of exactly this class from plain data."""
        return self._into(of)(plain)

    def tagged(self, value: Any) -> Any:
        """The value as plain data that tells its class."""
        of = type(value)
        if value is None or of in PLAIN:
            return value
        if not attrs.has(of):
            raise NotStorable(f"{value!r} cannot stand where several types may")
        plain = self.out(value)
        fields = plain if isinstance(plain, dict) else {VALUE: plain}
        version = schema_version(of)
        return {TYPE: of.__name__, **({SCHEMA: version} if version > 1 else {}), **fields}

    def untagged(self, plain: Any, among: Iterable[type]) -> Any:
        """The value of one of these classes that the tag names."""
        fields = dict(plain)
        name = fields.pop(TYPE, None)
        found = [of for of in among if of.__name__ == name]
        if not found:
            raise NotUnderstood(f"a {name} cannot stand here")
        written_in = fields.pop(SCHEMA, 1)
        if fields.keys() == {VALUE}:
            return self.into(fields[VALUE], found[0])
        return self.into(upcast(fields, found[0], written_in, self._upcasters), found[0])

    def _out_of(self, of: type) -> Callable[[Any], Any]:
        """What turns values of exactly this class into plain data, made once."""
        if of not in self._outs:
            hook = self._converter.get_unstructure_hook
            self._outs[of] = make_dict_unstructure_fn(of, self._converter) if _is_open(of) else hook(of)
        return self._outs[of]

    def _into(self, of: type) -> Callable[[Any], Any]:
        """What turns plain data into values of exactly this class, made once."""
        if of not in self._intos:
            hook: Callable[[Any, Any], Any] = self._converter.get_structure_hook(of)
            if _is_open(of):
                hook = make_dict_structure_fn(
                    of, self._converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=False
                )
            self._intos[of] = partial(_call_with, hook, of)
        return self._intos[of]

    def _open_out(self, annotation: Any) -> Callable[[Any], Any]:
        declared = _class_of(annotation)

        def out(value: Any) -> Any:
            if type(value) is declared:
                return self.out(value)
            self._check(type(value), declared)
            return self.tagged(value)

        return out

    def _open_in(self, annotation: Any) -> Callable[[Any, Any], Any]:
        declared = _class_of(annotation)

        def into(plain: Any, _of: Any) -> Any:
            if TYPE not in plain:
                return self.into(plain, declared)
            return self.untagged(plain, self._variants(declared))

        return into

    def _union_in(self, annotation: Any) -> Callable[[Any, Any], Any]:
        members = [_class_of(member) for member in typing.get_args(annotation)]
        plain_members = tuple(member for member in members if member in PLAIN)
        optional = type(None) in members

        def into(plain: Any, _of: Any) -> Any:
            if isinstance(plain, dict):
                return self.untagged(plain, [of for member in members for of in self._variants(member)])
            if (plain is None and optional) or type(plain) in plain_members:
                return plain
            raise NotUnderstood(f"{plain!r} cannot stand here")

        return into

    def _variants(self, declared: type) -> list[type]:
        registered = [of for of in self._registered.values() if issubclass(of, declared)]
        return [declared, *registered, *(of for of in _subclasses(declared) if of not in registered)]

    def _check(self, of: type, declared: type) -> None:
        known = self._registered.get(of.__name__, of)
        if known is not of or not issubclass(of, declared):
            raise NotStorable(f"{of.__module__}.{of.__name__} is not the {declared.__name__} registered by this name")


def _call_with(hook: Callable[[Any, Any], Any], of: type, plain: Any) -> Any:
    return hook(plain, of)


def _class_of(annotation: Any) -> Any:
    return typing.get_origin(annotation) or annotation


def _subclasses(of: type) -> list[type]:
    """All attrs subclasses. A slotted class leaves its first draft behind, which has no attributes of its own."""
    direct: list[type] = type.__subclasses__(of)
    below = [found for sub in direct for found in _subclasses(sub)]
    return [sub for sub in direct if "__attrs_attrs__" in vars(sub)] + below


def _is_open(annotation: Any) -> bool:
    of = _class_of(annotation)
    return isinstance(of, type) and attrs.has(of) and bool(_subclasses(of))


def _is_union(annotation: Any) -> bool:
    if typing.get_origin(annotation) not in {typing.Union, types.UnionType}:
        return False
    return sum(member is not type(None) for member in typing.get_args(annotation)) > 1
