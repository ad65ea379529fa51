"""Posting rules (分录模板): data that says which figure of a loan moves which accounts.

A loan's `Figures` are running totals. What is posted is the difference between what they are and what has
been booked, so a rerun posts nothing, a day that was missed is caught up by the next, and a correction of
history comes out as the entries that put it right.
"""

import enum
from collections.abc import Iterable, Iterator

import attrs

from lending.accounting.journal import JournalLine, Side
from lending.kernel.checks import matching
from lending.kernel.invalid import InvalidValue
from lending.loans.figures import NAMES, Figures

__all__ = [
    "CREDIT_APPLIED",
    "DAILY_EVENTS",
    "Entry",
    "PostingRule",
    "PostingRules",
    "Scheme",
    "entries_between",
    "unruled_between",
]

DAILY_EVENTS = ("ACCRUED", "FELL_DUE", "OVERDUE")
"""What time alone brings about, posted before any business event of the day."""

CREDIT_APPLIED = "CREDIT_APPLIED"
"""The business of a day on which nothing happened but time: a credit balance may have paid what fell due."""

IMPLIED = frozenset({"received", "refunded"})
"""Figures without entries of their own: cash received and not refunded is the sum of what it was used for."""

RED_EVENTS = frozenset({"REVERSED"})
"""Events whose negative amounts stay negative: red entries (红字冲正)."""

OFF_BOOK = "7"
"""What off-book accounts begin with; their lines never stand in one voucher with on-book lines (表外)."""

ACCOUNT_CODE = matching(r"[0-9]{4}(\.[0-9]{2})?", "an account code such as 1303.01")


class Scheme(enum.Enum):
    """Which kind of claim the rules book."""

    LOAN = "LOAN"
    """A loan, leaseback included: the claim is principal."""
    DIRECT_LEASE = "DIRECT_LEASE"
    """直租: the claim is rents, with income not yet earned against it."""


@attrs.frozen
class PostingRule:
    """On `event`, the change of the figure called `amount` debits one account and credits another."""

    event: str = attrs.field(validator=matching("[A-Z][A-Z_]*", "a posting event such as REPAID"))
    amount: str = attrs.field()
    debit: str = attrs.field(validator=ACCOUNT_CODE)
    credit: str = attrs.field(validator=ACCOUNT_CODE)
    scheme: Scheme = Scheme.LOAN

    @amount.validator
    def _is_a_figure(self, _attribute: object, amount: str) -> None:
        if amount not in NAMES:
            raise InvalidValue("amount", amount, f"a figure of a loan: one of {', '.join(NAMES)}")

    def __attrs_post_init__(self) -> None:
        if self.debit.startswith(OFF_BOOK) != self.credit.startswith(OFF_BOOK):
            raise InvalidValue("credit", self.credit, f"on book or off book as the debit {self.debit} is")


@attrs.frozen
class PostingRules:
    """One version of all rules, in the order in which their lines are written."""

    version: int
    rules: tuple[PostingRule, ...]

    def of(self, event: str) -> tuple[PostingRule, ...]:
        """The rules of one event."""
        return tuple(rule for rule in self.rules if rule.event == event)

    def under(self, scheme: Scheme) -> "PostingRules":
        """The rules of one scheme only."""
        return PostingRules(self.version, tuple(rule for rule in self.rules if rule.scheme is scheme))


@attrs.frozen
class Entry:
    """The lines that one posting event gives, all on book or all off book."""

    event: str
    lines: tuple[JournalLine, ...]


def entries_between(
    rules: PostingRules, before: Figures, after: Figures, subject: str, event: str | None = None
) -> tuple[Entry, ...]:
    """The entries that bring the books from `before` to `after`.

    First what time alone brought about, then the business `event` itself where one is named; on-book lines before
    off-book ones.
    """
    change = after - before
    return tuple(entry for name in _events(event) for entry in _entries(name, rules.of(name), change, subject))


def _entries(event: str, rules: tuple[PostingRule, ...], change: Figures, subject: str) -> Iterator[Entry]:
    for off_book in (False, True):
        chosen = [rule for rule in rules if rule.debit.startswith(OFF_BOOK) == off_book]
        lines = _lines(chosen, change, subject, red=event in RED_EVENTS)
        if lines:
            yield Entry(event, lines)


def unruled_between(rules: PostingRules, before: Figures, after: Figures, event: str | None = None) -> tuple[str, ...]:
    """The figures that moved and that no rule of these events books: a gap in the rules."""
    change = after - before
    ruled = {rule.amount for name in _events(event) for rule in rules.of(name)} | IMPLIED
    return tuple(name for name in NAMES if getattr(change, name) and name not in ruled)


def _events(event: str | None) -> tuple[str, ...]:
    return (*DAILY_EVENTS, event or CREDIT_APPLIED)


def _lines(rules: Iterable[PostingRule], change: Figures, subject: str, *, red: bool) -> tuple[JournalLine, ...]:
    """One line per account and side, in the order of the rules; accounts that net to nothing are left out."""
    net: dict[tuple[str, Side], int] = {}
    for rule in rules:
        amount: int = getattr(change, rule.amount)
        for account, side in ((rule.debit, Side.DEBIT), (rule.credit, Side.CREDIT)):
            opposite = Side.CREDIT if side is Side.DEBIT else Side.DEBIT
            if (account, opposite) in net:
                net[account, opposite] -= amount
            else:
                net[account, side] = net.get((account, side), 0) + amount
    lines = (_line(account, side, amount, subject, red=red) for (account, side), amount in net.items() if amount)
    return tuple(sorted(lines, key=lambda line: line.side is Side.CREDIT))


def _line(account: str, side: Side, amount: int, subject: str, *, red: bool) -> JournalLine:
    if amount < 0 and not red:
        return JournalLine(account, Side.CREDIT if side is Side.DEBIT else Side.DEBIT, -amount, subject)
    return JournalLine(account, side, amount, subject)
