"""Holidays (F19): which years of workdays a loan is to know, and which it does not know yet as they are published."""

from collections.abc import Sequence
from datetime import date

from lending.kernel.calendar import WorkCalendar
from lending.loans.factors import calendar_of
from lending.loans.facts import CalendarYearKnown, Extension, LoanFact, TermChange
from lending.loans.terms import LoanTerms

__all__ = ["known_calendar", "years_that_matter", "years_to_know"]


def known_calendar(terms: LoanTerms, facts: Sequence[LoanFact]) -> WorkCalendar:
    """The years known at the opening and those that `facts` add; one published again counts as it was last."""
    calendar = terms.calendar
    for fact in facts:
        if isinstance(fact, CalendarYearKnown):
            calendar = calendar.knowing(fact.year)
    return calendar


def years_that_matter(terms: LoanTerms, facts: Sequence[LoanFact]) -> range:
    """The years in which something falls due, or in which the workday after it may lie; none without a rule."""
    if not terms.heeds_holidays:
        return range(0)
    assert terms.start is not None, "set when the loan is opened"
    last = max(calendar_of(terms, terms.start).days[-1], *_extended_to(terms, facts), terms.start)
    return range(terms.start.year, last.year + 2)


def _extended_to(terms: LoanTerms, facts: Sequence[LoanFact]) -> list[date]:
    ends = [fact.new_maturity for fact in facts if isinstance(fact, Extension)]
    return ends + [terms.period.after(fact.on, fact.instalments + 1) for fact in facts if isinstance(fact, TermChange)]


def years_to_know(
    terms: LoanTerms, facts: Sequence[LoanFact], published: WorkCalendar, today: date
) -> tuple[CalendarYearKnown, ...]:
    """The facts by which the loan comes to know `published`, as of `today`; none for a year it knows as it is."""
    known = known_calendar(terms, facts)
    matter = years_that_matter(terms, facts)
    news = [year for year in published.years if year.year in matter and year not in known.years]
    return tuple(CalendarYearKnown(on=today, key=_key(year.year, facts), year=year) for year in news)


def _key(year: int, facts: Sequence[LoanFact]) -> str:
    again = sum(1 for fact in facts if isinstance(fact, CalendarYearKnown) and fact.year.year == year)
    return f"calendar-{year}" if not again else f"calendar-{year}-{again + 1}"
