"""Posting rules (分录模板): data that says which figure of a loan moves which accounts.

A loan's `Figures` are running totals. What is posted is the difference between what they are and what has
been booked, so a rerun posts nothing, a day that was missed is caught up by the next, and a correction of
history comes out as the entries that put it right.

While a loan is non-accrual (非应计) all that happens at once is one entry, in which what it earns and what goes off
the books net on book. Where it becomes so, or accrues again, the move is an entry of its own after everything else.
"""

import enum
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, lru_cache

import attrs

from lending.kernel.checks import matching, positive
from lending.kernel.invalid import InvalidValue
from lending.kernel.rates import RATE_SCALE, Rate
from lending.kernel.rounding import divide
from lending.loans.figures import NAMES, Figures, amounts_of
from lending.loans.lease import is_direct_lease
from lending.loans.terms import LoanTerms

__all__ = [
    "ACCRUED_OFF_BOOK",
    "AMOUNT",
    "BUSINESS",
    "CREDIT_APPLIED",
    "DAILY_EVENTS",
    "MANAGED",
    "PROVISIONED",
    "RESUMED",
    "SUSPENDED",
    "TAKEN_ON",
    "FunderAccount",
    "Movement",
    "Part",
    "PostingRule",
    "PostingRules",
    "Scheme",
    "Step",
    "movements",
    "scheme_of",
    "unruled_between",
]

TAXED = "TAXED"
"""价税分离: value added tax of interest that was received or fell due (F22), part of whatever made it so."""

DAILY_EVENTS = ("ACCRUED", "FELL_DUE", "OVERDUE", TAXED)
"""What time alone brings about, posted before any business event of the day."""

CREDIT_APPLIED = "CREDIT_APPLIED"
"""The business of a day on which nothing happened but time: a credit balance may have paid what fell due."""

BUSINESS = "BUSINESS"
"""Rules of whatever business happened, besides its own."""

SUSPENDED, RESUMED = "SUSPENDED", "RESUMED"
"""应计转非应计 (A11) and 恢复应计 (A15): the rules of SUSPENDED, which the way back follows backwards."""

ACCRUED_OFF_BOOK = "ACCRUED_OFF_BOOK"
"""What time brings about on a non-accrual loan (A12)."""

PROVISIONED = "PROVISIONED"
"""计提拨备 (A16): what is about to be lost of the principal is set aside first.

Nothing has been set aside for the loan before; a provision held for it would lower the amount of this step.
"""

TAKEN_ON = "TAKEN_ON"
"""移行: all that a loan comes to when it is taken on, against the take-on clearing account: neither income nor cash."""

HOMES = ("DISBURSED", "REPAID", "WAIVED", "ADJUSTED", "WRITTEN_OFF", "CLEARED", "RECOVERED")
"""The events whose rules book a figure that another event moved: what came after a reversal is replayed, and a new
plan may void a waiver."""

TAX_INCLUSIVE = frozenset({"interest_taxable"})
"""Figures of which a rule posts the tax in them, not the amount."""

IMPLIED = frozenset({"received", "refunded", *TAX_INCLUSIVE})
"""Figures without entries of their own: cash received and not refunded is the sum of what it was used for."""

BOOKED = frozenset(NAMES) - IMPLIED
"""What of a part must have a rule where it moves."""

MANAGED = frozenset(
    {"disbursed", "received", "principal_repaid", "principal_waived", "principal_written_off", "service_fee"}
)
"""What our book says of a funder's part: its money, and its principal off the books."""

AMOUNT = "amount"
"""What a rule books of business that is not a loan's: its one amount."""

CASH = ("1002", "1012")
"""What accounts of money begin with: they are not kept apart by funder."""

OFF_BOOK = "7"
"""What off-book accounts begin with; their lines never stand in one voucher with on-book lines (表外)."""

ACCOUNT_CODE = matching(r"[0-9]{4}(\.[0-9]{2})?", "an account code such as 1303.01")


class Scheme(enum.Enum):
    """Which kind of claim the rules book."""

    LOAN = "LOAN"
    """A loan, leaseback included: the claim is principal."""
    DIRECT_LEASE = "DIRECT_LEASE"
    """直租: the claim is rents, with income not yet earned against it."""


class Part(enum.Enum):
    """Whose part of a loan a rule books, and in whose book."""

    OWN = "OWN"
    """Ours, in our book. A funder's book follows these rules too, with its accounts in the place of ours."""
    MANAGED = "MANAGED"
    """A funder's, in our book (代管)."""
    PREFUNDED = "PREFUNDED"
    """The same, of a funder whose money is with us before the payout (备款)."""
    ADVANCED = "ADVANCED"
    """The same, of a funder for whom we advance the money (垫付)."""
    FUNDER = "FUNDER"
    """A funder's, in its own book, besides what it books as we do."""


@attrs.frozen
class FunderAccount:
    """The account that a funder's book has in the place of one of ours."""

    ours: str = attrs.field(validator=ACCOUNT_CODE)
    theirs: str = attrs.field(validator=ACCOUNT_CODE)


