"""What a frozen value consists of, read from its annotations: the one view both the wire and its definition go by."""

import enum
import types
import typing
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import attrs

from lending.application.commands import Command
from lending.kernel.events import Event
from lending.kernel.ids import Id, RequestId
from lending.kernel.money import Currency, Money
from lending.kernel.rates import Rate
from lending.products.late import Multiple
from lending_adapters.grpc.scalars import TEXT_MAX

__all__ = ["AnyCommand", "Choice", "Field", "Many", "NotOnTheWire", "OneOf", "Record", "Scalar", "Shape", "fields_of"]

SCALARS = (str, int, bool, date, datetime, Money, Rate, Multiple, Currency, RequestId)


class NotOnTheWire(TypeError):
    """A field whose type has no place on the wire yet: a bug, found when the definitions are written."""


@attrs.frozen
class Scalar:
    """A value with a wire form of its own: text, numbers, money, rates, dates, ids. A text is at most so long."""

    of: type
    longest: int = TEXT_MAX


@attrs.frozen
class Choice:
    """One member of an enumeration."""

    of: type[enum.Enum]


@attrs.frozen
class Record:
    """Another frozen value, a message of its own."""

    of: type


@attrs.frozen
class OneOf:
    """One of several types."""

    members: tuple["Scalar | Record", ...]


@attrs.frozen
class AnyCommand:
    """Any command there is."""


@attrs.frozen
class Many:
    """Several of one shape, gathered into a tuple or a frozenset."""

    item: "Scalar | Choice | Record"
    into: type


Shape = Scalar | Choice | Record | OneOf | AnyCommand | Many


@attrs.frozen(kw_only=True)
class Field:
    """One field of a value.

    It may stay unset where `nullable` (it is None then) or where it has a default. A `hidden` one is
    personal data, which no message shows.
    """

    name: str
    alias: str
    shape: Shape
    nullable: bool
    default: Any
    hidden: bool
    attribute: "attrs.Attribute[Any]"

    @property
    def may_be_unset(self) -> bool:
        """Whether a message without this field is complete."""
        return self.nullable or self.default is not attrs.NOTHING


@cache
def fields_of(of: type) -> tuple[Field, ...]:
    """The fields of an attrs class that go over the wire: all but the events that an aggregate carries."""
    annotations = typing.get_type_hints(of)
    return tuple(_field(of, attribute, annotations[attribute.name]) for attribute in _public(of, annotations))


def _public(of: type, annotations: dict[str, Any]) -> Iterator["attrs.Attribute[Any]"]:
    for attribute in attrs.fields(of):
        if annotations[attribute.name] != tuple[Event, ...]:
            yield attribute


def _field(of: type, attribute: "attrs.Attribute[Any]", annotation: Any) -> Field:
    where = f"{of.__name__}.{attribute.name}"
    members = _members(annotation)
    nullable = type(None) in members
    shape = _shape(tuple(member for member in members if member is not type(None)), where)
    longest = attribute.metadata.get("longest", TEXT_MAX)
    default = attribute.default
    if nullable and default not in {None, attrs.NOTHING}:
        raise NotOnTheWire(f"{where}: unset cannot mean both None and {default!r}")
    if isinstance(shape, Many) and (nullable or default not in {attrs.NOTHING, (), frozenset()}):
        raise NotOnTheWire(f"{where}: several may be none, but not None, and none by default")
    return Field(
        name=attribute.name,
        alias=attribute.alias or attribute.name,
        shape=attrs.evolve(shape, longest=longest) if isinstance(shape, Scalar) else shape,
        nullable=nullable,
        default=default,
        hidden=attribute.repr is False,
        attribute=attribute,
    )


def _members(annotation: Any) -> tuple[Any, ...]:
    union = typing.get_origin(annotation) in {typing.Union, types.UnionType}
    return typing.get_args(annotation) if union else (annotation,)


def _shape(members: tuple[Any, ...], where: str) -> Shape:
    if len(members) == 1:
        return _single(members[0], where)
    shapes = tuple(_single(member, where) for member in members)
    if not all(isinstance(shape, Scalar | Record) for shape in shapes):
        raise NotOnTheWire(f"{where}: a union of more than single values")
    return OneOf(typing.cast("tuple[Scalar | Record, ...]", shapes))


def _single(annotation: Any, where: str) -> Shape:
    origin = typing.get_origin(annotation) or annotation
    if origin in {tuple, frozenset}:
        return _many(annotation, origin, where)
    if origin is Command:
        return AnyCommand()
    if isinstance(origin, type):
        if origin in SCALARS or issubclass(origin, Id):
            return Scalar(origin)
        if issubclass(origin, enum.Enum):
            return Choice(origin)
        if attrs.has(origin):
            return Record(origin)
    raise NotOnTheWire(f"{where}: {annotation} has no wire form")


def _many(annotation: Any, into: type, where: str) -> Many:
    arguments = typing.get_args(annotation)
    if into is tuple and arguments[1:] != (Ellipsis,):
        raise NotOnTheWire(f"{where}: a tuple of fixed length")
    item = _shape(_members(arguments[0]), where)
    if not isinstance(item, Scalar | Choice | Record):
        raise NotOnTheWire(f"{where}: several of what is itself several, or a union; give it a class")
    return Many(item, into)
