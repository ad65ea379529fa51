"""How funders' parts of loans are taken over (代偿, 回购): asked for one, or by the end of day for all that are due."""

from datetime import date

from lending.application.call import Call
from lending.application.work import Work
from lending.funding.commands import CoverFunder, CoverFunders, FunderIsCovered, FundersCovered
from lending.funding.covered import owed_to
from lending.funding.funded import FundedLoan
from lending.funding.ports import FUNDED_LOANS
from lending.funding.refusals import AlreadyCovered, CoverNotAgreed, CoverNotDue
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.refusals import LoanNotFound
from lending.operations.jobs import JobRun
from lending.operations.refusals import DayNotOpen
from lending.operations.usecases import must_be_open, record_run

__all__ = ["cover_funder", "cover_funders"]

NODE = "cover"
"""The node of the end of day that takes over what is due."""


def cover_funder(
    command: CoverFunder, call: Call, work: Work
) -> Outcome[FunderIsCovered, LoanNotFound | CoverNotAgreed | AlreadyCovered | CoverNotDue]:
    """Take over one part, on the open accounting day."""
    loan = work.find(LOANS, command.loan_id)
    if loan is None:
        return Failure(LoanNotFound(command.loan_id.value))
    funded = work.find(FUNDED_LOANS, command.loan_id)
    if funded is None:
        return Failure(CoverNotAgreed(command.loan_id, command.funder))
    taken = _cover(funded, loan, command.funder, call.business_date, work)
    if isinstance(taken, Failure):
        return taken
    return Success(_receipt(taken.unwrap(), command.funder, loan))


def cover_funders(command: CoverFunders, call: Call, work: Work) -> Outcome[FundersCovered, DayNotOpen]:
    """Take over each part of a shard's loans that is due."""
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    awaiting = work.matching(FUNDED_LOANS, "awaits_cover", str(command.shard))
    covered = 0
    for funded in awaiting:
        loan = work.get(LOANS, funded.loan_id)
        for funder in funded.covers_due(loan.account(command.day)):
            taken = _cover(work.get(FUNDED_LOANS, funded.loan_id), loan, funder, command.day, work)
            assert isinstance(taken, Success), f"{funder} was found to be due"
            covered += 1
    record_run(work, JobRun(command.day, NODE, command.shard, len(awaiting)))
    return Success(FundersCovered(covered))


def _cover(
    funded: FundedLoan, loan: Loan, funder: str, on: date, work: Work
) -> Outcome[FundedLoan, CoverNotAgreed | AlreadyCovered | CoverNotDue]:
    taken = funded.cover(funder, loan.account(on))
    if isinstance(taken, Success):
        # A payment that has come meanwhile makes less of what is owed: then both are read again.
        work.relies_on(LOANS, loan)
        work.save(FUNDED_LOANS, taken.unwrap())
    return taken


def _receipt(funded: FundedLoan, funder: str, loan: Loan) -> FunderIsCovered:
    (taken,) = (held for held in funded.covered if held.funder == funder)
    paid = Money(owed_to(taken.part), loan.terms.currency)
    return FunderIsCovered(loan_id=loan.id, funder=funder, cover=taken.kind.value, on=taken.on, amount=paid)
