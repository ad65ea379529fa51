"""How funding decisions and the use of quotas are looked at."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.funding.funder import DAILY, Funder, Quota, QuotaKind
from lending.funding.ports import FUNDERS, FUNDING_DECISIONS, FUNDING_RULES, RULES
from lending.funding.queries import FunderUsage, FundingView, GetFunderUsage, GetFunding, QuotaUsage
from lending.funding.quotas import kept_as, total_of
from lending.funding.refusals import FunderNotFound, FundingNotSought
from lending.funding.rules import FundingRules
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["get_funder_usage", "get_funding"]


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
