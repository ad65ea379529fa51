"""Reading JSON so that every mistake in it is found and named: path, value and what was expected."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar

import attrs

from lending.kernel.invalid import SHOWN, InvalidInput, Violation, shown

__all__ = ["REQUIRED", "Form", "Spoken", "choice", "day", "flag", "json_of", "listed", "text", "whole", "wrong"]

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

REQUIRED: Any = object()
"""The default of a key that has none."""

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
YEARS = range(1900, 2200)


@attrs.frozen
class Inexact:
    """A JSON number with a point or an exponent: its decimal meaning is ambiguous, so it is refused everywhere."""

    written: str

    def __str__(self) -> str:
        return self.written


@attrs.frozen
class Repeated:
    """An object that names a key twice."""

    key: str


def json_of(source: str) -> Any:
    """The JSON value of `source`; numbers that are not whole become `Inexact`."""
    try:
        return json.loads(source, parse_float=Inexact, parse_constant=Inexact, object_pairs_hook=_object)
    except json.JSONDecodeError as mistake:
        where = f"line {mistake.lineno}, column {mistake.colno}"
        raise wrong(Spoken(f"the text at {where}"), f"JSON ({mistake.msg})") from None
    except RecursionError:
        raise wrong(Spoken("the text"), "JSON that is not nested so deeply") from None
    except ValueError as mistake:
        raise wrong(Spoken("the text"), f"JSON ({mistake})") from None


def _object(pairs: list[tuple[str, Any]]) -> Any:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _value in pairs]
        return Repeated(next(key for key in keys if keys.count(key) > 1))
    return made


class Form:
    """One JSON object being read: keys are taken one by one, mistakes gathered, what was not taken is unknown."""

    def __init__(self, value: Any, path: str, problems: list[Violation]) -> None:
        self.path = path
        self.problems = problems
        self.taken: set[str] = set()
        if isinstance(value, Repeated):
            self.problem(wrong(value.key, "each key at most once"))
            value = {}
        elif not isinstance(value, Mapping):
            self.problem(wrong(value, "an object"))
            value = {}
            self.broken = True
        self.value: Mapping[str, Any] = value

    broken = False

    def take(self, key: str, read: Callable[[Any], T], default: Any = REQUIRED) -> T | Any:
        """The value of `key` as `read` makes it; `default` where it is absent; None where it is wrong."""
        self.taken.add(key)
        if key not in self.value:
            if default is REQUIRED and not self.broken:
                self.problems.append(Violation(under(self.path, key), "nothing", "a value: the key is required"))
            return None if default is REQUIRED else default
        try:
            return read(self.value[key])
        except InvalidInput as mistake:
            self.problem(mistake.under(key))
            return None

    def form(self, key: str) -> "Form":
        """The object under `key`; an empty one where it is absent."""
        self.taken.add(key)
        return Form(self.value.get(key, {}), under(self.path, key), self.problems)

    def problem(self, mistake: InvalidInput) -> None:
        """Note what is wrong, as seen from this object."""
        self.problems.extend(mistake.under(self.path).violations if self.path else mistake.violations)

    def close(self) -> None:
        """Every key not taken is unknown."""
        for key in self.value:
            if key not in self.taken:
                expected = f"one of {', '.join(sorted(self.taken))}"
                self.problems.append(Violation(under(self.path, key), "an unknown key", expected))


def wrong(value: Any, expected: str) -> InvalidInput:
    """What is raised for a JSON value that is not what was expected."""
    return InvalidInput((Violation("", value if isinstance(value, Spoken) else described(value), expected),))


class Spoken(str):
    """A description of a value rather than the value."""

    __slots__ = ()


def under(path: str, key: str) -> str:
    """The path of `key` in the object at `path`."""
    return f"{path}.{key}" if path else key


def described(value: Any) -> str:
    """A JSON value in words fit for a message."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    return str(value)[:SHOWN] if isinstance(value, Inexact) else shown(value)


def text(value: Any) -> str:
    """A string."""
    if not isinstance(value, str):
        raise wrong(value, "text in quotes")
    return value


def decimal(value: Any, parse: Callable[[str], T], example: str) -> T:
    """What `parse` makes of a decimal string; numbers outside quotes are refused."""
    if not isinstance(value, str):
        raise wrong(value, f'a decimal string such as "{example}"')
    return parse(value)


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A JSON integer from `least` to `most`."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise wrong(value, f"a whole number from {least} to {most}")
        return value

    return read


def flag(value: Any) -> bool:
    """A JSON true or false."""
    if not isinstance(value, bool):
        raise wrong(value, "true or false")
    return value


def choice(kind: type[E]) -> Callable[[Any], E]:
    """One of the names of `kind`."""

    def read(value: Any) -> E:
        try:
            if isinstance(value, str):
                return kind(value)
        except ValueError:
            pass
        raise wrong(value, f"one of {', '.join(str(member.value) for member in kind)}")

    return read


def day(value: Any) -> date:
    """An ISO 8601 date."""
    written = ISO.fullmatch(value) if isinstance(value, str) else None
    expected = "a date of the calendar written YYYY-MM-DD"
    if written is None:
        raise wrong(value, expected)
    try:
        read = date(int(written[1]), int(written[2]), int(written[3]))
    except ValueError:
        raise wrong(value, expected) from None
    if read.year not in YEARS:
        raise wrong(value, f"{expected}, in the years {YEARS[0]} to {YEARS[-1]}")
    return read


def listed(value: Any) -> list[Any]:
    """A JSON list."""
    if not isinstance(value, list):
        raise wrong(value, "a list")
    return value
