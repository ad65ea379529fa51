"""`lending reconcile`: what a clerk sees of a statement, of the books, and of what is unresolved."""

from pathlib import Path

import pytest

from lending.reconciliation.statement import Flow
from lending_adapters.statements import write_statement
from tests.support.command_line import CommandLine
from tests.support.platform import staged
from tests.support.reconciling import line
from tests.support.scenario import START, a_loan_is_paid_out

JSON = ("--format", "json")
STATEMENT_KEYS = {
    "channel",
    "day",
    "version",
    "repeated",
    "currency",
    "lines",
    "sum_minor",
    "fees_minor",
    "matched",
    "matched_minor",
    "late",
    "long",
    "short",
    "amount_diff",
    "status_diff",
    "parked",
    "open",
    "differences",
    "seconds",
}


@pytest.fixture
def order_no(lending: CommandLine, database: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A platform on which one loan was paid out on a day that is closed; the payout's number at the channel."""
    assert lending("reconcile", "--help").status == 0
    monkeypatch.setenv("LENDING_DATABASE_URL", database)
    with staged(database, START) as stage:
        a_loan_is_paid_out(stage)
        stage.days_pass(until=START.replace(day=START.day + 2))
        return stage.payouts.heard[0][1]


def statement(folder: Path, *lines: tuple[str, str], version: int = 1) -> Path:
    """A statement of the first day: payouts by number and amount."""
    path = folder / f"main.{version}.csv"
    write_statement(path, "MAIN", START, [line(START, *each, Flow.PAYOUT) for each in lines], version)
    return path


def test_a_statement_that_agrees_ends_with_zero(lending: CommandLine, order_no: str, tmp_path: Path) -> None:
    path = statement(tmp_path, (order_no, "12000.00"))
    asked = ("reconcile", "--channel", "MAIN", "--day", START, "--file", path)
    ran = lending(*asked, *JSON)
    assert (ran.status, ran.err) == (0, "")
    assert set(ran.document) == STATEMENT_KEYS
    counted = {key: ran.document[key] for key in ("lines", "sum_minor", "matched", "matched_minor", "open", "repeated")}
    assert counted == {
        "lines": 1,
        "sum_minor": 1_200_000,
        "matched": 1,
        "matched_minor": 1_200_000,
        "open": 0,
        "repeated": False,
    }
    again = lending(*asked, *JSON)
    assert (again.status, again.document["repeated"]) == (0, True)
    assert "nothing was done" in again.err


def test_differences_end_with_one_and_are_listed(lending: CommandLine, order_no: str, tmp_path: Path) -> None:
    path = statement(tmp_path, (order_no, "11000.00"), ("nobody-knows", "88.00"))
    asked = ("reconcile", "--channel", "MAIN", "--day", START, "--file", path)
    ran = lending(*asked, *JSON)
    assert ran.status == 1
    assert (ran.document["amount_diff"], ran.document["long"], ran.document["open"]) == (1, 1, 2)
    told = {each["reference"]: each for each in ran.document["differences"]}
    assert (told[order_no]["theirs"], told[order_no]["ours"], told[order_no]["effect"]) == (
        "11000.00",
        "12000.00",
        "1000.00",
    )
    assert told["nobody-knows"]["effect"] == "-88.00"
    shown = lending(*asked)
    assert (shown.status, "LONG" in shown.out, "AMOUNT_DIFF" in shown.out) == (1, True, True)
    ages = lending("reconcile", "ages", *JSON)
    assert ages.status == 0
    assert [(row["result"], row["days"], row["surplus"], row["shortage"]) for row in ages.document["rows"]] == [
        ("AMOUNT_DIFF", "2-3", "1000.00", "0.00"),
        ("LONG", "2-3", "0.00", "88.00"),
    ]
    assert "AMOUNT_DIFF" in lending("reconcile", "ages").out


def test_money_that_names_no_loan_is_listed_as_parked(lending: CommandLine, order_no: str, tmp_path: Path) -> None:
    lines = [line(START, order_no, "12000.00", Flow.PAYOUT), line(START, "", "500.00", Flow.RECEIPT, channel_no="T-1")]
    path = tmp_path / "main.csv"
    write_statement(path, "MAIN", START, lines)
    ran = lending("reconcile", "--channel", "MAIN", "--day", START, "--file", path, *JSON)
    assert (ran.status, ran.document["open"]) == (0, 0)
    asked = ("reconcile", "parked", "--channel", "MAIN", "--type")
    (held,) = lending(*asked, "RECEIPT", *JSON).document["parked"]
    assert (held["reference"], held["effect"], held["state"]) == ("T-1", "500.00", "PARKED")
    assert lending(*asked, "PAYOUT", *JSON).document["parked"] == []
    assert "T-1" in lending(*asked, "RECEIPT").out
    unknown = lending(*asked, "PRESENT")
    assert (unknown.status, "type: 'PRESENT' is not valid: expected one of PAYOUT" in unknown.err) == (2, True)


def test_a_file_that_cannot_be_used_ends_with_two_and_changes_nothing(
    lending: CommandLine, order_no: str, tmp_path: Path
) -> None:
    path = statement(tmp_path, (order_no, "12000.00"))
    path.write_text(path.read_text().replace("SUCCESS", "PERHAPS"))
    asked = ("reconcile", "--channel", "MAIN", "--day", START, "--file", path)
    ran = lending(*asked)
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors[0].startswith("main.1.csv: line 3: state: 'PERHAPS' is not valid: expected one of SUCCESS")
    assert lending("reconcile", "ages", *JSON).document["rows"] == []
    assert lending("reconcile", "--channel", "MAIN", "--day", START, "--file", tmp_path / "none.csv").status == 2
    sound = statement(tmp_path, (order_no, "12000.00"))
    assert lending("reconcile", "--channel", "MAIN", "--day", START, "--file", sound).status == 0
    other = statement(tmp_path, (order_no, "1.00"))
    refused = lending("reconcile", "--channel", "MAIN", "--day", START, "--file", other)
    assert (refused.status, refused.out) == (2, "")
    assert refused.errors[0].startswith("STATEMENT_CHANGED: ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--channel", "MAIN", "--day", "2024-02-31"),
            "day: '2024-02-31' is not valid: expected a date of the calendar",
        ),
        (("--channel", "MAIN", "--day", "2024-01-05"), "file: nothing is not valid: expected the channel's statement"),
    ],
)
def test_what_cannot_be_meant(lending: CommandLine, arguments: tuple[str, ...], told: str) -> None:
    ran = lending("reconcile", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors[0].startswith(told)


@pytest.mark.usefixtures("order_no")
def test_the_books_of_a_closed_day_are_reconciled_and_released(lending: CommandLine) -> None:
    ran = lending("reconcile", "books", "--day", START, *JSON)
    assert ran.status == 0
    assert ran.document == {
        "day": START.isoformat(),
        "released": True,
        "ledger": {"matched": 1, "differences": 0},
        "business": {"matched": 1, "differences": 0},
        "differences": [],
    }
    assert "released" in lending("reconcile", "books", "--day", START).out
    open_day = START.replace(day=START.day + 2)
    held = lending("reconcile", "books", "--day", open_day)
    assert (held.status, held.errors[0].partition(":")[0]) == (1, "DAY_NOT_CLOSED")


def test_every_verb_has_help_with_an_example(lending: CommandLine) -> None:
    for verb in (("reconcile",), ("reconcile", "books"), ("reconcile", "ages"), ("reconcile", "parked")):
        ran = lending(*verb, "--help")
        assert (ran.status, f"Example: lending {' '.join(verb)}" in " ".join(ran.out.split())) == (0, True)
