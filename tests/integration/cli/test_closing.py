"""Months and years closed from the command line, and a balance looked at."""

from datetime import date

from tests.support.bookkeeping import by_hand, by_two, line, released
from tests.support.command_line import CommandLine
from tests.support.platform import staged

JSON = ("--format", "json")
FIRST, LAST, NEW_YEAR = date(2024, 12, 30), date(2024, 12, 31), date(2025, 1, 1)


def test_a_month_and_a_year_are_closed_once(lending: CommandLine, database: str) -> None:
    """S7: 180.00 of income end on retained profit; a day that is not released is named."""
    with staged(database, FIRST) as stage:
        by_two(stage, by_hand(line("Dr", "1002.01", "180.00"), line("Cr", "6011.01", "180.00")))
        stage.days_pass(until=NEW_YEAR)
        held = lending("books", "close-period", "2024-12", "--database", database)
        assert (held.status, held.out) == (1, "")
        assert "PERIOD_HELD" in held.err
        assert "2024-12-30; 2024-12-31" in held.err
        released(stage, FIRST, LAST)
    early = lending("books", "close-year", "2024", "--database", database)
    assert (early.status, "YEAR_NOT_CLOSED" in early.err) == (1, True)
    for _twice in range(2):
        closed = lending("books", "close-period", "2024-12", "--database", database, *JSON)
        assert (closed.status, closed.document) == (0, {"book": "OWN", "month": "2024-12", "closed_on": "2025-01-01"})
    for _twice in range(2):
        ended = lending("books", "close-year", "2024", "--database", database, *JSON)
        assert (ended.status, ended.document) == (0, {"book": "OWN", "year": 2024, "booked_on": "2025-01-01"})
    assert lending("worker", "--once", "--database", database).status == 0
    retained = lending("books", "balance", "4104.01", "--database", database, *JSON).document
    assert (retained["previous"], retained["now"], retained["mode"]) == ("0.00", "-180.00", "BUFFERED")
    bank = lending("books", "balance", "1002.01", "--database", database, *JSON).document
    assert (bank["previous"], bank["now"]) == ("180.00", "180.00")
    unknown = lending("books", "balance", "1303.99", "--database", database)
    assert (unknown.status, "ACCOUNT_NOT_FOUND" in unknown.err) == (1, True)
    assert lending("db", "check", "--database", database, *JSON).document["ok"]


def test_what_is_no_month_year_or_account_is_told(lending: CommandLine, database: str) -> None:
    for verb, told in (
        (("close-period", "2024-13"), "a month such as 2024-01"),
        (("close-period", "2024-01", "--book", "OWNN"), "a book: OWN"),
        (("close-year", "MMXXIV"), "a whole number"),
        (("balance", "13"), "an account code"),
    ):
        ran = lending("books", *verb, "--database", database)
        assert (ran.status, told in ran.err) == (2, True), ran.err
