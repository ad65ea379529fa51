"""F9: floating rates, from publications to rows."""

from datetime import date
from typing import Any

import attrs
import pytest

from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.loans.choices import Reset
from lending.loans.events import RateChanged
from lending.loans.facts import RateChange
from lending.loans.loan import Loan
from lending.loans.refusals import LoanNotActive
from lending.loans.repricing import rate_changes, reset_days
from lending.loans.status import LoanStatus
from lending.loans.terms import FloatingRate, LoanTerms
from lending.products.rates import Floating, Publication, ReferenceRates, Tenor
from tests.property.loan_histories import opened
from tests.unit.loans.cases import base_loan, figure, loan_at, on_time, split, yuan


def published(*rows: tuple[date, str]) -> ReferenceRates:
    return ReferenceRates(tuple(Publication(on, Rate.parse(rate), Rate.parse("0.05")) for on, rate in rows))


LPR = published((date(2023, 12, 20), "0.0345"), (date(2024, 7, 22), "0.0335"), (date(2024, 10, 21), "0.0310"))


def floating(reset: Reset, start: date = date(2024, 1, 20), **changes: Any) -> LoanTerms:
    terms = base_loan(
        principal=yuan("300000"),
        rate=Rate.parse("0.06"),
        instalments=36,
        start=start,
        floating=FloatingRate(Floating(Tenor.ONE_YEAR, 255), reset),
    )
    return attrs.evolve(terms, **changes)


def changed(terms: LoanTerms, until: date, rates: ReferenceRates = LPR) -> list[tuple[date, str]]:
    return [(change.on, change.rate.percent) for change in rate_changes(terms, rates, until)]


class TestWorkedFigures:
    @pytest.mark.requirement("R12")
    def test_f9_repriced_on_the_anniversary(self) -> None:
        terms = floating(Reset.ANNIVERSARY)
        day = date(2025, 1, 20)
        before = loan_at(terms, day, *on_time(terms, 12)).instalments
        assert figure(before[0].asked.total) == "9126.58"
        assert figure(before[11].balance_after) == "205921.84"
        changes = rate_changes(terms, LPR, day)
        assert changes == (RateChange(on=day, key="reprice-2025-01-20", rate=Rate.parse("0.0565")),)
        rows = loan_at(terms, day, *on_time(terms, 12), *changes).instalments
        assert (figure(rows[12].asked.total), figure(rows[12].asked.interest)) == ("9094.14", "969.55")
        assert {figure(row.asked.total) for row in rows[12:35]} == {"9094.14"}
        assert figure(rows[35].asked.total) == "9094.16"
        assert rows[:12] == before[:12]

    @pytest.mark.requirement("R12")
    def test_f9_repriced_on_1_january_within_a_period(self) -> None:
        terms = floating(Reset.JANUARY, date(2023, 12, 20))
        day = date(2025, 1, 1)
        before = loan_at(terms, day, *on_time(terms, 12)).instalments
        rows = loan_at(terms, day, *on_time(terms, 12), *rate_changes(terms, LPR, day)).instalments
        assert figure(rows[12].asked.interest) == "1025.89"
        assert [split(row) for row in rows[:12]] == [split(row) for row in before[:12]]


class TestResetDays:
    @pytest.mark.parametrize(
        ("reset", "start", "expected"),
        [
            (Reset.JANUARY, date(2024, 1, 1), [(2025, 1, 1), (2026, 1, 1)]),
            (Reset.JANUARY, date(2023, 12, 31), [(2024, 1, 1), (2025, 1, 1), (2026, 1, 1)]),
            (Reset.ANNIVERSARY, date(2024, 2, 29), [(2025, 2, 28), (2026, 2, 28)]),
            (Reset.QUARTERLY, date(2025, 5, 15), [(2025, 7, 1), (2025, 10, 1), (2026, 1, 1), (2026, 4, 1)]),
            (Reset.MONTHLY, date(2026, 1, 31), [(2026, 2, 1), (2026, 3, 1), (2026, 4, 1), (2026, 5, 1)]),
        ],
    )
    def test_days(self, reset: Reset, start: date, expected: list[tuple[int, int, int]]) -> None:
        assert list(reset_days(reset, start, date(2026, 5, 1))) == [date(*day) for day in expected]

    def test_a_leap_day_keeps_its_anniversary(self) -> None:
        assert date(2028, 2, 29) in reset_days(Reset.ANNIVERSARY, date(2024, 2, 29), date(2028, 3, 1))

    def test_the_rate_is_that_of_the_last_publication_on_or_before_the_day(self) -> None:
        until = date(2025, 3, 1)
        assert changed(floating(Reset.JANUARY), until) == [(date(2025, 1, 1), "5.65 %")]
        assert changed(floating(Reset.QUARTERLY), until) == [
            (date(2024, 10, 1), "5.90 %"),
            (date(2025, 1, 1), "5.65 %"),
        ]
        assert changed(floating(Reset.MONTHLY), until) == [(date(2024, 8, 1), "5.90 %"), (date(2024, 11, 1), "5.65 %")]
        same_day = published((date(2024, 2, 1), "0.04"))
        assert changed(floating(Reset.MONTHLY), date(2024, 2, 1), same_day) == [(date(2024, 2, 1), "6.55 %")]

    def test_before_the_first_publication_nothing_changes(self) -> None:
        assert changed(floating(Reset.MONTHLY), date(2024, 3, 1), published((date(2024, 3, 2), "0.09"))) == []


class TestTheLoan:
    @pytest.mark.requirement("R11")
    @pytest.mark.parametrize("until", [date(2024, 1, 20), date(2025, 1, 20), date(2030, 1, 1)])
    def test_nothing_published_alters_a_fixed_rate(self, until: date) -> None:
        fixed = floating(Reset.MONTHLY, floating=None)
        assert rate_changes(fixed, LPR, until) == ()
        loan = opened_at(fixed)
        assert loan.reprice(LPR, until) == Success(loan)

    @pytest.mark.requirement("R12")
    def test_a_loan_is_repriced_once_for_each_reset_however_often_it_is_asked(self) -> None:
        loan = opened_at(floating(Reset.QUARTERLY))
        at_once = done(loan.reprice(LPR, date(2025, 1, 1)))
        in_steps = done(done(loan.reprice(LPR, date(2024, 10, 1))).reprice(LPR, date(2025, 1, 1)))
        assert at_once.facts == in_steps.facts
        assert done(at_once.reprice(LPR, date(2025, 3, 31))) == at_once
        told = [event for event in at_once.events if isinstance(event, RateChanged)]
        assert [(event.before.percent, event.after.percent) for event in told] == [
            ("6.00 %", "5.90 %"),
            ("5.90 %", "5.65 %"),
        ]

    def test_a_settled_loan_is_not_repriced(self) -> None:
        settled = done(opened_at(floating(Reset.MONTHLY)).settle("s", date(2024, 3, 1)))
        assert settled.reprice(LPR, date(2024, 8, 1)) == Failure(LoanNotActive(LoanStatus.SETTLED))


def opened_at(terms: LoanTerms) -> Loan:
    assert terms.start is not None
    return opened(terms, on=terms.start)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()
