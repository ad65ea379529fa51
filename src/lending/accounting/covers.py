"""How it is booked that a funder's part of a loan was taken over (B6 to B6f, B8)."""

from lending.accounting.ports import POSITIONS, POSTING_RULES, RULES
from lending.accounting.position_moves import move_position
from lending.accounting.posting import scheme_of
from lending.accounting.posting_rules import BOUGHT_BACK, COMPENSATED
from lending.accounting.refusals import FigureWithoutRule, RulesMissing
from lending.accounting.writing import write_voucher
from lending.application.call import Call
from lending.application.work import Work
from lending.funding.cover import CoverKind
from lending.funding.events import FunderCovered
from lending.funding.ports import FUNDED_LOANS
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.ports import LOANS

__all__ = ["BOOKED_AS", "post_cover"]

BOOKED_AS = {CoverKind.COMPENSATION: COMPENSATED, CoverKind.BUY_BACK: BOUGHT_BACK}


def post_cover(event: FunderCovered, call: Call, work: Work) -> Outcome[None, RulesMissing | FigureWithoutRule]:
    """Reaction to a funder being covered: its part leaves its book, for our claim or for ours."""
    loan, funded = work.get(LOANS, event.loan_id), work.get(FUNDED_LOANS, event.loan_id)
    rules, position = work.find(POSTING_RULES, RULES), work.get(POSITIONS, event.loan_id)
    if rules is None:
        return Failure(RulesMissing())
    stated = loan.account(call.business_date)
    steps = funded.before_cover(event.funder).parts(stated), funded.parts(stated)
    booked_as = BOOKED_AS[CoverKind(event.cover)]
    posted = move_position(work, rules.under(scheme_of(loan.terms)), position, steps, call.business_date, booked_as)
    if isinstance(posted, Failure):
        return posted
    for entry in posted.unwrap():
        write_voucher(work, call, entry, loan.terms.currency, event.on)
    return Success(None)
