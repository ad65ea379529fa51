"""Bad values: what is raised when a value that cannot exist is asked for.

A constructor raises `InvalidValue`; it is a bug inside the core and an answer at the edges, where
outside data is parsed and every violation found is reported together as `InvalidInput`.
"""

from collections.abc import Iterable

import attrs

__all__ = ["InvalidInput", "InvalidValue", "Violation"]

SHOWN = 80


@attrs.frozen
class Violation:
    """One thing wrong with one field.

    `field` is a path such as `terms.principal`, `value` the offending value as text (shortened),
    `expected` what would have been accepted.
    """

    field: str
    value: str
    expected: str

    def __str__(self) -> str:
        where = f"{self.field}: " if self.field else ""
        return f"{where}{self.value} is not valid: expected {self.expected}"

    def under(self, parent: str) -> "Violation":
        """The same violation seen from the value that holds this one in its field `parent`."""
        if not self.field:
            path = parent
        elif self.field.startswith("["):
            path = f"{parent}{self.field}"
        else:
            path = f"{parent}.{self.field}" if parent else self.field
        return attrs.evolve(self, field=path)


def shown(value: object) -> str:
    """`value` as text fit for an error message: quoted when text, never longer than a line."""
    try:
        text = repr(value) if isinstance(value, str) else str(value)
    except (ValueError, RecursionError):
        # Python writes out no integer of thousands of digits, and nothing nested a thousand times.
        text = "a value too large to be shown"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


class InvalidInput(ValueError):
    """Input from outside that cannot be understood; carries every violation found."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__("; ".join(str(violation) for violation in self.violations))

    def under(self, parent: str) -> "InvalidInput":
        """The same, with every field's path put under `parent`."""
        return InvalidInput(violation.under(parent) for violation in self.violations)


class InvalidValue(InvalidInput):
    """One value that cannot exist."""

    def __init__(self, field: str, value: object, expected: str) -> None:
        super().__init__((Violation(field, shown(value), expected),))
