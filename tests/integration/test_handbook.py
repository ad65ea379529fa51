"""The handbook builds without a warning, and what it computes can be computed."""

import re
import subprocess
import sys
from pathlib import Path

from lending.loans.opening import loan_terms
from tests.support.samples import AGREED, AT
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


def test_the_program_on_columns_runs_as_often_as_wanted() -> None:
    page = (ROOT / "docs" / "explanation" / "columns.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    given: dict[str, object] = {"list_of_terms": [loan_terms(AGREED, AT.date(), lambda _year: None)]}
    for _ in range(2):
        exec(program, given)  # noqa: S102 - the handbook's own lines
    assert given["plan"].principal[0].tolist() == [92016], "F1: 920.16 of the first instalment"  # type: ignore[attr-defined]
