"""Faults of a book: everything wrong with it is gathered, each with its place, value and what was expected."""

import difflib
from collections.abc import Iterable

from lending.kernel.invalid import InvalidInput, Violation, shown

__all__ = ["Faults", "nearest"]

NOTHING = "nothing"


class Faults:
    """Violations as they are found; raised together at the end."""

    def __init__(self) -> None:
        self._found: list[Violation] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def add(self, place: str, value: object, expected: str) -> None:
        """Something at `place` is not what was `expected`."""
        self._found.append(Violation(place, shown(value), expected))

    def note(self, place: str, found: str, expected: str) -> None:
        """What was `found` at `place`, in words."""
        self._found.append(Violation(place, found, expected))

    def missing(self, place: str, expected: str) -> None:
        """There is nothing at `place`."""
        self.note(place, NOTHING, expected)

    def take(self, place: str, error: ValueError) -> None:
        """What a value's own constructor or validator raised about something under `place`."""
        if isinstance(error, InvalidInput):
            self._found.extend(
                Violation(within(place, fault.field), fault.value, fault.expected) for fault in error.violations
            )
        else:
            self._found.append(Violation(place, "it", str(error)))

    def raise_any(self) -> None:
        """Raise `InvalidInput` with every fault found, if there is one."""
        if self._found:
            raise InvalidInput(self._found)


def within(place: str, field: str) -> str:
    """The place of `field` under `place`: "chart.toml: accounts[3].code"."""
    if not field:
        return place
    separator = "" if field.startswith("[") or place.endswith(": ") else "." if ": " in place else ": "
    return f"{place}{separator}{field}"


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at what was meant by `word`: the nearest of what is `known`, else all of it."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f"a known name; the nearest is {close[0]}" if close else f"one of {', '.join(names)}"
