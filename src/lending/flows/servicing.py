"""While the loan lives: what its events bring about elsewhere."""

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.contract import Act
from lending.contracts.ports import CONTRACTS
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.events import LoanSettled
from lending.loans.ports import LOANS

__all__ = ["settle_contract"]


def settle_contract(event: LoanSettled, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """A settled loan settles its contract, and frees its vehicle."""
    contract = work.get(CONTRACTS, work.get(LOANS, event.loan_id).contract_id)
    settled = contract.end(Act.SETTLE)
    if isinstance(settled, Failure):
        return settled
    work.save(CONTRACTS, settled.unwrap())
    return Success(None)
