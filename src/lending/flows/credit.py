"""Loans drawn on credit lines: used when paid out, given up with the application, given back as they are repaid."""

from typing import Protocol

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.contract import Contract
from lending.contracts.ports import CONTRACTS
from lending.credit.drawing import confirm_draw, follow_principal, release_draw
from lending.credit.line import LineState
from lending.credit.ports import CREDIT_LINES
from lending.credit.usecases import keep_line
from lending.kernel.outcome import Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.cancellation import LoanCancelled
from lending.loans.events import LoanOpened, LoanWrittenOff
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.origination.events import ApplicationClosed
from lending.origination.ports import APPLICATIONS

__all__ = ["close_written_off", "follow_line", "give_draw_up", "take_draw_back", "use_line"]

WRITTEN_OFF = "a loan drawn on it was written off"


class OfLoan(Protocol):
    """An event of a loan."""

    @property
    def loan_id(self) -> LoanId:
        """Which loan's."""


def use_line(event: LoanOpened, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """The payout succeeded: what was occupied is used (A2b)."""
    contract_id, line_id = _draw(event, work)
    if line_id is not None:
        confirm_draw(work, contract_id, line_id)
    return Success(None)


def give_draw_up(event: ApplicationClosed, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """An application that ends without a loan frees what it occupied."""
    for contract in work.matching(CONTRACTS, "application_id", event.application_id):
        line_id = _line_of(contract, work)
        if line_id is not None:
            release_draw(work, contract.id.value, line_id)
    return Success(None)


def take_draw_back(event: LoanCancelled, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """The payout came back: nothing was lent, on a one-off line either."""
    contract_id, line_id = _draw(event, work)
    if line_id is not None:
        release_draw(work, contract_id, line_id)
    return Success(None)


def follow_line(event: OfLoan, call: Call, work: Work) -> Outcome[None, Refusal]:
    """Whatever happened to the loan, its line has again what is repaid of its principal; a reversal takes it again."""
    contract_id, line_id = _draw(event, work)
    if line_id is not None and not isinstance(event, LoanOpened):
        figures = work.get(LOANS, event.loan_id).account(call.business_date).figures
        follow_principal(work, contract_id, line_id, figures.principal_repaid)
    return Success(None)


def close_written_off(event: LoanWrittenOff, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A loan that is written off closes the line that it was drawn on (3.2); one of a project stays for the others."""
    _contract_id, line_id = _draw(event, work)
    if line_id is None:
        return Success(None)
    line = work.get(CREDIT_LINES, line_id)
    if line.customer_id is not None and line.state in {LineState.ACTIVE, LineState.FROZEN}:
        closed = line.close(WRITTEN_OFF)
        assert isinstance(closed, Success), f"{line.id} is open"
        keep_line(work, closed.unwrap())
    return Success(None)


def _draw(event: OfLoan, work: Work) -> tuple[str, str | None]:
    """The loan's contract, and the line that it was drawn on, if on one."""
    contract_id = work.get(LOANS, event.loan_id).contract_id
    contract = work.find(CONTRACTS, contract_id)
    return contract_id, None if contract is None else _line_of(contract, work)


def _line_of(contract: Contract, work: Work) -> str | None:
    if contract.application_id is None:
        return None
    return work.get(APPLICATIONS, contract.application_id).line_id
