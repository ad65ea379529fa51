"""Refusals: the closed answers to what a user can cause.

A refusal carries facts, not prose. Its `code` is stable and is what callers program against; its
`kind` says what a caller should do about it and picks the status on every edge.
"""

import enum
from typing import ClassVar

import attrs

from lending.kernel.invalid import Violation, shown

__all__ = ["Refusal", "RefusalKind"]


class RefusalKind(enum.Enum):
    """What the caller should make of a refusal."""

    INVALID = "INVALID"
    """The request itself is wrong, in any state of the world: mend it."""
    NOT_FOUND = "NOT_FOUND"
    """It names something that is not there."""
    PRECONDITION = "PRECONDITION"
    """Not in the present state: ask again when that has changed."""
    CONFLICT = "CONFLICT"
    """Something else already holds what this would take."""
    DENIED = "DENIED"
    """This actor may not do it."""
    EXHAUSTED = "EXHAUSTED"
    """A limit is used up for now."""


@attrs.frozen
class Refusal:
    """Base of every refusal. Subclasses are frozen, set `code` and `kind`, and hold facts only."""

    code: ClassVar[str]
    kind: ClassVar[RefusalKind]

    @property
    def message(self) -> str:
        """The refusal in one English sentence: its documentation's first line, then its facts."""
        headline = (type(self).__doc__ or self.code).strip().splitlines()[0].rstrip(".")
        facts = ", ".join(f"{name} {value}" for name, value in self.facts.items())
        return f"{headline} ({facts})" if facts else headline

    @property
    def facts(self) -> dict[str, str]:
        """The refusal's facts as text, by field name."""
        return {field.name: _fact(getattr(self, field.name)) for field in attrs.fields(type(self))}

    @property
    def violations(self) -> tuple[Violation, ...]:
        """For a refusal of kind INVALID: the fields at fault. Others have none."""
        return ()


def _fact(value: object) -> str:
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(_fact(item) for item in value)
    return value if isinstance(value, str) else shown(value)
