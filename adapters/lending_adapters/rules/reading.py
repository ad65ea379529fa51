"""Rules from files: a JDM document as the open editor saves it, and beside it its test cases as TOML.

[[cases]]
name = "half of the income is gone"
decision = "REJECT"
reasons = ["INSTALMENT_TO_INCOME"]
inputs = { age = 30, instalment_to_income = 51 }
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lending.kernel.invalid import InvalidInput
from lending.risk.rule_sets import CaseInput, RuleCase
from lending.risk.scorecard import Recommendation
from lending_adapters.book.faults import Faults
from lending_adapters.book.reading import read_text, read_toml

__all__ = ["cases_beside", "read_rules"]

NAMES = frozenset({"name", "decision", "reasons", "inputs"})


def cases_beside(document: Path) -> Path:
    """Where the cases of a document stand where nothing else is said: `cash-loan.cases.toml` by `cash-loan.json`."""
    return document.with_name(f"{document.name.partition('.')[0]}.cases.toml")


def read_rules(document: Path, cases: Path) -> tuple[str, tuple[RuleCase, ...]]:
    """The document's text and its cases. Raises `InvalidInput` with every fault of the cases' form."""
    faults = Faults()
    text = read_text(document, document.name, faults)
    if text is None and not faults:
        faults.missing(str(document), "a JDM document of rules, as JSON")
    said = read_toml(cases, cases.name, faults)
    if said is None and not faults:
        faults.missing(str(cases), "a TOML file with test cases")
    listed = (said or {}).get("cases", [])
    if not isinstance(listed, list) or set(said or {}) - {"cases"}:
        faults.note(cases.name, "other than [[cases]]", "a list of [[cases]] and nothing else")
        listed = []
    made = tuple(_case(each, f"{cases.name}: cases[{place}]", faults) for place, each in enumerate(listed))
    faults.raise_any()
    assert text is not None, "without faults it was read"
    return text, tuple(case for case in made if case is not None)


def _case(said: Any, place: str, faults: Faults) -> RuleCase | None:
    if not isinstance(said, dict) or set(said) - NAMES:
        faults.add(place, said if not isinstance(said, dict) else sorted(set(said) - NAMES), ", ".join(sorted(NAMES)))
        return None
    inputs = said.get("inputs", {})
    if not isinstance(inputs, dict):
        faults.add(f"{place}.inputs", inputs, "a table of variables, such as { age = 30 }")
        return None
    decision = said.get("decision")
    if decision not in {each.value for each in Recommendation}:
        faults.add(f"{place}.decision", decision, f"one of {', '.join(each.value for each in Recommendation)}")
        return None
    return _made(said, inputs, Recommendation(decision), place, faults)


def _made(
    said: Mapping[str, Any], inputs: Mapping[str, Any], decision: Recommendation, place: str, faults: Faults
) -> RuleCase | None:
    reasons = said.get("reasons", [])
    if not isinstance(reasons, list) or not all(isinstance(each, str) for each in reasons):
        faults.add(f"{place}.reasons", reasons, "a list of reason codes")
        return None
    for name, value in inputs.items():
        if not isinstance(value, int | str) or isinstance(value, bool):
            faults.add(f"{place}.inputs.{name}", value, "a whole number or a text")
            return None
    try:
        return RuleCase(
            name=said.get("name", ""),
            inputs=tuple(CaseInput(name, str(value)) for name, value in inputs.items()),
            decision=decision,
            reasons=tuple(reasons),
        )
    except InvalidInput as invalid:
        faults.take(place, invalid)
        return None
