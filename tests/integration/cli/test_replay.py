"""`lending replay` on the command line: files, standard input, lines; what the engine says is tested with it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support import streaming
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


def test_a_case_without_a_name_is_called_by_its_file(lending: CommandLine, tmp_path: Path) -> None:
    deep, nameless = tmp_path / "deep.json", case_file(tmp_path, CASE | {"id": "", "terms": 1}, "nameless.json")
    deep.write_text("[" * 100_000)
    ran = lending("replay", deep, nameless)
    assert ran.status == 2
    assert ran.errors == [
        f"{deep}: INVALID_INPUT: the text is not valid: expected JSON that is not nested so deeply",
        f"{nameless}: INVALID_INPUT: terms: 1 is not valid: expected an object",
    ]


def test_a_byte_order_mark_is_no_mistake(lending: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE), encoding="utf-8-sig")
    assert lending("replay", path).status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "cases: nothing is not valid: expected one or more CASE.json, - for standard input, or --lines"),
        (("good.json", "--lines"),
         "cases: 'good.json' is not valid: expected no file with --lines, which reads standard input: --lines < FILE"),
        (("--lines", "--format", "table"),
         "format: 'table' is not valid: expected json with --lines, whose results are lines of JSON"),
    ],
)  # fmt: skip
def test_cases_come_from_files_or_by_lines(lending: CommandLine, arguments: tuple[str, ...], told: str) -> None:
    ran = lending("replay", *arguments)
    assert (ran.status, ran.out, ran.errors) == (2, "", [told])


def test_lines_stream_and_a_bad_line_does_not_stop_the_run() -> None:
    lines = [json.dumps(CASE).encode(), b"{", b"", b'{"id": "\xff"}', json.dumps(CASE | {"id": "last"}).encode()]
    done = subprocess.run(
        [LENDING, "replay", "--lines"], input=b"\n".join(lines), check=False, capture_output=True, timeout=60
    )
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (1, b"")
    assert ["error" in result for result in results] == [False, True, True, False]
    assert results[-1]["id"] == "last"


def streamed(*lines: str, **environment: str) -> tuple[int, list[Any]]:
    """The exit status and the results of these lines; what is printed must be UTF-8 without fail."""
    done = subprocess.run(
        [LENDING, "replay", "--lines"],
        input="\n".join(lines).encode(),
        check=False,
        capture_output=True,
        timeout=60,
        env={**os.environ, **environment},
    )
    assert done.stderr == b""
    return done.returncode, [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


HALF = r"\ud800"
"""JSON's escape of half a character, which no UTF-8 can say."""


def test_half_a_character_anywhere_is_told_and_does_not_stop_the_run() -> None:
    good = json.dumps(CASE)
    spoilt = {
        "id": good.replace('"L"', f'"{HALF}"'),
        f'["{HALF}"]': good.replace('"id"', f'"{HALF}": 1, "id"'),
        f'terms["{HALF}"]': good.replace('"principal"', f'"{HALF}": 1, "principal"'),
        f'actions[1]["{HALF}"]': good.replace('"do": "REPAY"', f'"do": "REPAY", "{HALF}": 1'),
        "actions[1].do": good.replace("REPAY", HALF),
        "currency": good.replace('"id"', f'"currency": "{HALF}", "id"'),
        "terms.method": good.replace("EQUAL_INSTALMENT", HALF),
        "terms.principal": good.replace('"principal": "12000.00"', f'"principal": "{HALF}"'),
        "terms.annual_rate": good.replace("0.18", HALF),
        "actions[1].on": good.replace("2024-02-05", HALF),
        "as_of": good.replace('"id"', f'"as_of": "{HALF}", "id"'),
    }
    status, results = streamed(*spoilt.values(), json.dumps(CASE | {"id": "last"}))
    assert status == 1
    assert [[violation["path"] for violation in result["error"]["violations"]] for result in results[:-1]] == [
        [path] for path in spoilt
    ]
    (told,) = results[0]["error"]["violations"]
    assert told == {"path": "id", "value": rf"'{HALF}'", "expected": "text in quotes, of whole Unicode characters"}
    assert (results[-1]["id"], "error" in results[-1]) == ("last", False)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_results_are_utf_8_whatever_the_locale(encoding: str) -> None:
    status, results = streamed(json.dumps(CASE | {"id": "还款 🚗"}, ensure_ascii=False), PYTHONIOENCODING=encoding)
    assert (status, results[0]["id"]) == (0, "还款 🚗")


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


def test_memory_does_not_grow_with_the_number_of_cases() -> None:
    """The first quarter fills the caches; keeping 15,000 results would take a hundred megabytes more."""
    ran = streaming.streamed(streaming.small_cases(20_000), (5_000,) * 4)
    assert (ran.computed, ran.wrong) == (19_800, 200)
    assert ran.growth < 6 << 20, ran
