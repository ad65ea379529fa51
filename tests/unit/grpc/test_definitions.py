"""The definitions are what the registry says, and numbers once given out stay."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.sources import ROOT

TOOLS = ROOT / "tools"
V1 = ROOT / "proto" / "lending_proto" / "v1"


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["define_protos", "generate_proto"])
def test_what_is_generated_is_up_to_date(name: str) -> None:
    done = subprocess.run(
        [sys.executable, TOOLS / f"{name}.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_every_message_and_field_is_documented() -> None:
    undocumented = []
    for path in sorted(V1.glob("*.proto")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for before, line in zip(["", *lines], lines, strict=False):
            declared = line.lstrip().startswith(("message ", "enum ", "service ", "rpc ", "oneof "))
            in_union = line.startswith("    ")
            field = line.startswith("  ") and " = " in line and not line.lstrip().startswith(("//", "reserved"))
            member = line.lstrip().split(" ")[0].isupper()
            if (declared or (field and not in_union and not member)) and not before.lstrip().startswith("//"):
                undocumented.append(f"{path.name}: {line.strip()}")
    assert not undocumented


def test_a_number_given_out_stays(tmp_path: Path) -> None:
    numbers = tool("proto_numbers").Numbers
    lock = tmp_path / "numbers.json"
    first = numbers(lock)
    assert first.number("Loan", ["id", "amount", "term"]) == {"id": 1, "amount": 2, "term": 3}
    lock.write_text(first.text)
    second = numbers(lock)
    assert second.number("Loan", ["term", "rate", "id"]) == {"term": 3, "rate": 4, "id": 1}
    assert second.retired("Loan", ["term", "rate", "id"]) == {"amount": 2}
    assert json.loads(second.text)["Loan"] == {"amount": 2, "id": 1, "rate": 4, "term": 3}


def test_numbers_that_protobuf_keeps_for_itself_are_stepped_over(tmp_path: Path) -> None:
    numbers = tool("proto_numbers").Numbers(tmp_path / "numbers.json")
    assert numbers.number("Huge", ["last"], first=18_999) == {"last": 18_999}
    assert numbers.number("Huge", ["next"]) == {"next": 20_000}
