"""Figures of other systems: Apache Fineract's public cases to the cent, and what fits of Frappe Lending's."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lending_entrypoints.replay import replay_text

REFERENCE = Path(__file__).parents[2] / "reference"
FINERACT = [json.loads(line) for line in (REFERENCE / "fineract_public.jsonl").read_text().splitlines()]
FRAPPE = {case["id"]: case for case in json.loads((REFERENCE / "frappe.json").read_text())["cases"]}


def replayed(case: dict[str, Any]) -> dict[str, Any]:
    return replay_text(json.dumps(case)).document


def test_all_88_cases_are_there() -> None:
    assert len(FINERACT) == 88


@pytest.mark.requirement("R47", "R72", command="lending replay")
@pytest.mark.parametrize("case", FINERACT, ids=[f"{case['group']} {case['replay']['id'][9:]}" for case in FINERACT])
def test_fineract_schedule_agrees_to_the_cent(case: dict[str, Any]) -> None:
    expected = case["expect"]["instalments"]
    instalments = replayed(case["replay"])["instalments"]
    stated = [{key: row[key] for key in wanted} for row, wanted in zip(instalments, expected, strict=True)]
    assert stated == expected


def frappe(given: dict[str, Any], currency: str = "CNY", **terms: Any) -> dict[str, Any]:
    """A Frappe loan: the level instalment rounded up to whole units, interest by the month."""
    case = {
        "currency": currency,
        "terms": {
            "principal": str(given["principal"]),
            "annual_rate": f"{given['rate_pct'] / 100:.8f}",
            "method": "EQUAL_INSTALMENT",
            "instalments": given["periods"],
            "instalment_multiple": "1",
            "instalment_rounding": "UP",
            **terms,
        },
        "actions": [{"on": terms.get("start", "2024-01-05"), "do": "DISBURSE", "amount": str(given["principal"])}],
    }
    return replayed(case)


def whole(amount: str) -> int:
    """An amount to the nearest whole unit."""
    return int((2 * int(amount.replace(".", "")) + 100) // 200)


def test_frappe_f01_annuity_with_the_instalment_rounded_up() -> None:
    expected = FRAPPE["F01"]["expect"]
    result = frappe(FRAPPE["F01"]["given"])
    rows = result["instalments"]
    assert len(rows) == expected["rows"]
    assert {row["total"] for row in rows[:-1]} == {f"{expected['emi']}.00"}
    for place in (3, 17, 19):
        wanted, row = expected[f"row_index_{place}"], rows[place]
        assert {"principal": whole(row["principal"]), "interest": whole(row["interest"])} == {
            "principal": wanted["principal"],
            "interest": wanted["interest"],
        }
        assert whole(row["balance_after"]) == wanted["balance"]
    assert whole(result["totals"]["interest"]) == expected["total_interest_rounded"]


def test_frappe_f03_interest_in_whole_units() -> None:
    """A currency without minor units rounds interest to whole ones."""
    given, expected = FRAPPE["F03"]["given"], FRAPPE["F03"]["expect"]
    result = frappe(given, currency="JPY")
    assert result["instalments"][0]["total"] == str(expected["emi"])
    assert result["totals"]["interest"] == str(expected["total_interest"])


def test_frappe_f03_in_cents_differs_by_what_its_note_says() -> None:
    assert frappe(FRAPPE["F03"]["given"])["totals"]["interest"] == "18601.44"


@pytest.mark.parametrize("case", FRAPPE["F05"]["expect"], ids=str)
def test_frappe_f05_level_instalments_rounded_up(case: dict[str, Any]) -> None:
    assert frappe(case)["instalments"][0]["total"] == f"{case['emi']}.00"


def interest_of_days(principal: str, rate: str, start: str, end: str) -> str:
    case = {
        "terms": {
            "principal": principal,
            "annual_rate": rate,
            "method": "INTEREST_FIRST",
            "instalments": 1,
            "first_due": end,
            "interest": {"accrual": "DAILY", "day_count": "ACT/365"},
        },
        "actions": [{"on": start, "do": "DISBURSE", "amount": principal}],
    }
    return str(replayed(case)["instalments"][0]["interest"])


def test_frappe_f06_thirty_days_over_365() -> None:
    assert interest_of_days("1000000", "0.135", "2019-10-01", "2019-10-31") == "11095.89"


def test_frappe_f12_the_last_period_of_a_bullet() -> None:
    assert interest_of_days("2500000", "0.19", "2025-05-05", "2025-06-05") == "40342.47"


def test_frappe_f13_due_dates_by_kind_of_schedule() -> None:
    given = {"principal": 12000, "rate_pct": 7.5, "periods": 12}
    for kind, first in (("as_repayment_start_date", None), ("start_of_next_month", "2022-11-01")):
        expected = FRAPPE["F13"]["expect"][kind]
        start = "2022-09-17" if first is None else "2022-10-17"
        terms = {"start": start} | ({"first_due": first} if first else {})
        dues = [row["due"] for row in frappe(given, **terms)["instalments"]]
        assert (dues[0], dues[1], dues[-1]) == (expected[0], expected[1], expected[3])


def test_frappe_f13_ends_of_months() -> None:
    given = {"principal": 12000, "rate_pct": 7.5, "periods": 12}
    dues = [row["due"] for row in frappe(given, start="2022-10-17", first_due="2022-10-31")["instalments"]]
    assert (dues[0], dues[1], dues[-1]) == ("2022-10-31", "2022-11-30", "2023-09-30")


PENALTY = {"multiple": "1.5"}


def six_instalments(order: list[int]) -> dict[str, Any]:
    """F19: instalments of 178,025 with value dates on the due dates, recorded in `order`."""
    dues = ["2024-05-05", "2024-06-05", "2024-07-05", "2024-08-05", "2024-09-05"]
    payments = [{"on": dues[place], "do": "REPAY", "amount": "178025"} for place in order]
    terms = {
        "principal": "1000000",
        "annual_rate": "0.23",
        "method": "EQUAL_INSTALMENT",
        "instalments": 6,
        "first_due": "2024-05-05",
        "interest": {"accrual": "DAILY", "day_count": "ACT/365"},
        "instalment_multiple": "1",
        "instalment_rounding": "UP",
        "penalty": PENALTY,
    }
    actions = [{"on": "2024-04-18", "do": "DISBURSE", "amount": "1000000"}, *payments]
    return replayed({"terms": terms, "actions": actions, "as_of": "2024-09-06"})


def test_frappe_f19_posted_late_with_its_value_date_is_posted_in_time() -> None:
    given = FRAPPE["F19"]["given"]
    assert six_instalments(given["order_a"]) == six_instalments(given["order_b"])


def test_frappe_f21_a_payment_dated_on_time_takes_the_penalty_away() -> None:
    given = FRAPPE["F21"]["given"]
    case: dict[str, Any] = {
        "terms": {
            "principal": str(given["principal"]),
            "annual_rate": "0.23",
            "method": "EQUAL_INSTALMENT",
            "instalments": 6,
            "first_due": given["value_date"],
            "penalty": PENALTY,
        },
        "actions": [{"on": "2024-04-18", "do": "DISBURSE", "amount": str(given["principal"])}],
        "as_of": given["posted_after"],
    }
    late = replayed(case)
    case["actions"].append({"on": given["value_date"], "do": "REPAY", "amount": "200000"})
    assert date.fromisoformat(case["as_of"]) > date.fromisoformat(given["value_date"])
    assert late["totals"]["penalty"] != "0.00"
    assert replayed(case)["totals"]["penalty"] == "0.00"
