"""`lending take-on`: a portfolio of two thousand, what is rejected of it, its trial balance, and running it again."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.support.command_line import CommandLine, Ran
from tests.support.portfolio import BAD_EVERY, CUT_OVER, cells, come_to, portfolio, write_portfolio

JSON = ("--format", "json")
ROWS = 2_000
NOTHING = {"rows": 0, "loans": 0, "customers": 0, "rejected": 0}


@pytest.fixture
def platform(lending: CommandLine, database: str, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A platform that opened on the cut-over day, with the shipped book."""
    monkeypatch.setenv("LENDING_DATABASE_URL", database)
    assert lending("db", "upgrade").status == 0
    assert lending("book", "load", "--start", CUT_OVER).status == 0
    return lending


def take_on(platform: CommandLine, path: Path, *more: object) -> Ran:
    return platform("take-on", path, "--cut-over", CUT_OVER, *more, *JSON)


def told(ran: Ran) -> dict[str, int]:
    return {name: ran.document[name] for name in NOTHING}


def booked(platform: CommandLine) -> dict[str, str]:
    rows = platform("books", "trial-balance", *JSON).document["rows"]
    return {row["account"]: row["balance"] for row in rows if Decimal(row["balance"])}


def broken(platform: CommandLine) -> list[str]:
    proofs = platform("db", "check", *JSON).document["proofs"]
    return [name for name, proof in proofs.items() if proof["violated"]]


def trial_balance(path: Path, totals: dict[str, Decimal]) -> Path:
    rows = "".join(f"{account},CNY,{amount}\n" for account, amount in totals.items() if account != "3001.01")
    path.write_text("account,currency,balance\n" + rows, encoding="utf-8")
    return path


@pytest.mark.requirement("R48", "R61", command="TakeOnLoans")
def test_two_thousand_rows_of_which_forty_are_bad(platform: CommandLine, tmp_path: Path) -> None:
    path, bad = write_portfolio(tmp_path / "loans.csv", portfolio(ROWS)), tmp_path / "bad.csv"
    ran = take_on(platform, path, "--rejects", bad)
    wanted = {"rows": ROWS, "loans": 1_960, "customers": 1_960, "rejected": 40}
    assert (ran.status, ran.err, told(ran)) == (1, "", wanted)
    assert {account: Decimal(amount) for account, amount in booked(platform).items()} == come_to(ROWS)
    assert broken(platform) == []
    the_rejects_are_the_bad_rows(bad)
    again = take_on(platform, path, "--rejects", bad)
    assert told(again) == wanted
    assert {account: Decimal(amount) for account, amount in booked(platform).items()} == come_to(ROWS)
    assert platform("eod", "run", "--through", CUT_OVER).status == 0
    assert broken(platform) == []
    assert told(take_on(platform, path, "--rejects", bad)) == wanted, "after the day too"


def the_rejects_are_the_bad_rows(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rejected = list(csv.DictReader(file))
    assert [int(row["line"]) for row in rejected] == list(range(BAD_EVERY + 1, ROWS + 2, BAD_EVERY))
    assert {row["reasons"].partition(":")[0] for row in rejected} == {
        "identity_number",
        "annual_rate",
        "product",
        "principal_not_due",
        "opened_on",
    }
    assert rejected[0]["reference"] == f"OLD-{BAD_EVERY}"
    assert path.stat().st_mode & 0o077 == 0, "they hold personal data"


def test_rejected_rows_that_were_mended_are_taken_on_as_they_are(platform: CommandLine, tmp_path: Path) -> None:
    rows = [cells(1), cells(2) | {"phone": "1"}]
    bad = tmp_path / "bad.csv"
    assert take_on(platform, write_portfolio(tmp_path / "loans.csv", rows), "--rejects", bad).status == 1
    bad.write_text(bad.read_text(encoding="utf-8").replace(",1,", ",13800138000,", 1), encoding="utf-8")
    ran = take_on(platform, bad)
    assert (ran.status, told(ran)) == (0, NOTHING | {"rows": 1, "loans": 1, "customers": 1})


def test_a_rehearsal_tells_the_balances_and_keeps_nothing(platform: CommandLine, tmp_path: Path) -> None:
    path = write_portfolio(tmp_path / "loans.csv", portfolio(100))
    ran = take_on(platform, path, "--rehearse")
    assert (ran.status, told(ran)) == (1, NOTHING | {"rows": 100, "loans": 98, "rejected": 2})
    assert {each["account"]: Decimal(each["balance"]) for each in ran.document["balances"]} == come_to(100)
    assert booked(platform) == {}


def test_the_other_systems_trial_balance_is_held_against_the_file(platform: CommandLine, tmp_path: Path) -> None:
    path = write_portfolio(tmp_path / "loans.csv", portfolio(49))
    totals = come_to(49)
    wrong = trial_balance(tmp_path / "wrong.csv", totals | {"1303.01": totals["1303.01"] + 1, "1304.01": Decimal(-5)})
    ran = take_on(platform, path, "--totals", wrong)
    assert (ran.status, ran.out) == (2, "")
    assert [line.partition(" is not valid")[0] for line in ran.errors] == [
        f"wrong.csv: 1303.01 CNY: {totals['1303.01'] + 1}",
        "wrong.csv: 1304.01 CNY: -5.00",
    ]
    assert booked(platform) == {}
    ran = take_on(platform, path, "--totals", trial_balance(tmp_path / "right.csv", totals))
    assert (ran.status, ran.document["loans"]) == (0, 49)
    assert {account: Decimal(amount) for account, amount in booked(platform).items()} == totals


@pytest.mark.parametrize(
    "text",
    [
        "",
        "account,balance\n",
        "account,currency,balance\n1303.01,CNY\n",
        "account,currency,balance\n1303.01,ZZZ,1.00\n",
    ],
)
def test_a_trial_balance_of_another_form_is_told(platform: CommandLine, tmp_path: Path, text: str) -> None:
    totals = tmp_path / "totals.csv"
    totals.write_text(text)
    ran = take_on(platform, write_portfolio(tmp_path / "loans.csv", [cells(1)]), "--totals", totals)
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors[0].startswith("totals.csv: line ")


def as_parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), path)
    return path


