"""One thing wrong in a case of `lending replay` is told once, with its exact JSON path; anything wrong is told."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending_entrypoints.replay import replay_text

VALID: dict[str, Any] = {
    "id": "valid",
    "currency": "BHD",
    "terms": {
        "principal": "12000.125",
        "annual_rate": "0.18",
        "method": "EQUAL_INSTALMENT",
        "instalments": 12,
        "period": {"every": 1, "unit": "MONTH"},
        "start": "2024-01-05",
        "first_due": "2024-02-20",
        "first_period": "NOMINAL",
        "interest": {"accrual": "DAILY", "day_count": "ACT/365", "on": "SCHEDULED_BALANCE"},
        "rounding": "HALF_EVEN",
        "instalment_multiple": "1.005",
        "instalment_rounding": "UP",
        "level_last_instalment": True,
        "grace": {"principal_periods": 1, "interest_periods": 0, "days": 3, "retroactive": False},
        "penalty": {"multiple": "1.5", "compound": True},
        "allocation": {"order": ["FEE", "PENALTY", "INTEREST"], "by": "INSTALMENT", "excess": "HOLD"},
        "on_prepayment": "SHORTEN_TERM",
        "lease": {
            "kind": "DIRECT",
            "deposit": "100.001",
            "deposit_at_end": "LAST_RENTS",
            "vehicle_price": "12000.125",
            "down_payment": "0.000",
        },
    },
    "actions": [
        {"on": "2024-01-05", "do": "DISBURSE", "amount": "12000.125"},
        {"on": "2024-01-06", "do": "CHARGE", "amount": "1.234", "component": "FEE", "due": "2024-03-20"},
        {"on": "2024-02-20", "do": "REPAY", "amount": "100.001"},
        {"on": "2024-02-21", "do": "REVERSE", "action": 2},
        {"on": "2024-02-22", "do": "WAIVE", "component": "FEE", "amount": "0.234"},
        {"on": "2024-02-23", "do": "CHANGE_RATE", "annual_rate": "0.17"},
        {"on": "2024-02-23", "do": "REPAY", "amount": "1200.001"},
        {"on": "2024-02-24", "do": "PREPAY", "amount": "100.001", "effect": "SHORTEN_TERM"},
        {"on": "2024-02-25", "do": "EXTEND", "new_maturity": "2025-12-20", "annual_rate": "0.19"},
        {"on": "2024-02-26", "do": "CLOSE_DAY"},
        {"on": "2024-02-26", "do": "RECEIVE_DEPOSIT", "amount": "100.001"},
        {"on": "2024-02-27", "do": "SETTLE"},
    ],
    "as_of": "2024-06-30",
}
"""A case in which every key of the contract stands, in a currency whose amounts are no yuan."""

Step: TypeAlias = str | int
Place: TypeAlias = tuple[Step, ...]


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Every place of a JSON value: objects, lists and leaves."""
    yield place
    inside: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in inside:
        yield from places(held, (*place, key))


def held_at(place: Place) -> Any:
    value: Any = VALID
    for step in place:
        value = value[step]
    return value


def path_of(place: Place) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).removeprefix(".")


def case_with(place: Place, value: Any) -> str:
    """The valid case with something else at a place."""
    if not place:
        return json.dumps(value)
    case = copy.deepcopy(VALID)
    at: Any = case
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = value
    return json.dumps(case)


def violations(text: str) -> list[dict[str, str]]:
    replayed = replay_text(text)
    assert replayed.unusable, replayed.document
    assert json.loads(json.dumps(replayed.document).encode()) == replayed.document
    return list(replayed.document["error"]["violations"])


PLACES = tuple(places(VALID))
LEAVES = tuple(place for place in PLACES if not isinstance(held_at(place), dict | list))
KEYED = tuple(place for place in PLACES if place and isinstance(place[-1], str))
ALLOWED = frozenset(
    {
        ("id", "digits that are not ASCII"),
        ("terms.start", "null"),
        ("terms.first_due", "null"),
        ("terms.instalment_multiple", "null"),
        ("terms.instalment_rounding", "null"),
        ("terms.penalty", "null"),
        ("terms.lease", "null"),
        ("terms.lease.deposit", "null"),
        ("terms.lease.vehicle_price", "null"),
        ("terms.lease.down_payment", "null"),
        ("actions[8].annual_rate", "null"),
    }
)
"""What the contract takes where it would be wrong elsewhere."""

REQUIRED = frozenset({"terms", "terms.principal", "terms.annual_rate", "terms.method", "terms.instalments", "actions"}
                     | {"terms.penalty.multiple", "terms.lease.kind"})  # fmt: skip


def kind_of(place: Place) -> type:
    return type(held_at(place))


WRONG: dict[str, Callable[[Place], Any]] = {
    "a float": lambda _place: 1.5,
    "not a number": lambda _place: float("nan"),
    "infinity": lambda _place: float("inf"),
    "a huge integer": lambda _place: 10**4000,
    "a negative integer": lambda _place: -1,
    "an integer where none is, or text where one is": lambda place: "1" if kind_of(place) is int else 7,
    "a truth where none is, or text where one is": lambda place: "true" if kind_of(place) is bool else True,
    "null": lambda _place: None,
    "a list": lambda place: {} if kind_of(place) is list else [held_at(place)],
    "an object": lambda place: [] if kind_of(place) is dict else {"value": held_at(place)},
    "an object with a repeated key in it": lambda place: Repeated if kind_of(place) is not dict else 5,
    "half of a character": lambda _place: "\ud800",
    "digits that are not ASCII": lambda _place: "２０２４-０１-０５" if kind_of(_place) is str else "１２",
    "text that is nothing": lambda place: "nothing of the kind" if path_of(place) != "id" else 5,
}
"""What stands in a place where it can never be."""


