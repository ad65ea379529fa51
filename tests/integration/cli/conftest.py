"""What tests of the command line share."""

import os
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine


@pytest.fixture
def lending(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line, with an environment that says nothing."""
    for name in [name for name in os.environ if name.startswith("LENDING_")]:
        monkeypatch.delenv(name)
    return CommandLine(capsys)


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The URL of an SQLite database that is not there yet."""
    return f"sqlite:///{tmp_path / 'lending.db'}"
