"""Corrections: what was recorded of a payment and did not stay so, and what is put right by hand."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.choices import Component
from lending.loans.events import (
    InstalmentAdjusted,
    PaymentRefunded,
    PaymentReversed,
)
from lending.loans.facts import (
    Adjustment,
    Refund,
    Reversal,
)
from lending.loans.figures import Figures
from lending.loans.fold import REFUNDABLE
from lending.loans.lease_refusals import DepositAlreadyReturned
from lending.loans.record import (
    DEPOSIT_MOVES,
    PAYMENTS,
    AmountRefused,
    LoanRecord,
    RefundRefused,
    TimingRefused,
    amount_refused,
)
from lending.loans.refusals import (
    AlreadyReversed,
    PaymentNotFound,
    RefundExceedsPayment,
)
from lending.loans.relief_refusals import AdjustmentBelowPaid, AdjustmentNotAllowed, InstalmentNotDue

__all__ = ["Corrections"]

REVERSIBLE = (*PAYMENTS, *DEPOSIT_MOVES)


@attrs.frozen(kw_only=True)
class Corrections(LoanRecord):
    """What takes payments back, and puts instalments right."""

    def reverse(
        self, key: str, of: str, on: date, *, today: date | None = None
    ) -> Outcome[Self, RefundRefused | PaymentNotFound | AlreadyReversed | DepositAlreadyReturned]:
        """Undo the payment with key `of` and replay what came after it (F20)."""
        wrong = self._date_refused(key, on, today)
        if wrong is not None:
            return Failure(wrong)
        payment = next((f for f in self.facts if f.key == of and isinstance(f, REVERSIBLE) and f.on <= on), None)
        if payment is None:
            return Failure(PaymentNotFound(of))
        if any(isinstance(fact, Reversal) and fact.of == of for fact in self.facts):
            return Failure(AlreadyReversed(of))
        at = self._horizon(on, today)
        after = attrs.evolve(self, facts=(*self.facts, Reversal(on=on, key=key, of=of)))
        stood, now = self.account(at).figures, after.account(at).figures
        if now.deposit_held < 0:
            return Failure(DepositAlreadyReturned(self.money(now.deposit_returned)))
        back = undone(stood, now)
        event = PaymentReversed(loan_id=self.id, key=key, of=of, on=on, amount=self.money(back))
        return Success(self._with(Reversal(on=on, key=key, of=of), event, today))

    def adjust(
        self,
        key: str,
        no: int,
        component: Component,
        change: Money,
        on: date,
        *,
        reason: str,
        reference: str,
        today: date | None = None,
    ) -> Outcome[Self, AmountRefused | TimingRefused | AdjustmentNotAllowed | InstalmentNotDue | AdjustmentBelowPaid]:
        """Put right what instalment `no` asks for of a component, by `change` up or down (调账, R54).

        `reason` and `reference`, the number of the approved voucher, are kept with it. Never below what was paid,
        waived or written off. Only instalments fallen due: what is to come is planned, and changes by its cause.
        Principal is refused: over all instalments it is what was paid out, and the share of each follows from payouts,
        payments and the method; a wrong one comes of a wrong fact, which is reversed or recorded anew in its place.
        """
        moved_by = Money(abs(change.minor), change.currency)
        refused = self._timing_refused(key, on, today) or amount_refused(moved_by, self.terms)
        if refused is not None:
            return Failure(refused)
        if component is Component.PRINCIPAL:
            return Failure(AdjustmentNotAllowed(component))
        row = next((row for row in self.account(on).instalments if row.no == no and row.due <= on), None)
        if row is None:
            return Failure(InstalmentNotDue(no, on))
        name = component.value.lower()
        kinds = (row.paid, row.waived, row.written_off)
        outstanding = self.money(getattr(row.asked, name) - sum(getattr(kind, name) for kind in kinds))
        if change < -outstanding:
            return Failure(AdjustmentBelowPaid(change, outstanding))
        fact = Adjustment(on=on, key=key, no=no, component=component, change=change, reason=reason, reference=reference)
        told = attrs.asdict(fact, recurse=False)
        return Success(self._with(fact, InstalmentAdjusted(loan_id=self.id, **told), today))

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


def undone(before: Figures, after: Figures) -> int:
    """How much of what had moved a reversal took back: cash that came, deposit set off or deposit returned."""
    return max(
        before.received - after.received,
        before.deposit_set_off - after.deposit_set_off,
        before.deposit_returned - after.deposit_returned,
    )
