"""What is refused of payout vouchers."""

from datetime import date

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = [
    "PayoutPromised",
    "PayoutUnderWay",
    "PayoutVoucherEnded",
    "PayoutVoucherNotDue",
    "PayoutVoucherNotFound",
    "PayoutVoucherNotGood",
]


@attrs.frozen
class PayoutVoucherNotFound(Refusal):
    """There is no payout voucher with this number."""

    code = "PAYOUT_VOUCHER_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    voucher_id: str


@attrs.frozen
class PayoutVoucherEnded(Refusal):
    """The payout voucher has ended already, on this day: it is redeemed, revoked or expired once."""

    code = "PAYOUT_VOUCHER_ENDED"
    kind = RefusalKind.PRECONDITION
    voucher_id: str
    state: str
    ended_on: date | None


@attrs.frozen
class PayoutVoucherNotDue(Refusal):
    """The payout voucher stands through its last day."""

    code = "PAYOUT_VOUCHER_NOT_DUE"
    kind = RefusalKind.PRECONDITION
    voucher_id: str
    valid_through: date


@attrs.frozen
class PayoutVoucherNotGood(Refusal):
    """Number and check code are not those of a payout voucher; which of the two is wrong is not told."""

    code = "PAYOUT_VOUCHER_NOT_GOOD"
    kind = RefusalKind.NOT_FOUND


@attrs.frozen
class PayoutUnderWay(Refusal):
    """The payout has gone out, or may have: what it promises cannot be taken back now."""

    code = "PAYOUT_UNDER_WAY"
    kind = RefusalKind.PRECONDITION
    order_id: str
    status: str


@attrs.frozen
class PayoutPromised(Refusal):
    """A dealer has our word for the payout: its voucher is revoked, and the payout with it."""

    code = "PAYOUT_PROMISED"
    kind = RefusalKind.PRECONDITION
    order_id: str
    voucher_id: str
