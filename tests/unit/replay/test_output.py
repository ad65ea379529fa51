"""What a replayed loan states: schedule, balances, yearly cost and journal."""

import json
from decimal import Decimal
from typing import Any

import pytest

from lending_entrypoints.replay import replay_text, tables_of

BASE: dict[str, Any] = {
    "id": "L",
    "terms": {
        "principal": "12000.00",
        "annual_rate": "0.18",
        "method": "EQUAL_INSTALMENT",
        "instalments": 12,
        "penalty": {"multiple": "1.5", "compound": True},
    },
    "actions": [{"on": "2024-01-05", "do": "DISBURSE", "amount": "12000.00"}],
}


def replayed(*actions: dict[str, Any], **case: Any) -> dict[str, Any]:
    document = replay_text(json.dumps(BASE | {"actions": BASE["actions"] + list(actions)} | case)).document
    assert "error" not in document, document
    return document


@pytest.mark.requirement("R48", command="lending replay")
def test_the_first_row_of_an_unpaid_loan_after_four_months() -> None:
    row = replayed(as_of="2024-05-06")["instalments"][0]
    assert row == {
        "no": 1,
        "from": "2024-01-05",
        "due": "2024-02-05",
        "principal": "920.16",
        "interest": "180.00",
        "fee": "0.00",
        "penalty": "62.80",
        "compound": "12.29",
        "total": "1175.25",
        "paid": "0.00",
        "paid_early": "0.00",
        "paid_late": "0.00",
        "outstanding": "1175.25",
        "balance_after": "11079.84",
        "settled_on": None,
        "days_past_due": 91,
    }


def test_status_totals_and_cost() -> None:
    document = replayed(as_of="2024-05-06")
    assert (document["status"], document["standing"], document["apr"]) == ("ACTIVE", "NON_ACCRUAL", "0.1800")
    assert document["totals"]["principal"] == "12000.00"
    assert document["balance"] == {"principal": "12000.00", "overpaid": "0.00"}


@pytest.mark.parametrize(
    ("fees", "apr"),
    [
        ([("2024-01-05", "240.00")], "0.2191"),
        ([(f"{2024 + month // 12}-{month % 12 + 1:02d}-05", "60.00") for month in range(1, 13)], "0.2836"),
    ],
)
def test_f17_fees_are_part_of_the_cost(fees: list[tuple[str, str]], apr: str) -> None:
    charges = [
        {"on": "2024-01-05", "do": "CHARGE", "component": "FEE", "amount": amount, "due": due} for due, amount in fees
    ]
    assert replayed(*charges)["apr"] == apr


def test_early_and_late_money() -> None:
    """100.00 held pays interest on the due date; five days later 920.16 owes 3.45 and 80.00 owes 0.30 more."""
    document = replayed(
        {"on": "2024-01-20", "do": "REPAY", "amount": "100.00"},
        {"on": "2024-02-10", "do": "REPAY", "amount": "1100.16"},
    )
    first = document["instalments"][0]
    assert first["settled_on"] == "2024-02-10"
    assert document["balance"]["overpaid"] == "96.25"
    assert (first["paid"], first["paid_early"], first["paid_late"]) == ("1103.91", "0.00", "1003.91")


@pytest.mark.requirement("R72", command="lending replay")
def test_a_settled_loan_owes_nothing() -> None:
    document = replayed({"on": "2024-01-05", "do": "SETTLE"})
    assert document["status"] == "SETTLED"
    assert document["totals"]["interest"] == document["totals"]["outstanding"] == "0.00"


def test_close_day_never_changes_what_is_said_later() -> None:
    closed = [{"on": day, "do": "CLOSE_DAY"} for day in ("2024-02-05", "2024-02-06", "2024-02-06", "2024-03-01")]
    assert replayed(*closed, as_of="2024-03-10") == replayed(as_of="2024-03-10")


def test_actions_in_any_order_of_recording() -> None:
    payments = [{"on": f"2024-0{month}-05", "do": "REPAY", "amount": "1100.16"} for month in (2, 3, 4)]
    assert replayed(*payments) == replayed(*reversed(payments))


