"""Posting a loan by its parts: ours and the funders' in our book, and each funder's in its own (§4.3, B1 to B9)."""

from collections.abc import Iterator

from lending.accounting.entries import Entry, entries_of
from lending.accounting.posting import movements, unruled_between
from lending.accounting.posting_rules import CLAIMED_FIGURES, MANAGED, PostingRules
from lending.funding.covered import owed_to
from lending.funding.funded import FunderClaim, FunderPart, Parts
from lending.funding.settlement_items import ShareAmounts
from lending.loans.figures import Figures

__all__ = ["covers_moved", "funder_book", "shared_entries", "shares_moved", "unruled_shares"]


def funder_book(funder: str) -> str:
    """The name of a funder's book (他行账套), which we keep as servicer."""
    return f"FND:{funder}"


def shared_entries(
    rules: PostingRules, before: Parts, after: Parts, subject: str, event: str | None = None
) -> tuple[Entry, ...]:
    """The entries that bring all books from `before` to `after`: ours first, then each funder's."""
    if before == after:
        return ()
    moved = list(movements(rules.own, before.ours, after.ours, event))
    for old, new in _pairs(before, after):
        moved += movements(_managed(rules, new), old, new.figures, event, new.funder)
    for old, claim in _claims(before, after):
        moved += movements(rules.claim, old, claim.figures, event, claim.funder)
    entries = [*entries_of(moved, subject)]
    for old, new in _pairs(before, after):
        theirs = movements(rules.funder, old, new.figures, event)
        entries += entries_of(theirs, subject, funder_book(new.funder))
    return tuple(entries)


def unruled_shares(rules: PostingRules, before: Parts, after: Parts, event: str | None = None) -> frozenset[str]:
    """The figures of any part that moved and that no rule of that part books."""
    if before == after:
        return frozenset()
    gaps = {*unruled_between(rules.own, before.ours, after.ours, event)}
    for old, new in _pairs(before, after):
        gaps.update(unruled_between(_managed(rules, new), old, new.figures, event, MANAGED))
        gaps.update(unruled_between(rules.funder, old, new.figures, event))
    for old, claim in _claims(before, after):
        gaps.update(unruled_between(rules.claim, old, claim.figures, event, CLAIMED_FIGURES))
    return frozenset(gaps)


def shares_moved(before: Parts, after: Parts) -> Iterator[tuple[str, ShareAmounts]]:
    """What moved between each funder and us, where anything did."""
    for old, new in _pairs(before, after):
        moved = ShareAmounts.of(new.figures) - ShareAmounts.of(old)
        if moved:
            yield new.funder, moved


def covers_moved(before: Parts, after: Parts) -> Iterator[tuple[str, ShareAmounts]]:
    """What we paid to each funder whose part we took over."""
    for old, new in _pairs(before, after):
        paid = owed_to(old.accruing()) - owed_to(new.figures.accruing())
        if paid:
            yield new.funder, ShareAmounts(covered=paid)


def _managed(rules: PostingRules, part: FunderPart) -> PostingRules:
    return rules.prefunded if part.prefunded else rules.advanced


def _pairs(before: Parts, after: Parts) -> Iterator[tuple[Figures, FunderPart]]:
    """Each funder's part as it is to be, with what its figures were."""
    booked = {part.funder: part.figures for part in before.theirs}
    for part in after.theirs:
        yield booked.get(part.funder, Figures()), part


def _claims(before: Parts, after: Parts) -> Iterator[tuple[Figures, FunderClaim]]:
    """Each claim in a funder's stead as it is to be, with what its figures were; one that ended is nothing."""
    booked = {claim.funder: claim.figures for claim in before.claims}
    left = {claim.funder: claim for claim in after.claims}
    for funder in {**booked, **left}:
        yield booked.get(funder, Figures()), left.get(funder, FunderClaim(funder))
