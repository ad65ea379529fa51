"""`lending books`: from a total to the lines, the voucher, and the request it comes from."""

import sqlite3
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.copies import copied

JSON = ("--format", "json")


def test_the_trial_balance_after_a_loans_life(lending: CommandLine, lived: str) -> None:
    """180.00 + 166.20 + 152.19 + 55.19 of interest and the fee of A9 are what came in beyond what was lent."""
    ran = lending("books", "trial-balance", "--database", lived, *JSON)
    assert (ran.status, ran.document["book"], ran.document["balanced"]) == (0, "OWN", True)
    balances = {row["account"]: row["balance"] for row in ran.document["rows"]}
    assert balances == {
        "1012.01": "645.56", "1132.01": "0.00", "1132.02": "0.00", "1303.01": "0.00", "6011.01": "-553.58",
        "6021.01": "-91.98",
    }  # fmt: skip
    early = lending("books", "trial-balance", "--database", lived, "--through", "2024-04-05", *JSON)
    assert [(row["account"], row["name"], row["debit"], row["credit"]) for row in early.document["rows"]] == [
        ("1012.01", "Payment-channel balance", "0.00", "12000.00"),
        ("1303.01", "Loan principal, normal", "12000.00", "0.00"),
    ]


def test_a_ledger_runs_from_the_opening_balance_to_the_closing_one(lending: CommandLine, lived: str) -> None:
    """A5 of the handbook: 1,100.16 is 920.16 of principal and 180.00 of interest."""
    ran = lending("books", "ledger", "1303.01", "--database", lived, "--through", "2024-05-05", *JSON)
    assert ran.status == 0
    rows = ran.document["rows"]
    assert [(row["event"], row["debit"], row["credit"], row["balance"]) for row in rows] == [
        ("DISBURSED", "12000.00", "0.00", "12000.00"),
        ("REPAID", "0.00", "920.16", "11079.84"),
    ]
    assert (ran.document["opening"], ran.document["closing"]) == ("0.00", "11079.84")
    later = lending("books", "ledger", "1303.01", "--database", lived, "--since", "2024-05-06", *JSON).document
    assert (later["opening"], later["closing"]) == ("11079.84", "0.00")


def test_a_ledger_is_read_page_by_page(lending: CommandLine, lived: str) -> None:
    ledger = ("books", "ledger", "6011.01", "--database", lived)
    whole = lending(*ledger, "--limit", "1000", *JSON).document
    rows, after, opening = [], "", "0.00"
    while True:
        page = lending(*ledger, "--limit", "40", "--after", after, *JSON).document
        assert page["opening"] == opening
        rows += page["rows"]
        after, opening = page["next"], page["closing"]
        if not after:
            break
    assert rows == whole["rows"]
    assert len(rows) > 80


def test_a_line_is_followed_to_the_voucher_the_command_and_the_request(lending: CommandLine, lived: str) -> None:
    row = lending("books", "ledger", "1303.01", "--database", lived, *JSON).document["rows"][0]
    voucher = lending("books", "voucher", row["voucher"], "--database", lived, *JSON).document
    assert [(line["account"], line["debit"], line["credit"]) for line in voucher["lines"]] == [
        ("1303.01", "12000.00", "0.00"),
        ("1012.01", "0.00", "12000.00"),
    ]
    assert voucher["command"] == "RecordPayoutAnswer"
    assert voucher["request"]
    assert "LoanOpened" in [event["type"] for event in voucher["events"]]
    shown = lending("books", "voucher", row["voucher"], "--database", lived)
    assert "RecordPayoutAnswer" in shown.out


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("ledger", "13"), 2, "an account code such as 1303.01"),
        (("ledger", "1303.99"), 1, "1303.99"),
        (("ledger", "1303.01", "--since", "2024-02-31"), 2, "2024-02-31"),
        (("ledger", "1303.01", "--limit", "0"), 2, "from 1 to 1000"),
        (("ledger", "1303.01", "--after", "here"), 2, "the `next` of the page before"),
        (("voucher", "vch_1"), 2, "vch_"),
        (("voucher", "vch_00000000000000000000000000"), 1, "vch_00000000000000000000000000"),
    ],
)
def test_what_cannot_be_shown_is_told(
    lending: CommandLine, lived: str, arguments: tuple[str, ...], status: int, told: str
) -> None:
    ran = lending("books", *arguments, "--database", lived)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err


def test_every_closed_day_is_sealed_and_stands(lending: CommandLine, lived: str) -> None:
    ran = lending("books", "verify", "--database", lived, *JSON)
    assert (ran.status, ran.document["ok"], ran.document["unsealed_from"]) == (0, True, None)
    assert ran.document["days"] > 90
    assert ran.document["vouchers"] > 100


SPOILT = {
    "UPDATE journal_lines SET amount = amount + 1 WHERE voucher_id = {second}": "a voucher among these was changed",
    "UPDATE journal_lines SET subject = 'loan_x' WHERE voucher_id = {second}": "a voucher among these was changed",
    "UPDATE vouchers SET value_date = '2024-04-01' WHERE id = {second}": "a voucher among these was changed",
    "DELETE FROM vouchers WHERE id = {second}": "removed",
    "UPDATE vouchers SET business_date = '2024-04-30' WHERE id = {second}": "removed",
    "DELETE FROM seals WHERE id = '2024-05-05'": "it is missing, and a later day has one",
    "UPDATE seals SET body = replace(body, '\"count\":', '\"count\":1') WHERE id = '2024-05-05'": "2024-05-05",
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_the_first_thing_changed_afterwards_is_named(
    lending: CommandLine, lived: str, tmp_path: Path, spoil: str
) -> None:
    url = copied(lived, tmp_path)
    unguarded(url, spoil.format(second=SECOND))
    ran = lending("books", "verify", "--database", url, *JSON)
    assert ran.status == 1
    broken = ran.document["broken"]
    assert SPOILT[spoil] in " ".join(broken.values())
    assert broken["day"] in ("2024-05-05", "2024-04-30")


def test_a_day_that_nobody_has_sealed_yet_is_no_break(lending: CommandLine, lived: str, tmp_path: Path) -> None:
    url = copied(lived, tmp_path)
    unguarded(url, "DELETE FROM seals WHERE id > '2024-05-05'")
    ran = lending("books", "verify", "--database", url, *JSON)
    assert (ran.status, ran.document["unsealed_from"]) == (0, "2024-05-06")


SECOND = "(SELECT id FROM vouchers WHERE business_date = '2024-05-05' ORDER BY id LIMIT 1 OFFSET 1)"


def unguarded(url: str, statement: str) -> None:
    """What somebody does who can get past the database's own rules."""
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement).rowcount
    connection.close()
