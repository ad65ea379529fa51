"""Bad input names the JSON path, the value and what was expected; it never stops a run of lines."""

import copy
import itertools
import json
from typing import Any

import pytest

from lending_entrypoints.replay import replay_lines, replay_text

GOOD: dict[str, Any] = {
    "id": "good",
    "terms": {"principal": "12000", "annual_rate": "0.18", "method": "EQUAL_INSTALMENT", "instalments": 12},
    "actions": [{"on": "2024-01-05", "do": "DISBURSE", "amount": "12000"}],
}


def case_with(path: str, value: Any) -> str:
    """The good case with something else at `path`."""
    case = copy.deepcopy(GOOD)
    at: Any = case
    *steps, last = path.replace("[", ".[").split(".")
    for step in steps:
        at = at[int(step[1:-1])] if step.startswith("[") else at.setdefault(step, {})
    at[int(last[1:-1]) if last.startswith("[") else last] = value
    return json.dumps(case)


def mistakes(source: str) -> list[dict[str, str]]:
    replayed = replay_text(source)
    assert replayed.unusable
    assert replayed.document["error"]["code"] == "INVALID_INPUT"
    return list(replayed.document["error"]["violations"])


@pytest.mark.requirement("R47", command="lending replay")
@pytest.mark.parametrize(
    ("path", "value", "shown", "expected"),
    [
        ("terms.principal", "12000.001", "'12000.001'", "at most 2 digits"),
        ("terms.principal", 12000, "12000", "decimal string"),
        ("terms.principal", 12000.5, "12000.5", "decimal string"),
        ("terms.principal", "0", "'0.00'", "greater than zero"),
        ("terms.principal", "-5", "'-5.00'", "greater than zero"),
        ("terms.annual_rate", 0.18, "0.18", "decimal string"),
        ("terms.annual_rate", "0.123456789", "'0.123456789'", "at most 8 digits"),
        ("terms.annual_rate", None, "null", "decimal string"),
        ("terms.method", "ANNUITY", "'ANNUITY'", "one of EQUAL_INSTALMENT"),
        ("terms.instalments", -1, "-1", "from 1 to 1200"),
        ("terms.instalments", 12.0, "12.0", "from 1 to 1200"),
        ("terms.instalments", True, "true", "from 1 to 1200"),
        ("terms.instalments", "12", "'12'", "from 1 to 1200"),
        ("terms.period", {"every": 0}, "0", "from 1 to 1200"),
        ("terms.period", {"unit": "YEAR"}, "'YEAR'", "one of DAY, WEEK, MONTH"),
        ("terms.period", "MONTH", "'MONTH'", "an object"),
        ("terms.start", "2024-02-31", "'2024-02-31'", "a date of the calendar"),
        ("terms.start", "20240105", "'20240105'", "YYYY-MM-DD"),
        ("terms.interest", {"day_count": "ACT/364"}, "'ACT/364'", "ACT/365"),
        ("terms.grace", {"days": -1}, "-1", "from 0 to 366"),
        ("terms.grace", {"principal_periods": 12}, "12", "fewer than the 12"),
        ("terms.penalty", {"multiple": 1.5}, "1.5", "decimal string"),
        ("terms.allocation", {"order": ["FEE", "FEE"]}, "FEE, FEE", "at most once"),
        ("terms.allocation", {"non_accrual_order": ["FEE", "FEE"]}, "FEE, FEE", "at most once"),
        ("terms.non_accrual", {"days": 0}, "0", "from 1 to 3660"),
        ("terms.non_accrual", {"cure_instalments": "6"}, "'6'", "from 0 to 1200"),
        ("terms.allocation", {"order": ["TAX"]}, "'TAX'", "one of FEE"),
        ("terms.speed", 1, "an unknown key", "one of allocation"),
        ("currency", "RMB", "'RMB'", "ISO 4217"),
        ("as_of", "2024-13-01", "'2024-13-01'", "a date of the calendar"),
        ("actions", [], "an empty list", "at least one action"),
        ("actions", {}, "an object", "a list"),
        ("actions[0].do", "PAY", "'PAY'", "one of DISBURSE"),
        ("actions[0].amount", 5, "5", "decimal string"),
        ("actions[0].note", "x", "an unknown key", "one of amount, do, on"),
        ("id", 7, "7", "text in quotes"),
    ],
)
def test_a_mistake_is_named_by_path_value_and_expectation(path: str, value: Any, shown: str, expected: str) -> None:
    (mistake,) = mistakes(case_with(path, value))
    assert mistake["path"].startswith(path)
    assert mistake["value"] == shown
    assert expected in mistake["expected"]


