"""What a loan holds of its funders' quotas: confirmed at payout, given back as principal is repaid."""

from typing import Protocol

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.ports import CONTRACTS
from lending.funding.decision import FundingDecision
from lending.funding.funder import OWN
from lending.funding.ports import FUNDED_LOANS, FUNDING_DECISIONS
from lending.kernel.outcome import Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.operations.ports import OCCUPATIONS

__all__ = ["confirm_quotas", "decision_of", "follow_repayments"]


class OfLoan(Protocol):
    """An event of a loan."""

    @property
    def loan_id(self) -> LoanId:
        """Which loan's."""


def decision_of(work: Work, contract_id: str) -> FundingDecision | None:
    """The funding decision of a contract's application; None where its product names no schemes."""
    contract = work.find(CONTRACTS, contract_id)
    if contract is None or contract.application_id is None:
        return None
    return work.find(FUNDING_DECISIONS, contract.application_id)


def confirm_quotas(work: Work, decision: FundingDecision) -> None:
    """The loan is paid out: what was occupied is used."""
    for hold in decision.holds:
        confirmed = work.get(OCCUPATIONS, hold.holder).confirm(work)
        assert isinstance(confirmed, Success), f"{hold.holder} is held for a loan, and closed before its payout"
        work.save(OCCUPATIONS, confirmed.unwrap())


def follow_repayments(event: OfLoan, call: Call, work: Work) -> Outcome[None, Refusal]:
    """Reaction to a loan's event: revolving quotas have again what is repaid of each party's principal.

    A funder whose part was taken over has all of it back.
    """
    loan = work.get(LOANS, event.loan_id)
    decision = decision_of(work, loan.contract_id)
    if decision is None or not decision.holds or decision.scheme is None:
        return Success(None)
    figures, sharing = loan.account(call.business_date).figures, decision.scheme.sharing
    # Of a loan that was cancelled nothing is lent any more.
    repaid = figures.principal_repaid if figures.disbursed else loan.terms.principal.minor
    parts = dict(zip((share.funder for share in sharing.shares), sharing.parts(repaid), strict=True))
    parts[OWN] = sharing.own_part(repaid)
    parts |= _taken_over(loan.id, work)
    for hold in decision.holds:
        occupation = work.get(OCCUPATIONS, hold.holder)
        if occupation.given_back != parts[hold.funder]:
            followed = occupation.repaid(work, parts[hold.funder])
            assert isinstance(followed, Success), f"{hold.holder} was confirmed at payout"
            work.save(OCCUPATIONS, followed.unwrap())
    return Success(None)


def _taken_over(loan_id: LoanId, work: Work) -> dict[str, int]:
    """What each funder whose part was taken over had lent, in minor units."""
    funded = work.find(FUNDED_LOANS, loan_id)
    return {held.funder: held.part.disbursed for held in funded.covered} if funded is not None else {}
