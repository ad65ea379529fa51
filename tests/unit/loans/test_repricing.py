"""F9: floating rates, from publications to rows."""

from datetime import date
from typing import Any

import attrs
import pytest

from lending.kernel.outcome import Success
from lending.kernel.rates import Rate
from lending.loans.choices import InterestOn, Method
from lending.loans.events import LoanRepriced
from lending.loans.facts import Extension, RateChange, Repricing
from lending.loans.loan import Loan
from lending.loans.repricing import next_reset, repricings, reset_days
from lending.loans.terms import Grace, LoanTerms
from lending.products.rates import Floating, Publication, ReferenceRates, Reset, Tenor
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PENALTY, base_loan, by_days, figure, loan_at, on_time, paid, paid_out, split, yuan


def published(*rows: tuple[date, str]) -> ReferenceRates:
    return ReferenceRates(tuple(Publication(on, Rate.parse(rate), Rate.parse("0.05")) for on, rate in rows))


LPR = published((date(2023, 12, 20), "0.0345"), (date(2024, 7, 22), "0.0335"), (date(2024, 10, 21), "0.0310"))


def floating(reset: Reset, start: date = date(2024, 1, 20), **changes: Any) -> LoanTerms:
    terms = base_loan(
        principal=yuan("300000"),
        rate=Rate.parse("0.06"),
        instalments=36,
        start=start,
        floating=Floating(Tenor.ONE_YEAR, 255, reset),
    )
    return attrs.evolve(terms, **changes)


def resets(terms: LoanTerms, until: date, rates: ReferenceRates = LPR) -> tuple[Repricing, ...]:
    return repricings(terms, (paid_out(terms),), rates, until)


def changed(terms: LoanTerms, until: date, rates: ReferenceRates = LPR) -> list[tuple[date, str]]:
    return [(change.on, change.rate.percent) for change in resets(terms, until, rates)]


class TestWorkedFigures:
    @pytest.mark.requirement("R12")
    def test_f9_repriced_on_the_anniversary(self) -> None:
        terms = floating(Reset.ANNIVERSARY)
        day = date(2025, 1, 20)
        before = loan_at(terms, day, *on_time(terms, 12)).instalments
        assert figure(before[0].asked.total) == "9126.58"
        assert figure(before[11].balance_after) == "205921.84"
        changes = resets(terms, day)
        assert changes == (Repricing(on=day, key="reprice-2025-01-20", rate=Rate.parse("0.0565")),)
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
        rows = loan_at(terms, day, *on_time(terms, 12), *resets(terms, day)).instalments
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
        assert resets(fixed, until) == ()
        loan = opened_at(fixed)
        assert loan.reprice(LPR, until) == loan

    @pytest.mark.requirement("R12")
    def test_a_loan_is_repriced_once_for_each_reset_however_often_it_is_asked(self) -> None:
        loan = opened_at(floating(Reset.QUARTERLY))
        at_once = loan.reprice(LPR, date(2025, 1, 1))
        in_steps = loan.reprice(LPR, date(2024, 10, 1)).reprice(LPR, date(2025, 1, 1))
        assert at_once.facts == in_steps.facts
        assert at_once.reprice(LPR, date(2025, 3, 31)) == at_once
        told = [event for event in at_once.events if isinstance(event, LoanRepriced)]
        assert [(event.before.percent, event.after.percent, event.next_reset) for event in told] == [
            ("6.00 %", "5.90 %", date(2025, 1, 1)),
            ("5.90 %", "5.65 %", date(2025, 4, 1)),
        ]

    def test_the_customer_is_told_the_new_rate_and_the_next_instalment(self) -> None:
        loan = opened_at(floating(Reset.ANNIVERSARY))
        for fact in on_time(loan.terms, 12):
            loan = done(loan.repay(fact.key, fact.amount, fact.on))
        (told,) = [e for e in loan.reprice(LPR, date(2025, 1, 20)).events if isinstance(e, LoanRepriced)]
        assert (told.customer_id, told.on, told.after.percent) == ("customer", date(2025, 1, 20), "5.65 %")
        assert (told.next_due, told.next_instalment) == (date(2025, 2, 20), yuan("9094.14"))
        assert told.next_reset == date(2026, 1, 20)

    def test_a_settled_loan_is_not_repriced(self) -> None:
        settled = done(opened_at(floating(Reset.MONTHLY)).settle("s", date(2024, 3, 1)))
        assert settled.reprice(LPR, date(2024, 8, 1)) is settled

    def test_a_rate_agreed_meanwhile_holds_until_the_next_reset(self) -> None:
        """Negotiated to 5 % in November: on 1 January the loan follows the LPR again."""
        loan = done(opened_at(floating(Reset.QUARTERLY)).change_rate("talks", Rate.parse("0.05"), date(2024, 11, 15)))
        assert loan.reprice(LPR, date(2024, 12, 31)).rate_on(date(2024, 12, 31)).percent == "5.00 %"
        assert loan.reprice(LPR, date(2025, 1, 1)).rate_on(date(2025, 1, 1)).percent == "5.65 %"

    def test_a_reset_that_is_late_takes_effect_before_what_else_happened_on_its_day(self) -> None:
        day, agreed = date(2024, 10, 1), Rate.parse("0.05")
        loan = opened_at(floating(Reset.QUARTERLY))
        in_time = done(loan.reprice(LPR, day).change_rate("talks", agreed, day))
        late = done(loan.change_rate("talks", agreed, day)).reprice(LPR, date(2024, 10, 9))
        for as_of in (day, date(2024, 10, 9), date(2026, 10, 9)):
            assert late.account(as_of) == in_time.account(as_of)

    def test_a_publication_that_was_not_known_on_the_reset_day_reprices_it_again(self) -> None:
        early = published((date(2023, 12, 20), "0.0345"))
        loan = opened_at(floating(Reset.QUARTERLY)).reprice(early, date(2025, 1, 1))
        assert [fact for fact in loan.facts if isinstance(fact, RateChange)] == []
        wrong = published((date(2023, 12, 20), "0.0345"), (date(2024, 7, 22), "0.0400"))
        twice = loan.reprice(wrong, date(2024, 10, 1)).reprice(LPR, date(2025, 1, 1))
        once = loan.reprice(LPR, date(2025, 1, 1))
        assert twice.account(date(2025, 6, 1)) == once.account(date(2025, 6, 1))

    def test_the_account_says_which_rate_is_in_force(self) -> None:
        loan = opened_at(floating(Reset.QUARTERLY)).reprice(LPR, date(2025, 1, 1))
        days = (date(2024, 9, 30), date(2024, 10, 1), date(2025, 1, 1))
        assert [loan.account(day).rate.percent for day in days] == ["6.00 %", "5.90 %", "5.65 %"]

    def test_the_next_reset_is_after_the_day_asked(self) -> None:
        terms = floating(Reset.QUARTERLY)
        assert next_reset(terms, date(2024, 3, 31)) == date(2024, 4, 1)
        assert next_reset(terms, date(2024, 4, 1)) == date(2024, 7, 1)
        assert next_reset(floating(Reset.MONTHLY, floating=None), date(2024, 4, 1)) is None


