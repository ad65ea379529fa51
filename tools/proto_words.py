"""The text of lending_adapters/grpc/words.py: every class that stands in a request or an answer, importable at once."""

import enum

from lending_adapters.grpc.acts import acts
from lending_adapters.grpc.shapes import Choice, Many, OneOf, Record, fields_of

__all__ = ["words"]

WIDTH = 120
HEADER = '''"""Every word of the wire in one place, for clients: commands, queries, and what they hold and answer.

Written by tools/define_protos.py from the core's registry.
"""
'''


def words() -> str:
    """The module's text, as the formatter leaves it."""
    named = sorted(_named(), key=lambda of: of.__name__)
    modules: dict[str, list[str]] = {}
    for of in named:
        modules.setdefault(of.__module__, []).append(of.__name__)
    imports = "".join(_import(module, sorted(modules[module], key=str.casefold)) for module in sorted(modules))
    listed = "".join(f'    "{of.__name__}",\n' for of in named)
    return f"{HEADER}\n{imports}\n__all__ = [\n{listed}]\n"


def _named() -> set[type]:
    found: set[type] = set()

    def note(of: type) -> None:
        if of not in found:
            found.add(of)
            for inner in () if issubclass(of, enum.Enum) else fields_of(of):
                shape = inner.shape.item if isinstance(inner.shape, Many) else inner.shape
                for member in shape.members if isinstance(shape, OneOf) else (shape,):
                    if isinstance(member, Record | Choice):
                        note(member.of)

    for act in acts():
        note(act.of)
        note(act.answer)
    return found


def _import(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}\n"
    if len(line) <= WIDTH:
        return line
    return f"from {module} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"
