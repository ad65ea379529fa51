"""How loans follow what is published while they run: the LPR and the business calendar."""

from collections.abc import Iterable

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.calendar import CalendarEnds, WorkCalendar
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.commands import FollowPublications, PublicationsFollowed
from lending.loans.holidays import years_that_matter
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.operations.calendar import YearFinder, known_years
from lending.operations.jobs import JobRun
from lending.operations.refusals import DayNotOpen
from lending.operations.usecases import calendars_in, must_be_open, record_run
from lending.products.ports import LPR, REFERENCE_RATES

__all__ = ["follow_publications"]

NODE = "publications"


def follow_publications(
    command: FollowPublications, call: Call, work: Work
) -> Outcome[PublicationsFollowed, DayNotOpen | CalendarEnds]:
    """Reprice floating loans on their reset days, tell those that heed holidays the workdays; a rerun finds no more.

    Where such a loan is there and the day's year is not published, the day waits for its calendar: nothing is guessed.
    """
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    loans = work.matching(LOANS, "following_shard", str(command.shard))
    rates = work.find(REFERENCE_RATES, LPR) if loans else None
    calendar = _calendar(loans, calendars_in(work))
    if calendar is not None and not calendar.covers(command.day.year):
        return Failure(CalendarEnds(command.day.year))
    repriced = informed = 0
    for loan in loans:
        knowing = loan.know_calendar(calendar, command.day) if calendar else loan
        priced = knowing.reprice(rates, command.day) if rates else knowing
        informed += knowing is not loan
        repriced += priced is not knowing
        if priced is not loan:
            work.save(LOANS, priced)
    record_run(work, JobRun(command.day, NODE, command.shard, len(loans)))
    return Success(PublicationsFollowed(len(loans), repriced, informed))


def _calendar(loans: Iterable[Loan], find: YearFinder) -> WorkCalendar | None:
    """What is published of the years of those `loans` that heed holidays; None where none does."""
    years = {year for loan in loans for year in years_that_matter(loan.terms, loan.facts)}
    return known_years(find, sorted(years)) if years else None
