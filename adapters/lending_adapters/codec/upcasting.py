"""Upcasters: how text written by older versions of a type becomes text of the present one.

A class counts its shapes in `schema_version` (1 where it says nothing). Whoever changes the shape
raises the number, adds the step here and leaves a fixture of the old text in tests/contract/fixtures.
A change of a value that others hold (a `Money` in a `Loan`) is a change of each type that holds it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from lending_adapters.codec.errors import NotUnderstood

__all__ = ["UPCASTERS", "Upcaster", "schema_version", "upcast"]

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes the fields as one version wrote them, gives the fields as the next one would have."""

UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}
"""(type name, version it was written in) -> the step to the version after it."""


def schema_version(of: type) -> int:
    """The number of the class's present shape."""
    version: int = getattr(of, "schema_version", 1)
    return version


def upcast(
    fields: dict[str, Any], of: type, written_in: int, upcasters: Mapping[tuple[str, int], Upcaster]
) -> dict[str, Any]:
    """The fields as the present shape of `of` names them. Raises `NotUnderstood` where a step is missing."""
    name, present = of.__name__, schema_version(of)
    if written_in > present:
        raise NotUnderstood(f"{name} was written in schema {written_in} by a newer version; this one knows {present}")
    for version in range(written_in, present):
        step = upcasters.get((name, version))
        if step is None:
            raise NotUnderstood(f"{name} was written in schema {written_in}, and nothing leads from {version} on")
        fields = step(fields)
    return fields
