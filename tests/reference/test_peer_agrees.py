"""`lending replay` against a second engine written from the contract: the same amounts, to the cent, on any case."""

import ast
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lending_entrypoints.replay import replay_text
from tests.reference.peer.cases import DAY_COUNTS, EFFECTS, EXCESSES, METHODS, ROUNDINGS, sampled_case
from tests.reference.peer.replay import replay

HERE = Path(__file__).parent
FINERACT = [json.loads(line) for line in (HERE / "fineract_public.jsonl").read_text().splitlines()]
BLOCK, BLOCKS = 50, 30


def ours(case: dict[str, Any]) -> dict[str, Any]:
    document = replay_text(json.dumps(case)).document
    return {"code": document["error"]["code"]} if "error" in document else document


@pytest.mark.parametrize("block", range(BLOCKS))
def test_both_engines_say_the_same(block: int) -> None:
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        case = sampled_case(seed)
        expected = replay(case)
        result = ours(case)
        assert {key: result.get(key) for key in expected} == expected, json.dumps(case)


@pytest.mark.parametrize("case", FINERACT, ids=[case["replay"]["id"][9:] for case in FINERACT])
def test_the_second_engine_agrees_with_the_reference_figures(case: dict[str, Any]) -> None:
    rows = replay(case["replay"])["instalments"]
    expected = case["expect"]["instalments"]
    assert [{key: row[key] for key in wanted} for row, wanted in zip(rows, expected, strict=True)] == expected


def test_the_second_engine_shares_no_code_with_the_first() -> None:
    sources = sorted((HERE / "peer").glob("*.py"))
    assert len(sources) == 5
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom):
                assert not str(node.module).startswith("lending"), path
            if isinstance(node, ast.Import):
                assert not any(name.name.startswith("lending") for name in node.names), path


def test_the_cases_are_of_every_kind() -> None:
    """Every choice of the terms comes with every balance that takes it, and every kind of history with every method."""
    seen: Counter[tuple[str, ...]] = Counter()
    for seed in range(BLOCK * BLOCKS):
        case = sampled_case(seed)
        terms, kind = case["terms"], case["id"].split()[0]
        on = terms["interest"]["on"]
        seen.update(
            {
                (kind, terms["method"]),
                (on, terms["method"]),
                (on, terms["interest"]["accrual"], terms["interest"]["day_count"]),
                (on, "rounding", terms["rounding"]),
                (on, "excess", terms["allocation"]["excess"]),
                (on, "by", terms["allocation"]["by"]),
                (on, "grace", str(terms["grace"]["retroactive"])),
                (on, "broken first period", str("first_due" in terms)),
                (on, "multiple", str(terms["instalment_multiple"]), "levelled", str(terms["level_last_instalment"])),
                *((on, "effect", action.get("effect", "by terms")) for action in case["actions"]),
            }
        )
    for on in ("SCHEDULED_BALANCE", "ACTUAL_BALANCE"):
        for needed in (
            *((on, accrual, day_count) for accrual in ("PER_PERIOD", "DAILY") for day_count in DAY_COUNTS),
            *((on, "rounding", rounding) for rounding in ROUNDINGS),
            *((on, "excess", excess) for excess in EXCESSES),
            *((on, "effect", effect) for effect in EFFECTS),
            *((on, "by", by) for by in ("INSTALMENT", "COMPONENT")),
            *((on, "grace", retroactive) for retroactive in ("True", "False")),
            (on, "broken first period", "True"),
            (on, "multiple", "1.00", "levelled", "True"),
        ):
            assert seen[needed] >= 5, needed
    kinds = {"planned", "late", "paid", "prepaid", "settled", "charged"}
    assert all(seen[kind, method] >= 5 for kind in kinds for method in METHODS)
