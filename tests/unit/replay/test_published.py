"""Cases that reprice by themselves and heed holidays (F9, F19)."""

import json
from typing import Any

import pytest

from lending_entrypoints.replay import replay_text
from lending_entrypoints.replay.render import tables_of

PUBLICATIONS = [
    {"on": "2023-08-21", "1Y": "0.0345", "5Y": "0.0420"},
    {"on": "2024-10-21", "1Y": "0.0310", "5Y": "0.0360"},
]
FLOATING = {"tenor": "1Y", "spread_bp": 255, "reset": "ANNIVERSARY"}
FESTIVAL = {
    "year": 2024,
    "days_off": ["2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16"],
    "extra_workdays": ["2024-02-04", "2024-02-18"],
}


def f9(on: str = "2024-01-20", **changes: Any) -> dict[str, Any]:
    """300,000 over 36 months, every instalment until 2025 paid on its date."""
    terms = {"principal": "300000", "method": "EQUAL_INSTALMENT", "instalments": 36, "floating": FLOATING} | changes
    months = [f"{2024 + (month - 1) // 12}-{(month - 1) % 12 + 1:02d}-20" for month in range(1, 14)]
    due = [month for month in months if month > on][:12]
    payments = [{"on": day, "do": "REPAY", "amount": "9126.58"} for day in due]
    return {
        "id": "F9",
        "terms": {key: value for key, value in terms.items() if value is not None},
        "publications": PUBLICATIONS,
        "actions": [{"on": on, "do": "DISBURSE", "amount": "300000"}, *payments],
    }


def l_on_the_tenth(holiday: str | None = "NEXT", *actions: dict[str, Any], **case: Any) -> dict[str, Any]:
    terms = {
        "principal": "12000.00",
        "annual_rate": "0.18",
        "method": "EQUAL_INSTALMENT",
        "instalments": 12,
        "penalty": {"multiple": "1.5", "compound": True},
    }
    payout = {"on": "2024-01-10", "do": "DISBURSE", "amount": "12000.00"}
    terms |= {"holiday": holiday} if holiday else {}
    return {"id": "F19", "terms": terms, "calendar": [FESTIVAL], "actions": [payout, *actions]} | case


def result(case: dict[str, Any]) -> dict[str, Any]:
    document = replay_text(json.dumps(case)).document
    assert "error" not in document, document
    return document


def mistakes(case: dict[str, Any]) -> list[tuple[str, str, str]]:
    document = replay_text(json.dumps(case)).document
    return [(wrong["path"], wrong["value"], wrong["expected"]) for wrong in document["error"]["violations"]]


class TestFloating:
    @pytest.mark.requirement("R12", command="lending replay")
    def test_f9_a_case_reprices_itself_on_the_anniversary(self) -> None:
        rows = result(f9())["instalments"]
        assert (rows[0]["total"], rows[11]["balance_after"]) == ("9126.58", "205921.84")
        assert (rows[12]["total"], rows[12]["interest"], rows[35]["total"]) == ("9094.14", "969.55", "9094.16")

    @pytest.mark.requirement("R12", command="lending replay")
    def test_f9_on_1_january_within_a_period(self) -> None:
        floating = FLOATING | {"reset": "JANUARY"}
        rows = result(f9("2023-12-20", floating=floating) | {"as_of": "2025-01-01"})["instalments"]
        assert rows[12]["interest"] == "1025.89"
        assert rows[12]["principal"] == "8068.25"  # 9,094.14 - 1,025.89

    @pytest.mark.requirement("R11", command="lending replay")
    def test_publications_leave_a_fixed_rate_alone(self) -> None:
        fixed = f9(floating=None, annual_rate="0.06")
        assert result(fixed) == result({key: value for key, value in fixed.items() if key != "publications"})

    def test_a_reset_after_a_reversal_is_made_up(self) -> None:
        """Settled before the reset and reversed after it: as if it had never been settled."""
        case = f9()
        settled = [{"on": "2025-01-20", "do": "SETTLE"}, {"on": "2025-02-01", "do": "REVERSE", "action": 13}]
        again = result(case | {"actions": case["actions"] + settled})
        assert again["instalments"] == result(case | {"as_of": "2025-02-01"})["instalments"]

    @pytest.mark.parametrize(
        ("changed", "path", "expected"),
        [
            ({"floating": {**FLOATING, "tenor": "2Y"}}, "terms.floating.tenor", "one of 1Y, 5Y"),
            ({"floating": {**FLOATING, "spread_bp": "255"}}, "terms.floating.spread_bp", "from -1000 to 10000"),
            ({"floating": {**FLOATING, "reset": "WEEKLY"}}, "terms.floating.reset", "one of JANUARY"),
            ({"floating": {"tenor": "1Y", "spread_bp": 255}}, "terms.floating.reset", "the key is required"),
            ({"floating": {**FLOATING, "cap": 1}}, "terms.floating.cap", "one of reset"),
            ({"floating": "LPR"}, "terms.floating", "an object"),
        ],
    )
    def test_a_mistake_in_what_the_rate_follows_is_named(self, changed: Any, path: str, expected: str) -> None:
        found = mistakes(f9(**changed))
        assert found[0][0] == path
        assert expected in found[0][2]

    @pytest.mark.parametrize(
        ("rows", "path", "expected"),
        [
            ([], "publications", "at least one, each later"),
            (PUBLICATIONS[::-1], "publications", "at least one, each later"),
            ([{"on": "2023-08-21", "1Y": "0.0345"}], 'publications[0]["5Y"]', "the key is required"),
            ([{"on": "2023-08-21", "1Y": 0.0345, "5Y": "0.042"}], "publications[0].1Y", "decimal string"),
            ([{"on": "21.8.2023", "1Y": "0.0345", "5Y": "0.042"}], "publications[0].on", "YYYY-MM-DD"),
            (PUBLICATIONS[1:], "terms.annual_rate", "a publication on or before 2024-01-20"),
        ],
    )
    def test_a_mistake_in_what_is_published_is_named(self, rows: Any, path: str, expected: str) -> None:
        ((place, _value, wanted),) = mistakes(f9() | {"publications": rows})
        assert place == path
        assert expected in wanted


