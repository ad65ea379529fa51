"""Leases in `lending replay`: terms and actions of the deposit, their mistakes, and the journal of C6 to C9."""

import json
from typing import Any

import pytest

from lending_entrypoints.replay import Replayed, replay_text, tables_of

LEASE: dict[str, Any] = {"kind": "DIRECT", "deposit": "30000.00", "deposit_at_end": "SET_OFF"}
START = [
    {"on": "2024-01-05", "do": "DISBURSE", "amount": "150000.00"},
    {"on": "2024-01-05", "do": "RECEIVE_DEPOSIT", "amount": "30000.00"},
]
PAID = [{"on": f"2024-{month:02d}-05", "do": "REPAY", "amount": "4982.15"} for month in range(2, 13)]


def replayed(*actions: dict[str, Any], lease: Any = LEASE, instalments: int = 36, as_of: str | None = None) -> Replayed:
    terms = {
        "principal": "150000.00",
        "annual_rate": "0.12",
        "method": "EQUAL_INSTALMENT",
        "instalments": instalments,
        "lease": lease,
    }
    return replay_text(json.dumps({"terms": terms, "actions": [*START, *actions], "as_of": as_of or "2024-01-05"}))


def entries(document: dict[str, Any], event: str) -> list[list[tuple[str, str, str]]]:
    return [
        [(line["account"], line["debit"], line["credit"]) for line in entry["lines"]]
        for entry in document["journal"]
        if entry["event"] == event
    ]


def test_the_start_of_a_direct_lease_is_c7_then_c2_and_its_deposit_c6() -> None:
    document = replayed().document
    assert document["apr"] == "0.1818"
    assert document["balance"] == {"principal": "150000.00", "overpaid": "0.00", "deposit": "30000.00"}
    assert entries(document, "DISBURSED") == [
        [("1541.01", "179357.40", "0.00"), ("2202.01", "0.00", "150000.00"), ("1541.02", "0.00", "29357.40")]
    ]
    assert entries(document, "DEALER_PAID") == [[("2202.01", "150000.00", "0.00"), ("1012.01", "0.00", "150000.00")]]
    assert entries(document, "DEPOSIT_RECEIVED") == [[("1012.01", "30000.00", "0.00"), ("2241.01", "0.00", "30000.00")]]


def test_the_handbooks_car_of_105000_is_owed_to_its_dealer_and_paid() -> None:
    """C2: 2202.01 105,000.00 to cash, by the payout; on the books the dealer is owed nothing afterwards."""
    terms = {
        "principal": "105000.00",
        "annual_rate": "0.12",
        "method": "EQUAL_INSTALMENT",
        "instalments": 36,
        "lease": {"kind": "DIRECT", "deposit": "30000.00"},
    }
    start = {"on": "2024-01-05", "do": "DISBURSE", "amount": "105000.00"}
    document = replay_text(json.dumps({"terms": terms, "actions": [start], "as_of": "2024-01-05"})).document
    lines = [line for entry in document["journal"] for line in entry["lines"] if line["account"] == "2202.01"]
    assert [(line["debit"], line["credit"]) for line in lines] == [("0.00", "105000.00"), ("105000.00", "0.00")]
    assert entries(document, "DEALER_PAID") == [[("2202.01", "105000.00", "0.00"), ("1012.01", "0.00", "105000.00")]]


def test_each_rent_releases_its_income_as_c8() -> None:
    """Income is 1 % a month of what the car has not yet been paid for."""
    document = replayed(*PAID, as_of="2024-12-05").document
    left, incomes = 15_000_000, []
    for _ in PAID:
        income = (left + 50) // 100
        incomes.append(f"{income // 100}.{income % 100:02d}")
        left -= 498_215 - income
    assert incomes[0] == "1500.00"
    assert entries(document, "ACCRUED") == [
        [("1541.02", income, "0.00"), ("6011.03", "0.00", income)] for income in incomes
    ]
    assert entries(document, "REPAID") == [[("1012.01", "4982.15", "0.00"), ("1541.01", "0.00", "4982.15")]] * 11


def test_a_deposit_set_off_is_c9() -> None:
    """Twelve rents of 13,327.32, of which the second to the fourth are overdue."""
    rent = {"on": "2024-02-05", "do": "REPAY", "amount": "13327.32"}
    use = {"on": "2024-05-06", "do": "SET_OFF_DEPOSIT"}
    document = replayed(rent, use, instalments=12, as_of="2024-05-06").document
    assert entries(document, "DEPOSIT_SET_OFF") == [[("2241.01", "30000.00", "0.00"), ("1541.01", "0.00", "30000.00")]]
    assert document["balance"]["deposit"] == "0.00"


