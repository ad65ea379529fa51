"""Posting what is promised on credit lines and not drawn, off book (A1, A2b)."""

from lending.accounting.entries import entries_of
from lending.accounting.journal import OWN
from lending.accounting.ports import POSTING_RULES, RULES
from lending.accounting.posting import Step
from lending.accounting.posting_rules import AMOUNT
from lending.accounting.refusals import BusinessWithoutRule, RulesMissing
from lending.accounting.writing import write_voucher
from lending.application.call import Call
from lending.application.work import Work
from lending.credit.events import UndrawnMoved
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["post_undrawn"]


def post_undrawn(event: UndrawnMoved, call: Call, work: Work) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    """Reaction to a line's move: by so much as may be drawn more, or less."""
    rules = work.find(POSTING_RULES, RULES)
    if rules is None:
        return Failure(RulesMissing())
    moved = Step(event.cause, rules.own.of(event.cause)).movements({AMOUNT: event.change.minor}, "")
    if not moved:
        return Failure(BusinessWithoutRule(event.cause, OWN))
    for entry in entries_of(moved, event.line_id.value):
        write_voucher(work, call, entry, event.change.currency, call.business_date)
    return Success(None)
