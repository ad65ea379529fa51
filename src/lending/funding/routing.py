"""The funding route (资金路由): which schemes can take a loan, and in which order they are tried (§5).

Pure: what is known of funders, rules and the loan goes in, reasons and an order come out.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from hashlib import sha256
from itertools import accumulate

import attrs

from lending.application.call import CHINA
from lending.funding.funder import OWN, CustomerGroup, Funder
from lending.funding.rules import FundingRules, Order, RegulationKind
from lending.funding.schemes import FundingScheme
from lending.funding.sharing import WHOLE
from lending.kernel.money import Money
from lending.kernel.rounding import Rounding, divide
from lending.risk.admission import Reason

__all__ = ["RULES", "Candidate", "FundingFacts", "Party", "candidate_of", "in_order", "reasons_against"]

PERCENT_SCALE = WHOLE // 100


@attrs.frozen(kw_only=True)
class FundingFacts:
    """What the route looks at: the loan and its borrower as they are approved. Age in full years."""

    product: str
    amount: Money
    instalments: int
    customer_id: str
    group: CustomerGroup
    age: int
    region: str
    dealer_id: str | None


@attrs.frozen
class Party:
    """One party to a scheme: a funder by its code, as it is published where it is, its part in minor units."""

    code: str
    funder: Funder | None
    amount: int


@attrs.frozen
class Candidate:
    """A funding scheme with its parties: the funders first, by priority, then our own part where it is bounded."""

    scheme: FundingScheme
    parties: tuple[Party, ...]

    @property
    def lead(self) -> Funder | None:
        """The funder it is ordered by: the first; none where the money is ours alone."""
        return self.parties[0].funder if self.scheme.sharing.shares else None


def candidate_of(scheme: FundingScheme, funders: Mapping[str, Funder], amount: Money) -> Candidate:
    """The scheme's parties and their parts of the amount."""
    sharing = scheme.sharing
    parts = zip(sharing.shares, sharing.parts(amount.minor), strict=True)
    parties = [Party(share.funder, funders.get(share.funder), part) for share, part in parts]
    if OWN in funders and sharing.own_weight:
        parties.append(Party(OWN, funders[OWN], sharing.own_part(amount.minor)))
    return Candidate(scheme, tuple(parties))


Rule = Callable[[Funder, FundingFacts, datetime], Reason | None]


def switched_on(funder: Funder, _facts: FundingFacts, _at: datetime) -> Reason | None:
    """The funder is on."""
    return None if funder.is_on else Reason("FUNDER_OFF", f"{funder.type.value}, not switched on")


def at_work(funder: Funder, _facts: FundingFacts, at: datetime) -> Reason | None:
    """The funder takes applications at this hour."""
    now = at.astimezone(CHINA).time()
    return None if funder.works_at(now) else Reason("OUT_OF_HOURS", f"{now:%H:%M}, open {funder.opens}-{funder.closes}")


def in_region(funder: Funder, facts: FundingFacts, _at: datetime) -> Reason | None:
    """The borrower lives where the funder lends."""
    found = not funder.regions or facts.region in funder.regions
    return None if found else Reason("REGION", f"{facts.region}, not among {', '.join(funder.regions)}")


def of_age(funder: Funder, facts: FundingFacts, _at: datetime) -> Reason | None:
    """The borrower is as old as the funder asks."""
    fits = funder.age_min <= facts.age <= funder.age_max
    return None if fits else Reason("AGE", f"aged {facts.age}, from {funder.age_min} to {funder.age_max} asked")


def of_product(funder: Funder, facts: FundingFacts, _at: datetime) -> Reason | None:
    """The funder takes the product."""
    found = not funder.products or facts.product in funder.products
    return None if found else Reason("PRODUCT", f"{facts.product}, not among {', '.join(funder.products)}")


def of_amount(funder: Funder, facts: FundingFacts, _at: datetime) -> Reason | None:
    """The funder takes loans of this currency and amount."""
    for bound, sign in ((funder.amount_min, 1), (funder.amount_max, -1)):
        if bound is None:
            continue
        if bound.currency != facts.amount.currency or sign * (facts.amount.minor - bound.minor) < 0:
            return Reason("AMOUNT", f"{facts.amount}, {'at least' if sign > 0 else 'at most'} {bound}")
    return None


