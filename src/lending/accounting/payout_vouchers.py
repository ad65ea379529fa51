"""Posting payout vouchers: what they promise stands off book (C1b) until the dealer is paid (C2, C2b) or they end."""

import attrs

from lending.accounting.channel_lines import moved_by
from lending.accounting.entries import entries_of
from lending.accounting.journal import OWN
from lending.accounting.ports import POSTING_RULES, RULES
from lending.accounting.posting import Step
from lending.accounting.posting_rules import AMOUNT
from lending.accounting.refusals import BusinessWithoutRule, RulesMissing
from lending.accounting.writing import write_voucher
from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.ports import LOANS
from lending.payments.voucher_events import (
    DealerPaid,
    PayoutVoucherExpired,
    PayoutVoucherIssued,
    PayoutVoucherRevoked,
)

__all__ = ["ENDED", "ISSUED", "REDEEMED", "post_dealer_paid", "post_promise"]

ISSUED, REDEEMED, ENDED = "VOUCHER_ISSUED", "VOUCHER_REDEEMED", "VOUCHER_ENDED"
Promise = PayoutVoucherIssued | PayoutVoucherRevoked | PayoutVoucherExpired


def post_promise(event: Promise, call: Call, work: Work) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    """Reaction to a voucher that was given, or that ended before any money had gone (C1b, and the memo of C3)."""
    (loan,) = work.matching(LOANS, "contract_id", event.contract_id)
    name = ISSUED if isinstance(event, PayoutVoucherIssued) else ENDED
    return _post(name, event, loan.id.value, "", call, work)


def post_dealer_paid(event: DealerPaid, call: Call, work: Work) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    """Reaction to the transfer: what was owed to the dealer has left the channel, and nothing is promised (C2, C2b)."""
    return _post(REDEEMED, event, event.loan_id, event.order_id.value, call, work)


def _post(
    name: str, event: Promise | DealerPaid, loan_id: str, key: str, call: Call, work: Work
) -> Outcome[None, RulesMissing | BusinessWithoutRule]:
    rules = work.find(POSTING_RULES, RULES)
    if rules is None:
        return Failure(RulesMissing())
    moved = Step(name, rules.own.of(name)).movements({AMOUNT: event.amount.minor}, "")
    if not moved:
        return Failure(BusinessWithoutRule(name, OWN))
    for entry in entries_of(moved, loan_id):
        placed = attrs.evolve(entry, lines=moved_by(work, entry.lines, key))
        write_voucher(work, call, placed, event.amount.currency, event.on)
    return Success(None)