@attrs.frozen
class PostingRule:
    """On `event`, the change of the figure called `amount` debits one account and credits another."""

    event: str = attrs.field(validator=matching("[A-Z][A-Z_]*", "a posting event such as REPAID"))
    amount: str = attrs.field()
    debit: str = attrs.field(validator=ACCOUNT_CODE)
    credit: str = attrs.field(validator=ACCOUNT_CODE)
    scheme: Scheme = Scheme.LOAN
    part: Part = Part.OWN

    @amount.validator
    def _is_a_figure(self, _attribute: object, amount: str) -> None:
        if amount not in (*NAMES, AMOUNT):
            raise InvalidValue("amount", amount, f"a figure of a loan: one of {', '.join(NAMES)}; or {AMOUNT}")

    def __attrs_post_init__(self) -> None:
        if self.debit.startswith(OFF_BOOK) != self.credit.startswith(OFF_BOOK):
            raise InvalidValue("credit", self.credit, f"on book or off book as the debit {self.debit} is")


@attrs.frozen(cache_hash=True)
class PostingRules:
    """One version of all rules, in the order in which their lines are written.

    `vat_rate` is the tax that interest includes; where it is 0 no tax is split off (F22). `funder_accounts` are those
    that stand in a funder's book for ours.
    """

    version: int = attrs.field(validator=positive(10_000))
    rules: tuple[PostingRule, ...]
    vat_rate: Rate = Rate(0)
    funder_accounts: tuple[FunderAccount, ...] = ()

    @property
    def accounts(self) -> frozenset[str]:
        """Every account that is named."""
        named = {code for rule in self.rules for code in (rule.debit, rule.credit)}
        return frozenset(named | {account.theirs for account in self.funder_accounts})

    def of(self, *events: str) -> tuple[PostingRule, ...]:
        """The rules of these events, event by event."""
        return tuple([rule for event in events for rule in self._by_event.get(event, ())])

    @cached_property
    def _by_event(self) -> dict[str, list[PostingRule]]:
        found: dict[str, list[PostingRule]] = {}
        for rule in self.rules:
            found.setdefault(rule.event, []).append(rule)
        return found

    def under(self, scheme: Scheme) -> "PostingRules":
        """The rules of one scheme only."""
        return self._by_scheme[scheme]

    @cached_property
    def _by_scheme(self) -> dict[Scheme, "PostingRules"]:
        def of_one(scheme: Scheme) -> PostingRules:
            return attrs.evolve(self, rules=tuple(rule for rule in self.rules if rule.scheme is scheme))

        return {scheme: of_one(scheme) for scheme in Scheme}

    @cached_property
    def own(self) -> "PostingRules":
        """The rules of our part."""
        return self._for(Part.OWN)

    @cached_property
    def prefunded(self) -> "PostingRules":
        """The rules of what our book says of a funder's part whose money was with us."""
        return self._for(Part.MANAGED, Part.PREFUNDED)

    @cached_property
    def advanced(self) -> "PostingRules":
        """The rules of what our book says of a funder's part that we advanced."""
        return self._for(Part.MANAGED, Part.ADVANCED)

    @cached_property
    def funder(self) -> "PostingRules":
        """The rules of a funder's own book: ours with its accounts, and its own."""
        theirs = {account.ours: account.theirs for account in self.funder_accounts}
        ours = (
            attrs.evolve(rule, debit=theirs.get(rule.debit, rule.debit), credit=theirs.get(rule.credit, rule.credit))
            for rule in self._for(Part.OWN).rules
        )
        return attrs.evolve(self, rules=(*ours, *self._for(Part.FUNDER).rules))

    def _for(self, *parts: Part) -> "PostingRules":
        return attrs.evolve(self, rules=tuple(rule for rule in self.rules if rule.part in parts))

    def tax_in(self, amount: int) -> int:
        """The tax that an amount includes, rounded half up: 10.19 in 180.00 at 6 %."""
        return divide(amount * self.vat_rate.scaled, RATE_SCALE + self.vat_rate.scaled)


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
        return tuple([(account, credit, account.startswith(CASH)) for account, credit in found.items()])

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
    stays = _as_before(before, after)
    change = _change(rules, before, stays)
    for step in _order(rules, event, suspended=before.suspended):
        yield step, change
    if stays is not after:
        name = SUSPENDED if after.suspended else RESUMED
        yield Step(name, rules.of(SUSPENDED, TAXED)), _change(rules, stays, after)


@lru_cache(maxsize=256)
def _order(rules: PostingRules, event: str | None, *, suspended: bool) -> tuple[Step, ...]:
    """What is posted after what: of a loan that accrues, or of one that was `suspended` before."""
    provisioned = Step(PROVISIONED, rules.of(PROVISIONED))
    business = [Step(name, ruled) for name, ruled in _business(rules, event or CREDIT_APPLIED)]
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


def _business(rules: PostingRules, event: str) -> list[tuple[str, tuple[PostingRule, ...]]]:
    """The rules of `event` and of whatever business, and of each home those for what these have none for."""
    first = rules.of(event, BUSINESS)
    chosen = [(event, first)]
    ruled = {rule.amount for rule in first}
    for name in HOMES:
        more = tuple(rule for rule in rules.of(name) if rule.amount not in ruled)
        ruled |= {rule.amount for rule in more}
        chosen.append((name, more))
    return chosen
