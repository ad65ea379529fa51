"""What a loan takes of a funder's quotas (额度), and the limits they are kept as.

A limit is set when it is first drawn on, and anew when its funder's published version says otherwise.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from lending.application.work import Work
from lending.funding.funder import DAILY, OWN, SHARED, Funder, Quota, QuotaKind
from lending.funding.routing import Candidate, FundingFacts, Party
from lending.funding.rules import FundingRules, RegulationKind
from lending.kernel.outcome import Failure
from lending.kernel.rounding import Rounding, divide
from lending.operations.occupations import Held, Occupation
from lending.operations.ports import OCCUPATIONS
from lending.risk.admission import Reason

__all__ = ["Demand", "demands", "kept_as", "occupy", "reasons_of_room", "total_of"]

PERCENT = 100
DAY_COUNT_OF_A_LOAN = 1


@attrs.frozen
class Demand:
    """What a party's part of a loan takes of one limit, whose total is `total`; amounts in minor units or a count."""

    limit: str
    name: str
    total: int
    amount: int
    revolving: bool
    buckets: int = 1


def kept_as(funder: str, kind: QuotaKind, of: str = "") -> str:
    """The key of the limit that a quota is kept as; `of` is a day, a customer, or what the quota names."""
    return f"funder/{funder}/{kind.value}/{of}" if of else f"funder/{funder}/{kind.value}"


def total_of(funder: Funder, quota: Quota, rules: FundingRules) -> int:
    """How much a quota allows at the funder's grade, in minor units or as a count."""
    if quota.count is not None:
        return quota.count
    if quota.amount is not None:
        return quota.amount.share(rules.percent_of(funder.grade), PERCENT, Rounding.DOWN).minor
    whole = funder.quota(QuotaKind.TOTAL)
    assert whole is not None, "checked where the funder was made"
    assert quota.percent is not None, "a quota states one of three"
    return divide(total_of(funder, whole, rules) * quota.percent, PERCENT, Rounding.DOWN)


def demands(party: Party, facts: FundingFacts, rules: FundingRules, on: date) -> Iterator[Demand]:
    """Everything that a party's part of the loan takes of its quotas, and of what the regulator bounds."""
    funder = party.funder
    assert funder is not None, "who is not published is passed over"
    for quota in funder.quotas:
        place = _place(quota, facts, on)
        if place is None:
            continue
        counted = quota.kind is QuotaKind.DAY_COUNT
        buckets = 1 if quota.kind in SHARED else funder.buckets
        yield Demand(
            kept_as(party.code, quota.kind, place),
            quota.kind.value,
            total_of(funder, quota, rules),
            DAY_COUNT_OF_A_LOAN if counted else party.amount,
            revolving=quota.kind not in DAILY,
            buckets=buckets,
        )
    if party.code != OWN:
        yield from _regulated(party, funder, rules, on)


def _place(quota: Quota, facts: FundingFacts, on: date) -> str | None:
    """Whose limit of the quota the loan draws on; None where the quota does not concern it."""
    if quota.kind is QuotaKind.TOTAL:
        return ""
    if quota.kind in DAILY:
        return on.isoformat()
    if quota.kind is QuotaKind.CUSTOMER:
        return facts.customer_id
    of_the_loan = {
        QuotaKind.REGION: facts.region,
        QuotaKind.TERM: str(facts.instalments),
        QuotaKind.PRODUCT: facts.product,
        QuotaKind.DEALER: facts.dealer_id,
    }
    return quota.of if of_the_loan[quota.kind] == quota.of else None


def _regulated(party: Party, funder: Funder, rules: FundingRules, on: date) -> Iterator[Demand]:
    keys = {
        RegulationKind.FUNDER_OUTSTANDING_MAX: f"funder/{party.code}/REGULATION",
        RegulationKind.JOINT_OUTSTANDING_MAX: "funding/REGULATION",
    }
    for held in rules.in_force(on, funder.type):
        if held.base is not None:
            total = held.base.share(held.percent, PERCENT, Rounding.DOWN).minor
            yield Demand(keys[held.kind], held.kind.value, total, party.amount, revolving=True)


def reasons_of_room(work: Work, wanted: Iterable[Demand]) -> tuple[Reason, ...]:
    """Which quotas have no room for all that is wanted of them, as this work sees them; the limits are set."""
    asked: dict[str, int] = {}
    reasons = []
    for demand in wanted:
        limit = work.limit(demand.limit)
        if limit is None or limit.total != demand.total:
            work.set_limit(demand.limit, demand.total, buckets=demand.buckets)
            limit = work.limit(demand.limit)
        assert limit is not None, "it was set"
        asked[demand.limit] = asked.get(demand.limit, 0) + demand.amount
        if limit.free < asked[demand.limit]:
            reasons.append(_no_room(demand.name, demand.amount, limit.free))
    return tuple(reasons)


def occupy(
    work: Work, candidate: Candidate, wanted: Mapping[str, tuple[Demand, ...]], holder: str
) -> dict[str, str] | tuple[str, Reason]:
    """Occupy what every party's part takes, or nothing: the holders by party, or who has no room left and where.

    Should another take the room before this work commits, the work is run again and comes here again.
    """
    taken: dict[str, Occupation] = {}
    for party in candidate.parties:
        held = tuple(Held(each.limit, each.amount, each.revolving) for each in wanted[party.code] if each.amount)
        outcome = Occupation.take(work, f"{holder}/{party.code}", held) if held else None
        if isinstance(outcome, Failure):
            for occupation in taken.values():
                occupation.release(work)
            full = outcome.failure()
            name = next(each.name for each in wanted[party.code] if each.limit == full.limit)
            return party.code, _no_room(name, full.wanted, full.free)
        if outcome is not None:
            taken[party.code] = outcome.unwrap()
    for occupation in taken.values():
        work.save(OCCUPATIONS, occupation)
    return {code: occupation.holder for code, occupation in taken.items()}


def _no_room(name: str, wanted: int, free: int) -> Reason:
    return Reason(f"QUOTA_{name}", f"{wanted} wanted, {free} free")
