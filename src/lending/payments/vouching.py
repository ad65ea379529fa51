"""How payout vouchers are given, redeemed and ended (放款凭证, R103)."""

from datetime import date, timedelta

from lending.application.call import Call
from lending.application.work import Work
from lending.dealers.dealer import DealerStatus
from lending.dealers.exposure import exposure_of
from lending.dealers.ports import DEALERS
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.cancellation import LoanNotCancellable
from lending.loans.refusals import MoneyInHeld
from lending.operations.occupations import Held, Occupation
from lending.operations.ports import OCCUPATIONS
from lending.payments.disbursement import DisbursementOrder, PayoutStatus
from lending.payments.ids import PayoutVoucherId
from lending.payments.ports import DISBURSEMENTS, PAYOUT_VOUCHERS
from lending.payments.refusals import OrderNotFound
from lending.payments.taking_back import hindered_by_cover, hindered_by_money, loan_of, orders_of
from lending.payments.voucher import PayoutVoucher
from lending.payments.voucher_commands import (
    ExpirePayoutVoucher,
    IssuePayoutVoucher,
    PayoutVoucherMoved,
    RevokePayoutVoucher,
)
from lending.payments.voucher_events import PayoutVoucherWithheld
from lending.payments.voucher_refusals import (
    PayoutUnderWay,
    PayoutVoucherEnded,
    PayoutVoucherNotDue,
    PayoutVoucherNotFound,
)

__all__ = [
    "expire_payout_voucher",
    "give_payout_voucher_up",
    "issue_payout_voucher",
    "redeem_payout_voucher",
    "revoke_payout_voucher",
]

LOOKED_AT_AGAIN_AFTER = timedelta(hours=6)
"""When a voucher past its last day is looked at again whose transfer has no final word."""

WITHHELD, NO_ROOM, NOT_ACTIVE = "WITHHELD", "NO_ROOM", "DEALER_NOT_ACTIVE"
RevokingRefused = PayoutVoucherNotFound | PayoutVoucherEnded | PayoutUnderWay | MoneyInHeld | LoanNotCancellable


def issue_payout_voucher(
    command: IssuePayoutVoucher, call: Call, work: Work
) -> Outcome[PayoutVoucherMoved, OrderNotFound | Refusal]:
    """Occupy the dealer's limit and give the voucher; without room for it the orders go their ordinary way."""
    orders = orders_of(command.contract_id, work)
    if not orders:
        return Failure(OrderNotFound(command.contract_id))
    given = work.matching(PAYOUT_VOUCHERS, "contract_id", command.contract_id)
    if given:
        return _moved(given[0])
    first = orders[0]
    if first.voucher_days is None or any(order.status is not PayoutStatus.READY for order in orders):
        return Success(PayoutVoucherMoved(None, first.status.value))
    assert first.dealer_id is not None, f"{first.id} is to be vouched for, and goes to no dealer"
    voucher = PayoutVoucher(
        id=work.new_id(PayoutVoucherId),
        contract_id=command.contract_id,
        dealer_id=first.dealer_id,
        amount=sum((order.amount for order in orders[1:]), start=first.amount),
        issued_on=call.business_date,
        valid_through=call.business_date + timedelta(days=first.voucher_days),
    )
    reason = _obstacle(voucher, work)
    for order in orders:
        work.save(DISBURSEMENTS, order.vouched(voucher.id) if reason is None else order.unvouched())
    if reason is not None:
        work.record(first.id, _withheld(voucher, reason, work))
        return Success(PayoutVoucherMoved(None, WITHHELD))
    work.save(PAYOUT_VOUCHERS, voucher.issued())
    return _moved(voucher)


def _obstacle(voucher: PayoutVoucher, work: Work) -> str | None:
    """Take the voucher's amount of the dealer's limit; why it could not be."""
    if work.get(DEALERS, voucher.dealer_id).status is not DealerStatus.ACTIVE:
        return NOT_ACTIVE
    held = Held(exposure_of(voucher.dealer_id), voucher.amount.minor, revolving=False)
    taken = Occupation.take(work, _holder(voucher), (held,))
    if isinstance(taken, Failure):
        return NO_ROOM
    work.save(OCCUPATIONS, taken.unwrap())
    return None


def _withheld(voucher: PayoutVoucher, reason: str, work: Work) -> PayoutVoucherWithheld:
    limit = work.limit(exposure_of(voucher.dealer_id))
    return PayoutVoucherWithheld(
        contract_id=voucher.contract_id,
        dealer_id=voucher.dealer_id,
        amount=voucher.amount,
        free=Money(limit.free if limit is not None else 0, voucher.amount.currency),
        reason=reason,
    )


