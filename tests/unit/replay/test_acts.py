"""The actions and terms that go beyond the replay contract, as docs/reference/replay.md tells them."""

import json
from typing import Any

import pytest

from lending_entrypoints.replay import replay_text

TERMS: dict[str, Any] = {
    "principal": "12000.00",
    "annual_rate": "0.18",
    "method": "EQUAL_INSTALMENT",
    "instalments": 12,
    "penalty": {"multiple": "1.5", "compound": True},
}
FIRST_PAID = [{"on": "2024-02-05", "do": "REPAY", "amount": "1100.16"}]
LATE = "2024-02-15"


def answer(*actions: dict[str, Any], as_of: str | None = None, **terms: Any) -> dict[str, Any]:
    paid_out = {"on": "2024-01-05", "do": "DISBURSE", "amount": "12000.00"}
    case: dict[str, Any] = {"id": "L", "terms": TERMS | terms, "actions": [paid_out, *actions]}
    return replay_text(json.dumps(case | ({"as_of": as_of} if as_of else {}))).document


def replayed(*actions: dict[str, Any], as_of: str | None = None, **terms: Any) -> dict[str, Any]:
    document = answer(*actions, as_of=as_of, **terms)
    assert "error" not in document, document
    return document


def entries(document: dict[str, Any], event: str) -> list[list[tuple[str, str, str]]]:
    """The lines of each entry of the event: account, debit, credit."""
    found = [entry["lines"] for entry in document["journal"] if entry["event"] == event]
    return [[(line["account"], line["debit"], line["credit"]) for line in lines] for lines in found]


@pytest.mark.requirement("R79", command="lending replay")
def test_change_due_day() -> None:
    document = replayed(*FIRST_PAID, {"on": "2024-02-20", "do": "CHANGE_DUE_DAY", "day": 20})
    rows = [(row["due"], row["principal"], row["interest"]) for row in document["instalments"][1:4]]
    assert rows == [
        ("2024-03-05", "933.96", "166.20"),
        ("2024-04-20", "947.97", "233.36"),
        ("2024-05-20", "962.19", "137.97"),
    ]


@pytest.mark.requirement("R53", command="lending replay")
def test_a_waiver_for_a_payment_that_does_not_come() -> None:
    relief = {"on": LATE, "do": "WAIVE", "component": "PENALTY", "amount": "6.90"}
    relief["for_payment"] = {"amount": "1100.16", "by": "2024-02-20"}
    assert replayed(relief, as_of="2024-02-20")["instalments"][0]["penalty"] == "3.45", "five more days of it"
    lapsed, never = replayed(relief, as_of="2024-02-21"), replayed(as_of="2024-02-21")
    assert {**lapsed, "journal": []} == {**never, "journal": []}
    assert entries(lapsed, "WAIVED") == [
        [("6011.02", "6.90", "0.00"), ("1132.03", "0.00", "6.90")],
        [("1132.03", "6.90", "0.00"), ("6011.02", "0.00", "6.90")],
    ]
    paid = {"on": "2024-02-20", "do": "REPAY", "amount": "1120.00"}
    assert replayed(relief, paid, as_of="2024-03-01")["instalments"][0]["penalty"] == "3.45"


@pytest.mark.requirement("R54", command="lending replay")
def test_adjust() -> None:
    down = {"on": LATE, "do": "ADJUST", "instalment": 1, "component": "INTEREST", "amount": "-1.50"}
    document = replayed(down | {"reason": "counted twice", "reference": "v-7"})
    assert document["instalments"][0]["interest"] == "178.50"
    assert entries(document, "ADJUSTED") == [[("6011.01", "1.50", "0.00"), ("1132.02", "0.00", "1.50")]]


