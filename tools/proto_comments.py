"""The words in the definitions: from docstrings, from proto/field_comments.toml and from what validators expect."""

import ast
import enum
import inspect
import re
import textwrap
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from lending_adapters.grpc.faults import expectation
from lending_adapters.grpc.naming import enum_value
from lending_adapters.grpc.shapes import Field

__all__ = ["Comments", "block", "member_comments", "of_class"]

WIDTH = 110


class Comments:
    """The comments of fields."""

    def __init__(self, path: Path) -> None:
        self._written: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
        self.missing: list[str] = []
        self._used: set[tuple[str, str]] = set()

    def of(self, owner: type, field: Field) -> str:
        """What the field means, what it expects and what it is when unset."""
        said = self._said(owner.__name__, field.name)
        expected = expectation(field)
        sentence = f"{said}: {expected}." if expected else f"{said}."
        if field.default not in {attrs.NOTHING, None, (), ""}:
            sentence += f" Unset, it is {_shown(field.default)}."
        return sentence

    @property
    def unused(self) -> list[str]:
        """Lines of the file that no field has any more."""
        lines = {(section, name) for section, names in self._written.items() for name in names}
        return sorted(f"[{section}] {name}" for section, name in lines - self._used)

    def _said(self, owner: str, name: str) -> str:
        for section in (owner, "fields"):
            if name in self._written.get(section, {}):
                self._used.add((section, name))
                return self._written[section][name]
        self.missing.append(f"{owner}.{name}")
        return name


def of_class(of: type) -> str:
    """The class's docstring for readers of another language."""
    return re.sub(r"\bNone\b", "unset", inspect.cleandoc(of.__dict__.get("__doc__") or ""))


@cache
def member_comments(of: type[enum.Enum]) -> dict[str, str]:
    """The docstrings under the members of an enumeration, by the member's name."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(of))).body
    assert isinstance(definition, ast.ClassDef)
    found: dict[str, str] = {}
    for before, after in zip(definition.body, definition.body[1:], strict=False):
        match before, after:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found


def block(text: str, indent: str = "") -> str:
    """The text as comment lines; its paragraphs stay paragraphs."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n")]
    wrapped = [textwrap.wrap(part, WIDTH - len(indent), break_long_words=False) for part in paragraphs]
    lines = [line for number, part in enumerate(wrapped) for line in ([""] if number else []) + part]
    return "".join(f"{indent}// {line}".rstrip() + "\n" for line in lines)


def _shown(default: Any) -> str:
    return enum_value(default) if isinstance(default, enum.Enum) else str(default)
