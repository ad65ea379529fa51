"""The table of requirements finds what tests say, wherever they say it."""

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.sources import ROOT

TESTS = """
import pytest

pytestmark = [pytest.mark.requirement("R1")]

@pytest.mark.requirement("R2", "R3", command="Open")
def test_function(): ...

@pytest.mark.requirement("R4")
class TestClass:
    @pytest.mark.requirement("R5", command=("Open", "Close"))
    @pytest.mark.parametrize("x", [1])
    def test_method(self, x): ...

@pytest.mark.parametrize("requirement", ["R6"])
def test_unmarked(requirement): ...
"""


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("table_tool", ROOT / "tools" / "generate_requirements_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "table_tool", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def test_markers_on_modules_classes_functions_and_methods_are_found(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text(TESTS)
    found = {(a.test, a.requirements, a.commands) for a in tool.acceptances(tmp_path / "tests")}
    assert found == {
        ("tests/test_a.py", ("R1",), ()),
        ("tests/test_a.py::test_function", ("R2", "R3"), ("Open",)),
        ("tests/test_a.py::TestClass", ("R4",), ()),
        ("tests/test_a.py::TestClass::test_method", ("R5",), ("Open", "Close")),
    }


def test_a_row_names_each_test_and_command_once(tool: ModuleType) -> None:
    accepted = [tool.Acceptance("t::b", ("R1",), ("Open",)), tool.Acceptance("t::a", ("R1",), ("Open",))]
    page = tool.table({"R1": {"title": "first", "owner": "loans"}}, {"Loan": "loans"}, accepted)
    assert "| R1 | first | `loans` | `t::a`<br>`t::b` | `Open` |" in page
    assert "| Loan | `loans` |" in page


def test_a_marker_that_names_no_requirement_is_refused(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text(TESTS)
    data, table = tmp_path / "requirements.toml", tmp_path / "requirements.md"
    data.write_text('[requirements]\nR1 = { title = "first", owner = "loans" }\n[machines]\n')
    monkeypatch.setattr(tool, "DATA", data)
    monkeypatch.setattr(tool, "TABLE", table)
    monkeypatch.setattr(sys, "argv", ["tool"])
    assert tool.main() == 1
    assert "accepts R2, which requirements.toml does not name" in capsys.readouterr().err


def test_every_requirement_has_one_owner_that_exists_or_is_planned() -> None:
    data = tomllib.loads((ROOT / "docs" / "reference" / "requirements.toml").read_text())
    numbers = [name.removeprefix("R") for name in data["requirements"]]
    assert [number for number in numbers if number.isdigit()] == [str(number) for number in range(1, 123)]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = " ".join(next(c for c in contracts if c["id"] == "contexts")["layers"])
    owners = set(layers.replace("(", " ").replace(")", " ").split()) | {"adapters", "simulator", "entrypoints"}
    assert {facts["owner"] for facts in data["requirements"].values()} | set(data["machines"].values()) <= owners