def test_an_early_end_gives_the_unearned_income_up_and_a_return_empties_the_deposit() -> None:
    late = [{"on": f"2026-{month:02d}-05", "do": "REPAY", "amount": "4982.15"} for month in range(1, 10)]
    years = [{"on": f"2025-{month:02d}-05", "do": "REPAY", "amount": "4982.15"} for month in range(1, 13)]
    settled = [{"on": "2026-09-20", "do": "SETTLE"}, {"on": "2026-09-21", "do": "RETURN_DEPOSIT"}]
    document = replayed(*PAID, *years, *late, *settled, as_of="2026-09-22").document
    assert (document["status"], document["balance"]["deposit"]) == ("SETTLED", "0.00")
    balances: dict[str, int] = {}
    for entry in document["journal"]:
        for line in entry["lines"]:
            moved = int(line["debit"].replace(".", "")) - int(line["credit"].replace(".", ""))
            balances[line["account"]] = balances.get(line["account"], 0) + moved
    assert balances["1541.01"] == balances["1541.02"] == balances["2241.01"] == 0
    assert any("deposit 0.00" in str(part) for part in tables_of(document))


def test_a_leaseback_books_as_a_loan() -> None:
    lease = {"kind": "LEASEBACK", "vehicle_price": "195000.00", "down_payment": "45000.00"}
    case = {
        "terms": {
            "principal": "150000.00",
            "annual_rate": "0.12",
            "method": "EQUAL_INSTALMENT",
            "instalments": 36,
            "lease": lease,
        },
        "actions": START[:1],
    }
    document = replay_text(json.dumps(case)).document
    assert entries(document, "DISBURSED") == [[("1303.01", "150000.00", "0.00"), ("1012.01", "0.00", "150000.00")]]
    assert (document["apr"], "deposit" in document["balance"]) == ("0.1200", False)


@pytest.mark.parametrize(
    ("lease", "path", "expected"),
    [
        ({"kind": "HIRE"}, "terms.lease.kind", "one of DIRECT, LEASEBACK"),
        ({}, "terms.lease.kind", ""),
        ({"kind": "DIRECT", "deposit": "150000.00"}, "terms.lease.deposit", "less than the amount financed, 150000.00"),
        ({"kind": "DIRECT", "deposit": 30000}, "terms.lease.deposit", ""),
        ({"kind": "DIRECT", "deposit_at_end": "KEEP"}, "terms.lease.deposit_at_end", "RETURN, SET_OFF, LAST_RENTS"),
        ({"kind": "LEASEBACK", "deposit": "1.00"}, "terms.lease.deposit", "none: only a direct lease takes a deposit"),
        ({"kind": "LEASEBACK", "vehicle_price": "1.00"}, "terms.lease.vehicle_price", "150000.00, the amount financed"),
        ({"kind": "DIRECT", "residual": "1.00"}, "terms.lease.residual", "one of"),
        ("DIRECT", "terms.lease", "an object"),
    ],
)
def test_a_lease_that_is_wrong_is_told_by_its_path(lease: Any, path: str, expected: str) -> None:
    ran = replayed(lease=lease)
    assert ran.unusable
    (violation,) = ran.document["error"]["violations"]
    assert violation["path"] == path
    assert expected in violation["expected"]


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ({"on": "2024-02-06", "do": "RECEIVE_DEPOSIT", "amount": "0.01"}, "DEPOSIT_EXCEEDS_AGREED"),
        ({"on": "2024-02-05", "do": "SET_OFF_DEPOSIT"}, "LOAN_NOT_OVERDUE"),
        ({"on": "2024-02-06", "do": "SET_OFF_DEPOSIT", "amount": "5000.00"}, "OVER_DEPOSIT"),
        ({"on": "2024-02-06", "do": "RETURN_DEPOSIT"}, "DEPOSIT_STILL_SECURES"),
    ],
)
def test_an_act_out_of_place_is_refused(action: dict[str, Any], code: str) -> None:
    error = replayed(action, as_of="2024-02-06").document["error"]
    assert (error["code"], error["action"]) == (code, 2)
