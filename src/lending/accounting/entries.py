"""Entries (分录): what the movements of a step come to, a line for each account, party and side."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from lending.accounting.journal import OWN, JournalLine, Side
from lending.accounting.posting import Movement, movements
from lending.accounting.posting_rules import CANCELLED, COMMON, OFF_BOOK, PostingRules, Scheme
from lending.loans.figures import Figures

__all__ = ["Entry", "entries_between", "entries_of"]

RED_EVENTS = frozenset({"REVERSED", CANCELLED})
"""Events whose negative amounts stay negative: red entries (红字冲正)."""


@attrs.frozen
class Entry:
    """The lines that one posting event gives in one book, all on book or all off book."""

    event: str
    lines: tuple[JournalLine, ...]
    book: str = OWN

    @property
    def off_book(self) -> bool:
        """Whether its lines stand off book."""
        return self.lines[0].account.startswith(OFF_BOOK)


def entries_between(
    rules: PostingRules,
    before: Figures,
    after: Figures,
    subject: str,
    event: str | None = None,
    scheme: Scheme = Scheme.LOAN,
) -> tuple[Entry, ...]:
    """The entries that bring the books from `before` to `after`.

    First what time alone brought about, then the business `event` itself where one is named, then the move to
    non-accrual or back; on-book lines before off-book ones.
    """
    return entries_of(movements(rules.under(scheme).own, before, after, event), subject)


def entries_of(moved: Iterable[Movement], subject: str, book: str = OWN) -> tuple[Entry, ...]:
    """The entries of what moved in one book: one on book and one off book for each step in which anything did."""
    steps: dict[str, list[Movement]] = {}
    for movement in moved:
        steps.setdefault(movement.step, []).append(movement)
    return tuple(entry for name, held in steps.items() for entry in _entries(name, held, subject, book))


def _entries(name: str, moved: Sequence[Movement], subject: str, book: str) -> Iterator[Entry]:
    off = [movement for movement in moved if movement.account.startswith(OFF_BOOK)]
    on = [movement for movement in moved if not movement.account.startswith(OFF_BOOK)] if off else moved
    for chosen in (on, off):
        lines = _lines(chosen, subject, red=name in RED_EVENTS)
        if lines:
            yield Entry(name, lines, book)


def _lines(moved: Iterable[Movement], subject: str, *, red: bool) -> tuple[JournalLine, ...]:
    """A line per account and party, in the order of the rules; accounts that net to nothing are left out."""
    net: dict[tuple[str, str], tuple[bool, int]] = {}
    for movement in moved:
        party = "" if not movement.party or movement.account.startswith(COMMON) else movement.party
        credit, amount = net.get((movement.account, party), (movement.credit, 0))
        amount += movement.amount if credit is movement.credit else -movement.amount
        net[movement.account, party] = credit, amount
    lines = []
    for (account, party), (credit, amount) in net.items():
        turned = amount < 0 and not red
        if amount:
            side = Side.CREDIT if credit is not turned else Side.DEBIT
            lines.append(JournalLine(account, side, -amount if turned else amount, subject, party))
    return tuple(sorted(lines, key=lambda line: line.side is Side.CREDIT))
