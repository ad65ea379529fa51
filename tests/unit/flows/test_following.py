"""Loans follow what is published, through the end of day: in time, again, late."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from lending.accounting.ports import VOUCHERS
from lending.contracts.commands import AcceptContract
from lending.flows.end_of_day import run_task, tasks_of
from lending.kernel.calendar import CalendarEnds
from lending.kernel.ids import shard_of
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.loans.commands import FollowPublications, PublicationsFollowed
from lending.loans.events import LoanRepriced
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.queries import GetLoan, QuoteLoan
from lending.operations.commands import PublishCalendar
from lending.operations.refusals import DayNotOpen
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending_adapters.book import load_book
from tests.support.desk import SYSTEM, Desk
from tests.support.floating import RESET, START, write_products

DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_products(tmp_path / "book")


@pytest.fixture
def desk(folder: Path) -> Desk:
    return desk_on(START, folder)


def desk_on(day: date, folder: Path) -> Desk:
    desk = Desk(day)
    load_book(desk.bus, desk.now, folder)
    return desk


def paid_out(desk: Desk, product: str = "lpr-cash", amount: str = "300000.00", instalments: int = 36) -> LoanId:
    asked = SubmitApplication(
        customer_id=desk.customer(), product=product, amount=Money.parse(amount), instalments=instalments
    )
    application = desk.done(asked).application_id
    desk.work()
    contract = desk.done(ConfirmOffer(application))
    desk.done(AcceptContract(contract.contract_id, contract.digest))
    desk.work()
    loan_id = desk.answer(GetApplication(application)).loan_id
    assert loan_id is not None
    return LoanId(loan_id)


def stored(desk: Desk, loan_id: LoanId) -> Loan:
    found = desk.store.load(LOANS, loan_id.value)
    assert found is not None
    return found.value


def told(desk: Desk) -> list[LoanRepriced]:
    return [record.event for record in desk.store.events() if isinstance(record.event, LoanRepriced)]


@pytest.mark.requirement("R12", command="FollowPublications")
def test_a_reset_day_reprices_and_tells_the_customer_once(desk: Desk) -> None:
    loan_id = paid_out(desk)
    desk.close_days_until(RESET)
    for task in tasks_of(RESET):
        assert isinstance(run_task(desk.bus, task, desk.now), Success)
    for shard in range(16):
        assert desk.done(FollowPublications(RESET, shard), SYSTEM).repriced == 0
    (event,) = told(desk)
    assert (event.loan_id, event.on) == (loan_id, RESET)
    assert (event.before.percent, event.after.percent, event.next_reset) == ("6.00 %", "5.90 %", RESET.replace(month=9))


@pytest.mark.requirement("R12", command="FollowPublications")
def test_a_reset_that_was_missed_is_made_up_with_its_own_date(desk: Desk, folder: Path) -> None:
    """The node of 1 August never ran; that of 3 August does what it would have done."""
    loan_id = paid_out(desk)
    desk.close_days_until(RESET - DAY)
    for ahead in range(3):
        desk.now += DAY
        desk.day = RESET + ahead * DAY
        for task in tasks_of(desk.day):
            if task.node != "publications" or ahead == 2:
                assert isinstance(run_task(desk.bus, task, desk.now), Success)
    in_time = desk_on(START, folder)
    other = paid_out(in_time)
    in_time.close_days_until(desk.day)
    assert stored(desk, loan_id).facts[1:] == stored(in_time, other).facts[1:]
    assert stored(desk, loan_id).account(desk.day) == stored(in_time, other).account(desk.day)
    assert balances(desk) == balances(in_time)


@pytest.mark.requirement("R11", command="FollowPublications")
def test_a_fixed_rate_is_never_repriced(desk: Desk) -> None:
    loan_id = paid_out(desk, "small-cash", "12000.00", 12)
    before = stored(desk, loan_id)
    desk.close_days_until(RESET + DAY)
    assert stored(desk, loan_id).facts == before.facts
    assert told(desk) == []


def test_a_days_publications_are_followed_on_that_day_only(desk: Desk) -> None:
    assert desk.refusal(FollowPublications(RESET, 0), SYSTEM) == DayNotOpen(START, RESET)


class TestHolidays:
    """Spring Festival 2024 in the calendar of the shipped book: due on 10 February, payable until Sunday the 18th."""

    OPENED, DUE, PAY_BY = date(2024, 1, 10), date(2024, 2, 10), date(2024, 2, 18)

    @pytest.mark.requirement("R49", command="RequestDeductions")
    def test_it_falls_due_on_its_date_and_is_deducted_on_the_next_workday(self, folder: Path) -> None:
        desk = desk_on(self.OPENED, folder)
        loan_id = paid_out(desk, "festival-cash", "12000.00", 12)
        row = desk.answer(GetLoan(loan_id)).instalments[0]
        assert (row.due, row.pay_by) == (self.DUE, self.PAY_BY)
        desk.close_days_until(self.PAY_BY - DAY)
        assert desk.answer(GetLoan(loan_id)).due_now.text == "1100.16"
        assert desk.collections.heard == []
        desk.close_days_until(self.PAY_BY)
        paid = desk.answer(GetLoan(loan_id)).instalments[0]
        assert (paid.status, paid.paid.text, paid.total.text) == ("PAID", "1100.16", "1100.16")

    @pytest.mark.requirement("R49", command="QuoteLoan")
    def test_the_quote_says_by_when_each_instalment_is_paid_in_time(self, folder: Path) -> None:
        desk = desk_on(self.OPENED, folder)
        rows = desk.answer(QuoteLoan("festival-cash", Money.parse("12000.00"), 12)).instalments
        assert [(row.due, row.pay_by) for row in rows[:2]] == [
            (self.DUE, self.PAY_BY),
            (date(2024, 3, 10), date(2024, 3, 11)),
        ]

    @pytest.mark.requirement("R49", command="FollowPublications")
    def test_a_calendar_published_later_reaches_the_loan_once(self, folder: Path) -> None:
        """The shipped book ends with 2026; of 2027 nothing is known until it is published."""
        desk = desk_on(date(2026, 11, 10), folder)
        loan_id = paid_out(desk, "festival-cash", "12000.00", 12)
        assert desk.answer(GetLoan(loan_id)).instalments[1].pay_by is None
        desk.done(publishing_2027(), SYSTEM)
        desk.close_days_until(desk.day + 2 * DAY)
        rows = desk.answer(GetLoan(loan_id)).instalments
        assert (rows[1].due, rows[1].pay_by) == (date(2027, 1, 10), date(2027, 1, 11))
        assert [fact.key for fact in stored(desk, loan_id).facts[1:]] == ["calendar-2027"]

    @pytest.mark.requirement("R49", command="FollowPublications")
    def test_a_year_that_is_not_published_stops_the_day_until_it_is(self, folder: Path) -> None:
        desk = desk_on(date(2026, 12, 30), folder)
        loan_id = paid_out(desk, "festival-cash", "12000.00", 12)
        desk.close_days_until(date(2026, 12, 31))
        desk.now += DAY
        tasks = tuple(tasks_of(date(2027, 1, 1)))
        assert isinstance(run_task(desk.bus, tasks[0], desk.now), Success)
        shard = shard_of(loan_id.value)
        (task,) = (task for task in tasks if (task.node, task.shard) == ("publications", shard))
        assert run_task(desk.bus, task, desk.now) == Failure(CalendarEnds(2027))
        desk.done(publishing_2027(), SYSTEM)
        assert run_task(desk.bus, task, desk.now).unwrap() == PublicationsFollowed(1, 0, 1)


def publishing_2027() -> PublishCalendar:
    """2027 as if all its holidays were weekends."""
    days = (date(2027, 1, 1) + ahead * DAY for ahead in range(365))
    return PublishCalendar(2027, frozenset(day for day in days if day.weekday() < 5))


def balances(desk: Desk) -> dict[str, int]:
    """Each account's balance in minor units."""
    held: dict[str, int] = {}
    for voucher in desk.store.page(VOUCHERS, None, "", "", 10_000):
        for line in voucher.lines:
            held[line.account] = held.get(line.account, 0) + line.signed
    return held
