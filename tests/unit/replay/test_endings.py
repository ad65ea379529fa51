"""What has ended stays ended, what was reversed never was, and each thing is booked on its own day."""

import json
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from lending_entrypoints.replay import replay_text

L = {"principal": "12000", "annual_rate": "0.18", "method": "EQUAL_INSTALMENT", "instalments": 12}


def act(on: str, do: str, **more: Any) -> dict[str, Any]:
    return {"on": on, "do": do, **more}


def replayed(*actions: dict[str, Any], as_of: str, start: str = "2024-01-05", **terms: Any) -> dict[str, Any]:
    given = {**L, **terms}
    paid_out = act(start, "DISBURSE", amount=given["principal"])
    case = {"terms": given, "actions": [paid_out, *actions], "as_of": as_of}
    document: dict[str, Any] = replay_text(json.dumps(case)).document
    assert "error" not in document, document
    return document


def balances(document: dict[str, Any]) -> dict[str, Decimal]:
    found: Counter[str] = Counter()
    for entry in document["journal"]:
        for line in entry["lines"]:
            found[line["account"]] += Decimal(line["debit"]) - Decimal(line["credit"])
    return {account: amount for account, amount in found.items() if amount}


@pytest.mark.parametrize("end", ["SETTLE", "WRITE_OFF"])
@pytest.mark.parametrize("as_of", ["2024-02-04", "2024-02-05", "2024-02-06", "2024-05-20"])
def test_a_loan_that_ended_while_its_money_was_misused_is_asked_for_nothing_more(end: str, as_of: str) -> None:
    """On the running row's old due date neither, where a cap had cut what misuse charged."""
    penalty = {"multiple": "1.5", "misuse_multiple": "2.0"}
    acts = act("2024-01-05", "MISUSE"), act("2024-01-20", end)
    document = replayed(*acts, as_of=as_of, cap="0.20", fees={"at_start": "50"}, penalty=penalty)
    assert document["standing"] == {"SETTLE": "SETTLED", "WRITE_OFF": "WRITTEN_OFF"}[end]
    assert document["totals"]["outstanding"] == "0.00"
    assert "1132.03" not in balances(document)


FLOATING = {"tenor": "1Y", "spread_bp": 255, "reset": "QUARTERLY"}
LPR = [{"on": "2023-08-21", "1Y": "0.0345", "5Y": "0.0420"}, {"on": "2024-03-20", "1Y": "0.0335", "5Y": "0.0420"}]


def test_a_floating_loan_that_money_held_has_settled_follows_no_reset_after_that() -> None:
    """13,200.01 held on 15 February pay what falls due until July; closing days on the way changes nothing."""
    terms = {"principal": "12000", "method": "EQUAL_INSTALMENT", "instalments": 6, "floating": FLOATING}
    acts = [act("2024-01-16", "DISBURSE", amount="12000"), act("2024-02-15", "REPAY", amount="13200.01")]
    closed = [*acts, act("2024-07-01", "CLOSE_DAY")]
    documents = []
    for actions in (acts, closed):
        case = {"terms": terms, "publications": LPR, "actions": actions, "as_of": "2024-10-21"}
        documents.append(replay_text(json.dumps(case)).document)
    assert documents[0]["standing"] == "SETTLED"
    assert {key: documents[0][key] for key in ("instalments", "totals", "balance", "apr")} == {
        key: documents[1][key] for key in ("instalments", "totals", "balance", "apr")
    }


def test_a_recovery_that_is_taken_back_is_claimed_again() -> None:
    """A18 and A18b in red: 12,180.00 are claimed as before (A17b)."""
    acts = (
        act("2024-07-24", "WRITE_OFF"),
        act("2024-08-06", "RECOVER", amount="1100.41"),
        act("2024-09-05", "REVERSE", action=2),
    )
    document = replayed(*acts, as_of="2024-09-06", instalments=1, start="2024-04-12")
    left = balances(document)
    assert (left["7102.01"], left["7999"]) == (Decimal("12180.00"), Decimal("-12180.00"))


@pytest.mark.parametrize("end", ["SETTLE", "WRITE_OFF"])
@pytest.mark.parametrize("as_of", ["2024-03-09", "2024-04-04", "2024-04-05", "2024-04-14", "2024-04-15", "2024-12-01"])
def test_a_fee_of_each_instalment_moves_with_it_and_is_spared_with_it(end: str, as_of: str) -> None:
    """Fees of 60.00 on 5 February and 15 March; the third row moved to 15 April, and the loan ended before."""
    acts = act("2024-02-05", "CHANGE_DUE_DAY", day=15), act("2024-02-08", end)
    document = replayed(*acts, as_of=as_of, instalments=3, fees={"each_instalment": "60"})
    assert "1132.05" not in balances(document)
    if end == "SETTLE":
        assert balances(document)["6021.01"] == Decimal("-120.00")


