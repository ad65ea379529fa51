"""Frozen values to messages and back, by field name and type: no command, query or refusal is known by name here."""

import enum
from functools import cache
from typing import Any, TypeVar, assert_never

import attrs
from google.protobuf.message import Message

from lending.kernel.invalid import InvalidInput, InvalidValue, Violation, shown
from lending_adapters.grpc.acts import commands
from lending_adapters.grpc.faults import HIDDEN, UNSET, faults_of, join
from lending_adapters.grpc.messages import enum_numbers, new_message
from lending_adapters.grpc.naming import enum_value, member_names, snake
from lending_adapters.grpc.scalars import decode_scalar, encode_scalar, expected_scalar
from lending_adapters.grpc.shapes import AnyCommand, Choice, Field, Many, OneOf, Record, Scalar, fields_of

__all__ = ["decode", "encode", "fill"]

T = TypeVar("T")

ABSENT = object()
"""A field that stays unset."""


def encode(value: Any) -> Message:
    """The value as the message that bears its class's name."""
    return fill(new_message(type(value).__name__), value)


def fill(message: Message, value: Any) -> Message:
    """Put the value's fields into `message`, which has fields of the same names.

    Raises `InvalidInput` where a field holds what no message can: a number beyond 64 bits, half a surrogate pair.
    """
    of: type = type(value)
    for field in fields_of(of):
        held = getattr(value, field.name)
        try:
            _put(message, field, held)
        except InvalidInput as error:
            raise error.under(field.name) from None
        except (ValueError, TypeError) as error:
            seen = HIDDEN if field.hidden else shown(held)
            raise InvalidInput([Violation(field.name, seen, "a value that fits its message")]) from error
    return message


def decode(of: type[T], message: Message) -> T:
    """The value of class `of` that `message` stands for. Raises `InvalidInput` with everything that is wrong."""
    faults: list[Violation] = []
    value: T = _record(of, message, "", faults)
    if faults:
        raise InvalidInput(faults)
    return value


# ------------------------------------------------------------------------------------------------------ to messages


def _put(message: Message, field: Field, held: Any) -> None:
    if held is None:
        return
    match field.shape:
        case Many(item=item):
            for one in sorted(held, key=str) if isinstance(held, frozenset) else held:
                _add(getattr(message, field.name), item, one)
        case OneOf() as union:
            name, shape = next(
                (name, member) for name, member in member_names(union).items() if isinstance(held, member.of)
            )
            _set(message, name, shape, held)
        case AnyCommand():
            name = snake(type(held).__name__)
            if message.DESCRIPTOR.fields_by_name.get(name) is None:
                raise InvalidValue("", name, "a command that can stand here")
            inner = getattr(message, name)
            inner.SetInParent()
            fill(inner, held)
        case Scalar() | Choice() | Record() as shape:
            _set(message, field.name, shape, held)


def _set(message: Message, name: str, shape: Scalar | Choice | Record, held: Any) -> None:
    if isinstance(shape, Record):
        inner = getattr(message, name)
        inner.SetInParent()
        fill(inner, held)
        return
    wire = _numbers(shape.of)[held] if isinstance(shape, Choice) else encode_scalar(held)
    if isinstance(wire, Message):
        getattr(message, name).CopyFrom(wire)
    else:
        setattr(message, name, wire)


def _add(repeated: Any, shape: Scalar | Choice | Record, held: Any) -> None:
    if isinstance(shape, Record):
        fill(repeated.add(), held)
    else:
        repeated.append(_numbers(shape.of)[held] if isinstance(shape, Choice) else encode_scalar(held))


# ---------------------------------------------------------------------------------------------------- from messages