def test_every_mistake_is_named_at_once() -> None:
    case = json.loads(case_with("terms.principal", 1.5))
    case["terms"]["instalments"] = 0
    case["actions"].append({"do": "REPAY", "on": "2024-02-30"})
    paths = [mistake["path"] for mistake in mistakes(json.dumps(case))]
    assert paths == ["terms.principal", "terms.instalments", "actions[1].on", "actions[1].amount"]


@pytest.mark.parametrize("key", ["terms", "actions"])
def test_a_missing_key_is_named(key: str) -> None:
    case = {name: value for name, value in GOOD.items() if name != key}
    assert [mistake["path"] for mistake in mistakes(json.dumps(case))] == [key]


@pytest.mark.parametrize(
    "source",
    ["", "{", "[]", "null", "NaN", '{"id": }', '"text"', "[" * 100_000, '{"terms": {}, "terms": {}}', "1" * 5000],
)
def test_text_that_is_no_case_is_an_answer_and_no_traceback(source: str) -> None:
    assert mistakes(source)


def test_flat_interest_on_the_actual_balance_is_refused() -> None:
    case = copy.deepcopy(GOOD)
    case["terms"] |= {"method": "EQUAL_PRINCIPAL_AND_INTEREST", "interest": {"on": "ACTUAL_BALANCE"}}
    assert [mistake["path"] for mistake in mistakes(json.dumps(case))] == ["terms.interest.on"]


def test_a_term_of_centuries_is_refused() -> None:
    case = json.loads(case_with("terms.period", {"every": 1200}))
    case["terms"]["instalments"] = 1200
    assert [mistake["path"] for mistake in mistakes(json.dumps(case))] == ["terms.instalments"]


def test_an_amount_that_grows_beyond_measure_is_told_by_its_action() -> None:
    """A thousandfold of the principal after a hundred years at ten a year."""
    case = copy.deepcopy(GOOD)
    case["terms"] |= {
        "principal": "9999999999999.99", "annual_rate": "10", "method": "BULLET", "instalments": 1200,
    }  # fmt: skip
    case["actions"] = [
        {"on": "2000-01-05", "do": "DISBURSE", "amount": "9999999999999.99"},
        {"on": "2099-02-05", "do": "SETTLE"},
    ]
    (mistake,) = mistakes(json.dumps(case))
    assert (mistake["path"], mistake["expected"][:21]) == ("actions[1]", "an amount of at most ")


@pytest.mark.parametrize(
    ("actions", "code", "index"),
    [
        ([{"on": "2024-01-05", "do": "REPAY", "amount": "1"}], "LOAN_NOT_ACTIVE", 0),
        ([GOOD["actions"][0], {"on": "2024-02-05", "do": "REPAY", "amount": "-1"}], "PAYMENT_NOT_POSITIVE", 1),
        ([GOOD["actions"][0], {"on": "2024-02-05", "do": "RECOVER", "amount": "1"}], "NOT_WRITTEN_OFF", 1),
        ([GOOD["actions"][0], {"on": "2024-02-05", "do": "REVERSE", "action": 0}], "PAYMENT_NOT_FOUND", 1),
        (
            [GOOD["actions"][0], {"on": "2024-02-05", "do": "DISBURSE", "amount": "1"}],
            "DISBURSEMENT_EXCEEDS_PRINCIPAL",
            1,
        ),
        (
            [GOOD["actions"][0], {"on": "2024-02-05", "do": "PREPAY", "amount": "99999"}],
            "PREPAYMENT_EXCEEDS_BALANCE",
            1,
        ),
    ],
)
def test_a_refused_action_is_all_the_result_says(actions: list[Any], code: str, index: int) -> None:
    replayed = replay_text(json.dumps(GOOD | {"actions": actions}))
    assert (replayed.failed, replayed.unusable) == (True, False)
    assert set(replayed.document) == {"id", "error"}
    error = replayed.document["error"]
    assert (error["code"], error["action"]) == (code, index)
    assert error["message"]


def test_an_action_after_as_of_is_refused() -> None:
    replayed = replay_text(json.dumps(GOOD | {"as_of": "2024-01-04"}))
    assert replayed.document["error"]["action"] == 0


def test_lines_go_on_after_a_bad_one() -> None:
    lines = [json.dumps(GOOD), "{", "", json.dumps(GOOD | {"id": "last"})]
    results = [replayed.document for replayed in replay_lines(lines)]
    assert [("error" in result, result["id"]) for result in results] == [(False, "good"), (True, ""), (False, "last")]


def test_lines_are_replayed_as_they_come() -> None:
    """An endless input gives its first results: nothing is gathered."""
    endless = replay_lines(json.dumps(GOOD) for _ in itertools.count())
    assert [result.document["id"] for result in itertools.islice(endless, 3)] == ["good"] * 3