class TestJournal:
    def test_every_entry_balances(self) -> None:
        document = replayed(
            {"on": "2024-02-05", "do": "REPAY", "amount": "1100.16"},
            {"on": "2024-03-20", "do": "REPAY", "amount": "900.00"},
            {"on": "2024-04-17", "do": "SETTLE"},
        )
        for entry in document["journal"]:
            assert cents(entry, "debit") == cents(entry, "credit") > 0, entry

    @pytest.mark.requirement("R61", "R63", command="lending replay")
    def test_payout_accrual_due_date_and_repayment(self) -> None:
        """A2 to A5 of the handbook."""
        journal = replayed({"on": "2024-02-05", "do": "REPAY", "amount": "1100.16"})["journal"]
        assert [(entry["on"], entry["event"], entry["lines"]) for entry in journal] == [
            ("2024-01-05", "DISBURSED", [line("1303.01", "12000.00"), line("1012.01", credit="12000.00")]),
            ("2024-02-05", "ACCRUED", [line("1132.01", "180.00"), line("6011.01", credit="180.00")]),
            ("2024-02-05", "FELL_DUE", [line("1132.02", "180.00"), line("1132.01", credit="180.00")]),
            (
                "2024-02-05",
                "REPAID",
                [line("1012.01", "1100.16"), line("1303.01", credit="920.16"), line("1132.02", credit="180.00")],
            ),
        ]

    def test_a9_early_settlement_with_its_true_up(self) -> None:
        actions = [{"on": f"2024-0{month}-05", "do": "REPAY", "amount": "1100.16"} for month in (2, 3, 4)]
        actions.append({"on": "2024-04-17", "do": "CHARGE", "component": "FEE", "amount": "91.98", "due": "2024-04-17"})
        actions.append({"on": "2024-04-17", "do": "SETTLE"})
        *_, last = replayed(*actions)["journal"]
        assert (last["on"], last["event"]) == ("2024-04-17", "REPAID")
        assert line("1012.01", "9345.08") in last["lines"]
        assert line("1303.01", credit="9197.91") in last["lines"]
        assert line("1132.01", credit="55.19") in last["lines"]


def line(account: str, debit: str = "0.00", *, credit: str = "0.00") -> dict[str, str]:
    return {"account": account, "debit": debit, "credit": credit}


def cents(entry: dict[str, Any], side: str) -> int:
    return sum(int(line[side].replace(".", "")) for line in entry["lines"])


def test_a_result_as_tables_has_a_row_for_each_instalment() -> None:
    plan, summary, _journal = tables_of(replayed(as_of="2024-05-06"))
    assert plan.row_count == 13  # type: ignore[union-attr]
    assert "yearly cost 0.1800" in str(summary)


def test_a_failed_case_as_text() -> None:
    (told,) = tables_of(replay_text("{").document)
    assert "INVALID_INPUT" in str(told)


def booked(document: dict[str, Any]) -> dict[str, Decimal]:
    """What each account holds: debits less credits."""
    held: dict[str, Decimal] = {}
    for entry in document["journal"]:
        assert sum(Decimal(line["debit"]) - Decimal(line["credit"]) for line in entry["lines"]) == 0
        for line in entry["lines"]:
            held[line["account"]] = (
                held.get(line["account"], Decimal()) + Decimal(line["debit"]) - Decimal(line["credit"])
            )
    return held


