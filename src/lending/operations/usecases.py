"""How the running of the business is done."""

from datetime import date, timedelta

import attrs

from lending.application.call import Call
from lending.application.store import Reader
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.operations.accounting_day import ACCOUNTING_DAY, AccountingDay
from lending.operations.calendar import CalendarYear, PublishedCalendar, YearFinder
from lending.operations.commands import (
    ApproveProposal,
    DayOpened,
    Propose,
    Proposed,
    PublishCalendar,
    Published,
    RejectProposal,
    StartBusiness,
    SwitchDay,
)
from lending.operations.events import CalendarPublished
from lending.operations.jobs import JobRun
from lending.operations.ports import ACCOUNTING_DAYS, CALENDARS, JOB_RUNS, PROPOSALS
from lending.operations.proposals import Proposal, ProposalId
from lending.operations.refusals import (
    AlreadyStarted,
    DayNotNext,
    DayNotOpen,
    MakerIsChecker,
    ProposalClosed,
    ProposalExpired,
    ProposalNotFound,
    ValueDateNotTaken,
)

__all__ = [
    "accounting_day",
    "approve_proposal",
    "calendar_around",
    "calendars_in",
    "calendars_read",
    "must_be_open",
    "propose",
    "publish_calendar",
    "record_run",
    "reject_proposal",
    "start_business",
    "switch_day",
]

PROPOSAL_LIFE = timedelta(days=3)


def accounting_day(work: Work) -> date | None:
    """The open accounting day, which the whole work then relies on; None before business starts."""
    day = work.find(ACCOUNTING_DAYS, ACCOUNTING_DAY)
    if day is None:
        return None
    work.relies_on(ACCOUNTING_DAYS, day)
    return day.on


def start_business(command: StartBusiness, _call: Call, work: Work) -> Outcome[DayOpened, AlreadyStarted]:
    """Open the first accounting day."""
    day = work.find(ACCOUNTING_DAYS, ACCOUNTING_DAY)
    if day is not None:
        return Failure(AlreadyStarted(day.on))
    work.save(ACCOUNTING_DAYS, AccountingDay.start(command.on))
    return Success(DayOpened(command.on))


def switch_day(command: SwitchDay, _call: Call, work: Work) -> Outcome[DayOpened, DayNotNext]:
    """Close the day and open the next."""
    switched = work.get(ACCOUNTING_DAYS, ACCOUNTING_DAY).switch(command.to)
    if isinstance(switched, Failure):
        return switched
    work.save(ACCOUNTING_DAYS, switched.unwrap())
    return Success(DayOpened(command.to))


def publish_calendar(command: PublishCalendar, _call: Call, work: Work) -> Outcome[Published, Refusal]:
    """Keep a year's workdays; publishing a year again corrects it, or changes nothing."""
    calendar = CalendarYear(command.year, command.workdays)
    if work.find(CALENDARS, str(command.year)) != calendar:
        work.save(CALENDARS, calendar)
        work.record(f"calendar/{command.year}", CalendarPublished(command.year, len(command.workdays)))
    return Success(Published(f"calendar/{command.year}", 1))


def calendar_around(work: Work, day: date) -> PublishedCalendar:
    """The published calendar of the day's year and the next."""
    years = (work.find(CALENDARS, str(year)) for year in (day.year, day.year + 1))
    return PublishedCalendar({year.year: year for year in years if year is not None})


def calendars_in(work: Work) -> YearFinder:
    """The published years as a work finds them."""
    return lambda year: work.find(CALENDARS, year)


def calendars_read(reader: Reader) -> YearFinder:
    """The published years as a query reads them."""

    def find(year: str) -> CalendarYear | None:
        stored = reader.load(CALENDARS, year)
        return stored.value if stored else None

    return find


def must_be_open(day: date, call: Call) -> Outcome[None, DayNotOpen]:
    """End-of-day work for `day` is done while it is the accounting day, neither before nor after."""
    return Success(None) if day == call.business_date else Failure(DayNotOpen(call.business_date, day))


def record_run(work: Work, run: JobRun) -> None:
    """Keep that a shard of a node is done."""
    work.find(JOB_RUNS, run.id)
    work.save(JOB_RUNS, run)


def propose(command: Propose, call: Call, work: Work) -> Outcome[Proposed, ValueDateNotTaken | Refusal]:
    """Store the command for another's decision."""
    permitted = work.permits(command.command, call.actor)
    if isinstance(permitted, Failure):
        return permitted
    expires_at = call.received_at + PROPOSAL_LIFE
    made = Proposal.make(
        work.new_id(ProposalId), command.command, call.actor.id, command.reason, expires_at, command.value_date
    )
    if isinstance(made, Failure):
        return made
    proposal = made.unwrap()
    work.save(PROPOSALS, proposal)
    return Success(Proposed(proposal.id, proposal.status.value))


def approve_proposal(
    command: ApproveProposal, call: Call, work: Work
) -> Outcome[Proposed, ProposalNotFound | ProposalClosed | ProposalExpired | MakerIsChecker | Refusal]:
    """Approve, and carry the command out in this same work."""
    proposal = work.find(PROPOSALS, command.proposal_id)
    if proposal is None:
        return Failure(ProposalNotFound(command.proposal_id.value))
    permitted = work.permits(proposal.command, call.actor)
    if isinstance(permitted, Failure):
        return permitted
    decided = proposal.decide(call.actor.id, call.received_at, approve=True)
    if isinstance(decided, Failure):
        return decided
    done = work.perform(proposal.command, attrs.evolve(call, value_date=proposal.value_date or call.value_date))
    if isinstance(done, Failure):
        return done
    work.save(PROPOSALS, decided.unwrap())
    return Success(Proposed(proposal.id, decided.unwrap().status.value))


def reject_proposal(
    command: RejectProposal, call: Call, work: Work
) -> Outcome[Proposed, ProposalNotFound | ProposalClosed | ProposalExpired | MakerIsChecker]:
    """Reject; nothing is carried out."""
    proposal = work.find(PROPOSALS, command.proposal_id)
    if proposal is None:
        return Failure(ProposalNotFound(command.proposal_id.value))
    decided = proposal.decide(call.actor.id, call.received_at, approve=False)
    if isinstance(decided, Failure):
        return decided
    work.save(PROPOSALS, decided.unwrap())
    return Success(Proposed(proposal.id, decided.unwrap().status.value))
