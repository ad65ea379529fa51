"""The handbook builds without a warning."""

import subprocess
import sys
from pathlib import Path

from tests.support.sources import ROOT


def test_the_handbook_builds_without_a_warning(tmp_path: Path) -> None:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        "-d",
        tmp_path / "doctrees",
    ]
    built = subprocess.run([*command, ROOT / "docs", tmp_path / "html"], check=False, capture_output=True, text=True)
    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "html" / "reference" / "glossary.html").exists()
