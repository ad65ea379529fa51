"""The verbs that keep a platform running: schema, book, end of day, worker, books, proofs."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lending.application.store import Reader
from lending.flows.end_of_day import Task, tasks_of
from lending.kernel.money import Money
from lending.loans.commands import RepayLoan
from lending_adapters import end_of_day
from lending_adapters.book import SHIPPED, read_book
from lending_adapters.end_of_day import open_day, run_end_of_day, unfinished
from lending_adapters.platform import open_platform
from tests.support.command_line import CommandLine
from tests.support.copies import copied
from tests.support.desk import ScriptedChannel, ScriptedFunders, ScriptedVendors
from tests.support.platform import staged
from tests.support.scenario import FIRST_DUE, START, a_loan_is_paid_out

JSON = ("--format", "json")


@pytest.fixture
def running(lending: CommandLine, database: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A platform with the shipped book, opened for business on 5 April 2024."""
    monkeypatch.setenv("LENDING_DATABASE_URL", database)
    assert lending("db", "upgrade").status == 0
    assert lending("book", "load", "--start", "2024-04-05").status == 0
    return database


def test_a_database_is_made_and_brought_up_to_date_once(lending: CommandLine, database: str) -> None:
    first = lending("db", "upgrade", "--database", database, *JSON)
    second = lending("db", "upgrade", "--database", database, *JSON)
    assert (first.status, second.status) == (0, 0)
    assert first.document["before"] is None
    assert second.document["before"] == second.document["now"] == first.document["now"]


def test_a_database_without_tables_says_what_to_do(lending: CommandLine, database: str) -> None:
    for verb in (("db", "check"), ("book", "load"), ("eod", "run", "--through", "2024-04-05"), ("worker", "--once")):
        ran = lending(*verb, "--database", database)
        assert (ran.status, ran.out) == (1, "")
        assert "run `lending db upgrade`" in ran.err


@pytest.mark.usefixtures("running")
def test_the_book_is_loaded_and_exported_again(lending: CommandLine, tmp_path: Path) -> None:
    again = lending("book", "load", *JSON)
    assert (again.status, again.err) == (0, "")
    assert again.document["products"] == [
        "car-direct-lease",
        "car-in-an-hour",
        "car-leaseback",
        "small-cash",
        "small-cash-joint",
    ]
    exported = lending("book", "export", tmp_path / "book", *JSON)
    assert len(exported.document["files"]) == 14
    assert read_book(tmp_path / "book") == read_book()
    assert lending("book", "load", tmp_path / "book").status == 0


@pytest.mark.usefixtures("running")
def test_a_book_with_faults_ends_with_two_and_changes_nothing(lending: CommandLine, tmp_path: Path) -> None:
    lending("book", "export", tmp_path / "book")
    cash = tmp_path / "book" / "products" / "small-cash.toml"
    cash.write_text(cash.read_text().replace('"50000.00"', '"50000.001"').replace("[3, 6, 12]", "[-3]"))
    (tmp_path / "book" / "chart.toml").write_text('version = 1\naccounts = [\n    { code = "1002.01" ]\n')
    ran = lending("book", "load", tmp_path / "book")
    assert (ran.status, ran.out) == (2, "")
    assert [error.partition(" is not valid")[0] for error in ran.errors] == [
        "chart.toml: line 3: '{ code = \"1002.01\" ]'",
        "products/small-cash.toml: amount_max: '50000.001'",
        "products/small-cash.toml: terms: [-3]",
    ]
    changed = tmp_path / "book" / "chart.toml"
    changed.unlink()
    cash.write_text(cash.read_text().replace('"50000.001"', '"40000.00"').replace("[-3]", "[3]"))
    refused = lending("book", "load", tmp_path / "book")
    assert (refused.status, refused.out) == (1, "")
    reason = "VERSION_NOT_NEXT: A product's versions are published one after the other"
    assert refused.errors == [f"PublishProduct: {reason} (product small-cash, version 1, expected 2)"]


