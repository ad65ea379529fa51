"""`lending replay` on the command line: files, standard input, lines; what the engine says is tested with it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import CommandLine

LENDING = Path(sys.executable).parent / "lending"
CASE: dict[str, Any] = {
    "id": "L",
    "terms": {"principal": "12000.00", "annual_rate": "0.18", "method": "EQUAL_INSTALMENT", "instalments": 12},
    "actions": [
        {"on": "2024-01-05", "do": "DISBURSE", "amount": "12000.00"},
        {"on": "2024-02-05", "do": "REPAY", "amount": "1100.16"},
    ],
}
REFUSED = CASE | {"id": "refused", "actions": [CASE["actions"][1]]}


def case_file(folder: Path, case: Any, name: str = "case.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(case))
    return path


@pytest.mark.requirement("R51", command="lending replay")
def test_a_case_is_replayed(lending: CommandLine, tmp_path: Path) -> None:
    """F1 and A5."""
    ran = lending("replay", case_file(tmp_path, CASE))
    assert (ran.status, ran.err) == (0, "")
    assert ran.document["instalments"][0]["paid"] == "1100.16"
    assert ran.document["balance"]["principal"] == "11079.84"
    assert [entry["event"] for entry in ran.document["journal"]] == ["DISBURSED", "ACCRUED", "FELL_DUE", "REPAID"]


def test_several_cases_give_a_list(lending: CommandLine, tmp_path: Path) -> None:
    ran = lending("replay", case_file(tmp_path, CASE), case_file(tmp_path, REFUSED, "refused.json"))
    assert ran.status == 1
    assert [document["id"] for document in ran.document] == ["L", "refused"]
    assert ran.errors[0].startswith("refused: LOAN_NOT_ACTIVE: ")


def test_a_table_is_for_people(lending: CommandLine, tmp_path: Path) -> None:
    ran = lending("replay", case_file(tmp_path, CASE), "--format", "table")
    assert "2024-02-05" in ran.out
    assert "1303.01" in ran.out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"id": "x", "terms": ', "INVALID_INPUT: "),
        ('{"id": "x", "terms": {}, "actions": []}', "x: INVALID_INPUT: terms.principal: nothing is not valid"),
        (json.dumps(CASE).replace('"0.18"', "0.18"), "L: INVALID_INPUT: terms.annual_rate: 0.18 is not valid"),
        (json.dumps(CASE).replace("12000.00", "12000.001"), "L: INVALID_INPUT: terms.principal: '12000.001' is not"),
        (json.dumps(CASE).replace("2024-02-05", "2024-02-31"), "L: INVALID_INPUT: actions[1].on: '2024-02-31' is not"),
    ],
)
def test_unusable_input_ends_with_two(lending: CommandLine, tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "case.json"
    path.write_text(text)
    ran = lending("replay", path)
    assert ran.status == 2
    assert [error for error in ran.errors if told in error], ran.err
    assert ran.document["error"]["code"] == "INVALID_INPUT"


def test_files_that_cannot_be_read_end_with_two(lending: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "bytes.json").write_bytes(b'{"id": "\xff"}')
    assert lending("replay", tmp_path / "none.json").status == 2
    assert lending("replay", tmp_path).status == 2
    ran = lending("replay", tmp_path / "bytes.json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors == [f"{tmp_path}/bytes.json: byte 0xff at 8 is not valid: expected JSON in UTF-8"]


def test_cases_and_lines_exclude_each_other(lending: CommandLine, tmp_path: Path) -> None:
    assert lending("replay").status == 2
    assert lending("replay", "--lines", case_file(tmp_path, CASE)).status == 2


def test_lines_stream_and_a_bad_line_does_not_stop_the_run() -> None:
    lines = [json.dumps(CASE).encode(), b"{", b"", b'{"id": "\xff"}', json.dumps(CASE | {"id": "last"}).encode()]
    done = subprocess.run(
        [LENDING, "replay", "--lines"], input=b"\n".join(lines), check=False, capture_output=True, timeout=60
    )
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (1, b"")
    assert ["error" in result for result in results] == [False, True, True, False]
    assert results[-1]["id"] == "last"


def test_a_line_is_answered_before_the_next_is_read() -> None:
    with subprocess.Popen([LENDING, "replay", "--lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("first", "second"):
            process.stdin.write(json.dumps(CASE | {"id": name}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
        assert process.wait(timeout=60) == 0
