"""What tests of the command line share."""

import os
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.platform import staged
from tests.support.scenario import START, run_slice


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


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database in which the slice has been played."""
    url = f"sqlite:///{tmp_path_factory.mktemp('lived') / 'lending.db'}"
    with staged(url, START) as stage:
        run_slice(stage)
    return url
