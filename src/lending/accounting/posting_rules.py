"""Posting rules (分录模板): data that says which figure of a loan moves which accounts, in whose book."""

import enum
from functools import cached_property

import attrs

from lending.kernel.checks import matching, positive
from lending.kernel.invalid import InvalidValue
from lending.kernel.rates import RATE_SCALE, Rate
from lending.kernel.rounding import divide
from lending.loans.figures import NAMES, SUSPENDED_NAMES

__all__ = [
    "ACCRUED_OFF_BOOK",
    "AMOUNT",
    "BOOKED",
    "BOUGHT_BACK",
    "BUSINESS",
    "CANCELLED",
    "CLAIMED",
    "CLAIMED_FIGURES",
    "COMMON",
    "COMPENSATED",
    "COVERING",
    "CREDIT_APPLIED",
    "DAILY_EVENTS",
    "DEALER_PAID",
    "DISBURSED",
    "HOMES",
    "MANAGED",
    "OFF_BOOK",
    "PROVISIONED",
    "RESUMED",
    "REVOKED",
    "SUSPENDED",
    "TAKEN_ON",
    "TAXED",
    "TAX_INCLUSIVE",
    "VOUCHED",
    "FunderAccount",
    "Part",
    "PostingRule",
    "PostingRules",
    "Scheme",
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

COMPENSATED, BOUGHT_BACK = "COMPENSATED", "BOUGHT_BACK"
COVERING = (COMPENSATED, BOUGHT_BACK)
"""代偿 (B6) and 回购 (B8): a funder's part leaves its book, and all that was owed of it is paid."""

CLAIMED = "CLAIMED"
"""What we paid in compensation is claimed of the borrower (B6r)."""

DISBURSED = "DISBURSED"
"""放款 (A2): the payout reached its payee."""

DEALER_PAID = "DEALER_PAID"
"""转账给经销商 (C2): the payout that starts a direct lease pays its dealer, in an entry after that which owes it."""

CANCELLED = "CANCELLED"
"""撤销放款: the payout came back, and whatever was booked of the loan is taken back in one entry in red."""

VOUCHED, REVOKED = "VOUCHED", "REVOKED"
"""放款凭证 (C1): the loan begins, and its dealer is owed the money; 退单 (C3): the same taken back before it went."""

HOMES = (DISBURSED, "REPAID", "WAIVED", "ADJUSTED", "WRITTEN_OFF", "CLEARED", "RECOVERED")
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

CLAIMED_FIGURES = BOOKED - {*SUSPENDED_NAMES, "principal_overdue", "interest_fallen_due"}
"""What of a claim in a funder's stead must have a rule: it stands in one account, accruing or not, due or overdue."""

AMOUNT = "amount"
"""What a rule books of business that is not a loan's: its one amount."""

COMMON = ("1002", "1012", "2202")
"""What accounts of money, and of what dealers are owed, begin with: they are not kept apart by funder."""

RECEIVABLE = ("1303", "1132")
"""What accounts of what borrowers owe begin with."""

OFF_BOOK = "7"
"""What off-book accounts begin with; their lines never stand in one voucher with on-book lines (表外)."""

ACCOUNT_CODE = matching(r"[0-9]{4}(\.[0-9]{2})?", "an account code such as 1303.01")
ANY_ACCOUNT_CODE = matching(r"([0-9]{4}(\.[0-9]{2})?)?", "an account code such as 1221.02, or none")


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
    CLAIM = "CLAIM"
    """What we claim in a funder's stead (应收代偿款), in our book, besides what it books as our own part does."""


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
    that stand in a funder's book for ours. `claim_account` is where a claim in a funder's stead stands, whatever it is
    of; without one nothing can be claimed so.
    """

    version: int = attrs.field(validator=positive(10_000))
    rules: tuple[PostingRule, ...]
    vat_rate: Rate = Rate(0)
    funder_accounts: tuple[FunderAccount, ...] = ()
    claim_account: str = attrs.field(default="", validator=ANY_ACCOUNT_CODE)

    @property
    def accounts(self) -> frozenset[str]:
        """Every account that is named."""
        named = {code for rule in self.rules for code in (rule.debit, rule.credit)}
        return frozenset(named | {account.theirs for account in self.funder_accounts} | {self.claim_account} - {""})

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

    @cached_property
    def claim(self) -> "PostingRules":
        """The rules of a claim in a funder's stead: ours in its one account, but that it never stops being on book."""
        if not self.claim_account:
            return attrs.evolve(self, rules=())
        ours = (
            attrs.evolve(rule, debit=self._claimed_in(rule.debit), credit=self._claimed_in(rule.credit))
            for rule in self._for(Part.OWN).rules
            if rule.event not in (SUSPENDED, TAXED, BOUGHT_BACK)
        )
        return attrs.evolve(self, rules=(*ours, *self._for(Part.CLAIM).rules))

    def _claimed_in(self, account: str) -> str:
        return self.claim_account if account.startswith(RECEIVABLE) else account

    def _for(self, *parts: Part) -> "PostingRules":
        return attrs.evolve(self, rules=tuple(rule for rule in self.rules if rule.part in parts))

    def tax_in(self, amount: int) -> int:
        """The tax that an amount includes, rounded half up: 10.19 in 180.00 at 6 %."""
        return divide(amount * self.vat_rate.scaled, RATE_SCALE + self.vat_rate.scaled)
