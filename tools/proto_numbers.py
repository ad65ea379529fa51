"""The numbers of fields and enumeration values, kept in a file so that one given out never changes its meaning."""

import json
from collections.abc import Iterable
from pathlib import Path

__all__ = ["Numbers"]

RESERVED_BY_PROTOBUF = range(19_000, 20_000)


class Numbers:
    """Gives each name of a message its number: the one it has, or the next one free."""

    def __init__(self, path: Path, *, forget: bool = False) -> None:
        self._path = path
        known = path.exists() and not forget
        self._given: dict[str, dict[str, int]] = json.loads(path.read_text(encoding="utf-8")) if known else {}

    def number(self, owner: str, names: Iterable[str], *, first: int = 1) -> dict[str, int]:
        """The numbers of all names of a message or an enumeration."""
        given = self._given.setdefault(owner, {})
        numbered = {}
        for name in names:
            if name not in given:
                given[name] = _after(given.values(), first)
            numbered[name] = given[name]
        return numbered

    def retired(self, owner: str, present: Iterable[str]) -> dict[str, int]:
        """Names that the message once had; they and their numbers are not used again."""
        held = set(present)
        return {name: number for name, number in self._given.get(owner, {}).items() if name not in held}

    @property
    def text(self) -> str:
        """The file as it should be."""
        return json.dumps(self._given, indent=1, sort_keys=True) + "\n"


def _after(taken: Iterable[int], first: int) -> int:
    number = max((*taken, first - 1)) + 1
    return RESERVED_BY_PROTOBUF.stop if number in RESERVED_BY_PROTOBUF else number