def _record(of: type, message: Message, path: str, faults: list[Violation]) -> Any:
    own: list[Violation] = []
    values: dict[str, Any] = {}
    for field in fields_of(of):
        before = len(own)
        value = _take(message, field, join(path, field.name), own)
        if len(own) == before and value is not ABSENT:
            values[field.name] = value
    if not own:
        try:
            return of(**{field.alias: values[field.name] for field in fields_of(of) if field.name in values})
        except (ValueError, TypeError) as error:
            faults += faults_of(of, values, path, error)
            return None
    faults += [*own, *faults_of(of, values, path, None)]
    return None


def _take(message: Message, field: Field, path: str, faults: list[Violation]) -> Any:
    """The field's value, `ABSENT` where it stays unset; what is wrong goes into `faults`."""
    taken: list[Violation] = []
    match field.shape:
        case Many(item=item, into=into):
            wires = getattr(message, field.name)
            value: Any = into([_one(item, wire, f"{path}[{place}]", taken) for place, wire in enumerate(wires)])
        case OneOf() as union:
            value = _union(message, field, member_names(union), path, taken)
        case AnyCommand():
            value = _command(message, field, path, taken)
        case Scalar() | Choice() | Record() as shape:
            value = _single(message, field, shape, path, taken)
        case _:
            assert_never(field.shape)
    faults += [attrs.evolve(fault, value=HIDDEN) for fault in taken] if field.hidden else taken
    return value


def _single(message: Message, field: Field, shape: Scalar | Choice | Record, path: str, faults: list[Violation]) -> Any:
    if message.DESCRIPTOR.fields_by_name[field.name].has_presence and not message.HasField(field.name):
        return _unset(field, path, faults)
    return _one(shape, getattr(message, field.name), path, faults)


def _one(shape: Scalar | Choice | Record, wire: Any, path: str, faults: list[Violation]) -> Any:
    if isinstance(shape, Record):
        return _record(shape.of, wire, path, faults)
    if isinstance(shape, Choice):
        member = _members(shape.of).get(wire)
        if member is None:
            seen = UNSET if wire == 0 else str(wire)
            faults.append(Violation(path, seen, f"one of {', '.join(map(enum_value, shape.of))}"))
        return member
    try:
        return decode_scalar(shape.of, wire, shape.longest)
    except InvalidInput as error:
        faults += error.under(path).violations
        return None


def _union(
    message: Message, field: Field, members: dict[str, Scalar | Record], path: str, faults: list[Violation]
) -> Any:
    name = message.WhichOneof(field.name)
    if name is None:
        return _unset(field, path, faults)
    return _one(members[name], getattr(message, name), join(path.rpartition(".")[0], name), faults)


def _command(message: Message, field: Field, path: str, faults: list[Violation]) -> Any:
    name = message.WhichOneof(field.name)
    if name is None:
        return _unset(field, path, faults)
    inner = getattr(message, name)
    place = join(path.rpartition(".")[0], name)
    if inner.request_id:
        faults.append(Violation(f"{place}.request_id", shown(inner.request_id), "nothing: the proposal has its own"))
    return _record(_commands()[name], inner, place, faults)


def _unset(field: Field, path: str, faults: list[Violation]) -> Any:
    if not field.may_be_unset:
        faults.append(Violation(path, UNSET, _wanted(field)))
    return None if field.nullable else ABSENT


def _wanted(field: Field) -> str:
    match field.shape:
        case Scalar(of=of):
            return expected_scalar(of)
        case OneOf() as union:
            return f"one of {', '.join(member_names(union))}"
        case AnyCommand():
            return "a command"
        case Record(of=of):
            return f"a {of.__name__}"
        case _:
            return "a value"


@cache
def _numbers(of: type[enum.Enum]) -> dict[enum.Enum, int]:
    """The wire numbers of an enumeration's members, read from where they are generated."""
    numbers = enum_numbers(of.__name__)
    return {member: numbers[enum_value(member)] for member in of}


@cache
def _members(of: type[enum.Enum]) -> dict[int, enum.Enum]:
    return {number: member for member, number in _numbers(of).items()}


@cache
def _commands() -> dict[str, type]:
    return {snake(act.of.__name__): act.of for act in commands()}