def of_term(funder: Funder, facts: FundingFacts, _at: datetime) -> Reason | None:
    """The funder takes loans of so many instalments."""
    least, most = funder.instalments_min, funder.instalments_max
    fits = least <= facts.instalments <= most
    return None if fits else Reason("TERM", f"{facts.instalments} instalments, from {least} to {most} taken")


def of_group(funder: Funder, facts: FundingFacts, _at: datetime) -> Reason | None:
    """The funder takes such customers."""
    found = not funder.groups or facts.group in funder.groups
    return None if found else Reason("CUSTOMER_GROUP", f"{facts.group.value}, not taken")


RULES: tuple[Rule, ...] = (switched_on, at_work, in_region, of_age, of_product, of_amount, of_term, of_group)
"""Every filter of a funder but its quotas, which are known only when they are occupied."""


def reasons_against(
    candidate: Candidate, facts: FundingFacts, rules: FundingRules, at: datetime, on: date
) -> dict[str, tuple[Reason, ...]]:
    """Why the scheme cannot take the loan, by funder; empty where nothing stands against it."""
    against = {party.code: _against(party, candidate.scheme, facts, rules, at, on) for party in candidate.parties}
    return {code: reasons for code, reasons in against.items() if reasons}


def _against(
    party: Party, scheme: FundingScheme, facts: FundingFacts, rules: FundingRules, at: datetime, on: date
) -> tuple[Reason, ...]:
    if party.funder is None:
        return (Reason("FUNDER_UNPUBLISHED", f"no funder {party.code} is published"),)
    funder = party.funder
    reasons = [reason for rule in RULES if (reason := rule(funder, facts, at)) is not None]
    if party.code != OWN:
        reasons.extend(_share_reasons(scheme, funder, rules, on))
    return tuple(reasons)


def _share_reasons(scheme: FundingScheme, funder: Funder, rules: FundingRules, on: date) -> Iterable[Reason]:
    """What the regulations of the day say of the shares. Who lends alone lends nothing jointly."""
    ours = scheme.sharing.own_weight
    if not ours:
        return
    parts = {RegulationKind.OWN_SHARE_MIN: ours, RegulationKind.FUNDERS_SHARE_MIN: WHOLE - ours}
    for held in rules.in_force(on, funder.type):
        part = parts.get(held.kind)
        if part is not None and part < held.percent * PERCENT_SCALE:
            yield Reason(held.kind.value, f"{part} of {WHOLE}, at least {held.percent} % by {held.source}")


def in_order(
    candidates: Iterable[Candidate],
    rules: FundingRules,
    *,
    drawn_by: str,
    filled: Mapping[str, int],
    before: str | None,
) -> tuple[Candidate, ...]:
    """The candidates in the order in which they are tried, the same whenever it is asked; our own money last.

    `drawn_by` is what a draw by weight depends on, `filled` each funder's drawn total in minor units, `before` the
    funder of the customer's loan before this one.
    """
    listed = tuple(candidates)
    joint = [held for held in listed if held.scheme.sharing.shares]
    places = _places_by_weight(joint, drawn_by)

    def rank(candidate: Candidate) -> tuple[int, ...]:
        lead = candidate.lead
        if lead is None:
            return ()
        return tuple(_rank(by, lead, filled, before, places[candidate.scheme.code]) for by in rules.order)

    return (*sorted(joint, key=rank), *(held for held in listed if not held.scheme.sharing.shares))


def _rank(by: Order, lead: Funder, filled: Mapping[str, int], before: str | None, place: int) -> int:
    if by is Order.STICKY:
        return int(lead.code != before)
    if by is Order.FILL_TARGET:
        target = lead.fill_target.minor if lead.fill_target else 0
        return divide(filled.get(lead.code, 0) * WHOLE, target, Rounding.DOWN) if target else WHOLE
    if by is Order.GRADE:
        return ord(lead.grade.value)
    return {Order.COST: lead.cost.scaled, Order.PRIORITY: lead.priority, Order.WEIGHT: place}[by]


def _places_by_weight(candidates: Iterable[Candidate], drawn_by: str) -> dict[str, int]:
    """Each scheme's place in a draw without replacement by its lead's weight."""
    left = {held.scheme.code: held.lead.weight if held.lead else 1 for held in candidates}
    places: dict[str, int] = {}
    while left:
        draw = int.from_bytes(sha256(f"{drawn_by}/{len(places)}".encode()).digest()) % sum(left.values())
        upto = accumulate(left.values())
        code = next(code for code, high in zip(left, upto, strict=True) if draw < high)
        places[code] = len(places)
        del left[code]
    return places
