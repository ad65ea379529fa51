"""What can be done with the deposit (保证金) of a direct lease: receive it, set it off, return it."""

from datetime import date
from typing import Self, TypeAlias

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.account import Account, account
from lending.loans.events import DepositReceived, DepositReturned, DepositSetOff
from lending.loans.facts import DepositReceipt, DepositReturn, DepositUse
from lending.loans.lease_refusals import DepositExceedsAgreed, DepositStillSecures, LoanNotOverdue, OverDeposit
from lending.loans.record import AmountRefused, LoanRecord, TimingRefused, amount_refused
from lending.loans.refusals import BeforeDisbursement, DuplicatePayment, ValueDateInFuture

__all__ = ["DepositReturnRefused", "LeaseActs"]

DepositReturnRefused: TypeAlias = (
    AmountRefused | DuplicatePayment | BeforeDisbursement | ValueDateInFuture | DepositStillSecures | OverDeposit
)
"""Why a deposit does not go back."""


@attrs.frozen(kw_only=True)
class LeaseActs(LoanRecord):
    """What moves a lessee's deposit."""

    def receive_deposit(
        self, key: str, amount: Money, on: date, *, today: date | None = None
    ) -> Outcome[Self, AmountRefused | TimingRefused | DepositExceedsAgreed]:
        """Take money as the deposit (C6), or to make it whole again after it was set off."""
        refused = amount_refused(amount, self.terms) or self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        agreed = self.terms.lease.deposit if self.terms.lease is not None else None
        held = max(self.account(day).figures.deposit_held for day in (on, self._horizon(on, today)))
        missing = self.money(max(0, (agreed.minor if agreed else 0) - held))
        if amount > missing:
            return Failure(DepositExceedsAgreed(amount, missing))
        event = DepositReceived(loan_id=self.id, key=key, on=on, amount=amount)
        return Success(self._with(DepositReceipt(on=on, key=key, amount=amount), event, today))

    def set_off_deposit(
        self, key: str, on: date, amount: Money | None = None, *, today: date | None = None
    ) -> Outcome[Self, AmountRefused | TimingRefused | LoanNotOverdue | OverDeposit]:
        """Let the deposit pay what is due on a lease that is overdue and past grace (C9); None: all that it can."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        if not now.days_past_grace:
            return Failure(LoanNotOverdue(on))
        most = self.money(min(now.figures.deposit_held, now.due.total))
        wanted = most if amount is None else amount
        wrong = amount_refused(wanted, self.terms) if amount is not None else None
        if wrong is not None:
            return Failure(wrong)
        if not most or wanted > most:
            return Failure(OverDeposit(wanted, most))
        fact = DepositUse(on=on, key=key, amount=wanted)
        at = self._horizon(on, today)
        paid = account(self.terms, (*self.facts, fact), at).figures - self.account(at).figures
        event = DepositSetOff(
            loan_id=self.id,
            key=key,
            on=on,
            amount=self.money(paid.deposit_set_off),
            principal=self.money(paid.principal_repaid),
            interest=self.money(paid.interest_paid_due + paid.interest_paid_accrued),
            fee=self.money(paid.fees_paid),
            penalty=self.money(paid.penalty_paid),
            compound=self.money(paid.compound_paid),
        )
        return Success(self._with(fact, event, today))

    def return_deposit(
        self, key: str, on: date, amount: Money | None = None, *, today: date | None = None
    ) -> Outcome[Self, DepositReturnRefused]:
        """Give back what is left of the deposit when nothing is owed any more; None: all of it."""
        wrong = self._date_refused(key, on, today)
        if wrong is not None:
            return Failure(wrong)
        now = self.account(self._horizon(on, today))
        owed = max(claimed(self.account(on)), claimed(now))
        if owed:
            return Failure(DepositStillSecures(self.money(owed)))
        held = self.money(now.figures.deposit_held)
        back = held if amount is None else amount
        refused = amount_refused(back, self.terms) if amount is not None else None
        if refused is not None:
            return Failure(refused)
        if not held or back > held:
            return Failure(OverDeposit(back, held))
        event = DepositReturned(loan_id=self.id, key=key, on=on, amount=back)
        return Success(self._with(DepositReturn(on=on, key=key, amount=back), event, today))


def claimed(account: Account) -> int:
    """What is asked for, on the books or off them."""
    return account.outstanding.total + max(0, account.claim)
