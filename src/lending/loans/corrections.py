"""Corrections: what was recorded of a payment and did not stay so."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.events import (
    PaymentRefunded,
    PaymentReversed,
)
from lending.loans.facts import (
    Refund,
    Reversal,
)
from lending.loans.fold import REFUNDABLE
from lending.loans.record import (
    PAYMENTS,
    LoanRecord,
    RefundRefused,
    amount_refused,
)
from lending.loans.refusals import (
    AlreadyReversed,
    BeforeDisbursement,
    DuplicatePayment,
    PaymentNotFound,
    RefundExceedsPayment,
    ValueDateInFuture,
)

__all__ = ["Corrections"]


@attrs.frozen(kw_only=True)
class Corrections(LoanRecord):
    """What takes payments back."""

    def reverse(
        self, key: str, of: str, on: date, *, today: date | None = None
    ) -> Outcome[Self, PaymentNotFound | AlreadyReversed | DuplicatePayment | BeforeDisbursement | ValueDateInFuture]:
        """Undo the payment with key `of` and replay what came after it (F20)."""
        wrong = self._date_refused(key, on, today)
        if wrong is not None:
            return Failure(wrong)
        payment = next((f for f in self.facts if f.key == of and isinstance(f, PAYMENTS) and f.on <= on), None)
        if payment is None:
            return Failure(PaymentNotFound(of))
        if any(isinstance(fact, Reversal) and fact.of == of for fact in self.facts):
            return Failure(AlreadyReversed(of))
        at = self._horizon(on, today)
        after = attrs.evolve(self, facts=(*self.facts, Reversal(on=on, key=key, of=of)))
        back = self.account(at).figures.received - after.account(at).figures.received
        event = PaymentReversed(loan_id=self.id, key=key, of=of, on=on, amount=self.money(back))
        return Success(self._with(Reversal(on=on, key=key, of=of), event, today))

    def refund(
        self, key: str, of: str, amount: Money, on: date, *, today: date | None = None
    ) -> Outcome[Self, RefundRefused | PaymentNotFound | AlreadyReversed | RefundExceedsPayment]:
        """Give part of the payment with key `of` back, at most what is left of it; later facts are replayed (F20)."""
        wrong = self._date_refused(key, on, today) or amount_refused(amount, self.terms)
        if wrong is not None:
            return Failure(wrong)
        payment = next((f for f in self.facts if f.key == of and isinstance(f, REFUNDABLE) and f.on <= on), None)
        if payment is None or payment.amount is None:
            return Failure(PaymentNotFound(of))
        if any(isinstance(fact, Reversal) and fact.of == of for fact in self.facts):
            return Failure(AlreadyReversed(of))
        back = sum(fact.amount.minor for fact in self.facts if isinstance(fact, Refund) and fact.of == of)
        left = self.money(payment.amount.minor - back)
        if amount > left:
            return Failure(RefundExceedsPayment(amount, left))
        event = PaymentRefunded(loan_id=self.id, key=key, of=of, on=on, amount=amount)
        return Success(self._with(Refund(on=on, key=key, of=of, amount=amount), event, today))
