"""`PayoutVoucher` (放款凭证, R103): our word to a dealer that the money is there, before the bank moves it."""

import enum
from datetime import date
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.payments.ids import PayoutVoucherId
from lending.payments.voucher_events import (
    PayoutVoucherExpired,
    PayoutVoucherIssued,
    PayoutVoucherRedeemed,
    PayoutVoucherRevoked,
)
from lending.payments.voucher_refusals import PayoutVoucherEnded, PayoutVoucherNotDue

__all__ = ["PayoutVoucher", "PayoutVoucherState"]


class PayoutVoucherState(enum.Enum):
    """Where a payout voucher stands (machine 3.4)."""

    ISSUED = "ISSUED"
    """The dealer may hand the car over: we owe it the money."""
    REDEEMED = "REDEEMED"
    """The transfer has reached the dealer."""
    REVOKED = "REVOKED"
    """Taken back before the car was picked up (退单)."""
    EXPIRED = "EXPIRED"


@attrs.frozen(kw_only=True)
class PayoutVoucher:
    """A promise to a dealer of a contract's payout, made once and redeemed once.

    It stands through `valid_through`; `transferred` is what has reached the dealer already, where the payout goes in
    parts. `ended_on` is the day on which it was redeemed, revoked or expired.
    """

    id: PayoutVoucherId
    contract_id: str
    dealer_id: str
    amount: Money
    issued_on: date
    valid_through: date
    transferred: Money = attrs.field(
        default=attrs.Factory(lambda voucher: Money.zero(voucher.amount.currency), takes_self=True)
    )
    state: PayoutVoucherState = PayoutVoucherState.ISSUED
    ended_on: date | None = None
    reason: str = ""
    events: tuple[Event, ...] = ()

    @property
    def is_outstanding(self) -> bool:
        """Whether we still owe what it promises."""
        return self.state is PayoutVoucherState.ISSUED

    @property
    def owed(self) -> Money:
        """What we still owe of it."""
        return self.amount - self.transferred if self.is_outstanding else Money.zero(self.amount.currency)

    @property
    def text(self) -> str:
        """What its check code is made of: number, amount, dealer and last day."""
        return f"{self.id.value} {self.amount} {self.dealer_id} {self.valid_through.isoformat()}"

    def issued(self) -> Self:
        """This voucher, with the event that it was issued."""
        event = PayoutVoucherIssued(
            voucher_id=self.id,
            contract_id=self.contract_id,
            dealer_id=self.dealer_id,
            amount=self.amount,
            on=self.issued_on,
            valid_through=self.valid_through,
        )
        return attrs.evolve(self, events=(*self.events, event))

    def redeem(self, transferred: Money, on: date) -> Outcome[Self, PayoutVoucherEnded]:
        """So much reached the dealer on this day: with the last of it the voucher is redeemed."""
        assert transferred <= self.owed or not self.is_outstanding, f"{self.id} promises {self.owed}, not {transferred}"
        paid = attrs.evolve(self, transferred=self.transferred + transferred)
        if self.is_outstanding and paid.owed:
            return Success(paid)
        return paid._end(  # noqa: SLF001 - of the same value
            PayoutVoucherState.REDEEMED, on, "", PayoutVoucherRedeemed(self.id, self.contract_id, self.amount, on)
        )

    def revoke(self, on: date, reason: str) -> Outcome[Self, PayoutVoucherEnded]:
        """The car was not picked up, and the sale is off (退单)."""
        event = PayoutVoucherRevoked(self.id, self.contract_id, self.amount, on, reason)
        return self._end(PayoutVoucherState.REVOKED, on, reason, event)

    def expire(self, on: date) -> Outcome[Self, PayoutVoucherEnded | PayoutVoucherNotDue]:
        """Its last day is over, and the money has not gone."""
        if self.is_outstanding and on <= self.valid_through:
            return Failure(PayoutVoucherNotDue(self.id.value, self.valid_through))
        event = PayoutVoucherExpired(self.id, self.contract_id, self.amount, on)
        return self._end(PayoutVoucherState.EXPIRED, on, "", event)

    def _end(self, state: PayoutVoucherState, on: date, reason: str, event: Event) -> Outcome[Self, PayoutVoucherEnded]:
        if not self.is_outstanding:
            return Failure(PayoutVoucherEnded(self.id.value, self.state.value, self.ended_on))
        ended = attrs.evolve(self, state=state, ended_on=on, reason=reason, events=(*self.events, event))
        return Success(ended)