def test_a_loan_called_in_is_due_at_once() -> None:
    recall = {"on": "2024-01-17", "do": "RECALL"}
    document = replayed(recall, as_of="2024-01-27")
    (row,) = document["instalments"]
    # 12,000 × 18 % × 12 ÷ 360, then at 27 % for 10 days on 12,000.00 and on 72.00
    assert (row["due"], row["principal"], row["interest"]) == ("2024-01-17", "12000.00", "72.00")
    assert (row["penalty"], row["compound"], row["days_past_due"]) == ("90.00", "0.54", 10)
    held = booked(document)
    assert (held["1132.02"], held["1303.02"], held["1132.03"]) == (Decimal(72), Decimal(12000), Decimal(90))
    paid = replayed(recall, {"on": "2024-01-27", "do": "REPAY", "amount": "12162.54"})
    assert (paid["status"], paid["totals"]["outstanding"]) == ("SETTLED", "0.00")
    assert {
        account: amount for account, amount in booked(paid).items() if amount and not account.startswith("6011")
    } == {"1012.01": Decimal("162.54")}


def test_a_refund_goes_out_in_cash() -> None:
    pay = {"on": "2024-02-05", "do": "REPAY", "amount": "1200.00"}
    document = replayed(pay, {"on": "2024-02-05", "do": "REFUND", "action": 1, "amount": "99.84"})
    assert document["balance"]["overpaid"] == "0.00"
    assert document["journal"][-1] == {
        "on": "2024-02-05",
        "event": "REFUNDED",
        "lines": [
            {"account": "2241.03", "debit": "99.84", "credit": "0.00"},
            {"account": "1012.01", "debit": "0.00", "credit": "99.84"},
        ],
    }


class TestNonAccrual:
    """A11 to A18b as `lending replay` tells them; the entries in full stand in tests/unit/accounting."""

    PRINCIPAL_FIRST = BASE["terms"] | {"allocation": {"non_accrual_order": ["PRINCIPAL", "INTEREST"]}}

    def test_it_says_since_when(self) -> None:
        document = replayed(as_of="2024-06-01")
        assert (document["standing"], document["non_accrual_since"]) == ("NON_ACCRUAL", "2024-05-06")
        assert replayed(as_of="2024-05-05")["non_accrual_since"] is None

    def test_by_default_money_pays_as_ever(self) -> None:
        paid = {"on": "2024-05-06", "do": "REPAY", "amount": "1175.25"}
        assert replayed(paid)["instalments"][0]["outstanding"] == "0.00"

    @pytest.mark.requirement("R56", "R57", command="lending replay")
    def test_from_the_switch_to_the_recovery(self) -> None:
        """A13, A14, A16 to A18b; the second day's penalty of 2.82 and compound of 0.47 are waived."""
        document = replayed(
            {"on": "2024-05-07", "do": "WAIVE", "component": "PENALTY", "amount": "2.82"},
            {"on": "2024-05-07", "do": "WAIVE", "component": "COMPOUND", "amount": "0.47"},
            {"on": "2024-05-07", "do": "REPAY", "amount": "1000.00"},
            {"on": "2024-05-07", "do": "REPAY", "amount": "300.00", "order": ["INTEREST"]},
            {"on": "2024-05-07", "do": "WRITE_OFF"},
            {"on": "2024-05-08", "do": "RECOVER", "amount": "500.00"},
            terms=self.PRINCIPAL_FIRST,
        )
        held = {account: amount for account, amount in booked(document).items() if amount}
        assert held == {
            "1012.01": Decimal("-10200.00"),
            "6011.01": Decimal("-300.00"),
            "6702.01": Decimal("11000.00"),
            "1304.01": Decimal("-500.00"),
            "7102.01": Decimal("10996.98"),
            "7999": Decimal("-10996.98"),
        }

    def test_judged_impaired_until_instalments_are_paid_on_time(self) -> None:
        terms = BASE["terms"] | {"non_accrual": {"cure_instalments": 2}}
        judged = {"on": "2024-01-20", "do": "IMPAIR", "reason": "bankrupt"}
        pay = [{"on": f"2024-0{month}-05", "do": "REPAY", "amount": "1100.16"} for month in (2, 3)]
        assert replayed(judged, pay[0], terms=terms)["standing"] == "NON_ACCRUAL"
        assert replayed(judged, *pay, terms=terms)["standing"] == "NORMAL"
        assert replayed(judged, *pay, terms=terms)["journal"][-1]["event"] == "RESUMED"
