"""Reading JSON so that every mistake in it is found and named: path, value and what was expected.

One mistake is told once: what could not be read is not held against what surrounds it.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar

import attrs

from lending.kernel.days import A_WRITTEN_DAY, parse_day
from lending.kernel.invalid import SHOWN, InvalidInput, Violation, shown
from lending.kernel.whole import a_whole

__all__ = [
    "REQUIRED",
    "Form",
    "Spoken",
    "choice",
    "day",
    "decimal",
    "flag",
    "json_of",
    "listed",
    "one_of",
    "text",
    "whole",
    "wrong",
]

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

REQUIRED: Any = object()
"""The default of a key that has none."""

UNREAD: Any = object()
"""Stands for an object of which nothing is known, because its own place has been found wrong."""

DIGITS_MAX = 20
"""No count that is asked for has more; Python itself reads only so many."""

BYTE_ORDER_MARK = "\ufeff"
SURROGATE = re.compile(r"[\ud800-\udfff]")
PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")


@attrs.frozen
class Inexact:
    """A number that is no count: one with a point or an exponent, whose decimal meaning is ambiguous, or a huge one."""

    written: str


class Repeating(dict[str, Any]):
    """An object that gives some of its keys more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        keys = [key for key, _value in pairs]
        self.repeated = tuple(key for key in self if keys.count(key) > 1)


def json_of(source: str) -> Any:
    """The JSON value of `source`; numbers that are no counts become `Inexact`."""
    try:
        return DECODER.decode(source.removeprefix(BYTE_ORDER_MARK))
    except json.JSONDecodeError as mistake:
        where = f"line {mistake.lineno}, column {mistake.colno}"
        raise wrong(Spoken(f"the text at {where}"), f"JSON ({mistake.msg})") from None
    except RecursionError:
        raise wrong(Spoken("the text"), "JSON that is not nested so deeply") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Repeating(pairs)


def _number(written: str) -> int | Inexact:
    return int(written) if len(written) <= DIGITS_MAX else Inexact(written)


DECODER = json.JSONDecoder(parse_float=Inexact, parse_int=_number, parse_constant=Inexact, object_pairs_hook=_object)


class Form:
    """One JSON object being read: keys are taken one by one, mistakes gathered, what was not taken is unknown."""

    def __init__(self, value: Any, path: str, problems: list[Violation]) -> None:
        self.path = path
        self.problems = problems
        self._before = len(problems)
        self._taken: set[str] = set()
        self._readable = isinstance(value, dict)
        self._value: dict[str, Any] = value if self._readable else {}
        self._repeated: tuple[str, ...] = value.repeated if isinstance(value, Repeating) else ()
        if not self._readable and value is not UNREAD:
            self.problem(wrong(value, "an object"))
        for key in self._repeated:
            self.problems.append(Violation(under(path, key), "a repeated key", "each key at most once"))

    @property
    def sound(self) -> bool:
        """Whether the object can be read, and nothing has been found wrong since it was begun."""
        return self._readable and len(self.problems) == self._before

    def take(self, key: str, read: Callable[[Any], T], default: Any = REQUIRED) -> T | Any:
        """The value of `key` as `read` makes it; `default` where it is absent; None where it is wrong."""
        if not self._reads(key, required=default is REQUIRED):
            return None
        if key not in self._value:
            return default
        try:
            return read(self._value[key])
        except InvalidInput as mistake:
            self.problem(mistake.under(key))
            return None

    def form(self, key: str, *, required: bool = False) -> "Form":
        """The object under `key`; an empty one where it is absent and not required."""
        value = self._value.get(key, {}) if self._reads(key, required=required) else UNREAD
        return Form(value, under(self.path, key), self.problems)

    def has(self, key: str) -> bool:
        """Whether anything but null stands under `key`."""
        self._taken.add(key)
        return self._value.get(key) is not None

    def problem(self, mistake: InvalidInput) -> None:
        """Note what is wrong, as seen from this object."""
        self.problems.extend(mistake.under(self.path).violations if self.path else mistake.violations)

    def close(self) -> None:
        """Every key not taken is unknown."""
        for key in self._value:
            if key not in self._taken and key not in self._repeated:
                expected = f"one of {', '.join(sorted(self._taken))}"
                self.problems.append(Violation(under(self.path, key), "an unknown key", expected))

    def _reads(self, key: str, *, required: bool) -> bool:
        """Whether `key` is to be read: not where it is missing or repeated, nor where nothing here can be read."""
        self._taken.add(key)
        if not self._readable or key in self._repeated:
            return False
        if required and key not in self._value:
            self.problems.append(Violation(under(self.path, key), "nothing", "a value: the key is required"))
            return False
        return True


def wrong(value: Any, expected: str) -> InvalidInput:
    """What is raised for a JSON value that is not what was expected."""
    return InvalidInput((Violation("", value if isinstance(value, Spoken) else described(value), expected),))


class Spoken(str):
    """A description of a value rather than the value."""

    __slots__ = ()


def under(path: str, key: str) -> str:
    """The path of `key` in the object at `path`; a key that is no plain word is quoted as in JSON."""
    if PLAIN_KEY.fullmatch(key) is None:
        shortened = key if len(key) <= SHOWN else f"{key[: SHOWN - 1]}…"
        return f"{path}[{json.dumps(shortened)}]"
    return f"{path}.{key}" if path else key


def described(value: Any) -> str:
    """A JSON value in words fit for a message."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    return value.written[:SHOWN] if isinstance(value, Inexact) else shown(value)


def text(value: Any) -> str:
    """A string that can be written again: JSON's escapes can also spell half of a character."""
    if not isinstance(value, str) or SURROGATE.search(value):
        raise wrong(value, "text in quotes, of whole Unicode characters")
    return value


def decimal(value: Any, parse: Callable[[str], T], expected: str) -> T:
    """What `parse` makes of a decimal string, which is what is `expected`; numbers outside quotes are refused."""
    if not isinstance(value, str):
        raise wrong(value, f"a decimal string: {expected}")
    return parse(value)


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A JSON integer from `least` to `most`."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise wrong(value, a_whole(least, most))
        return value

    return read


def flag(value: Any) -> bool:
    """A JSON true or false."""
    if not isinstance(value, bool):
        raise wrong(value, "true or false")
    return value


def one_of(names: Mapping[str, Any]) -> Callable[[Any], str]:
    """One of the names."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in names:
            raise wrong(value, f"one of {', '.join(names)}")
        return value

    return read


def choice(kind: type[E]) -> Callable[[Any], E]:
    """The member of `kind` that has this value."""
    members = {str(member.value): member for member in kind}
    name = one_of(members)
    return lambda value: members[name(value)]


def day(value: Any) -> date:
    """A date as text."""
    if not isinstance(value, str):
        raise wrong(value, A_WRITTEN_DAY)
    return parse_day(value)


def listed(value: Any) -> list[Any]:
    """A JSON list."""
    if not isinstance(value, list):
        raise wrong(value, "a list")
    return value
