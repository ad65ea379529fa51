"""What a check of rules finds: each fault with its place, and nothing in what is sound."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from lending.risk.rule_sets import CaseInput, RuleCase, RuleFault
from lending.risk.scorecard import Recommendation
from lending_adapters.rules import ZenRules
from lending_adapters.rules.checking import check
from tests.support.ruling import changed, sample

pytestmark = pytest.mark.requirement("R43")

Nodes = dict[str, dict[str, Any]]
Whole = dict[str, Any]


def found(text: str | None = None, cases: tuple[RuleCase, ...] | None = None) -> tuple[RuleFault, ...]:
    return check(sample(text, cases), ZenRules())


def test_the_handbooks_rules_are_sound() -> None:
    assert found() == ()


def row(nodes: Nodes, table: str, at: int) -> dict[str, Any]:
    chosen: dict[str, Any] = nodes[table]["content"]["rules"][at]
    return chosen


def cell(table: str, at: int, column: str, text: str) -> Callable[[Nodes, Whole], object]:
    return lambda nodes, _whole: row(nodes, table, at).update({column: text})


FAULTS: list[tuple[Callable[[Nodes, Whole], object], str, str]] = [
    (cell("Rejections", 1, "in2", ">< 45"), "Rejections/income, instalment_to_income", "Unexpected token"),
    (
        cell("Rejections", 1, "in2", "> 'x'"),
        "Rejections/income, instalment_to_income",
        "'x' stands in a column",
    ),
    (cell("Rejections", 1, "in2", "> null"), "Rejections/income, instalment_to_income", "Unsupported type"),
    (cell("Rejections", 1, "in2", "> salary"), "Rejections/income, instalment_to_income", "salary is no variable"),
    (cell("Tiers", 0, "out2", "50000 +"), "Tiers/a, amount_max", "Unexpected end"),
    (cell("Tiers", 0, "out1", "tire"), "Tiers/a, tier", "tire is no variable"),
    (lambda nodes, _: row(nodes, "Tiers", 1).update({"_id": "a"}), "Tiers/a", "each row has an id of its own"),
    (lambda nodes, _: nodes["Tiers"]["content"].update({"hitPolicy": "any"}), "Tiers", "expected first or collect"),
    (lambda nodes, _: nodes["Tiers"]["content"].update({"rules": []}), "Tiers", "a table without rows"),
    (
        lambda nodes, _: nodes["Tiers"]["content"]["inputs"][0].update({"field": "loans"}),
        "Tiers, loans",
        "loans is no variable",
    ),
    (
        lambda nodes, _: nodes["Decision"]["content"]["expressions"][0].update({"value": "len(rejected) >"}),
        "Decision, decision",
        "Unexpected end",
    ),
    (
        lambda nodes, _: nodes["Decision"]["content"]["expressions"][0].update({"value": "len(refused)"}),
        "Decision, decision",
        "refused is no variable",
    ),
    (lambda _, whole: whole["edges"].pop(2), "Tiers", "no way leads to it from the input"),
    (lambda _, whole: whole["edges"].pop(4), "Decision", "no way leads from it to an output"),
    (lambda _, whole: whole["edges"][0].update({"targetId": "nowhere"}), "edges[0]", "the id of a node"),
    (lambda nodes, _: nodes["Tiers"].update({"type": "functionNode"}), "nodes[3].type", "one of inputNode"),
    (lambda nodes, _: nodes["Tiers"].update({"name": "Decision"}), "nodes[4].name", "each name once"),
    (lambda _, whole: whole.pop("edges"), "edges", "a list"),
    # Sound, but what it says is none of the three decisions; and a case that comes out otherwise.
    (
        lambda nodes, _: nodes["Decision"]["content"]["expressions"][0].update({"value": "'MAYBE'"}),
        "case in arrears with us",
        "decision is 'MAYBE': expected one of APPROVE, REFER, REJECT",
    ),
    (
        cell("Rejections", 1, "in2", "> 46"),
        "case half of the income is gone",
        "expected REJECT INSTALMENT_TO",
    ),
    (cell("Tiers", 0, "out2", "'much'"), "case has repaid a loan", "amount_max is 'much': expected whole units"),
    # A row that no case reaches, because nobody wrote one, or because the row before it takes all.
    (cell("Rejections", 0, "in1", "> 400"), "case in arrears with us", "expected REJECT PAST_DUE, came to APPROVE"),
    (cell("Tiers", 1, "in2", ""), "Tiers/c", "no test case reaches it"),
]


@pytest.mark.parametrize(("change", "place", "fault"), FAULTS, ids=[f"{place}: {fault}" for _, place, fault in FAULTS])
def test_what_is_wrong_is_told_with_its_place(change: Callable[[Nodes, Whole], object], place: str, fault: str) -> None:
    told = found(changed(change))
    assert any(one.place == place and fault in one.fault for one in told), told


def test_what_is_no_json_is_told_with_its_line() -> None:
    (fault,) = found('{"nodes": [\n  {"id": 1,,}\n]}')
    assert "line 2, column 12" in fault.fault


def test_a_case_names_variables_that_there_are_and_numbers_where_they_are_numbers() -> None:
    first = sample().cases[0]
    wrong = (
        attrs.evolve(first, name="unknown", inputs=(CaseInput("salary", "1"),)),
        attrs.evolve(first, name="no number", inputs=(CaseInput("age", "thirty"),)),
    )
    assert found(cases=wrong) == (
        RuleFault("case unknown", "salary is no variable"),
        RuleFault("case no number", "age is 'thirty': expected a whole number"),
    )


def test_every_row_needs_a_case_of_its_own() -> None:
    assert [fault.place for fault in found(cases=sample().cases[:1])] == [
        *("Rejections/income", "Rejections/rejected", "Referrals/often", "Referrals/young", "Tiers/a", "Tiers/c"),
    ]


def test_what_is_not_known_meets_no_condition() -> None:
    """A customer of whom nothing is known: no row but the one without conditions is met (R92)."""
    answer = ZenRules().timed(sample(), dict.fromkeys(("age", "instalment_to_income", "days_past_due"))).answer
    assert (answer.decision, answer.rows) == (Recommendation.APPROVE, ("Tiers/c",))
