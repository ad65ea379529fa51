"""The fields of a line: their names, the pattern of each, and what is expected where it is not met."""

import re
from collections.abc import Mapping

from lending.kernel.invalid import InvalidValue

__all__ = ["Fields"]


class Fields:
    """Lines of named fields with commas between; none holds a comma. Each is a pattern and what it asks for."""

    def __init__(self, fields: Mapping[str, tuple[str, str]]) -> None:
        self._fields = dict(fields)
        self._line = re.compile(",".join(f"({pattern})" for pattern, _expected in fields.values()))
        self.columns = ",".join(fields)

    def expected(self, name: str) -> str:
        """What a field asks for."""
        return self._fields[name][1]

    def parse(self, text: str) -> tuple[str, ...]:
        """The fields of a line. Raises `InvalidValue` that names the first at fault."""
        found = self._line.fullmatch(text)
        if found is None:
            raise self._fault_in(text)
        return found.groups()

    def _fault_in(self, text: str) -> InvalidValue:
        values = text.split(",")
        if len(values) != len(self._fields):
            return InvalidValue("", text, f"{len(self._fields)} fields with commas between: {self.columns}")
        for value, (name, (pattern, expected)) in zip(values, self._fields.items(), strict=True):
            if re.fullmatch(pattern, value) is None:
                return InvalidValue(name, value, expected)
        raise AssertionError(f"each field of {text!r} is sound, and the line is not")
