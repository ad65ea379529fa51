"""How the running of the business is kept."""

from lending.application.kinds import Key, Kind
from lending.operations.accounting_day import ACCOUNTING_DAY, AccountingDay
from lending.operations.calendar import CalendarYear
from lending.operations.jobs import JobRun
from lending.operations.occupations import Occupation
from lending.operations.proposals import Proposal

__all__ = ["ACCOUNTING_DAYS", "CALENDARS", "JOB_RUNS", "OCCUPATIONS", "PROPOSALS"]

ACCOUNTING_DAYS = Kind("accounting_day", AccountingDay, identity=lambda _day: ACCOUNTING_DAY)

CALENDARS = Kind("calendar_year", CalendarYear, identity=lambda year: str(year.year))

JOB_RUNS = Kind("job_run", JobRun, identity=lambda run: run.id, keys=(Key("day", lambda run: run.day.isoformat()),))

OCCUPATIONS = Kind("occupation", Occupation, identity=lambda occupation: occupation.holder)

PROPOSALS = Kind(
    "proposal",
    Proposal,
    identity=lambda proposal: proposal.id.value,
    keys=(Key("status", lambda proposal: proposal.status.value),),
    personal=True,
)
"""A proposed command may hold a person's data, so proposals are encrypted."""
