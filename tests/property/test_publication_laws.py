"""Laws of loans that follow what is published: reference rates, and the workdays of a year."""

from datetime import date, timedelta
from itertools import pairwise

import attrs
import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, given, settings

from lending.kernel.calendar import WorkCalendar
from lending.kernel.rates import Rate
from lending.loans.account import account
from lending.loans.facts import (
    CalendarYearKnown,
    Disbursement,
    DueDayChange,
    LoanFact,
    Repricing,
)
from lending.loans.loan import Loan
from lending.loans.repricing import repricings
from lending.loans.status import ACTIVE
from lending.loans.terms import LoanTerms
from lending.products.rates import Floating, Publication, ReferenceRates, Reset, Tenor
from tests.property.loan_histories import (
    LAST,
    PUBLISHED,
    START,
    calendars,
    loan_terms,
    opened,
    stepped,
)

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
days = st.integers(0, (LAST - START).days).map(lambda number: START + timedelta(days=number))


publications = st.lists(st.tuples(days, st.integers(0, 20_000_000)), max_size=8, unique_by=lambda row: row[0])


@slowly
@given(loan_terms(), st.sampled_from(list(Reset)), publications, days)
def test_repricing_never_changes_past_rows(
    terms: LoanTerms, reset: Reset, rows: list[tuple[date, int]], day: date
) -> None:
    first = Publication(date(2020, 1, 1), terms.rate, terms.rate)
    published = ReferenceRates((first, *(Publication(on, Rate(rate), Rate(0)) for on, rate in sorted(rows))))
    floating = attrs.evolve(terms, floating=Floating(Tenor.ONE_YEAR, 0, reset))
    payout = Disbursement(on=START, key="payout", amount=terms.principal)
    changes = repricings(floating, (payout,), published, LAST)
    early = repricings(floating, (payout,), published, day)
    assert changes[: len(early)] == early
    assert repricings(attrs.evolve(terms, floating=None), (payout,), published, LAST) == ()
    before = account(floating, (payout, *early), day).instalments
    after = account(floating, (payout, *changes), LAST).instalments
    for one, other in zip(before, after, strict=True):
        if one.due <= day:
            assert (one.asked.principal, one.asked.interest) == (other.asked.principal, other.asked.interest)


FOLLOWED = st.tuples(
    st.sampled_from(["repay", "repay", "repay", "charge", "rate", "extend", "prepay", "due_day"]),
    st.integers(0, 420),
    st.integers(0, 10_000),
    st.integers(0, 30),
)


def followed(loan: Loan, calendar: WorkCalendar, day: date) -> Loan:
    """What the end of day's node does with an active loan."""
    if loan.status not in ACTIVE:
        return loan
    return loan.know_calendar(calendar, day).reprice(PUBLISHED, day)


@slowly
@given(loan_terms(), calendars, st.lists(FOLLOWED, max_size=6))
def test_following_publications_late_or_twice_comes_to_the_same_as_in_time(
    terms: LoanTerms, calendar: WorkCalendar, happened: list[tuple[str, int, int, int]]
) -> None:
    """In time: before each thing that happens; late: once, at the end."""
    terms = attrs.evolve(terms, calendar=WorkCalendar())
    in_time = late = opened(terms)
    for number, step in enumerate(sorted(happened, key=lambda step: step[1])):
        in_time = followed(in_time, calendar, START + timedelta(days=step[1]))
        in_time, late = stepped(in_time, number, step), stepped(late, number, step)
    in_time = followed(followed(in_time, calendar, LAST), calendar, LAST)
    late = followed(late, calendar, LAST)
    assume(own(in_time) == own(late))
    assume(in_time.status in ACTIVE)
    assert in_time.account(LAST) == late.account(LAST)
    if terms.floating is None:
        assert not [fact for fact in in_time.facts if isinstance(fact, Repricing)]


def own(loan: Loan) -> list[LoanFact]:
    """What happened to the loan, but for what was published."""
    return [fact for fact in loan.facts if not isinstance(fact, Repricing | CalendarYearKnown)]


@slowly
@given(loan_terms(), days)
def test_nothing_is_past_due_before_the_workday_on_which_it_is_payable(terms: LoanTerms, day: date) -> None:
    for row in opened(terms).account(day).instalments:
        assert row.pay_by is not None
        assert row.due <= row.pay_by
        late = row.asked.principal + row.asked.interest > 0 and day > row.pay_by
        assert row.days_past_due in ((day - row.pay_by).days if late else 0, 0)
        if terms.heeds_holidays:
            assert terms.calendar.is_workday(row.pay_by)
        if not terms.past_due_tolerance:
            assert (row.days_past_due > 0) is late


@slowly
@given(loan_terms(), days, st.integers(1, 31))
def test_after_another_due_day_periods_join_and_end_on_workdays(terms: LoanTerms, on: date, day: int) -> None:
    """With resets and holidays: the dates are those of the new day, moved or payable as the rule says."""
    payout = Disbursement(on=START, key="payout", amount=terms.principal)
    facts = (payout, DueDayChange(on=on, key="day", day=day), *repricings(terms, (payout,), PUBLISHED, LAST))
    before, after = account(terms, (payout,), LAST).instalments, account(terms, facts, LAST).instalments
    assert len(before) == len(after)
    assert sum(row.asked.principal for row in after) == terms.principal.minor
    assert all(one.due == other.start < other.due for one, other in pairwise(after))
    for one, other in zip(before, after, strict=True):
        assert other.pay_by is not None
        assert other.due <= other.pay_by
        assert one.due > on or one.due == other.due
        assert not terms.heeds_holidays or terms.calendar.is_workday(other.pay_by)
