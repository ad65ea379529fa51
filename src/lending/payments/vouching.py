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
from lending.payments.taking_back import hindered_by_cover, hindered_by_money, loan_of
from lending.payments.voucher import PayoutVoucher
from lending.payments.voucher_commands import (
    ExpirePayoutVoucher,
    IssuePayoutVoucher,
    PayoutVoucherMoved,
    RevokePayoutVoucher,
)
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
    """Occupy the dealer's limit and give the voucher; without room for it the order goes its ordinary way."""
    order = work.find(DISBURSEMENTS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    given = work.matching(PAYOUT_VOUCHERS, "order_id", order.id)
    if given:
        return _moved(given[0])
    if order.status is not PayoutStatus.READY or order.voucher_days is None:
        return Success(PayoutVoucherMoved(None, order.status.value))
    assert order.dealer_id is not None, f"{order.id} is to be vouched for, and goes to no dealer"
    reason = _occupied(order, order.dealer_id, work)
    if reason is not None:
        free = work.limit(exposure_of(order.dealer_id))
        work.save(DISBURSEMENTS, order.unvouched(reason, Money(free.free if free else 0, order.amount.currency)))
        return Success(PayoutVoucherMoved(None, WITHHELD))
    voucher = PayoutVoucher(
        id=work.new_id(PayoutVoucherId),
        order_id=order.id,
        contract_id=order.contract_id,
        dealer_id=order.dealer_id,
        amount=order.amount,
        issued_on=call.business_date,
        valid_through=call.business_date + timedelta(days=order.voucher_days),
    )
    work.save(DISBURSEMENTS, order.vouched(voucher.id))
    work.save(PAYOUT_VOUCHERS, voucher.issued())
    return _moved(voucher)


def _occupied(order: DisbursementOrder, dealer_id: str, work: Work) -> str | None:
    """Take the order's amount of the dealer's limit; why it could not be."""
    if work.get(DEALERS, dealer_id).status is not DealerStatus.ACTIVE:
        return NOT_ACTIVE
    held = Held(exposure_of(dealer_id), order.amount.minor, revolving=False)
    taken = Occupation.take(work, _holder(order), (held,))
    if isinstance(taken, Failure):
        return NO_ROOM
    work.save(OCCUPATIONS, taken.unwrap())
    return None


def redeem_payout_voucher(order: DisbursementOrder, work: Work) -> bool:
    """The order's money has arrived: its voucher, if it has one, is redeemed; whether it has."""
    given = work.matching(PAYOUT_VOUCHERS, "order_id", order.id)
    if not given:
        return False
    assert order.paid_on is not None, f"{order.id} has been paid"
    redeemed = given[0].redeem(order.paid_on)
    assert isinstance(redeemed, Success), f"{given[0].id} ended while {order.id} was under way"
    _release(order, work)
    work.save(PAYOUT_VOUCHERS, redeemed.unwrap())
    return True


def give_payout_voucher_up(order: DisbursementOrder, today: date, work: Work) -> bool:
    """The order ended without a payment: its voucher, if it has one, ends with it; whether it has."""
    given = work.matching(PAYOUT_VOUCHERS, "order_id", order.id)
    if not given:
        return False
    revoked = given[0].revoke(today, "the payout was given up")
    assert isinstance(revoked, Success), f"{given[0].id} ended while {order.id} was under way"
    _release(order, work)
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
    order = work.get(DISBURSEMENTS, voucher.order_id)
    withdrawn = order.withdraw(reason)
    if isinstance(withdrawn, Failure):
        return withdrawn
    _release(order, work)
    work.save(DISBURSEMENTS, withdrawn.unwrap())
    work.save(PAYOUT_VOUCHERS, voucher)
    return _moved(voucher)


def _release(order: DisbursementOrder, work: Work) -> None:
    released = work.get(OCCUPATIONS, _holder(order)).release(work)
    assert isinstance(released, Success), f"{order.id} gives its dealer's limit back once"
    work.save(OCCUPATIONS, released.unwrap())


def _holder(order: DisbursementOrder) -> str:
    """Under which name an order holds its dealer's limit, apart from what its attempts hold of channels' quotas."""
    return f"{order.id.value}/voucher"


def _moved(voucher: PayoutVoucher) -> Success[PayoutVoucherMoved]:
    return Success(PayoutVoucherMoved(voucher.id, voucher.state.value))
