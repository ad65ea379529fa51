"""How funding decisions, the use of quotas and the parties to loans are looked at."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.funding.covered import owed_to
from lending.funding.funded import FundedLoan, Parts
from lending.funding.funder import DAILY, OWN, Funder, Quota, QuotaKind
from lending.funding.ports import FUNDED_LOANS, FUNDERS, FUNDING_DECISIONS, FUNDING_RULES, RULES
from lending.funding.queries import (
    FunderUsage,
    FundingView,
    GetFunderUsage,
    GetFunding,
    GetLoanFunding,
    LoanFundingView,
    LoanParty,
    QuotaUsage,
)
from lending.funding.quotas import kept_as, total_of
from lending.funding.refusals import FunderNotFound, FundingNotSought
from lending.funding.rules import FundingRules
from lending.funding.sharing import WHOLE, FunderShare
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.refusals import LoanNotFound

__all__ = ["get_funder_usage", "get_funding", "get_loan_funding"]


def get_funding(query: GetFunding, _call: Call, reader: Reader) -> Outcome[FundingView, FundingNotSought]:
    """The decision with all its tries."""
    stored = reader.load(FUNDING_DECISIONS, query.application_id)
    if stored is None:
        return Failure(FundingNotSought(query.application_id))
    return Success(FundingView.of(stored.value))


def get_funder_usage(query: GetFunderUsage, call: Call, reader: Reader) -> Outcome[FunderUsage, FunderNotFound]:
    """The funder's quotas, with what is drawn on them; a day's are those of the open day."""
    stored = reader.load(FUNDERS, query.funder)
    if stored is None:
        return Failure(FunderNotFound(query.funder))
    published = reader.load(FUNDING_RULES, RULES)
    funder, rules = stored.value, published.value if published else FundingRules(version=1)
    listed = (quota for quota in funder.quotas if quota.kind is not QuotaKind.CUSTOMER)
    usage = FunderUsage(
        funder=funder.code,
        name=funder.name,
        version=funder.version,
        grade=funder.grade.value,
        is_on=funder.is_on,
        quotas=tuple(_usage(funder, quota, rules, call, reader) for quota in listed),
    )
    return Success(usage)


def _usage(funder: Funder, quota: Quota, rules: FundingRules, call: Call, reader: Reader) -> QuotaUsage:
    of = call.business_date.isoformat() if quota.kind in DAILY else quota.of
    limit = reader.limit(kept_as(funder.code, quota.kind, of))
    return QuotaUsage.of_limit(quota.kind.value, of, total_of(funder, quota, rules), limit)


def get_loan_funding(query: GetLoanFunding, call: Call, reader: Reader) -> Outcome[LoanFundingView, LoanNotFound]:
    """The parties to the loan, ours first."""
    stored = reader.load(LOANS, query.loan_id.value)
    if stored is None:
        return Failure(LoanNotFound(query.loan_id.value))
    loan, funding = stored.value, reader.load(FUNDED_LOANS, query.loan_id.value)
    stated = loan.account(call.business_date)
    funded = funding.value if funding is not None else None
    parts = funded.parts(stated) if funded is not None else Parts(stated.figures)
    own_weight = funded.sharing.own_weight if funded is not None else WHOLE
    ours = LoanParty(party=OWN, weight=own_weight, principal=loan.money(parts.ours.principal_outstanding))
    theirs = (_party(loan, funded, share, parts) for share in funded.sharing.shares) if funded is not None else ()
    view = LoanFundingView(
        loan_id=loan.id,
        scheme=funded.scheme if funded is not None else None,
        since=funded.since if funded is not None else loan.opened_on,
        parties=(ours, *theirs),
    )
    return Success(view)


def _party(loan: Loan, funded: FundedLoan, share: FunderShare, parts: Parts) -> LoanParty:
    (part,) = (part for part in parts.theirs if part.funder == share.funder)
    taken = funded.taken_over(share.funder)
    claim = next((claim.figures for claim in parts.claims if claim.funder == share.funder), None)
    return LoanParty(
        party=share.funder,
        weight=share.weight,
        principal=loan.money(part.figures.principal_outstanding),
        cover=share.cover.kind.value if share.cover is not None else None,
        cover_from=share.cover.days_past_due if share.cover is not None else None,
        covered_on=taken.on if taken is not None else None,
        paid=loan.money(owed_to(taken.part)) if taken is not None else None,
        claimed=loan.money(owed_to(claim)) if claim is not None else None,
    )
