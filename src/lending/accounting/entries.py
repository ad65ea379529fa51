"""Entries (分录): what the movements of a step come to, a line for each account, party and side."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from lending.accounting.journal import OWN, JournalLine, Side
from lending.accounting.posting import CASH, OFF_BOOK, Movement, PostingRules, Scheme, movements
from lending.loans.figures import Figures

__all__ = ["Entry", "entries_between", "entries_of"]

RED_EVENTS = frozenset({"REVERSED"})
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
    off = [movement for movement in moved if movement.rule.off_book]
    on = [movement for movement in moved if not movement.rule.off_book] if off else moved
    for chosen in (on, off):
        lines = _lines(chosen, subject, red=name in RED_EVENTS)
        if lines:
            yield Entry(name, lines, book)


def _lines(moved: Iterable[Movement], subject: str, *, red: bool) -> tuple[JournalLine, ...]:
    """A line per account, party and side, in the order of the rules; accounts that net to nothing are left out."""
    net: dict[tuple[str, str, bool], int] = {}
    for movement in moved:
        for account, credit in ((movement.rule.debit, False), (movement.rule.credit, True)):
            party = "" if not movement.party or account.startswith(CASH) else movement.party
            opposite = account, party, not credit
            if opposite in net:
                net[opposite] -= movement.amount
            else:
                place = account, party, credit
                net[place] = net.get(place, 0) + movement.amount
    lines = [_line(*place, amount, subject, red=red) for place, amount in net.items() if amount]
    return tuple(sorted(lines, key=lambda line: line.side is Side.CREDIT))


def _line(account: str, party: str, credit: bool, amount: int, subject: str, *, red: bool) -> JournalLine:  # noqa: FBT001 - a place's own
    if amount < 0 and not red:
        credit, amount = not credit, -amount
    return JournalLine(account, Side.CREDIT if credit else Side.DEBIT, amount, subject, party)