class TestPenaltyFollows:
    def test_each_day_overdue_bears_the_penalty_rate_of_that_day(self) -> None:
        """L, nothing paid, 18 % until 8 February and 12 % from then: 920.16 x (27 % x 3 + 18 % x 7) / 360."""
        change = RateChange(on=date(2024, 2, 8), key="change", rate=Rate.parse("0.12"))
        row = loan_at(base_loan(penalty=PENALTY), date(2024, 2, 15), change).instalments[0]
        assert figure(row.asked.penalty) == "5.29"  # 920.16 x 2.07 / 360 = 5.29092
        assert figure(row.asked.compound) == "1.04"  # 180.00 x 2.07 / 360 = 1.035

    def test_so_it_does_where_the_rate_changes_within_retroactive_grace(self) -> None:
        change = RateChange(on=date(2024, 2, 8), key="change", rate=Rate.parse("0.12"))
        row = loan_at(base_loan(penalty=PENALTY, grace=Grace(days=5)), date(2024, 2, 15), change).instalments[0]
        assert (figure(row.asked.penalty), figure(row.asked.compound)) == ("5.29", "1.04")


class TestExtensionThenRepricing:
    """Base loan of F13: 50,000 until 10 September, 30 days more at 11.4 % = 475.00."""

    TERMS = base_loan(
        principal=yuan("50000"),
        rate=Rate.parse("0.108"),
        method=Method.BULLET,
        instalments=6,
        start=date(2024, 3, 10),
        interest=by_days(),
        floating=Floating(Tenor.ONE_YEAR, 735, Reset.QUARTERLY),
    )
    EXTENSION = Extension(
        on=date(2024, 9, 10), key="extension", new_maturity=date(2024, 10, 10), rate=Rate.parse("0.114")
    )
    RESET = Repricing(on=date(2024, 10, 1), key="reset", rate=Rate.parse("0.06"))

    @pytest.mark.parametrize("on", list(InterestOn))
    def test_a_rate_agreed_for_the_time_added_is_not_repriced(self, on: InterestOn) -> None:
        terms = attrs.evolve(self.TERMS, interest=by_days(on=on))
        interest = paid(date(2024, 9, 10), "2760.00")  # 50,000 x 10.8 % x 184 / 360
        rows = loan_at(terms, date(2024, 10, 10), interest, self.EXTENSION, self.RESET).instalments
        assert split(rows[1]) == ("50000.00", "475.00")

    def test_time_added_without_a_rate_of_its_own_follows(self) -> None:
        """21 days at 10.8 % and 9 at 6 %: 315.00 + 75.00."""
        plain = attrs.evolve(self.EXTENSION, rate=None)
        interest = paid(date(2024, 9, 10), "2760.00")
        rows = loan_at(self.TERMS, date(2024, 10, 10), interest, plain, self.RESET).instalments
        assert split(rows[1]) == ("50000.00", "390.00")

    def test_a_settlement_within_the_time_added_bears_the_rate_agreed_for_it(self) -> None:
        """Ten days at 11.4 %: 158.33."""
        loan = opened_at(attrs.evolve(self.TERMS, floating=None))
        loan = done(loan.repay("interest", yuan("2760.00"), date(2024, 9, 10)))
        loan = done(loan.extend("extension", date(2024, 10, 10), date(2024, 9, 10), Rate.parse("0.114")))
        assert loan.settlement_quote(date(2024, 9, 20)).interest == yuan("158.33")

    def test_an_extension_after_a_reset_leaves_the_running_instalment_as_it_was(self) -> None:
        """F9, mid-period: 1,025.89 stays the interest of the period in which the rate changed."""
        terms = floating(Reset.JANUARY, date(2023, 12, 20))
        later = Extension(on=date(2025, 1, 10), key="later", new_maturity=date(2027, 3, 20))
        facts = (*on_time(terms, 12), *resets(terms, date(2025, 1, 1)))
        before = loan_at(terms, date(2025, 1, 10), *facts).instalments[12]
        after = loan_at(terms, date(2025, 1, 10), *facts, later).instalments[12]
        assert figure(before.asked.interest) == figure(after.asked.interest) == "1025.89"


def opened_at(terms: LoanTerms) -> Loan:
    assert terms.start is not None
    return opened(terms, on=terms.start)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()