def redeem_payout_voucher(order: DisbursementOrder, work: Work) -> bool:
    """The order's money has arrived and redeems the voucher of its contract, if there is one; whether there is."""
    given = work.matching(PAYOUT_VOUCHERS, "contract_id", order.contract_id)
    if not given:
        return False
    assert order.paid_on is not None, f"{order.id} has been paid"
    redeemed = given[0].redeem(order.amount, order.paid_on)
    assert isinstance(redeemed, Success), f"{given[0].id} ended while {order.id} was under way"
    if not redeemed.unwrap().is_outstanding:
        _release(given[0], work)
    work.save(PAYOUT_VOUCHERS, redeemed.unwrap())
    return True


def give_payout_voucher_up(order: DisbursementOrder, today: date, work: Work) -> bool:
    """The order ended without a payment: its voucher, if it has one, ends with it; whether it has."""
    given = work.matching(PAYOUT_VOUCHERS, "contract_id", order.contract_id)
    if not given:
        return False
    revoked = given[0].revoke(today, "the payout was given up")
    assert isinstance(revoked, Success), f"{given[0].id} ended while {order.id} was under way"
    _release(given[0], work)
    work.save(PAYOUT_VOUCHERS, revoked.unwrap())
    return True


def revoke_payout_voucher(
    command: RevokePayoutVoucher, call: Call, work: Work
) -> Outcome[PayoutVoucherMoved, RevokingRefused | Refusal]:
    """End the order before it goes out; the loan follows from the event."""
    voucher = work.find(PAYOUT_VOUCHERS, command.voucher_id)
    if voucher is None:
        return Failure(PayoutVoucherNotFound(command.voucher_id.value))
    revoked = voucher.revoke(call.business_date, command.reason)
    if isinstance(revoked, Failure):
        return revoked
    loan = loan_of(voucher.contract_id, work)
    hindered = None if loan is None else hindered_by_cover(loan, work) or hindered_by_money(loan)
    if hindered is not None:
        return Failure(hindered)
    return _ended(revoked.unwrap(), command.reason, work)


def expire_payout_voucher(
    command: ExpirePayoutVoucher, call: Call, work: Work
) -> Outcome[PayoutVoucherMoved, PayoutVoucherNotFound | PayoutVoucherEnded | PayoutVoucherNotDue | Refusal]:
    """End it as if it were revoked; never while its money is under way or in doubt, or the loan's was taken over."""
    voucher = work.find(PAYOUT_VOUCHERS, command.voucher_id)
    if voucher is None:
        return Failure(PayoutVoucherNotFound(command.voucher_id.value))
    expired = voucher.expire(call.business_date)
    if isinstance(expired, Failure):
        return expired
    loan = loan_of(voucher.contract_id, work)
    covered = loan is not None and hindered_by_cover(loan, work) is not None
    ended = None if covered else _ended(expired.unwrap(), "the payout voucher expired", work)
    if ended is None or isinstance(ended, Failure):
        work.schedule(call.received_at + LOOKED_AT_AGAIN_AFTER, command)
        return _moved(voucher)
    return ended


def _ended(voucher: PayoutVoucher, reason: str, work: Work) -> Outcome[PayoutVoucherMoved, PayoutUnderWay]:
    withdrawn = [order.withdraw(reason) for order in orders_of(voucher.contract_id, work)]
    under_way = next((each for each in withdrawn if isinstance(each, Failure)), None)
    if under_way is not None:
        return under_way
    for each in withdrawn:
        work.save(DISBURSEMENTS, each.unwrap())
    _release(voucher, work)
    work.save(PAYOUT_VOUCHERS, voucher)
    return _moved(voucher)


def _release(voucher: PayoutVoucher, work: Work) -> None:
    released = work.get(OCCUPATIONS, _holder(voucher)).release(work)
    assert isinstance(released, Success), f"{voucher.id} gives its dealer's limit back once"
    work.save(OCCUPATIONS, released.unwrap())


def _holder(voucher: PayoutVoucher) -> str:
    """Under which name a contract holds its dealer's limit, apart from what it holds of other limits."""
    return f"{voucher.contract_id}/voucher"


def _moved(voucher: PayoutVoucher) -> Success[PayoutVoucherMoved]:
    return Success(PayoutVoucherMoved(voucher.id, voucher.state.value))
