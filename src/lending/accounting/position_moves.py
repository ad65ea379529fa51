"""How the position of a loan moves: its entries, and what each funder's part of it moved by."""

from datetime import date

import attrs

from lending.accounting.entries import Entry
from lending.accounting.parties import covers_moved, shared_entries, shares_moved, unruled_shares
from lending.accounting.ports import POSITIONS
from lending.accounting.positions import Position
from lending.accounting.posting_rules import COVERING, CREDIT_APPLIED, PostingRules
from lending.accounting.refusals import FigureWithoutRule
from lending.application.work import Work
from lending.funding.funded import Parts
from lending.funding.ports import SETTLEMENT_ITEMS
from lending.funding.settlement_items import SettlementItem, SettlementItemId
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["move_position"]

Steps = tuple[Parts, Parts]
"""What the parts were when time alone had passed, and what they are now."""


def move_position(
    work: Work, rules: PostingRules, position: Position, steps: Steps, through: date, event: str | None
) -> Outcome[tuple[Entry, ...], FigureWithoutRule]:
    """The entries between what is booked of a loan and what its parts are now; the position moves with them.

    Time comes first, and then the posting `event`, where one is named.
    """
    waited, now = steps
    unruled = unruled_shares(rules, position.booked, waited) | unruled_shares(rules, waited, now, event)
    if unruled:
        return Failure(FigureWithoutRule(position.loan_id, event or CREDIT_APPLIED, tuple(sorted(unruled))))
    if now != position.booked:
        work.save(POSITIONS, attrs.evolve(position, booked=now, through=through))
        _keep_items(work, position, waited, through, CREDIT_APPLIED)
        _keep_items(work, attrs.evolve(position, booked=waited), now, through, event or CREDIT_APPLIED)
    return Success(
        (
            *shared_entries(rules, position.booked, waited, position.loan_id),
            *shared_entries(rules, waited, now, position.loan_id, event),
        )
    )


def _keep_items(work: Work, position: Position, now: Parts, on: date, event: str) -> None:
    """Keep what this step moved between each funder and us: what the day is settled by."""
    moves = covers_moved if event in COVERING else shares_moved
    for funder, moved in moves(position.booked, now):
        item = SettlementItem(
            id=work.new_id(SettlementItemId),
            funder=funder,
            day=on,
            loan_id=position.loan_id,
            event=event,
            currency=position.currency,
            amounts=moved,
        )
        work.save(SETTLEMENT_ITEMS, item)