class TestHolidays:
    @pytest.mark.requirement("R49", command="lending replay")
    def test_f19_next_pays_by_the_make_up_sunday_without_penalty(self) -> None:
        paid = {"on": "2024-02-18", "do": "REPAY", "amount": "1100.16"}
        row = result(l_on_the_tenth("NEXT", paid))["instalments"][0]
        assert (row["due"], row["pay_by"], row["interest"]) == ("2024-02-10", "2024-02-18", "180.00")
        assert (row["penalty"], row["paid_late"], row["outstanding"], row["settled_on"]) == (
            "0.00", "0.00", "0.00", "2024-02-18",
        )  # fmt: skip

    def test_f19_days_past_due_and_penalty_count_from_there(self) -> None:
        row = result(l_on_the_tenth(as_of="2024-02-28"))["instalments"][0]
        assert (row["days_past_due"], row["penalty"], row["compound"]) == (10, "6.90", "1.35")

    def test_f19_next_accrue_bears_eight_days_more(self) -> None:
        """12,000 x 18 % x 8 / 360 = 48.00."""
        row = result(l_on_the_tenth("NEXT_ACCRUE"))["instalments"][0]
        assert (row["due"], row["pay_by"], row["interest"], row["total"]) == (
            "2024-02-18", "2024-02-18", "228.00", "1148.16",
        )  # fmt: skip

    def test_without_a_rule_there_is_no_pay_by_date(self) -> None:
        assert "pay_by" not in result(l_on_the_tenth(None))["instalments"][0]

    def test_without_a_calendar_the_shipped_one_counts(self) -> None:
        shipped = l_on_the_tenth()
        del shipped["calendar"]
        rows = result(shipped)["instalments"]
        assert [row["pay_by"] for row in rows[:5]] == [
            "2024-02-18", "2024-03-11", "2024-04-10", "2024-05-10", "2024-06-11",
        ]  # fmt: skip

    def test_a_year_not_published_is_null_and_then_refused(self) -> None:
        early = result(l_on_the_tenth())["instalments"]
        assert [row["no"] for row in early if row["pay_by"] is None] == [12]
        late = replay_text(json.dumps(l_on_the_tenth(as_of="2025-01-11"))).document
        assert late["error"] == {
            "code": "CALENDAR_ENDS",
            "message": "The business calendar has no data for that year (year 2025)",
            "action": 0,
        }

    @pytest.mark.parametrize(
        ("calendar", "path", "expected"),
        [
            ([{"days_off": []}], "calendar[0].year", "the key is required"),
            ([FESTIVAL, FESTIVAL], "calendar[1].year", "at most once"),
            ([FESTIVAL | {"days_off": ["2024-02-10"]}], "calendar[0].days_off[0]", "a Monday to Friday of 2024"),
            ([FESTIVAL | {"days_off": ["2025-02-10"]}], "calendar[0].days_off[0]", "a Monday to Friday of 2024"),
            ([FESTIVAL | {"extra_workdays": ["2024-02-12"]}], "calendar[0].extra_workdays[0]", "a Saturday or Sunday"),
            ([FESTIVAL | {"days_off": ["yesterday"]}], "calendar[0].days_off[0]", "YYYY-MM-DD"),
            ({}, "calendar", "a list"),
        ],
    )
    def test_a_mistake_in_the_calendar_is_named(self, calendar: Any, path: str, expected: str) -> None:
        ((place, _value, wanted),) = mistakes(l_on_the_tenth(calendar=calendar))
        assert place == path
        assert expected in wanted

    def test_a_rule_that_does_not_fit_the_method_is_named(self) -> None:
        case = l_on_the_tenth("NEXT_ACCRUE")
        case["terms"]["method"] = "EQUAL_PRINCIPAL_AND_INTEREST"
        assert mistakes(case) == [
            ("terms.holiday", "'NEXT_ACCRUE'", "NONE or NEXT: flat interest does not follow days")
        ]

    def test_the_table_shows_it(self) -> None:
        assert tables_of(result(l_on_the_tenth()))


def test_a_rest_below_the_tolerance_is_not_past_due() -> None:
    case = l_on_the_tenth(None, {"on": "2024-02-10", "do": "REPAY", "amount": "1090.17"}, as_of="2024-02-20")
    assert result(case)["instalments"][0]["days_past_due"] == 10
    case["terms"]["past_due_tolerance"] = "10.00"
    assert result(case)["instalments"][0]["days_past_due"] == 0
    case["terms"]["past_due_tolerance"] = "0"
    assert mistakes(case) == [("terms.past_due_tolerance", "'0.00'", "an amount greater than zero, or none")]
