"""The wheel, installed alone into a fresh environment, is the whole library and needs two packages."""

import zipfile
from pathlib import Path

import pytest

from tests.support.installation import Installation
from tests.support.sources import CODE, ROOT, files

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))


def test_installing_the_wheel_brings_attrs_and_returns_only(bare_installation: Installation) -> None:
    listing = "import importlib.metadata as m; print(*(d.name for d in m.distributions()))"
    names = {name.replace("-", "_").lower() for name in bare_installation.run("-c", listing).split()}
    assert names - {"pip", "setuptools"} == {"lending", "attrs", "returns", "typing_extensions"}


def test_the_wheel_holds_the_five_packages_and_no_outer_folder(bare_installation: Installation) -> None:
    names = zipfile.ZipFile(bare_installation.wheel).namelist()
    packages = {Path(folder).name for folder in CODE}
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == packages
    assert {f"{package}/py.typed" for package in packages} <= set(names)


def test_the_wheel_holds_every_file_of_its_packages(bare_installation: Installation) -> None:
    held = set(zipfile.ZipFile(bare_installation.wheel).namelist())
    folders = [ROOT / folder for folder in CODE]
    shipped = [(folder, path) for folder in folders for path in files() if path.is_relative_to(folder)]
    assert {path.relative_to(folder.parent).as_posix() for folder, path in shipped} <= held


@pytest.mark.requirement("R17")
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_an_embedders_program_runs_on_the_wheel_alone(program: Path, bare_installation: Installation) -> None:
    runs = [bare_installation.run(str(program)) for _ in range(2)]
    assert runs == [program.with_suffix(".out").read_text()] * 2


@pytest.mark.parametrize("arguments", [(), ("--help",), ("replay", "case.json")])
def test_the_command_line_without_its_extra_says_what_is_missing_and_what_brings_it(
    arguments: tuple[str, ...], bare_installation: Installation
) -> None:
    ran = bare_installation.command(*arguments)
    told = "error: this needs typer, which is not installed: pip install 'lending[server]'\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", told)