@pytest.mark.usefixtures("running")
def test_days_are_closed_once_and_no_day_twice(lending: CommandLine) -> None:
    ran = lending("eod", "run", "--through", "2024-04-07", *JSON)
    assert ran.status == 0
    assert set(ran.document) == {"through", "days", "loans", "nodes", "seconds"}
    assert (ran.document["through"], ran.document["days"]) == ("2024-04-07", 3)
    assert [(node["name"], set(node)) for node in ran.document["nodes"]] == [
        (name, {"name", "seconds", "rows"})
        for name in ("switch", "publications", "due", "accrual", "cover", "deduction", "settlement")
    ]
    assert lending("eod", "run", "--through", "2024-04-07", *JSON).document["days"] == 0
    assert lending("eod", "run", "--through", "2024-04-06", *JSON).document["days"] == 0


def test_an_end_of_day_that_was_killed_goes_on_where_it_stopped(lending: CommandLine, database: str) -> None:
    """Killed after the switch: the day is open, and nothing else of it was done."""
    second = START + timedelta(days=1)
    with staged(database, START) as stage:
        a_loan_is_paid_out(stage)
        run_end_of_day(stage.bus, tuple(tasks_of(second))[:1], stage.clock.now())
        assert stage.booked("ACCRUED", second) == []
    assert lending("eod", "run", "--through", START, "--database", database).status == 0
    rows = lending("books", "trial-balance", "--database", database, *JSON).document["rows"]
    assert {row["account"]: row["balance"] for row in rows}["1132.01"] == "6.00"
    with open_platform(
        database,
        payouts=ScriptedChannel(),
        collections=ScriptedChannel(),
        funders=ScriptedFunders(),
        vendors=ScriptedVendors(),
    ) as platform:
        assert open_day(platform.store) == second
        assert unfinished(platform.store, second) == ()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "through: nothing is not valid: expected a date of the calendar from 1900-01-01"),
        (
            ("--through", "2027-01-01"),
            "through: 2027-01-01 is not valid: expected a day of the years whose business calendar is published (2004",
        ),
        (("--through", "2199-12-31"), "through: 2199-12-31 is not valid: expected a day of the years whose business"),
        (
            ("--through", "2024-02-31"),
            "through: '2024-02-31' is not valid: expected a date of the calendar from 1900-01-01",
        ),
        (("--through", "2024-04-06", "--engine", "abacus"), "engine: 'abacus' is not valid: expected one of local"),
    ],
)
@pytest.mark.usefixtures("running")
def test_an_end_of_day_that_cannot_be_meant(lending: CommandLine, arguments: tuple[str, ...], told: str) -> None:
    ran = lending("eod", "run", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.errors[0].startswith(told)


@pytest.mark.usefixtures("running")
def test_the_tasks_of_a_day_are_made_when_its_turn_comes(lending: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """However far the end lies: 1,000 days ahead, as many tasks are counted, and those of one day are made."""
    made: list[date] = []
    counted: list[int] = []
    make, count = end_of_day.tasks_of, end_of_day.count_tasks

    def tasks(opening: date) -> Iterator[Task]:
        made.append(opening)
        return make(opening)

    def told(reader: Reader, through: date) -> int:
        counted.append(count(reader, through))
        return counted[-1]

    def stopped(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(end_of_day, "tasks_of", tasks)
    monkeypatch.setattr(end_of_day, "count_tasks", told)
    monkeypatch.setattr(end_of_day, "run_end_of_day", stopped)
    assert lending("eod", "run", "--through", "2026-12-30").status == 130
    ahead = (date(2026, 12, 30) - date(2024, 4, 5)).days + 1
    a_day = len(list(make(date(2024, 4, 6))))
    today_was_opened_by_starting = a_day - 1
    assert counted == [ahead * a_day + today_was_opened_by_starting]
    assert set(made) <= {date(2024, 4, 5), date(2024, 4, 6)}


def test_no_day_is_closed_without_a_calendar(lending: CommandLine, database: str, tmp_path: Path) -> None:
    shutil.copy(SHIPPED / "chart.toml", tmp_path)
    lending("db", "upgrade", "--database", database)
    assert lending("book", "load", tmp_path, "--start", "2024-04-05", "--database", database).status == 0
    ran = lending("eod", "run", "--through", "2024-04-06", "--database", database)
    assert (ran.status, ran.out) == (2, "")
    assert "is published (none; `lending book load` adds to it)" in ran.errors[0]


def test_no_day_is_closed_before_business_starts(lending: CommandLine, database: str) -> None:
    lending("db", "upgrade", "--database", database)
    ran = lending("eod", "run", "--through", "2024-04-06", "--database", database)
    assert (ran.status, ran.out) == (1, "")
    assert ran.errors == ["BUSINESS_NOT_STARTED: No accounting day is open yet (act SwitchDay)"]


@pytest.mark.parametrize(
    "day", ["9999-12-31", "0001-01-01", "1899-12-31", "2200-01-01", "2024-W01-1", "２０２４-01-01"]
)
@pytest.mark.parametrize(
    ("verb", "option"),
    [(("eod", "run"), "through"), (("books", "trial-balance"), "through"), (("book", "load"), "start")],
)
@pytest.mark.usefixtures("running")
def test_a_date_is_told_by_its_option_its_value_and_what_was_expected(
    lending: CommandLine, verb: tuple[str, ...], option: str, day: str
) -> None:
    ran = lending(*verb, f"--{option}", day)
    assert (ran.status, ran.out) == (2, "")
    expected = "a date of the calendar from 1900-01-01 to 2199-12-31, written YYYY-MM-DD"
    assert ran.errors == [f"{option}: {day!r} is not valid: expected {expected}"]


@pytest.mark.usefixtures("running")
def test_a_worker_with_nothing_to_do_says_so(lending: CommandLine) -> None:
    assert lending("worker", "--once", *JSON).document == {"done": 0, "refused": 0, "postponed": 0}


def test_the_proofs_hold_after_a_loans_life(lending: CommandLine, lived: str) -> None:
    ran = lending("db", "check", "--database", lived, *JSON)
    assert (ran.status, ran.document["ok"]) == (0, True)
    checked = {name: proof["checked"] for name, proof in ran.document["proofs"].items()}
    assert checked["principal and credit on the books are the loans'"] == 1
    assert checked["every voucher balances"] > 100


@pytest.mark.parametrize(
    ("spoil", "broken"),
    [
        ("UPDATE loans SET principal_outstanding = 1", "principal and credit on the books are the loans'"),
        ("UPDATE loans SET principal_outstanding = 1", "instalments sum to the principal outstanding"),
        ("UPDATE loans SET credit_balance = -1", "a credit balance pays what it pays and no more"),
        ("UPDATE journal_lines SET account = '2241.03' WHERE account = '6021.01'",
         "principal and credit on the books are the loans'"),
        ("UPDATE instalments SET interest_left = -1 WHERE number = 2", "no instalment is negative"),
        ("UPDATE journal_lines SET amount = amount + 1 WHERE rowid = 1", "every voucher balances"),
        ("UPDATE journal_lines SET amount = amount + 1 WHERE rowid = 1", "debits are credits"),
        ("UPDATE journal_lines SET account = '1132.05' WHERE account = '1132.01' AND side = 'DEBIT'",
         "a settled loan has nothing receivable"),
        ("UPDATE journal_lines SET account = '1132.05' WHERE account = '1132.01' AND side = 'DEBIT'",
         "accruing loans are owed on book, non-accrual loans off book"),
        ("UPDATE positions SET non_accrual = 1, interest_accrued = 1",
         "accruing loans are owed on book, non-accrual loans off book"),
        ("UPDATE positions SET claim = 1", "principal and claims stand in the class of their loan"),
        ("UPDATE positions SET interest_due = 1", "interest due on the plan is due in the books"),
        ("UPDATE journal_lines SET account = '1303.03' WHERE account = '1303.01' AND side = 'DEBIT'",
         "non-accrual loans are those whose principal stands as non-accrual"),
        ("UPDATE journal_lines SET account = '7101.01' WHERE rowid = 1",
         "no voucher mixes on-book and off-book lines"),
        ("UPDATE journal_lines SET account = '9999' WHERE rowid = 1", "every account posted to is in the chart"),
        ("DELETE FROM journal_lines WHERE voucher_id = (SELECT MIN(id) FROM vouchers)", "every voucher has lines"),
        ("DELETE FROM vouchers WHERE id = (SELECT MIN(id) FROM vouchers)", "every line has its voucher"),
        ("INSERT INTO day_releases VALUES ('2024-07-17', 1, 1, '{\"day\": \"2024-07-17\"}')",
         "1012 is what the channels confirmed"),
        ("UPDATE journal_lines SET account = '2202.01', subject = '' WHERE rowid = 1",
         "dealers, payout vouchers, lines and collateral stand by subject"),
        ("UPDATE journal_lines SET account = '7301.01' WHERE rowid = 1",
         "undrawn credit lines are what the lines promise"),
        ("UPDATE journal_lines SET account = '7001.01' WHERE rowid = 1",
         "dealers are owed what payout vouchers promise"),
        ("UPDATE journal_lines SET account = '2241.02' WHERE rowid = 1", "pending accounts are what is parked"),
        ("UPDATE journal_lines SET amount = amount + 1 WHERE rowid IN (1, 2)",
         "the balances of each day are the sums of their lines"),
        ("INSERT INTO live_balances VALUES ('OWN', '1012.01', '', 'CNY', '2024-04-05', 5, 0)",
         "balances that move with their lines are their sums"),
        ("INSERT INTO year_ends VALUES ('OWN/2024', 1, 1, '{}', 'OWN', '2024-12-31')",
         "profit and loss accounts are zero after the year's end"),
        ("UPDATE vouchers SET event = 'CHANNEL_FEE' WHERE id = (SELECT MIN(id) FROM vouchers)",
         "channel fees are those of the channels' statements"),
    ],
)  # fmt: skip
def test_a_spoilt_database_is_found_out(
    lending: CommandLine, lived: str, tmp_path: Path, spoil: str, broken: str
) -> None:
    url = copied(lived, tmp_path)
    with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(spoil)
    connection.close()
    ran = lending("db", "check", "--database", url, *JSON)
    assert (ran.status, ran.document["ok"]) == (1, False)
    found = [name for name, proof in ran.document["proofs"].items() if proof["violated"]]
    assert [name for name in found if name.startswith(broken)], found


def test_the_proofs_hold_after_a_credit_balance_has_paid_an_instalment(lending: CommandLine, database: str) -> None:
    """溢缴款: 1,200.00 paid ahead; on the due day 1,100.16 of it go to the instalment, and nobody touches the loan."""
    with staged(database, START) as stage:
        loan_id, customer = a_loan_is_paid_out(stage)
        stage.done(RepayLoan(loan_id, Money.parse("1200.00"), "ahead"), customer)
        stage.days_pass(until=FIRST_DUE + timedelta(days=1))
    ran = lending("db", "check", "--database", database, *JSON)
    assert (ran.status, ran.document["ok"]) == (0, True)
    assert ran.document["proofs"]["a credit balance pays what it pays and no more"]["checked"] == 1
    rows = lending("books", "trial-balance", "--database", database, *JSON).document["rows"]
    balances = {row["account"]: row["balance"] for row in rows}
    assert (balances["2241.03"], balances["1303.01"], balances["1132.02"]) == ("-99.84", "11079.84", "0.00")


def test_a_sound_configuration_is_said_to_be_so(lending: CommandLine, running: str) -> None:
    ran = lending("config", "check", *JSON)
    assert (ran.status, ran.document["ok"], ran.document["faults"]) == (0, True, [])
    assert ran.document["settings"]["LENDING_DATABASE_URL"] == running


def test_every_fault_of_the_configuration_is_told_with_its_place(
    lending: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LENDING_POOL_SIZE", "many")
    (tmp_path / "charts.toml").write_text("")
    (tmp_path / "lpr.csv").write_text("published,one_year,over_five_years\n2024-02-31,3.45,4.2\n")
    ran = lending("config", "check", "--book", tmp_path, *JSON)
    assert ran.status == 1
    assert [fault["place"] for fault in ran.document["faults"]] == [
        "LENDING_POOL_SIZE", "charts.toml", "lpr.csv: line 2: published",
    ]  # fmt: skip


def test_a_database_that_does_not_open_is_a_fault_of_the_configuration(
    lending: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LENDING_DATABASE_URL", f"sqlite:///{tmp_path / 'none' / 'lending.db'}")
    ran = lending("config", "check", *JSON)
    assert (ran.status, [fault["place"] for fault in ran.document["faults"]]) == (1, ["LENDING_DATABASE_URL"])
