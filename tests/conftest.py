"""What every test may ask for, and how hypothesis draws."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.support import installation
from tests.support.postgres import Running, shared_server, stop_shared_server

# No deadline: a shared machine is slow at times, and a slow example is no wrong example.
hypothesis.settings.register_profile("ci", deadline=None, print_blob=True, derandomize=False)
hypothesis.settings.register_profile("quick", deadline=None, print_blob=True, max_examples=10)
hypothesis.settings.register_profile("thorough", deadline=None, print_blob=True, max_examples=2_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

SESSION = pytest.StashKey[tuple[Path, int]]()
"""The session's folder and the process with which it ends, the same in all test processes."""


def pytest_configure(config: pytest.Config) -> None:
    """Give the session one folder, which the processes of pytest-xdist share."""
    told = getattr(config, "workerinput", None)
    if told is None:
        config.stash[SESSION] = (Path(tempfile.mkdtemp(prefix="lending-tests-")), os.getpid())
    else:
        config.stash[SESSION] = (Path(told["lending_session"]), told["lending_owner"])


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Pass the session's folder on to a process of pytest-xdist."""
    folder, owner = node.config.stash[SESSION]
    node.workerinput |= {"lending_session": str(folder), "lending_owner": owner}


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what the session started."""
    if SESSION in config.stash and not hasattr(config, "workerinput"):
        folder, _owner = config.stash[SESSION]
        stop_shared_server(folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> Running:
    """The PostgreSQL that all tests of the session share."""
    return shared_server(*request.config.stash[SESSION])


@pytest.fixture
def postgres_url(postgres_server: Running) -> Iterator[str]:
    """A fresh, empty database for one test, as an SQLAlchemy URL."""
    url = postgres_server.create_database()
    yield url
    postgres_server.drop_database(url)


@pytest.fixture(scope="session")
def bare_installation(request: pytest.FixtureRequest) -> installation.Installation:
    """A fresh environment with nothing but the wheel and what it needs."""
    folder, _owner = request.config.stash[SESSION]
    return installation.bare_installation(folder)