def test_a_moved_fee_is_not_due_before_its_instalment() -> None:
    acts = (act("2024-02-05", "CHANGE_DUE_DAY", day=15),)
    for as_of, charged in (("2024-04-14", "120.00"), ("2024-04-15", "180.00")):
        document = replayed(*acts, as_of=as_of, instalments=3, fees={"each_instalment": "60"})
        assert balances(document)["6021.01"] == -Decimal(charged), as_of


def test_a_fee_due_after_the_last_instalment_is_paid_after_it() -> None:
    """12,000.00 + 180.00 and five days of penalty at 27 %: 45.00. The fee of 500.00 is due on 6 April."""
    acts = (
        act("2024-02-01", "CHARGE", component="FEE", amount="500", due="2024-04-06"),
        act("2024-02-10", "REPAY", amount="12225.00"),
    )
    document = replayed(*acts, as_of="2024-02-20", instalments=1, penalty={"multiple": "1.5"})
    (row,) = document["instalments"]
    assert (document["standing"], row["penalty"], row["outstanding"]) == ("NORMAL", "45.00", "500.00")
    assert balances(document).get("1303.02") is None
    later = replayed(*acts, as_of="2024-04-06", instalments=1, penalty={"multiple": "1.5"})
    assert balances(later)["1132.05"] == Decimal("500.00")


def test_the_fee_of_a_settlement_that_was_reversed_is_no_cost() -> None:
    rules = {"fees": [{"from_month": 0, "rate": "0.03"}]}
    acts = act("2024-01-20", "SETTLE"), act("2024-01-25", "REVERSE", action=1)
    assert replayed(*acts, as_of="2024-02-01", prepayment=rules)["apr"] == "0.1800"


def test_time_that_was_added_counts_as_time_in_the_disclosed_rate() -> None:
    """Interest of 180.00 a month on 12,000.00 is 18 % a year, for three months or for six (F17)."""
    acts = (act("2024-01-05", "EXTEND", new_maturity="2024-07-05"),)
    document = replayed(*acts, as_of="2024-01-06", method="INTEREST_FIRST", instalments=3)
    assert [row["interest"] for row in document["instalments"]] == ["180.00"] * 6
    assert document["apr"] == "0.1800"


def test_added_time_at_a_rate_of_its_own_bears_penalty_at_that_rate() -> None:
    """F10: 50,000.00 at 20 % × 1.5 for ten days of 360: 416.67."""
    acts = (
        act("2024-09-10", "REPAY", amount="2700.00"),
        act("2024-09-10", "EXTEND", new_maturity="2024-10-10", annual_rate="0.20"),
    )
    document = replayed(
        *acts,
        as_of="2024-10-20",
        start="2024-03-10",
        principal="50000",
        annual_rate="0.108",
        method="BULLET",
        instalments=6,
        penalty={"multiple": "1.5"},
    )
    assert document["instalments"][-1]["penalty"] == "416.67"


@pytest.mark.parametrize("as_of", ["2024-01-20", "2024-01-25", "2024-02-04"])
def test_what_falls_due_between_is_booked_on_its_day(as_of: str) -> None:
    acts = (
        act("2024-01-10", "REPAY", amount="100"),
        act("2024-01-10", "CHARGE", component="FEE", amount="30", due="2024-01-20"),
    )
    document = replayed(*acts, as_of=as_of)
    paid = [entry["on"] for entry in document["journal"] for line in entry["lines"] if line["account"] == "6021.01"]
    assert paid == ["2024-01-20"]


@pytest.mark.parametrize("as_of", ["2024-02-09", "2024-02-20", "2024-03-04"])
def test_principal_is_overdue_in_the_books_from_the_day_it_is(as_of: str) -> None:
    """A6: due on 5 February, three days of grace: overdue on the 9th, whenever one looks."""
    document = replayed(as_of=as_of, grace={"days": 3})
    assert [entry["on"] for entry in document["journal"] if entry["event"] == "OVERDUE"] == ["2024-02-09"]


def test_money_beyond_what_is_due_does_not_settle_a_loan_that_is_locked_in() -> None:
    """On the actual balance it would save interest: it is held, and pays what falls due."""
    terms: dict[str, Any] = {"interest": {"on": "ACTUAL_BALANCE"}, "allocation": {"excess": "LAST_INSTALMENT"}}
    acts = (act("2024-01-10", "REPAY", amount="12040"),)
    held = replayed(*acts, as_of="2024-01-10", prepayment={"lock_in_months": 2}, **terms)
    assert (held["standing"], held["balance"]["overpaid"]) == ("NORMAL", "12040.00")
    free = replayed(*acts, as_of="2024-01-10", **terms)
    assert free["standing"] == "SETTLED"
