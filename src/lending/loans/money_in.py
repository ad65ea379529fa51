"""Money coming in on a loan: repayments, settlement, prepayment, and who alone may bring it."""

from datetime import date
from typing import Self, TypeAlias

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.periods import months_after, whole_months
from lending.loans.choices import Component, PrepaymentEffect
from lending.loans.facts import (
    Prepayment,
    Recovery,
    Repayment,
    WriteOff,
)
from lending.loans.fold import live_facts
from lending.loans.record import (
    LoanRecord,
    MoneyInRefused,
    amount_refused,
)
from lending.loans.refusals import (
    LoanNotActive,
    MoneyInHeld,
    PrepaymentExceedsBalance,
    PrepaymentsUsedUp,
    PrepaymentTooEarly,
    PrepaymentTooSmall,
    SettlementAmountDiffers,
)
from lending.loans.status import ACTIVE, LoanStatus

__all__ = ["MoneyIn", "PrepaymentRefused"]

PrepaymentRefused: TypeAlias = PrepaymentExceedsBalance | PrepaymentTooEarly | PrepaymentTooSmall | PrepaymentsUsedUp
"""Why money is not taken before its time."""


@attrs.frozen(kw_only=True)
class MoneyIn(LoanRecord):
    """What brings money in."""

    def repay(
        self, key: str, amount: Money, on: date, order: tuple[Component, ...] = (), *, today: date | None = None
    ) -> Outcome[Self, MoneyInRefused]:
        """Take a payment with value date `on`; `today` is the business date it is recorded on (`on` where None).

        Where an `order` is agreed for it, it pays that component of all instalments first, then the next.
        """
        refused = self._money_in_refused(key, amount, on, today)
        if refused is not None:
            return Failure(refused)
        return Success(self._take((Repayment(on=on, key=key, amount=amount, order=order),), amount, today))

    def settle(
        self, key: str, on: date, amount: Money | None = None, *, today: date | None = None
    ) -> Outcome[Self, MoneyInRefused | SettlementAmountDiffers | PrepaymentTooEarly]:
        """Pay everything owed on `on`. `amount`, where given, must be exactly `settlement_quote(on).total`."""
        refused = self._timing_refused(key, on, today) or self._held_refused(key) or self.early_settlement_refused(on)
        if refused is not None:
            return Failure(refused)
        owed = self.settlement_quote(on).total
        if amount is not None:
            wrong = amount_refused(amount, self.terms) if owed else None
            if wrong is not None:
                return Failure(wrong)
            if amount != owed:
                return Failure(SettlementAmountDiffers(offered=amount, owed=owed, on=on))
        return Success(self._take(self._settling(key, on, amount), owed, today))

    def prepay(
        self, key: str, amount: Money, on: date, effect: PrepaymentEffect | None = None, *, today: date | None = None
    ) -> Outcome[Self, MoneyInRefused | PrepaymentRefused]:
        """Take an early partial repayment; `effect` is that of the terms where None."""
        refused = self._money_in_refused(key, amount, on, today) or self._prepayment_refused(amount, on)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        most = self.money(now.due.total + now.outstanding.principal - now.due.principal)
        if amount > most:
            return Failure(PrepaymentExceedsBalance(amount, most))
        chosen = effect or self.terms.on_prepayment
        return Success(self._take((Prepayment(on=on, key=key, amount=amount, effect=chosen),), amount, today))

    def _prepayment_refused(
        self, amount: Money, on: date
    ) -> PrepaymentTooEarly | PrepaymentTooSmall | PrepaymentsUsedUp | None:
        """What the product's rules have against it (F12)."""
        rules = self.terms.prepayment
        locked = self._locked_in(on)
        if locked is not None:
            return locked
        if rules.amount_min is not None and amount < rules.amount_min:
            return PrepaymentTooSmall(amount, rules.amount_min)
        year = whole_months(self._start, on) // 12
        began, ends = (months_after(self._start, 12 * count) for count in (year, year + 1))
        live = live_facts(self.facts, self._horizon(on, None))
        taken = sum(isinstance(fact, Prepayment) and began <= fact.on < ends for fact in live)
        if rules.times_a_year_max is not None and taken >= rules.times_a_year_max:
            return PrepaymentsUsedUp(taken, ends)
        return None

    def receive(self, key: str, amount: Money, on: date, *, today: date | None = None) -> Self:
        """Take money that has already come, whatever has become of the loan meanwhile; `key` is new to it.

        A loan written off recovers, no earlier than it was written off (A18). What exceeds the claim, or comes on a
        loan that owes nothing, is held for the customer (溢缴款).
        """
        on = max(self.opened_on, on if today is None else min(on, today))
        now = self.account(self._horizon(on, today))
        if now.status is not LoanStatus.WRITTEN_OFF:
            return self._take((Repayment(on=on, key=key, amount=amount),), amount, today)
        gone = max(fact.on for fact in live_facts(self.facts, now.as_of) if isinstance(fact, WriteOff))
        part = self.money(min(amount.minor, now.claim))
        recovered = self._recovering(Recovery(on=max(on, gone), key=key, amount=part), today)
        rest = amount - part
        return recovered.receive(key, rest, max(on, gone), today=today) if rest else recovered

    def hold(self, order: str) -> Outcome[Self, LoanNotActive | MoneyInHeld]:
        """Let only `order` bring money in until it is released."""
        if self.status not in ACTIVE:
            return Failure(LoanNotActive(self.status))
        if self.held_by not in (None, order):
            return Failure(MoneyInHeld(str(self.held_by)))
        return Success(attrs.evolve(self, held_by=order))

    def release(self, order: str) -> Self:
        """End the hold of `order`; nothing where it does not hold."""
        return attrs.evolve(self, held_by=None) if self.held_by == order else self
