"""The text of the definitions, file by file."""

import enum
import importlib
import re
from collections.abc import Iterator
from datetime import date, datetime

import attrs
from proto_comments import Comments, block, member_comments, of_class
from proto_numbers import Numbers

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.kernel.refusals import Refusal
from lending.products.late import Multiple
from lending_adapters.grpc.acts import Act, acts, commands
from lending_adapters.grpc.naming import (
    PACKAGE,
    context_of,
    enum_prefix,
    enum_value,
    member_names,
    request_name,
    snake,
)
from lending_adapters.grpc.refusals import refusals
from lending_adapters.grpc.shapes import AnyCommand, Choice, Field, Many, OneOf, Record, Scalar, fields_of

__all__ = ["HEADER", "Writer"]

HEADER = "// Written by tools/define_protos.py from the core's registry; numbers are kept in proto/numbers.json.\n"
TYPES = {
    str: "string",
    int: "int64",
    bool: "bool",
    Money: "google.type.Money",
    Rate: "google.type.Decimal",
    Multiple: "google.type.Decimal",
    date: "google.type.Date",
    datetime: "google.protobuf.Timestamp",
}
IMPORTS = {
    "google.type.Money": "google/type/money.proto",
    "google.type.Decimal": "google/type/decimal.proto",
    "google.type.Date": "google/type/date.proto",
    "google.protobuf.Timestamp": "google/protobuf/timestamp.proto",
}
FIELD_BEHAVIOR = "google/api/field_behavior.proto"
REQUEST_ID = (
    "The caller's name for this request, best a UUIDv7 or a ULID: sent again with the same content, it gets the same "
    "receipt and nothing is done twice. Empty within a proposal."
)


@attrs.define
class File:
    """A definition in the making."""

    about: str
    imports: set[str] = attrs.Factory(set)
    body: list[str] = attrs.Factory(list)

    @property
    def text(self) -> str:
        """The whole file."""
        imports = "".join(f'import "{path}";\n' for path in sorted(self.imports))
        head = f'{HEADER}\n{block(self.about)}syntax = "proto3";\n\npackage {PACKAGE};\n'
        return "\n".join([head, *([imports] if imports else []), *self.body])


