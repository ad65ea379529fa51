"""Posting what a funder took from a borrower itself (他行代扣, §5): what we owe it falls, and may become a claim.

The payment is booked with the loan like any other, but that its money stands at the funder (2314.02) and not at a
channel. Here is the rest: the funder's own book, and the item by which it is settled net.
"""

from lending.accounting.entries import entries_of
from lending.accounting.parties import funder_book
from lending.accounting.ports import POSTING_RULES, RULES
from lending.accounting.posting import Step
from lending.accounting.posting_rules import AMOUNT
from lending.accounting.refusals import BusinessWithoutRule, RulesMissing
from lending.accounting.writing import write_voucher
from lending.application.call import Call
from lending.application.work import Work
from lending.funding.events import FunderCollectionMoved
from lending.funding.ports import SETTLEMENT_ITEMS
from lending.funding.settlement_items import SettlementItem, SettlementItemId, ShareAmounts
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["COLLECTED", "post_collection"]

COLLECTED = "FUNDER_COLLECTED"
"""The posting event, in the funder's book."""


def post_collection(
    event: FunderCollectionMoved, call: Call, work: Work
) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    """Reaction to what a funder took, or gave back: its money with us is as much less as it has in its hands."""
    rules = work.find(POSTING_RULES, RULES)
    if rules is None:
        return Failure(RulesMissing())
    book = funder_book(event.funder)
    moved = Step(COLLECTED, rules.funder.of(COLLECTED)).movements({AMOUNT: event.amount.minor}, "")
    if not moved:
        return Failure(BusinessWithoutRule(COLLECTED, book))
    for entry in entries_of(moved, event.loan_id.value, book):
        write_voucher(work, call, entry, event.amount.currency, event.on)
    item = SettlementItem(
        id=work.new_id(SettlementItemId),
        funder=event.funder,
        day=call.business_date,
        loan_id=event.loan_id.value,
        event=COLLECTED,
        currency=event.amount.currency,
        amounts=ShareAmounts(collected=event.amount.minor),
    )
    work.save(SETTLEMENT_ITEMS, item)
    return Success(None)
