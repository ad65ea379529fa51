"""What the README shows is what happens."""

import re

from tests.support.command_line import CommandLine
from tests.support.sources import ROOT

PROGRAMS = ROOT / "tests" / "integration" / "programs"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)


def test_the_embedders_program_is_the_one_that_runs() -> None:
    program, out = ((PROGRAMS / f"embedded.{suffix}").read_text() for suffix in ("py", "out"))
    shown = next(block for block in blocks("python") if "memory_platform" in block)
    assert program.endswith(shown)
    assert out in blocks("text")
    assert len([line for line in shown.splitlines() if line.strip()]) <= 12


def test_the_quote_is_the_one_that_is_printed(lending: CommandLine) -> None:
    command = re.search(r"`lending (quote [^`]*)`", (ROOT / "README.md").read_text())
    assert command is not None
    printed = [line.rstrip() for line in lending(*command[1].split()).out.splitlines()]
    shown = next(block for block in blocks("text") if "年化综合成本" in block)
    assert shown.splitlines() == printed[: len(shown.splitlines())]


def test_the_demo_prints_what_is_shown(lending: CommandLine) -> None:
    """On any store and any machine the same world; only where it is kept and how long it took differ."""
    command = re.search(r"lending (simulate --seed [^\\]*)\\\n", (ROOT / "Makefile").read_text())
    assert command is not None
    printed = [told(line) for line in lending(*command[1].split(), "--store", "memory").out.splitlines()]
    shown = [told(line) for line in next(block for block in blocks("text") if "Applications" in block).splitlines()]
    assert shown == printed[: len(shown)]


def told(line: str) -> str:
    return re.sub(r"store .*|, in [0-9.]+ s$", "", line.rstrip())


def test_the_client_is_the_one_of_the_handbook() -> None:
    page = (ROOT / "docs" / "how-to" / "call-the-service.md").read_text()
    handbook = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert next(block for block in blocks("python") if "connect(" in block) == handbook[0]
