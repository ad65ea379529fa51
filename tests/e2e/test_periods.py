"""Periods and years are closed in order, refuse while anything stands open, and are never opened again."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lending.accounting.commands import ClosePeriod, CloseYear, CorrectVoucher, RecordProofs, RecordYearEnd
from lending.accounting.queries import GetTrialBalance
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal
from lending.operations.commands import SwitchDay
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.bookkeeping import by_hand, by_two, latest, line, refused_to_two, released, shown_of
from tests.support.platform import SYSTEM, Stage, staged

FIRST, LAST = date(2024, 12, 30), date(2024, 12, 31)
NEW_YEAR = date(2025, 1, 2)
PARTNER = "FND:BANK_A"


@pytest.fixture(params=["memory", "sqlite", "postgresql", "grpc"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """A platform that opens on the last days of a year; a database is proved sound at the end."""
    keyring = Keyring.generate().text
    urls = {"memory": "memory", "grpc": "memory", "sqlite": f"sqlite:///{tmp_path / 'periods.db'}"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, FIRST, keyring=keyring, over_grpc=request.param == "grpc") as made:
        yield made
    if url != "memory":
        assert not [proof for proof in prove(url, {"LENDING_KEYRING": keyring}) if proof.violated]


def refused(stage: Stage, month: str, book: str = "OWN") -> Refusal:
    """Why a month cannot be closed."""
    return stage.refusal(ClosePeriod(month, book), SYSTEM)


def balances(stage: Stage, book: str = "OWN", through: date | None = None) -> dict[str, str]:
    """Every account that is not zero, debit positive."""
    rows = stage.answer(GetTrialBalance(book, through)).rows
    return {row.account: Money(row.debit - row.credit).text for row in rows if row.debit != row.credit}


@pytest.mark.requirement("R66", "R61", command="ClosePeriod")
def test_a_month_is_closed_when_all_its_days_are_released_and_the_proofs_hold(stage: Stage) -> None:
    interest_comes_in(stage)
    assert refused(stage, "2024-12").code == "PERIOD_NOT_OVER"
    stage.days_pass(until=NEW_YEAR)
    assert refused(stage, "2024-11").facts["expected"] == "2024-12"
    held = refused(stage, "2024-12")
    assert (held.code, held.facts["not_released"]) == ("PERIOD_HELD", "2024-12-30; 2024-12-31")
    assert (held.facts["not_sealed"], held.facts["proofs"]) == ("", "not run today")
    released(stage, FIRST, LAST)
    stage.done(RecordProofs(9, ("1012 is the channel's statement",)), SYSTEM)
    assert refused(stage, "2024-12").facts["proofs"] == "1012 is the channel's statement"
    stage.done(RecordProofs(9, ()), SYSTEM)
    by_two(stage, ClosePeriod("2024-12"))
    again = stage.done(ClosePeriod("2024-12"), SYSTEM)
    assert again.closed_on == NEW_YEAR, "closed once; nothing opens it again"
    assert refused(stage, "2025-01").code == "PERIOD_NOT_OVER"
    assert refused(stage, "2025-01", PARTNER).facts == {"period": f"{PARTNER}/2025-01", "open_day": "2025-01-02"}
    assert refused(stage, "2024-11", PARTNER).facts["expected"] == "2024-12", "each book has periods of its own"


def interest_comes_in(stage: Stage) -> None:
    """Business on the first day, so that its books have something to be reconciled and sealed."""
    by_two(stage, by_hand(line("Dr", "1002.01", "180.00"), line("Cr", "6011.01", "180.00")))


@pytest.mark.requirement("R61", command="PostVoucher")
def test_a_closed_month_takes_no_voucher_and_what_it_lacks_is_booked_in_the_open_one(stage: Stage) -> None:
    interest_comes_in(stage)
    wrong = latest(stage, "MANUAL")
    stage.days_pass(until=NEW_YEAR)
    released(stage, FIRST, LAST)
    stage.done(ClosePeriod("2024-12"), SYSTEM)
    lines = line("Dr", "6601.01", "5.00"), line("Cr", "1002.01", "5.00")
    late = refused_to_two(stage, by_hand(*lines, business_date=LAST))
    assert (late.code, late.facts["period"]) == ("PERIOD_CLOSED", "OWN/2024-12")
    assert refused_to_two(stage, by_hand(*lines, business_date=LAST, book=PARTNER)).code == "DAY_NOT_OPEN"
    by_two(stage, by_hand(*lines, value_date=LAST))
    booked = latest(stage, "MANUAL")
    assert (booked.business_date, booked.value_date) == (NEW_YEAR, LAST)
    by_two(stage, CorrectVoucher(voucher_id=wrong.id, reason="never came"))
    assert latest(stage, "CORRECTED_IN_BLUE").business_date == NEW_YEAR


@pytest.mark.entry("S7")
@pytest.mark.requirement("R61", command=("CloseYear", "RecordYearEnd"))
def test_a_year_ends_when_its_last_month_is_closed(stage: Stage) -> None:
    """S7: 180.00 of interest are profit; the partner's loss of 52.50 is its own. The new year's income stays."""
    interest_comes_in(stage)
    by_two(stage, by_hand(line("Dr", "6421.02", "52.50"), line("Cr", "1002.01", "52.50"), book=PARTNER))
    stage.days_pass(until=NEW_YEAR)
    by_two(stage, by_hand(line("Dr", "1002.01", "7.00"), line("Cr", "6011.01", "7.00")))
    assert stage.refusal(CloseYear(2024), SYSTEM).facts["expected"] == "OWN/2024-12"
    assert stage.refusal(RecordYearEnd(2024, "OWN", ()), SYSTEM).code == "YEAR_NOT_CLOSED"
    released(stage, FIRST, LAST)
    for book in ("OWN", PARTNER):
        stage.done(ClosePeriod("2024-12", book), SYSTEM)
        assert stage.done(CloseYear(2024, book), SYSTEM).booked_on is None
    ended = [voucher for voucher in stage.vouchers() if voucher.event == "YEAR_CLOSED"]
    assert {voucher.book: shown_of(voucher) for voucher in ended} == {
        "OWN": [("Dr", "6011.01", "180.00"), ("Cr", "4103.01", "180.00")],
        PARTNER: [("Cr", "6421.02", "52.50"), ("Dr", "4103.01", "52.50")],
    }
    assert {(voucher.business_date, voucher.value_date) for voucher in ended} == {(NEW_YEAR, LAST)}
    assert balances(stage) == {"1002.01": "187.00", "4104.01": "-180.00", "6011.01": "-7.00"}
    assert balances(stage, PARTNER) == {"1002.01": "-52.50", "4104.01": "52.50"}
    count = len(stage.vouchers())
    assert stage.done(CloseYear(2024), SYSTEM).booked_on == NEW_YEAR
    assert len(stage.vouchers()) == count, "a year ends once"


def only_days_pass(stage: Stage, first: date, last: date) -> None:
    """Days on which nothing is done but the switch."""
    for number in range(1, (last - first).days + 1):
        stage.done(SwitchDay(first + timedelta(days=number)), SYSTEM)


@pytest.mark.requirement("R61", command="RecordYearEnd")
def test_a_second_year_takes_only_its_own_though_the_first_was_ended_late() -> None:
    """2024 is ended only in 2026: through the last day of 2025 its 180.00 still stand beside the 7.00 of 2025."""
    with staged("memory", FIRST) as stage:
        interest_comes_in(stage)
        stage.days_pass(until=NEW_YEAR)
        by_two(stage, by_hand(line("Dr", "1002.01", "7.00"), line("Cr", "6011.01", "7.00")))
        only_days_pass(stage, NEW_YEAR, date(2026, 1, 1))
        released(stage, FIRST, date(2025, 12, 31))
        for month in ("2024-12", *(f"2025-{month:02}" for month in range(1, 13))):
            stage.done(ClosePeriod(month), SYSTEM)
        assert stage.refusal(CloseYear(2025), SYSTEM).facts["expected"] == "OWN/2024"
        stage.done(CloseYear(2024), SYSTEM)
        only_days_pass(stage, date(2026, 1, 1), date(2026, 1, 2))
        stage.done(CloseYear(2025), SYSTEM)
        assert shown_of(latest(stage, "YEAR_CLOSED")) == [("Dr", "6011.01", "7.00"), ("Cr", "4103.01", "7.00")]
        assert balances(stage) == {"1002.01": "187.00", "4104.01": "-187.00"}
