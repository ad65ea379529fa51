"""The table of worked figures refuses what would let a figure go unasserted."""

import importlib.util
from types import ModuleType
from typing import Any

import pytest

from tests.support.sources import ROOT

HERE = "tests/unit/machinery/test_figures_table.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("figures_table", ROOT / "tools" / "generate_figures_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def all_but(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of every formula, and one more."""
    return [*({"of": f"F{number}", "what": "x", "with": "y"} for number in range(1, 23)), row]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"tests": [f"{HERE}::test_nothing_at_all"]}, f"there is no test {HERE}::test_nothing_at_all"),
        ({"tests": ["tests/no_such.py::test_x"]}, "there is no test tests/no_such.py::test_x"),
        ({"tests": [f"{HERE}::tool"], "figures": ["1100.16"]}, "1100.16 stands in none of its tests"),
        ({}, "neither a test nor the part"),
    ],
)
def test_what_asserts_nothing_is_told(tool: ModuleType, row: dict[str, Any], told: str) -> None:
    (mistake,) = tool.mistakes(all_but({"of": "F1", "what": "this", **row}))
    assert told in mistake


def test_a_formula_without_a_row_is_told(tool: ModuleType) -> None:
    rows = [row for row in all_but({"of": "§9", "what": "x", "with": "y"}) if row["of"] != "F7"]
    assert list(tool.mistakes(rows)) == ["no row is of F7"]


def test_the_shipped_table_has_no_mistake(tool: ModuleType) -> None:
    assert list(tool.mistakes(tool.tomllib.loads(tool.DATA.read_text(encoding="utf-8"))["figure"])) == []
