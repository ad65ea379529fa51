"""Posting: which accounts move when the figures of a loan do, by the posting rules.

A loan's `Figures` are running totals. What is posted is the difference between what they are and what has
been booked, so a rerun posts nothing, a day that was missed is caught up by the next, and a correction of
history comes out as the entries that put it right.

While a loan is non-accrual (非应计) all that happens at once is one entry, in which what it earns and what goes off
the books net on book. Where it becomes so, or accrues again, the move is an entry of its own after everything else.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, lru_cache

import attrs

from lending.accounting.posting_rules import (
    ACCRUED_OFF_BOOK,
    BOOKED,
    BUSINESS,
    CANCELLED,
    CLAIMED,
    COMMON,
    COVERING,
    CREDIT_APPLIED,
    DAILY_EVENTS,
    DEALER_PAID,
    DISBURSED,
    HOMES,
    PROVISIONED,
    RESUMED,
    REVOKED,
    SUSPENDED,
    TAKEN_ON,
    TAX_INCLUSIVE,
    TAXED,
    VOUCHED,
    PostingRule,
    PostingRules,
    Scheme,
)
from lending.loans.figures import NAMES, Figures, amounts_of
from lending.loans.lease import is_direct_lease
from lending.loans.terms import LoanTerms

__all__ = ["Movement", "Step", "movements", "scheme_of", "unruled_between"]

BEGUN_BY = {CANCELLED: DISBURSED, REVOKED: VOUCHED}
"""What takes everything back, and by which event it had begun."""


@attrs.frozen
class Movement:
    """By how much a step moves an account, of which funder's part (of ours where empty).

    `amount` is on the side on which the rules of the step name the account first.
    """

    step: str
    account: str
    credit: bool
    amount: int
    party: str = ""


@attrs.frozen
class Step:
    """What becomes one entry on book and one off book, and by which rules."""

    name: str
    rules: tuple[PostingRule, ...]

    def movements(self, change: Mapping[str, int], party: str) -> list[Movement]:
        """What moves where the figures change so. Accounts that do not are left out, but for those of money.

        Those the parts of a joint loan have in common: they keep their place, as lines stand in the order of the rules.
        """
        figures = self._effects.keys() & change.keys()
        net = [0] * len(self._places) if figures else []
        for figure in figures:
            for place, sign in self._effects[figure]:
                net[place] += sign * change[figure]
        return [
            Movement(self.name, account, credit, amount, party)
            for (account, credit, cash), amount in zip(self._places, net, strict=False)
            if amount or cash
        ]

    @cached_property
    def _places(self) -> tuple[tuple[str, bool, bool], ...]:
        """The accounts in the order in which the rules name them, each with its side there, and whether it is money."""
        found: dict[str, bool] = {}
        for rule in self.rules:
            found.setdefault(rule.debit, False)
            found.setdefault(rule.credit, True)
        return tuple([(account, credit, account.startswith(COMMON)) for account, credit in found.items()])

    @cached_property
    def _effects(self) -> dict[str, list[tuple[int, int]]]:
        """Which places each figure moves, and in which direction from their own side."""
        place_of = {account: (place, credit) for place, (account, credit, _cash) in enumerate(self._places)}
        found: dict[str, list[tuple[int, int]]] = {}
        for rule in self.rules:
            for account, on_credit in ((rule.debit, False), (rule.credit, True)):
                place, credit = place_of[account]
                found.setdefault(rule.amount, []).append((place, 1 if on_credit is credit else -1))
        return found


def scheme_of(terms: LoanTerms) -> Scheme:
    """Which kind of claim a loan with these terms is."""
    return Scheme.DIRECT_LEASE if is_direct_lease(terms) else Scheme.LOAN


def movements(
    rules: PostingRules, before: Figures, after: Figures, event: str | None, party: str = ""
) -> Iterator[Movement]:
    """What moves between two states of one part of a loan, by the rules of that part, step by step."""
    for step, change in _steps(rules, before, after, event):
        yield from step.movements(change, party)


def unruled_between(
    rules: PostingRules,
    before: Figures,
    after: Figures,
    event: str | None = None,
    wanted: Collection[str] = BOOKED,
) -> tuple[str, ...]:
    """The `wanted` figures that moved and that no rule books: a gap in the rules."""
    steps = [step for step, _change in _steps(rules, before, after, event) if step.name != PROVISIONED]
    ruled = {rule.amount for step in steps for rule in step.rules}
    moved = (name for name in NAMES if getattr(after, name) != getattr(before, name))
    return tuple(name for name in moved if name in wanted and name not in ruled)


def _steps(
    rules: PostingRules, before: Figures, after: Figures, event: str | None
) -> Iterator[tuple[Step, dict[str, int]]]:
    """The steps from `before` to `after`, each with the figures that move in it and by how much."""
    if event == TAKEN_ON:
        yield Step(TAKEN_ON, rules.of(TAKEN_ON)), _change(rules, before, after)
        return
    if event in COVERING:
        yield from _covering_steps(rules, before, after, event)
        return
    stays = _as_before(before, after)
    change = _change(rules, before, stays)
    for step in _order(rules, event, suspended=before.suspended):
        yield step, change
    if stays is not after:
        name = SUSPENDED if after.suspended else RESUMED
        yield Step(name, rules.of(SUSPENDED, TAXED)), _change(rules, stays, after)


def _covering_steps(
    rules: PostingRules, before: Figures, after: Figures, event: str
) -> Iterator[tuple[Step, dict[str, int]]]:
    """A part is paid for as it stands on book: one of a non-accrual loan comes back before, or goes off again after."""
    paid_for, taken = before.accruing(), after.accruing()
    if before.suspended:
        yield Step(RESUMED, rules.of(SUSPENDED)), _change(rules, before, paid_for)
    change = _change(rules, paid_for, taken)
    yield Step(event, rules.of(event)), change
    yield Step(CLAIMED, rules.of(CLAIMED)), change
    if after.suspended:
        yield Step(SUSPENDED, rules.of(SUSPENDED)), _change(rules, taken, after)


@lru_cache(maxsize=256)
def _order(rules: PostingRules, event: str | None, *, suspended: bool) -> tuple[Step, ...]:
    """What is posted after what: of a loan that accrues, or of one that was `suspended` before."""
    provisioned = Step(PROVISIONED, rules.of(PROVISIONED))
    begun = BEGUN_BY.get(event or "")
    business = [Step(name, ruled) for name, ruled in _business(rules, event or CREDIT_APPLIED, begun)]
    if event is not None and begun is not None:
        # In the order in which they were booked, so that each account stands on its side again.
        first = rules.of(begun, *DAILY_EVENTS, PROVISIONED)
        rest = (rule for step in business for rule in step.rules if rule not in first)
        return (Step(event, (*first, *rest, *rules.of(SUSPENDED))),)
    if suspended:
        chosen = (*rules.of(*DAILY_EVENTS, SUSPENDED), *(rule for step in business for rule in step.rules))
        return provisioned, Step(event or ACCRUED_OFF_BOOK, chosen)
    return *(Step(name, rules.of(name)) for name in DAILY_EVENTS), provisioned, *business


def _change(rules: PostingRules, before: Figures, after: Figures) -> dict[str, int]:
    """By how much each figure moves that does; where a rule posts the tax in it, that of the tax."""
    pairs = zip(NAMES, amounts_of(before), amounts_of(after), strict=True)
    change = {name: now - was for name, was, now in pairs if now != was}
    for name in TAX_INCLUSIVE & change.keys():
        change[name] = rules.tax_in(getattr(after, name)) - rules.tax_in(getattr(before, name))
    return change


def _as_before(before: Figures, after: Figures) -> Figures:
    """What `after` would be if the loan accrued, or did not, as it did before."""
    if before.suspended == after.suspended:
        return after
    return after.suspending() if before.suspended else after.accruing()


def _business(rules: PostingRules, event: str, begun: str | None = None) -> list[tuple[str, tuple[PostingRule, ...]]]:
    """The rules of `event` and of whatever business, and of each home those for what these have none for.

    What ends all follows, besides its own, the rules by which it had `begun`. Last, what the money did that was owed
    until then, unless it is still owed.
    """
    first = rules.of(event, *(() if begun is None else (begun,)), BUSINESS)
    chosen = [(event, first)]
    ruled = {rule.amount for rule in first}
    for name in HOMES:
        more = tuple(rule for rule in rules.of(name) if rule.amount not in ruled)
        ruled |= {rule.amount for rule in more}
        chosen.append((name, more))
    promised = VOUCHED in (event, begun)
    return chosen if promised else [*chosen, (DEALER_PAID, rules.of(DEALER_PAID))]
