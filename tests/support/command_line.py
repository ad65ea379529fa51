"""The command line, run inside the test's own process."""

import json
from typing import Any

import attrs
import pytest

from lending_entrypoints.cli import run

__all__ = ["CommandLine", "Ran"]


@attrs.frozen
class Ran:
    """What a verb printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output as the one JSON document that it is."""
        return json.loads(self.out)

    @property
    def errors(self) -> list[str]:
        """The lines that tell errors."""
        return [line.removeprefix("error: ") for line in self.err.splitlines() if line.startswith("error: ")]


class CommandLine:
    """Runs verbs, without what the environment may say."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *arguments: object) -> Ran:
        """Run one verb."""
        self._capture.readouterr()
        status = run([str(argument) for argument in arguments])
        return Ran(status, *self._capture.readouterr())