@pytest.mark.requirement("R78", command="lending replay")
def test_clear() -> None:
    """10,000.00 of 12,000.00 principal; 180.00 + 55.40 of interest and 8.25 of what lateness cost are given up."""
    document = replayed({"on": LATE, "do": "CLEAR", "amount": "10000.00", "means": "COLLATERAL"})
    assert (document["status"], document["totals"]["outstanding"]) == ("SETTLED", "0.00")
    (lines,) = entries(document, "CLEARED")
    assert ("1441.01", "10000.00", "0.00") in lines
    assert ("1304.01", "2000.00", "0.00") in lines
    assert ("6011.01", "235.40", "0.00") in lines
    assert ("6011.02", "8.25", "0.00") in lines


@pytest.mark.requirement("R72", command="lending replay")
@pytest.mark.parametrize(("interest", "paid"), [("TO_DATE", "9345.08"), ("WHOLE_PERIOD", "9427.86")])
def test_rules_of_prepayment(interest: str, paid: str) -> None:
    """F12: 9,197.91 + 55.19 or 137.97 + 91.98."""
    on_time = [{"on": f"2024-0{month}-05", "do": "REPAY", "amount": "1100.16"} for month in (2, 3, 4)]
    rules = {"fees": [{"from_month": 0, "rate": "0.01"}], "interest": interest}
    document = replayed(*on_time, {"on": "2024-04-17", "do": "SETTLE"}, prepayment=rules)
    assert entries(document, "REPAID")[-1][0] == ("1012.01", paid, "0.00")


@pytest.mark.parametrize(
    ("rules", "action", "code"),
    [
        ({"lock_in_months": 1}, {"do": "SETTLE"}, "PREPAYMENT_TOO_EARLY"),
        ({"amount_min": "500.00"}, {"do": "PREPAY", "amount": "499.99"}, "PREPAYMENT_TOO_SMALL"),
        ({}, {"do": "CHANGE_DUE_DAY", "day": 5}, "DUE_DAY_NOT_POSSIBLE"),
        ({}, {"do": "CLEAR", "amount": "1.00", "means": "CASH"}, "LOAN_NOT_BAD"),
        (
            {},
            {"do": "ADJUST", "instalment": 1, "component": "PRINCIPAL", "amount": "1.00"},
            "ADJUSTMENT_NOT_ALLOWED",
        ),
        ({}, {"do": "ADJUST", "instalment": 1, "component": "FEE", "amount": "1.00"}, "INSTALMENT_NOT_DUE"),
    ],
)
def test_what_is_refused(rules: dict[str, Any], action: dict[str, Any], code: str) -> None:
    error = answer(action | {"on": "2024-01-10"}, prepayment=rules)["error"]
    assert (error["code"], error["action"]) == (code, 1)


@pytest.mark.parametrize(
    ("path", "terms", "action"),
    [
        ("actions[1].day", {}, {"do": "CHANGE_DUE_DAY", "day": 32}),
        ("actions[1].means", {}, {"do": "CLEAR", "amount": "1.00", "means": "GOLD"}),
        (
            "actions[1].for_payment.by",
            {},
            {"do": "WAIVE", "component": "FEE", "amount": "1.00", "for_payment": {"amount": "1.00"}},
        ),
        ("actions[1].instalment", {}, {"do": "ADJUST", "instalment": 0, "component": "FEE", "amount": "1.00"}),
        ("terms.prepayment.fees[0].rate", {"fees": [{"from_month": 0, "rate": 0.01}]}, {"do": "SETTLE"}),
        ("terms.prepayment.fees", {"fees": [{"from_month": 1, "rate": "0"}] * 2}, {"do": "SETTLE"}),
        ("terms.prepayment.times_a_year_max", {"times_a_year_max": 0}, {"do": "SETTLE"}),
        ("terms.prepayment.cap", {"cap": "1"}, {"do": "SETTLE"}),
    ],
)
def test_bad_input_is_named_by_its_path(path: str, terms: dict[str, Any], action: dict[str, Any]) -> None:
    error = answer(action | {"on": "2024-01-10"}, prepayment=terms)["error"]
    assert error["code"] == "INVALID_INPUT"
    assert [violation["path"] for violation in error["violations"]] == [path]