class Repeated:
    """Stands for an object that repeats a key."""


def text_with(place: Place, value: Any) -> str:
    if value is Repeated:
        return case_with(place, "REPEATED").replace('"REPEATED"', '{"a": 1, "a": 2}')
    return case_with(place, value)


def test_the_valid_case_is_valid() -> None:
    assert "error" not in replay_text(json.dumps(VALID)).document
    assert len(LEAVES) > 60


@pytest.mark.requirement("R47", command="lending replay")
@pytest.mark.parametrize("how", WRONG)
def test_one_wrong_value_is_one_violation_at_its_place(how: str) -> None:
    for place in PLACES:
        if (path_of(place), how) in ALLOWED:
            assert not replay_text(case_with(place, WRONG[how](place))).unusable
            continue
        told = violations(text_with(place, WRONG[how](place)))
        assert [violation["path"] for violation in told] == [path_of(place)], told
        assert told[0]["value"]
        assert told[0]["expected"]


OUT_OF_RANGE: dict[str, tuple[Any, ...]] = {
    "currency": ("BHX", "bhd", ""),
    "terms.principal": ("12000.1251", "0", "-1", "1000000000000.001", "1e3", "", "9" * 5000),
    "terms.annual_rate": ("10.1", "-0.1", "0.123456789", "18%", ""),
    "terms.method": ("equal_instalment", ""),
    "terms.instalments": (0, 1201),
    "terms.period.every": (0, 1201),
    "terms.period.unit": ("YEAR",),
    "terms.start": ("1899-12-31", "2200-01-01", "2024-02-30", "2024-W01-1", "20240105", "2024-1-5"),
    "terms.first_due": ("2024-01-05", "2023-12-31", "9999-12-31"),
    "terms.instalment_multiple": ("0", "-1", "0.0001"),
    "terms.grace.principal_periods": (12, 1201),
    "terms.grace.interest_periods": (12, -1),
    "terms.grace.days": (367,),
    "terms.penalty.multiple": ("100.0001", "101", "-1", "1.00001", "1.5x"),
    "terms.allocation.order": (["FEE", "FEE"],),
    "terms.allocation.order[1]": ("TAX",),
    "actions": ([],),
    "actions[0].on": ("2024-02-30", "0001-01-01"),
    "actions[0].do": ("PAY", "disburse"),
    "actions[0].amount": ("1.0001", "1000000000000.001"),
    "actions[1].component": ("TAX",),
    "actions[3].action": (-1, 100_001),
    "actions[8].new_maturity": ("2200-01-01",),
    "as_of": ("2024-06-31",),
}
BEYOND = [(path, value) for path, values in OUT_OF_RANGE.items() for value in values]


@pytest.mark.parametrize(("path", "value"), BEYOND, ids=[f"{path} {str(value)[:20]}" for path, value in BEYOND])
def test_one_value_out_of_range_is_one_violation_at_its_place(path: str, value: Any) -> None:
    place = next(place for place in PLACES if path_of(place) == path)
    (violation,) = violations(case_with(place, value))
    assert violation["path"] == path


def test_a_first_due_date_that_the_first_payout_makes_impossible_is_told_as_any_other() -> None:
    case = copy.deepcopy(VALID)
    del case["terms"]["start"]
    case["terms"]["first_due"] = "2024-01-05"
    (violation,) = violations(json.dumps(case))
    assert violation == {
        "path": "terms.first_due",
        "value": "2024-01-05",
        "expected": "a date after the start, 2024-01-05",
    }


def test_one_repeated_key_is_one_violation_at_its_place() -> None:
    for place in KEYED:
        twice = f"{json.dumps(held_at(place))}, {json.dumps(place[-1])}: 5"
        (violation,) = violations(case_with(place, "MARK").replace('"MARK"', twice))
        assert violation == {"path": path_of(place), "value": "a repeated key", "expected": "each key at most once"}


@pytest.mark.parametrize("place", [place for place in KEYED if path_of(place) in REQUIRED], ids=path_of)
def test_one_missing_key_is_one_violation_at_its_place(place: Place) -> None:
    case = copy.deepcopy(VALID)
    at: Any = case
    for step in place[:-1]:
        at = at[step]
    del at[place[-1]]
    (violation,) = violations(json.dumps(case))
    assert (violation["path"], violation["value"]) == (path_of(place), "nothing")


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("speed", ".speed"),
        ("", '[""]'),
        ("a.b", '["a.b"]'),
        ('"', r'["\""]'),
        ("\n", r'["\n"]'),
        ("利率", r'["\u5229\u7387"]'),
        ("\ud800", r'["\ud800"]'),
        ("x" * 500, f'["{"x" * 79}\\u2026"]'),
    ],
)
def test_one_unknown_key_is_one_violation_at_its_place(key: str, shown: str) -> None:
    for place in PLACES:
        if isinstance(held_at(place), dict):
            (violation,) = violations(case_with(place, {**held_at(place), key: 1}))
            assert violation["path"] == f"{path_of(place)}{shown}".removeprefix(".")
            assert violation["value"] == "an unknown key"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(LEAVES), anything)
def test_anything_at_all_at_a_leaf_is_taken_refused_or_told_at_its_place(place: Place, value: Any) -> None:
    replayed = replay_text(case_with(place, value))
    json.dumps(replayed.document, ensure_ascii=False).encode()
    if replayed.unusable:
        (violation,) = replayed.document["error"]["violations"]
        assert violation["path"].startswith(path_of(place))


@given(anything)
def test_anything_at_all_is_answered(value: Any) -> None:
    assert replay_text(json.dumps(value)).unusable


@given(st.text(max_size=60))
def test_any_text_at_all_is_answered(text: str) -> None:
    assert replay_text(text).unusable