def typed(serial: int) -> dict[str, Any]:
    """A row as a database would export it."""
    plain = cells(serial)
    return plain | {
        "opened_on": date.fromisoformat(plain["opened_on"]),
        "next_due": date(2024, 5, 5),
        "principal": Decimal("12000.00"),
        "instalments": 12,
        "written_off": False,
        "vin": None,
    }


def test_parquet_is_taken_on_as_csv_is(platform: CommandLine, tmp_path: Path) -> None:
    ran = take_on(platform, as_parquet(tmp_path / "loans.parquet", [typed(8), typed(9)]))
    assert (ran.status, ran.document["loans"]) == (0, 2)
    assert booked(platform) == {"1303.01": "18395.82", "1132.01": "110.38", "3001.01": "-18506.20"}


def test_a_float_is_no_amount(platform: CommandLine, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    path = as_parquet(tmp_path / "loans.parquet", [typed(8) | {"principal": 12000.0}])
    assert take_on(platform, path, "--rejects", bad).status == 1
    assert "principal: 12000.0 is not valid: expected text, a whole number" in bad.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "loans.csv: an empty file is not valid"),
        (b"reference\n", "loans.csv: header: 0 columns name is not valid"),
        (b"reference,what\n", "loans.csv: header: 'what' is not valid: expected one of reference"),
        (b"\xff\xfe\x00", "loans.csv: line 1: "),
        (b'reference,"na', "loans.csv: line "),
    ],
)
def test_a_file_that_cannot_be_used(platform: CommandLine, tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "loans.csv"
    path.write_bytes(content)
    ran = take_on(platform, path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors[0].startswith(expected)
    no_parquet = tmp_path / "loans.parquet"
    no_parquet.write_bytes(content)
    assert take_on(platform, no_parquet).status == 2


def test_a_row_with_a_value_too_many_is_rejected_alone(platform: CommandLine, tmp_path: Path) -> None:
    path = write_portfolio(tmp_path / "loans.csv", [cells(1), cells(2), cells(3)])
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines[:2], lines[2] + ",more", "", lines[3]]), encoding="utf-8")
    ran = take_on(platform, path)
    assert (ran.status, told(ran)) == (1, {"rows": 3, "loans": 2, "customers": 2, "rejected": 1})


def test_one_number_twice_in_a_file(platform: CommandLine, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    path = write_portfolio(tmp_path / "loans.csv", [cells(1), cells(1)])
    assert take_on(platform, path, "--rejects", bad).document["loans"] == 1
    assert "reference: 'OLD-1' is not valid: expected a loan that stands in no earlier row" in bad.read_text()


def test_the_day_is_asked_for_and_must_be_open(platform: CommandLine, tmp_path: Path) -> None:
    path = write_portfolio(tmp_path / "loans.csv", [cells(1)])
    ran = platform("take-on", path)
    assert (ran.status, ran.errors[0].partition(":")[0]) == (2, "cut-over")
    ran = platform("take-on", path, "--cut-over", date(2024, 4, 18))
    assert (ran.status, ran.out) == (1, "")
    assert ran.errors[0].startswith("DAY_NOT_OPEN")
    assert platform("take-on", tmp_path / "none.csv", "--cut-over", CUT_OVER).status == 2


def test_a_person_reads_tables(platform: CommandLine, tmp_path: Path) -> None:
    ran = platform("take-on", write_portfolio(tmp_path / "l.csv", [cells(1)]), "--cut-over", CUT_OVER, "--rehearse")
    assert (ran.status, ran.err) == (0, "")
    assert "Opening balances" in ran.out
    assert "9197.91" in ran.out
