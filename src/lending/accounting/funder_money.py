"""Posting the money that funders send us: before a payout (B1) and for what we advanced (C5)."""

from lending.accounting.entries import entries_of
from lending.accounting.journal import OWN
from lending.accounting.parties import funder_book
from lending.accounting.ports import POSTING_RULES, RULES
from lending.accounting.posting import AMOUNT, Step
from lending.accounting.refusals import BusinessWithoutRule, RulesMissing
from lending.accounting.writing import write_voucher
from lending.application.call import Call
from lending.application.work import Work
from lending.funding.events import FunderMoneyReceived
from lending.funding.receipts import Purpose
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["MONEY_EVENTS", "post_funder_money"]

MONEY_EVENTS = {Purpose.PREFUNDING: "PREFUNDED", Purpose.ADVANCE: "ADVANCE_REPAID"}
"""Which posting event money from a funder is, by what it is for."""


def post_funder_money(
    event: FunderMoneyReceived, call: Call, work: Work
) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    """Reaction to a funder's money: in our book and in the funder's."""
    rules = work.find(POSTING_RULES, RULES)
    if rules is None:
        return Failure(RulesMissing())
    name = MONEY_EVENTS[Purpose(event.purpose)]
    sides = (OWN, rules.prefunded, event.funder), (funder_book(event.funder), rules.funder, "")
    for book, held, party in sides:
        moved = Step(name, held.of(name)).movements({AMOUNT: event.amount.minor}, party)
        if not moved:
            return Failure(BusinessWithoutRule(name, book))
        for entry in entries_of(moved, event.reference, book):
            write_voucher(work, call, entry, event.amount.currency, event.on)
    return Success(None)
