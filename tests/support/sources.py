"""The project's own files, for tests that read code instead of running it."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs

__all__ = ["CODE", "CORE", "ROOT", "Source", "files", "sources"]

ROOT = Path(__file__).resolve().parents[2]
CORE = ("src/lending",)
CODE = (
    "src/lending",
    "proto/lending_proto",
    "adapters/lending_adapters",
    "simulator/lending_simulator",
    "entrypoints/lending_entrypoints",
)
GENERATED = ("_pb2.py", "_pb2_grpc.py")


@attrs.frozen
class Source:
    """A module as text and as a tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Its place in the repository."""
        return self.path.relative_to(ROOT).as_posix()

    def at(self, node: ast.stmt | ast.expr) -> str:
        """The place of a node, as an editor opens it."""
        return f"{self.name}:{node.lineno}"

    def walk(self) -> Iterator[ast.AST]:
        """Every node."""
        return ast.walk(self.tree)


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """The hand-written Python modules under these folders."""
    found = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(_read(path) for path in found if not path.name.endswith(GENERATED))


def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text, filename=str(path)))


@cache
def files() -> tuple[Path, ...]:
    """Every file that is or would be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())
