"""Money coming in on a loan: repayments, settlement, prepayment, and who alone may bring it."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.choices import Component, PrepaymentEffect
from lending.loans.facts import (
    Prepayment,
    Repayment,
)
from lending.loans.record import (
    LoanRecord,
    MoneyInRefused,
    amount_refused,
)
from lending.loans.refusals import (
    LoanNotActive,
    MoneyInHeld,
    PrepaymentExceedsBalance,
    SettlementAmountDiffers,
)
from lending.loans.status import ACTIVE

__all__ = ["MoneyIn"]


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
    ) -> Outcome[Self, MoneyInRefused | SettlementAmountDiffers]:
        """Pay everything owed on `on`. `amount`, where given, must be exactly `settlement_quote(on).total`."""
        refused = self._timing_refused(key, on, today) or self._held_refused(key)
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
    ) -> Outcome[Self, MoneyInRefused | PrepaymentExceedsBalance]:
        """Take an early partial repayment; `effect` is that of the terms where None."""
        refused = self._money_in_refused(key, amount, on, today)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        most = self.money(now.due.total + now.outstanding.principal - now.due.principal)
        if amount > most:
            return Failure(PrepaymentExceedsBalance(amount, most))
        chosen = effect or self.terms.on_prepayment
        return Success(self._take((Prepayment(on=on, key=key, amount=amount, effect=chosen),), amount, today))

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
