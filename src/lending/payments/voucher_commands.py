"""What can be asked of payout vouchers."""

from datetime import date

import attrs

from lending.application.commands import Command, Query, Receipt
from lending.kernel.checks import matching, positive, text_of
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal
from lending.loans.cancellation import CancellingRefused
from lending.loans.refusals import MoneyInHeld
from lending.payments.ids import PayoutVoucherId
from lending.payments.refusals import OrderNotFound
from lending.payments.voucher_refusals import (
    PayoutUnderWay,
    PayoutVoucherEnded,
    PayoutVoucherNotDue,
    PayoutVoucherNotFound,
    PayoutVoucherNotGood,
)

__all__ = [
    "ExpirePayoutVoucher",
    "GetPayoutVoucher",
    "IssuePayoutVoucher",
    "ListPayoutVouchers",
    "PayoutVoucherMoved",
    "PayoutVoucherPage",
    "PayoutVoucherView",
    "RevokePayoutVoucher",
    "VerifiedPayoutVoucher",
    "VerifyPayoutVoucher",
]

PAGE_MAX = 200


@attrs.frozen
class PayoutVoucherMoved(Receipt):
    """Where a payout voucher stands; no id where none was given, and the dealer's money is only sent."""

    voucher_id: PayoutVoucherId | None
    state: str


@attrs.frozen
class IssuePayoutVoucher(Command[PayoutVoucherMoved, OrderNotFound | Refusal]):
    """Give the dealer our word for a contract's payout, where its limit has room; else the money is only sent.

    Nothing happens where it was given before, or where the payout is on its way.
    """

    contract_id: str = attrs.field(validator=text_of(64))


@attrs.frozen
class RevokePayoutVoucher(
    Command[
        PayoutVoucherMoved,
        PayoutVoucherNotFound | PayoutVoucherEnded | PayoutUnderWay | MoneyInHeld | CancellingRefused | Refusal,
    ]
):
    """Take a payout voucher back before the car is picked up (退单): the loan ends as if it had never been.

    Not once the transfer is on its way, nor once anything of the loan was repaid.
    """

    voucher_id: PayoutVoucherId
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen
class ExpirePayoutVoucher(
    Command[PayoutVoucherMoved, PayoutVoucherNotFound | PayoutVoucherEnded | PayoutVoucherNotDue | Refusal]
):
    """Let a payout voucher lapse whose last day is over; one whose transfer is on its way, or in doubt, waits."""

    voucher_id: PayoutVoucherId


@attrs.frozen(kw_only=True)
class PayoutVoucherView:
    """A payout voucher, and the code by which its dealer can check it."""

    voucher_id: PayoutVoucherId
    contract_id: str
    dealer_id: str
    amount: Money
    issued_on: date
    valid_through: date
    state: str
    ended_on: date | None
    reason: str
    check_code: str


@attrs.frozen
class GetPayoutVoucher(Query[PayoutVoucherView, PayoutVoucherNotFound]):
    """The payout voucher of a contract."""

    contract_id: str = attrs.field(validator=text_of(64))


@attrs.frozen
class PayoutVoucherPage:
    """Some payout vouchers by number, and the number after which the next page begins; empty at the end."""

    vouchers: tuple[PayoutVoucherView, ...]
    next_after: str


@attrs.frozen(kw_only=True)
class ListPayoutVouchers(Query[PayoutVoucherPage, PayoutVoucherNotFound]):
    """The payout vouchers that we have not redeemed yet, of one dealer or of all; `ended` ones too where asked for."""

    dealer_id: str = attrs.field(default="", validator=text_of(64, shortest=0))
    ended: bool = False
    after: str = attrs.field(default="", validator=text_of(64, shortest=0))
    page_size: int = attrs.field(default=50, validator=positive(PAGE_MAX))


@attrs.frozen(kw_only=True)
class VerifiedPayoutVoucher:
    """A payout voucher that we gave: where it stands, and when it was redeemed, revoked or expired."""

    voucher_id: PayoutVoucherId
    dealer_id: str
    amount: Money
    valid_through: date
    state: str
    ended_on: date | None


@attrs.frozen(kw_only=True)
class VerifyPayoutVoucher(Query[VerifiedPayoutVoucher, PayoutVoucherNotGood]):
    """Check a payout voucher by its number and its check code, as the dealer to whom it was shown does (R103)."""

    number: str = attrs.field(validator=text_of(64))
    check_code: str = attrs.field(
        validator=matching(r"([0-9A-F]{4}-){3}[0-9A-F]{4}", "a code such as 0A1B-2C3D-4E5F-6789")
    )
