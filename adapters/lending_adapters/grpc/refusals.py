"""Every refusal of the core by its code, found where it is defined."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

import lending
from lending.kernel.refusals import Refusal

__all__ = ["refusals"]


@cache
def refusals() -> dict[str, type[Refusal]]:
    """The classes by code, in order of their codes. `_private` ones are bases of others."""
    return {of.code: of for of in sorted(_defined(), key=lambda of: of.code)}


def _defined() -> Iterator[type[Refusal]]:
    for found in pkgutil.walk_packages(lending.__path__, "lending."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            ours = isinstance(value, type) and value.__module__ == module.__name__
            if ours and issubclass(value, Refusal) and value is not Refusal and not name.startswith("_"):
                yield value
