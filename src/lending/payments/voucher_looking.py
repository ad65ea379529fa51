"""How payout vouchers are looked at, and checked."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.kernel.outcome import Failure, Outcome, Success
from lending.payments.ports import OUTSTANDING, PAYOUT_VOUCHERS
from lending.payments.voucher import PayoutVoucher
from lending.payments.voucher_commands import (
    GetPayoutVoucher,
    ListPayoutVouchers,
    PayoutVoucherPage,
    PayoutVoucherView,
    VerifiedPayoutVoucher,
    VerifyPayoutVoucher,
)
from lending.payments.voucher_refusals import PayoutVoucherNotFound, PayoutVoucherNotGood

__all__ = ["get_payout_voucher", "list_payout_vouchers", "verify_payout_voucher"]

GROUPS, IN_GROUP = 4, 4
"""Of a check code: 16 hexadecimal digits, which nobody hits by trying."""


def get_payout_voucher(
    query: GetPayoutVoucher, _call: Call, reader: Reader
) -> Outcome[PayoutVoucherView, PayoutVoucherNotFound]:
    """The contract's voucher."""
    found = reader.lookup(PAYOUT_VOUCHERS, PAYOUT_VOUCHERS.key("contract_id"), query.contract_id)
    return Success(_view(found[0].value, reader)) if found else Failure(PayoutVoucherNotFound(query.contract_id))


def list_payout_vouchers(
    query: ListPayoutVouchers, _call: Call, reader: Reader
) -> Outcome[PayoutVoucherPage, PayoutVoucherNotFound]:
    """A page of them: the list of what is not redeemed (R103)."""
    if query.ended:
        key = PAYOUT_VOUCHERS.key("dealer_id") if query.dealer_id else None
        value = query.dealer_id
    else:
        key = PAYOUT_VOUCHERS.key("owed_to" if query.dealer_id else "state")
        value = query.dealer_id or OUTSTANDING
    found = reader.page(PAYOUT_VOUCHERS, key, value, query.after, query.page_size)
    next_after = found[-1].id.value if len(found) == query.page_size else ""
    return Success(PayoutVoucherPage(tuple(_view(voucher, reader) for voucher in found), next_after))


def verify_payout_voucher(
    query: VerifyPayoutVoucher, _call: Call, reader: Reader
) -> Outcome[VerifiedPayoutVoucher, PayoutVoucherNotGood]:
    """What the voucher promises and where it stands, to whoever holds it."""
    stored = reader.load(PAYOUT_VOUCHERS, query.number)
    if stored is None or _check_code(stored.value, reader) != query.check_code:
        return Failure(PayoutVoucherNotGood())
    voucher = stored.value
    view = VerifiedPayoutVoucher(
        voucher_id=voucher.id,
        dealer_id=voucher.dealer_id,
        amount=voucher.amount,
        valid_through=voucher.valid_through,
        state=voucher.state.value,
        ended_on=voucher.ended_on,
    )
    return Success(view)


def _view(voucher: PayoutVoucher, reader: Reader) -> PayoutVoucherView:
    return PayoutVoucherView(
        voucher_id=voucher.id,
        contract_id=voucher.contract_id,
        dealer_id=voucher.dealer_id,
        amount=voucher.amount,
        issued_on=voucher.issued_on,
        valid_through=voucher.valid_through,
        state=voucher.state.value,
        ended_on=voucher.ended_on,
        reason=voucher.reason,
        check_code=_check_code(voucher, reader),
    )


def _check_code(voucher: PayoutVoucher, reader: Reader) -> str:
    stamp = reader.stamp(voucher.text).upper()
    return "-".join(stamp[place * IN_GROUP : (place + 1) * IN_GROUP] for place in range(GROUPS))
