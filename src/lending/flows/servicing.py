"""While the loan lives: what its events bring about elsewhere."""

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.contract import Act
from lending.contracts.ports import CONTRACTS
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.cancellation import LoanCancelled
from lending.loans.events import LoanSettled, LoanStatusChanged
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.loans.status import LoanStatus, SettlementKind

__all__ = ["cancel_contract", "reopen_contract", "settle_contract"]


def reopen_contract(event: LoanStatusChanged, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A loan that was settled and owes again has its contract again in force."""
    if event.before is not LoanStatus.SETTLED:
        return Success(None)
    contract = work.get(CONTRACTS, work.get(LOANS, event.loan_id).contract_id)
    reopened = contract.reopen()
    if isinstance(reopened, Failure):
        return reopened
    work.save(CONTRACTS, reopened.unwrap())
    return Success(None)


def settle_contract(event: LoanSettled, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A settled loan settles its contract, and frees its vehicle."""
    return Success(None) if event.kind is SettlementKind.CANCELLED else _end(event.loan_id, Act.SETTLE, work)


def cancel_contract(event: LoanCancelled, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Nothing was lent on it: the contract ends, and frees its vehicle."""
    return _end(event.loan_id, Act.CANCEL, work)


def _end(loan_id: LoanId, act: Act, work: Work) -> Outcome[None, Refusal]:
    ended = work.get(CONTRACTS, work.get(LOANS, loan_id).contract_id).end(act)
    if isinstance(ended, Failure):
        return ended
    work.save(CONTRACTS, ended.unwrap())
    return Success(None)
