"""F19: due dates on holidays. Spring Festival 2024: 10 to 17 February; the 18th, a Sunday, is worked."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from lending.kernel.calendar import DueDateRule, WorkCalendar, WorkYear
from lending.kernel.invalid import InvalidValue
from lending.kernel.outcome import Success
from lending.kernel.periods import Period, PeriodUnit
from lending.loans.account import Account
from lending.loans.choices import InterestOn, Method
from lending.loans.events import PayByDatesSet
from lending.loans.facts import CalendarYearKnown, DueDayChange, Extension, LoanFact, RateChange
from lending.loans.history import history
from lending.loans.quote import quote
from lending.loans.status import InstalmentStatus, LoanStatus
from lending.loans.terms import Grace, LoanTerms
from lending.products.rates import Floating, Publication, ReferenceRates, Reset, Tenor
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PENALTY, base_loan, by_days, figure, loan_at, paid, split, yuan

START, DUE, PAY_BY = date(2024, 1, 10), date(2024, 2, 10), date(2024, 2, 18)
DAY = timedelta(days=1)
FESTIVAL = tuple(date(2024, 2, day) for day in range(12, 17))
YEAR_2024 = WorkYear(2024, FESTIVAL, (date(2024, 2, 4), PAY_BY))
YEAR_2025 = WorkYear(2025, (date(2025, 1, 1),))
KNOWN = WorkCalendar((YEAR_2024, YEAR_2025))


def holidays(rule: DueDateRule = DueDateRule.NEXT, calendar: WorkCalendar = KNOWN, **changes: Any) -> LoanTerms:
    return base_loan(start=START, holiday=rule, calendar=calendar, penalty=PENALTY, **changes)


def first(terms: LoanTerms, as_of: date, *facts: LoanFact) -> Any:
    return loan_at(terms, as_of, *facts).instalments[0]


class TestNext:
    @pytest.mark.requirement("R49")
    def test_what_falls_due_in_the_festival_is_paid_in_time_on_the_make_up_sunday(self) -> None:
        row = first(holidays(), PAY_BY, paid(PAY_BY, "1100.16"))
        assert (row.due, row.pay_by, row.settled_on, row.status) == (DUE, PAY_BY, PAY_BY, InstalmentStatus.PAID)
        assert split(row) == ("920.16", "180.00")
        assert (row.asked.penalty, row.paid_late) == (0, 0)

    def test_days_past_due_count_from_there(self) -> None:
        terms = holidays()
        for late in (0, 1, 9):
            account = loan_at(terms, PAY_BY + late * DAY)
            assert account.days_past_due == late
            assert account.status is (LoanStatus.OVERDUE if late else LoanStatus.NORMAL)
            assert account.figures.principal_overdue == (92016 if late else 0)

    def test_penalty_counts_from_there(self) -> None:
        """Ten days after the 18th: the 6.90 and 1.35 of F10."""
        row = first(holidays(), PAY_BY + 10 * DAY)
        assert (figure(row.asked.penalty), figure(row.asked.compound)) == ("6.90", "1.35")

    def test_grace_days_follow_it(self) -> None:
        terms = holidays(grace=Grace(days=3))
        assert first(terms, PAY_BY + 3 * DAY).status is InstalmentStatus.DUE
        assert first(terms, PAY_BY + 3 * DAY, paid(PAY_BY + 3 * DAY, "1100.16")).asked.penalty == 0
        assert first(terms, PAY_BY + 4 * DAY).status is InstalmentStatus.OVERDUE

    def test_it_is_due_on_its_date_and_demanded_on_the_next_workday(self) -> None:
        on_the_day, at_the_end = loan_at(holidays(), DUE), loan_at(holidays(), PAY_BY)
        assert (on_the_day.due.total, on_the_day.demanded.total) == (110016, 0)
        assert at_the_end.demanded == at_the_end.due
        assert loan_at(holidays(), PAY_BY - DAY).demanded.total == 0

    def test_due_dates_on_workdays_stay(self) -> None:
        rows = loan_at(holidays(), START).instalments
        weekends = {2: date(2024, 3, 11), 7: date(2024, 8, 12), 10: date(2024, 11, 11)}
        assert {row.no: row.pay_by for row in rows if row.pay_by != row.due} == {1: PAY_BY, **weekends}

    def test_without_the_rule_nothing_moves(self) -> None:
        row = first(holidays(DueDateRule.NONE), PAY_BY)
        assert (row.pay_by, row.days_past_due) == (DUE, 8)


class TestNextAccrue:
    @pytest.mark.parametrize("on", list(InterestOn))
    def test_the_festival_bears_interest_in_the_instalment_and_not_in_the_one_after_it(self, on: InterestOn) -> None:
        """12,000 x 18 % x 8 / 360 = 48.00 more, then 11,079.84 x 18 % x 8 / 360 = 44.32 less."""
        calendar = WorkCalendar((attrs.evolve(YEAR_2024, extra_workdays=(PAY_BY, date(2024, 3, 10))),))
        terms = holidays(DueDateRule.NEXT_ACCRUE, calendar, interest=by_days(on=on))
        terms = attrs.evolve(terms, interest=attrs.evolve(terms.interest, accrual=base_loan().interest.accrual))
        rows = loan_at(terms, START).instalments
        assert [(row.start, row.due, row.pay_by) for row in rows[:2]] == [
            (START, PAY_BY, PAY_BY),
            (PAY_BY, date(2024, 3, 10), date(2024, 3, 10)),
        ]
        assert split(rows[0]) == ("920.16", "228.00")
        assert split(rows[1]) == ("933.96", "121.88")  # 166.1976 - 44.3194
        assert split(rows[2]) == ("947.97", "152.19")

    @pytest.mark.parametrize(
        "method", [method for method in Method if method is not Method.EQUAL_PRINCIPAL_AND_INTEREST]
    )
    def test_by_days_each_period_bears_its_own_days(self, method: Method) -> None:
        terms = holidays(DueDateRule.NEXT_ACCRUE, method=method, interest=by_days())
        left = 12000_00
        for row in loan_at(terms, START).instalments:
            days = (row.due - row.start).days
            assert row.asked.interest == round_half_up(left * 18 * days, 36000)
            left -= row.asked.principal
        assert left == 0

    def test_it_falls_due_and_is_booked_on_the_day_it_moved_to(self) -> None:
        terms = holidays(DueDateRule.NEXT_ACCRUE)
        assert loan_at(terms, PAY_BY - DAY).figures.interest_fallen_due == 0
        assert loan_at(terms, PAY_BY).figures.interest_fallen_due == 22800
        assert loan_at(terms, PAY_BY).figures.interest_earned == 22800
        assert loan_at(terms, PAY_BY + DAY).days_past_due == 1

    def test_a_new_rate_plans_anew_over_the_moved_dates(self) -> None:
        """From the due date of the first: the others bear half the rate, the second 21 days' worth of it."""
        terms = holidays(DueDateRule.NEXT_ACCRUE, interest=by_days())
        change = RateChange(on=PAY_BY, key="half", rate=attrs.evolve(terms.rate, scaled=terms.rate.scaled // 2))
        rows = loan_at(terms, PAY_BY, change).instalments
        left = 12000_00 - rows[0].asked.principal
        assert split(rows[0])[1] == figure(round_half_up(12000_00 * 18 * 39, 36000))
        for row in rows[1:]:
            assert row.asked.interest == round_half_up(left * 9 * (row.due - row.start).days, 36000)
            left -= row.asked.principal
        assert len({row.asked.principal + row.asked.interest for row in rows[1:]}) > 1

    def test_a_moved_end_is_extended_from_where_it_was(self) -> None:
        """A bullet due on 10 February, moved to the 18th, and extended to 10 April: 52 days at 18 %."""
        terms = holidays(
            DueDateRule.NEXT_ACCRUE, method=Method.BULLET, instalments=1, interest=by_days(), principal=yuan("12000")
        )
        extension = Extension(on=PAY_BY, key="longer", new_maturity=date(2024, 4, 10))
        rows = loan_at(terms, PAY_BY, paid(PAY_BY, "234.00"), extension).instalments
        assert [(row.start, row.due) for row in rows] == [(START, PAY_BY), (PAY_BY, date(2024, 4, 10))]
        assert [split(row)[1] for row in rows] == ["234.00", "312.00"]  # 12,000 x 18 % x 39, and x 52, / 360

    def test_flat_interest_and_short_periods_refuse_it(self) -> None:
        with pytest.raises(InvalidValue, match="flat interest"):
            holidays(DueDateRule.NEXT_ACCRUE, method=Method.EQUAL_PRINCIPAL_AND_INTEREST)
        with pytest.raises(InvalidValue, match="days or weeks apart"):
            holidays(DueDateRule.NEXT_ACCRUE, period=Period(2, PeriodUnit.WEEK))

    def test_the_quote_is_the_plan_the_loan_opens_with(self) -> None:
        terms = holidays(DueDateRule.NEXT_ACCRUE)
        asked = [(row.due, row.principal.minor, row.interest.minor) for row in quote(terms).rows]
        opened_with = [(row.due, row.asked.principal, row.asked.interest) for row in loan_at(terms, START).instalments]
        assert asked == opened_with
        assert abs(quote(terms).apr.scaled - 18_000_000) < 100_000


class TestAnotherDueDay:
    """Paid out on 5 December 2023, due on the 5th; from the second instalment on the 10th, which is a holiday."""

    TERMS = base_loan(start=date(2023, 12, 5), calendar=KNOWN)
    CHANGE = DueDayChange(on=date(2023, 12, 10), key="day", day=10)

    @pytest.mark.parametrize(
        ("rule", "due", "interest", "repriced"),
        [
            # 11,079.84 x 18 % x 36 / 360; x (18 % x 27 + 9 % x 9) / 360
            (DueDateRule.NEXT, DUE, "199.44", "174.51"),
            # 11,079.84 x 18 % x 44 / 360; x (18 % x 27 + 9 % x 17) / 360
            (DueDateRule.NEXT_ACCRUE, PAY_BY, "243.76", "196.67"),
        ],
    )
    def test_in_the_festival_is_payable_after_it_at_each_days_rate(
        self, rule: DueDateRule, due: date, interest: str, repriced: str
    ) -> None:
        monthly = Floating(Tenor.ONE_YEAR, 0, Reset.MONTHLY)
        terms = attrs.evolve(self.TERMS, holiday=rule, floating=monthly)
        first, second, third = loan_at(terms, self.CHANGE.on, self.CHANGE).instalments[:3]
        assert (first.due, second.due, second.pay_by) == (date(2024, 1, 5), due, PAY_BY)
        assert split(second)[1] == interest
        assert (third.start, third.pay_by) == (due, date(2024, 3, 11))
        published = ReferenceRates(
            (
                Publication(date(2020, 1, 1), terms.rate, terms.rate),
                Publication(date(2024, 1, 20), attrs.evolve(terms.rate, scaled=terms.rate.scaled // 2), terms.rate),
            )
        )
        loan = opened(terms, on=terms.start)
        loan = done(loan.change_due_day("day", 10, date(2023, 12, 10)))
        loan = done(loan.repay("first", yuan("1100.16"), date(2024, 1, 5)))
        loan = loan.reprice(published, date(2024, 2, 1))
        assert split(loan.account(date(2024, 2, 1)).instalments[1])[1] == repriced

    @pytest.mark.parametrize("rule", [DueDateRule.NEXT, DueDateRule.NEXT_ACCRUE])
    def test_a_year_learnt_after_the_change_counts_as_if_known_before(self, rule: DueDateRule) -> None:
        terms = attrs.evolve(self.TERMS, holiday=rule)
        late = opened(attrs.evolve(terms, calendar=WorkCalendar()), on=terms.start)
        late = done(late.change_due_day("day", 10, self.CHANGE.on))
        late = late.know_calendar(KNOWN, date(2024, 1, 4))
        for as_of in (date(2024, 1, 4), PAY_BY, date(2024, 12, 31)):
            assert stripped(late.account(as_of)) == stripped(loan_at(terms, as_of, self.CHANGE))


class TestYearsNotPublished:
    def test_a_year_not_published_is_not_guessed(self) -> None:
        rows = loan_at(holidays(calendar=WorkCalendar((YEAR_2024,))), START).instalments
        assert [row.no for row in rows if row.pay_by is None] == [12]
        assert rows[11].due == date(2025, 1, 10)

    def test_the_last_day_of_a_year_waits_for_the_next_one(self) -> None:
        """31 December 2023 is a Sunday: the workday after it lies in a year not published."""
        terms = attrs.evolve(holidays(calendar=WorkCalendar((WorkYear(2023),))), start=date(2023, 11, 30))
        terms = attrs.evolve(terms, first_due=date(2023, 12, 31))
        assert loan_at(terms, date(2023, 11, 30)).instalments[0].pay_by is None

    @pytest.mark.parametrize("rule", [DueDateRule.NEXT, DueDateRule.NEXT_ACCRUE])
    def test_a_year_published_later_counts_as_if_known_from_the_start(self, rule: DueDateRule) -> None:
        early, late = holidays(rule), holidays(rule, WorkCalendar())
        learnt = opened(late, on=START).know_calendar(KNOWN, date(2024, 1, 20))
        assert [event.year for event in learnt.events if isinstance(event, PayByDatesSet)] == [2024, 2025]
        for as_of in (date(2024, 1, 20), PAY_BY, date(2024, 12, 31)):
            assert stripped(learnt.account(as_of)) == stripped(loan_at(early, as_of))

    def test_a_year_is_learnt_once_and_again_where_it_is_corrected(self) -> None:
        loan = opened(holidays(calendar=WorkCalendar()), on=START).know_calendar(KNOWN, date(2024, 1, 20))
        assert loan.know_calendar(KNOWN, date(2024, 1, 21)) is loan
        longer = attrs.evolve(YEAR_2024, extra_workdays=(), days_off=(*FESTIVAL, date(2024, 2, 19)))
        again = loan.know_calendar(WorkCalendar((longer, YEAR_2025)), date(2024, 2, 1))
        assert again.account(date(2024, 2, 1)).instalments[0].pay_by == date(2024, 2, 20)
        assert again.account(date(2024, 1, 31)).instalments[0].pay_by == PAY_BY
        assert [fact.key for fact in again.facts[1:]] == ["calendar-2024", "calendar-2025", "calendar-2024-2"]

    def test_only_years_in_which_something_falls_due_are_learnt(self) -> None:
        published = WorkCalendar((WorkYear(2023), *KNOWN.years, WorkYear(2026), WorkYear(2027)))
        loan = opened(holidays(calendar=WorkCalendar()), on=START).know_calendar(published, START)
        learnt = [fact.year.year for fact in loan.facts if isinstance(fact, CalendarYearKnown)]
        assert learnt == [2024, 2025, 2026]
        plain = opened(base_loan(start=START), on=START)
        assert plain.know_calendar(published, START) == plain

    def test_the_figures_before_and_after_it_are_those_of_the_account(self) -> None:
        late = holidays(DueDateRule.NEXT_ACCRUE, WorkCalendar())
        loan = opened(late, on=START).know_calendar(KNOWN, DUE)
        moments = list(history(loan.terms, loan.facts, PAY_BY))
        assert moments[-1].figures == loan.account(PAY_BY).figures


class TestTolerance:
    """§7: less than 10.00 past due makes no loan overdue."""

    TERMS = base_loan(past_due_tolerance=yuan("10.00"), penalty=PENALTY)

    @pytest.mark.parametrize(("left", "days"), [("9.99", 0), ("10.00", 10), ("10.01", 10)])
    def test_a_small_rest_is_not_past_due(self, left: str, days: int) -> None:
        part = figure(110016 - yuan(left).minor)
        account = loan_at(self.TERMS, date(2024, 2, 15), paid(date(2024, 2, 5), part))
        assert account.days_past_due == account.instalments[0].days_past_due == days
        assert account.status is (LoanStatus.OVERDUE if days else LoanStatus.NORMAL)
        assert account.figures.principal_overdue == (yuan(left).minor if days else 0)
        assert account.due.total == yuan(left).minor + account.due.penalty + account.due.compound
        assert account.due.penalty > 0

    def test_small_rests_left_every_time_add_up(self) -> None:
        """6.00 of the first does not count; with 6.00 of the second it is 12.00, past due since the second."""
        terms = attrs.evolve(self.TERMS, penalty=None)
        payments = [paid(date(2024, 2, 5), "1094.16"), paid(date(2024, 3, 5), "1100.16")]
        before, after = loan_at(terms, date(2024, 3, 5), *payments), loan_at(terms, date(2024, 3, 15), *payments)
        assert (before.days_past_due, before.due.total) == (0, 600)
        assert (after.days_past_due, after.due.total) == (0, 600)
        short = loan_at(terms, date(2024, 3, 15), payments[0], paid(date(2024, 3, 5), "1094.16"))
        assert [row.days_past_due for row in short.instalments[:2]] == [0, 10]
        assert (short.days_past_due, short.due.total) == (10, 1200)

    def test_without_it_every_cent_counts(self) -> None:
        account = loan_at(base_loan(), date(2024, 2, 6), paid(date(2024, 2, 5), "1100.15"))
        assert (account.days_past_due, account.status) == (1, LoanStatus.OVERDUE)


def round_half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


def stripped(account: Account) -> Any:
    """The account but for the terms it was opened with, and what its loan learnt when."""
    return attrs.evolve(account, terms=base_loan())


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()
