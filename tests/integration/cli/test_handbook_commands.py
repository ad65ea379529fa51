"""What README and handbook tell to type on a console runs, in the order of the page, and runs again."""

import re
import shlex
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.sources import ROOT

SERVES = ("serve",)
"""Verbs that do not end by themselves; they are tested as processes."""

PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))


def verbs(page: Path) -> list[list[str]]:
    """The words of every `lending` command on a page's consoles."""
    consoles = re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    typed = [line.removeprefix("$ ") for console in consoles for line in console.splitlines() if line.startswith("$ ")]
    words = [shlex.split(command, comments=True) for line in typed for command in line.split("&&")]
    return [arguments for program, *arguments in words if program == "lending" and arguments[0] not in SERVES]


@pytest.mark.parametrize("page", [page for page in PAGES if verbs(page)], ids=lambda page: page.stem)
def test_each_command_of_a_page_can_be_typed_again_and_again(
    page: Path, lending: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LENDING_DATABASE_URL", "sqlite:///lending.db")
    for verb in (["db", "upgrade"], ["book", "load"], *verbs(page), *verbs(page)):
        ran = lending(*verb)
        assert (ran.status, ran.errors) == (0, []), verb


def test_there_are_such_pages() -> None:
    assert {page.stem for page in PAGES if verbs(page)} >= {"README", "a-platform-of-your-own", "write-a-book"}
