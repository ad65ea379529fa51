"""What somebody gets who installs the wheel and nothing else: a fresh environment, made once a session."""

import fcntl
import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path

import attrs

from tests.support.sources import ROOT

__all__ = ["Installation", "bare_installation"]

NEEDED = ("attrs", "returns", "typing-extensions")
"""What the core needs, and what that needs. Named with our own versions, so that the test repeats."""


@attrs.frozen
class Installation:
    """A fresh environment with the wheel in it."""

    python: Path
    wheel: Path

    def run(self, *arguments: str) -> str:
        """Run its Python, away from this repository; answers what it printed."""
        done = subprocess.run(
            [self.python, "-I", "-W", "error", *arguments],
            cwd=self.wheel.parent,
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run its `lending`, however that ends."""
        lending = self.python.parent / "lending"
        return subprocess.run([lending, *arguments], cwd=self.wheel.parent, check=False, capture_output=True, text=True)


def bare_installation(folder: Path) -> Installation:
    """The session's installation, made by whichever test process asks first."""
    home = folder / "bare"
    python = home / "venv" / "bin" / "python"
    with (folder / "bare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "made").exists():
            home.mkdir(exist_ok=True)
            _install(_build(home), home, python)
            (home / "made").touch()
    return Installation(python=python, wheel=next(home.glob("*.whl")))


def _build(home: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", home, ROOT],
        check=True,
        capture_output=True,
    )
    return next(home.glob("*.whl"))


def _install(wheel: Path, home: Path, python: Path) -> None:
    constraints = home / "constraints.txt"
    constraints.write_text("".join(f"{name}=={version(name)}\n" for name in NEEDED))
    venv.create(home / "venv", with_pip=True)
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-input", "--compile", "--constraint", constraints, wheel],
        check=True,
        capture_output=True,
    )
