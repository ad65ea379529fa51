"""Posting money between funders and us: before a payout (B1), for what we advanced (C5), in settlement (B5)."""

from datetime import date

from lending.accounting.entries import entries_of
from lending.accounting.journal import OWN
from lending.accounting.parties import funder_book
from lending.accounting.ports import POSTING_RULES, RULES
from lending.accounting.posting import Step
from lending.accounting.posting_rules import AMOUNT
from lending.accounting.refusals import BusinessWithoutRule, RulesMissing
from lending.accounting.writing import write_voucher
from lending.application.call import Call
from lending.application.work import Work
from lending.funding.events import FunderMoneyReceived, FunderSettlementPaid
from lending.funding.receipts import Purpose
from lending.funding.settlement_items import settled_as
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["MONEY_EVENTS", "SETTLED", "post_funder_money", "post_funder_settlement"]

SETTLED = "FUNDER_SETTLED"
"""The posting event of a settlement's payment."""

MONEY_EVENTS = {Purpose.PREFUNDING: "PREFUNDED", Purpose.ADVANCE: "ADVANCE_REPAID"}
"""Which posting event money from a funder is, by what it is for."""


def post_funder_money(
    event: FunderMoneyReceived, call: Call, work: Work
) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    """Reaction to a funder's money: in our book and in the funder's."""
    name = MONEY_EVENTS[Purpose(event.purpose)]
    return _post(name, event.funder, event.amount, event.reference, event.on, call, work)


def post_funder_settlement(
    event: FunderSettlementPaid, call: Call, work: Work
) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    """Reaction to a settlement's payment: B5 and B5f, the other way round where the funder paid."""
    if not event.amount:
        return Success(None)
    reference = settled_as(event.funder, event.day, event.amount.currency)
    return _post(SETTLED, event.funder, event.amount, reference, event.on, call, work)


def _post(
    name: str, funder: str, amount: Money, subject: str, on: date, call: Call, work: Work
) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    """A voucher in our book and one in the funder's."""
    rules = work.find(POSTING_RULES, RULES)
    if rules is None:
        return Failure(RulesMissing())
    sides = (OWN, rules.prefunded, funder), (funder_book(funder), rules.funder, "")
    for book, held, party in sides:
        moved = Step(name, held.of(name)).movements({AMOUNT: amount.minor}, party)
        if not moved:
            return Failure(BusinessWithoutRule(name, book))
        for entry in entries_of(moved, subject, book):
            write_voucher(work, call, entry, amount.currency, on)
    return Success(None)
