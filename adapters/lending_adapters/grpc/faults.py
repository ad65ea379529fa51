"""What a constructor objects to, as violations that name field, value and what was expected."""

import re
from types import SimpleNamespace
from typing import Any

import attrs

from lending.kernel.invalid import InvalidInput, Violation, shown
from lending_adapters.grpc.shapes import Field, fields_of

__all__ = ["HIDDEN", "UNSET", "expectation", "faults_of", "join"]

HIDDEN = "(hidden)"
UNSET = "unset"
OWN_WORDS = re.compile(r"'(\w+)' (must be .*?)(?::| \(got) ", re.DOTALL)
"""How the validators of attrs put it: 'spread_bp' must be <= 10000: 99999."""


def join(parent: str, field: str) -> str:
    """The path of a field of the value at `parent`."""
    return Violation(field, "", "").under(parent).field if parent else field


def faults_of(of: type, values: dict[str, Any], path: str, refused: Exception | None) -> list[Violation]:
    """Everything that the fields' validators object to, each asked by itself; else what the constructor said."""
    found: list[Violation] = []
    held = SimpleNamespace(**values)
    for field in fields_of(of):
        if field.name in values and field.attribute.validator is not None:
            found += _asked(field, held, values[field.name], path)
    return found or ([] if refused is None else _told(refused, "", path, hides=_hides(of)))


def expectation(field: Field) -> str | None:
    """What the field's validator says it expects, when given what nobody can want."""
    if field.attribute.validator is None:
        return None
    told = _asked(field, SimpleNamespace(), object(), "")
    return told[0].expected if told else None


def _asked(field: Field, held: Any, value: Any, path: str) -> list[Violation]:
    validator: Any = field.attribute.validator
    try:
        validator(held, field.attribute, value)
    except (ValueError, TypeError) as error:
        return [] if _is_a_slip(error) else _told(error, shown(value), path, hides=field.hidden)
    except AttributeError:
        # The validator looks at a field that is itself at fault.
        return []
    return []


def _told(error: Exception, value: str, path: str, *, hides: bool) -> list[Violation]:
    said = error.violations if isinstance(error, InvalidInput) else (_in_words(error, value),)
    return [attrs.evolve(one, value=HIDDEN if hides else one.value).under(path) for one in said]


def _in_words(error: Exception, value: str) -> Violation:
    options = error.args[2] if len(error.args) > 2 else None
    words = OWN_WORDS.match(str(error.args[0]) if error.args else "")
    name = words[1] if words else ""
    if isinstance(options, range):
        return Violation(name, value, f"a whole number from {options.start} to {options.stop - 1}")
    return Violation(name, value, words[2].removeprefix("must be ") if words else "another value")


def _is_a_slip(error: Exception) -> bool:
    """Whether a validator stumbled over the value instead of judging it."""
    return not isinstance(error, InvalidInput) and OWN_WORDS.match(str(error.args[0]) if error.args else "") is None


def _hides(of: type) -> bool:
    return any(field.hidden for field in fields_of(of))
