"""Every refusal of the core by its code, found where refusals are defined."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

import lending
from lending.kernel.refusals import Refusal

__all__ = ["refusals"]


@cache
def refusals() -> dict[str, type[Refusal]]:
    """The classes by code, in order of their codes."""
    found = {refusal.code: refusal for refusal in _defined()}
    return dict(sorted(found.items()))


def _defined() -> Iterator[type[Refusal]]:
    for context in pkgutil.iter_modules(lending.__path__, "lending."):
        if context.ispkg and _has_refusals(context.name):
            module = importlib.import_module(f"{context.name}.refusals")
            for value in vars(module).values():
                if isinstance(value, type) and issubclass(value, Refusal) and hasattr(value, "code"):
                    yield value


def _has_refusals(context: str) -> bool:
    package = importlib.import_module(context)
    return any(module.name == "refusals" for module in pkgutil.iter_modules(package.__path__))