class Writer:
    """Writes every file; each message once, in the file of the context that defines it."""

    def __init__(self, numbers: Numbers, comments: Comments) -> None:
        self._numbers = numbers
        self._comments = comments
        self._files: dict[str, File] = {}
        self._written: dict[str, object] = {}

    def files(self) -> dict[str, str]:
        """The text of every file, by its name."""
        for act in acts():
            self._act(act)
        for refusal in refusals().values():
            self._refusal(refusal)
        for context, served in _by_context().items():
            self._service(context, served)
        return {name: file.text for name, file in sorted(self._files.items())}

    # ------------------------------------------------------------------------------------------------ messages

    def _act(self, act: Act) -> None:
        context = context_of(act.of)
        file = self._file(f"{context}_service.proto", f"{_about(act.of)} The service, its requests and responses.")
        self._claim(act.request, act.of)
        request_id = block(REQUEST_ID, "  ") + "  string request_id = {request_id}"
        own = [("request_id", f"{request_id} [(google.api.field_behavior) = REQUIRED];\n")] if act.is_command else []
        if own:
            file.imports.add(FIELD_BEHAVIOR)
        says = f"Asks for {act.of.__name__}: {_lowered(of_class(act.of))}"
        file.body.append(self._message(act.request, act.of, says, file, asked=True, own=own))
        answer = self._record(act.answer, asked=False)
        file.imports.add(answer)
        name = act.answer_field
        field = f"  // {_headline(act.answer)}\n  {act.answer.__name__} {name} = {{{name}}};\n"
        file.body.append(self._assembled(act.response, f"Answers {act.of.__name__}.", [(name, field)]))

    def _refusal(self, of: type[Refusal]) -> None:
        file = self._file(
            f"{context_of(of)}_refusals.proto", f"{_about(of)} What it may refuse, as details of a google.rpc.Status."
        )
        self._claim(of.__name__, of)
        says = f"{of_class(of)}\n\nReason {of.code}, kind {of.kind.value}."
        file.body.append(self._message(of.__name__, of, says, file, asked=False))

    def _record(self, of: type, *, asked: bool) -> str:
        """Write the message of a value, unless it is written; say which file it is in."""
        name = f"{context_of(of)}.proto"
        if self._claim(of.__name__, of):
            file = self._file(name, f"{_about(of)} Its values, receipts and views.")
            place = len(file.body)
            file.body.insert(place, self._message(of.__name__, of, of_class(of), file, asked=asked))
        return _path(name)

    def _choice(self, of: type[enum.Enum]) -> str:
        name = f"{context_of(of)}.proto"
        if self._claim(of.__name__, of):
            file = self._file(name, f"{_about(of)} Its values, receipts and views.")
            unset = f"{enum_prefix(of)}_UNSPECIFIED"
            numbers = self._numbers.number(of.__name__, [unset, *map(enum_value, of)], first=0)
            said = member_comments(of)
            lines = [f"  // Not said.\n  {unset} = 0;\n"]
            for member in of:
                comment = block(said[member.name], "  ") if member.name in said else ""
                lines.append(f"{comment}  {enum_value(member)} = {numbers[enum_value(member)]};\n")
            kept = self._reserved(of.__name__, list(numbers))
            file.body.append(f"{block(of_class(of))}enum {of.__name__} {{\n{kept}{''.join(lines)}}}\n")
        return _path(name)

    def _message(
        self, name: str, of: type, says: str, file: File, *, asked: bool, own: list[tuple[str, str]] | None = None
    ) -> str:
        fields = [*(own or [])]
        for field in fields_of(of):
            fields += self._field(of, field, file, asked=asked)
        return self._assembled(name, says, fields)

    def _assembled(self, name: str, says: str, fields: list[tuple[str, str]]) -> str:
        names = [held for label, _ in fields for held in label.split()]
        numbers = self._numbers.number(name, names)
        kept = self._reserved(name, names)
        body = "\n".join(text.format(**numbers) for _, text in fields)
        gap = "\n" if kept and body else ""
        inside = f"\n{kept}{gap}{body}" if kept or body else ""
        return f"{block(says)}message {name} {{{inside}}}\n"

    def _field(self, of: type, field: Field, file: File, *, asked: bool) -> list[tuple[str, str]]:
        """The field, or the fields of a union, as (names, text with {name} in place of numbers)."""
        comment = block(self._comments.of(of, field), "    " if _is_union(field) else "  ")
        comment = comment.replace("{", "{{").replace("}", "}}")
        if isinstance(field.shape, AnyCommand):
            members = {snake(act.of.__name__): request_name(act.of) for act in commands() if act.of is not of}
            file.imports |= {_path(f"{context_of(act.of)}_service.proto") for act in commands()}
            file.imports.discard(_path(f"{context_of(of)}_service.proto"))
            return [_oneof(field, comment[2:].replace("\n    //", "\n  //"), members)]
        if isinstance(field.shape, OneOf):
            named = {name: self._type(member, file, asked=asked) for name, member in member_names(field.shape).items()}
            return [_oneof(field, comment[2:].replace("\n    //", "\n  //"), named)]
        repeated = isinstance(field.shape, Many)
        shape = field.shape.item if isinstance(field.shape, Many) else field.shape
        kind = self._type(shape, file, asked=asked)
        plain = isinstance(shape, Choice) or kind in {"string", "int64", "bool"}
        label = "repeated " if repeated else "optional " if field.may_be_unset and plain else ""
        behavior = ""
        if asked and not repeated:
            file.imports.add(FIELD_BEHAVIOR)
            behavior = f" [(google.api.field_behavior) = {'OPTIONAL' if field.may_be_unset else 'REQUIRED'}]"
        return [(field.name, f"{comment}  {label}{kind} {field.name} = {{{field.name}}}{behavior};\n")]

    def _type(self, shape: Scalar | Choice | Record, file: File, *, asked: bool) -> str:
        if isinstance(shape, Scalar):
            kind = TYPES.get(shape.of, "string")
            file.imports |= {IMPORTS[kind]} if kind in IMPORTS else set()
            return kind
        path = self._choice(shape.of) if isinstance(shape, Choice) else self._record(shape.of, asked=asked)
        if self._files[path.rsplit("/", 1)[1]] is not file:
            file.imports.add(path)
        return shape.of.__name__

    def _reserved(self, owner: str, present: list[str]) -> str:
        retired = self._numbers.retired(owner, present)
        if not retired:
            return ""
        numbers = ", ".join(str(number) for number in sorted(retired.values()))
        names = ", ".join(f'"{name}"' for name in sorted(retired))
        return f"  reserved {numbers};\n  reserved {names};\n"

    # ------------------------------------------------------------------------------------------------ services

    def _service(self, context: str, served: list[Act]) -> None:
        file = self._files[f"{context}_service.proto"]
        methods = "\n".join(_method(act) for act in served)
        about = block(f"{_about(served[0].of)}")
        file.body.insert(0, f"{about}service {served[0].service} {{\n{methods}}}\n")

    def _file(self, name: str, about: str) -> File:
        return self._files.setdefault(name, File(about))

    def _claim(self, name: str, of: object) -> bool:
        """Whether the name is still to be written. One name for two things is refused."""
        holder = self._written.setdefault(name, of)
        if holder is not of:
            raise SystemExit(f"two things are called {name}: {holder} and {of}")
        first = (name, "written") not in self._written
        self._written[name, "written"] = True  # type: ignore[index]
        return first


def _by_context() -> dict[str, list[Act]]:
    grouped: dict[str, list[Act]] = {}
    for act in acts():
        grouped.setdefault(context_of(act.of), []).append(act)
    return grouped


def _oneof(field: Field, comment: str, members: dict[str, str]) -> tuple[str, str]:
    lines = "".join(f"    {kind} {name} = {{{name}}};\n" for name, kind in members.items())
    return " ".join(members), f"{comment}  oneof {field.name} {{{{\n{lines}  }}}}\n"


def _method(act: Act) -> str:
    comment = block(f"{of_class(act.of)}\n\nMay refuse with {', '.join(_may_refuse(act))}.", "  ")
    return f"{comment}  rpc {act.of.__name__}({act.request}) returns ({act.response});\n"


def _may_refuse(act: Act) -> Iterator[str]:
    yield from sorted(refusal.code for refusal in act.refusals if hasattr(refusal, "code"))
    yield "what the bus refuses" if Refusal not in act.refusals else "what the bus or what follows from it refuses"


def _is_union(field: Field) -> bool:
    return isinstance(field.shape, OneOf | AnyCommand)


def _about(of: type) -> str:
    package = importlib.import_module(of.__module__.rsplit(".", 1)[0])
    return " ".join((package.__doc__ or f"{context_of(of).title()}.").split())


def _headline(of: type) -> str:
    return of_class(of).split("\n\n", 1)[0].replace("\n", " ")


def _lowered(text: str) -> str:
    return text if re.match(r"[A-Z]{2}", text) else text[:1].lower() + text[1:]


def _path(name: str) -> str:
    return f"lending_proto/v1/{name}"
