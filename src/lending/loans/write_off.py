"""The end of a loan that is not repaid: clearance, or write-off and what comes in after it."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.account import account, effect
from lending.loans.choices import ClearanceMeans
from lending.loans.events import LoanCleared, LoanWrittenOff
from lending.loans.facts import (
    Clearance,
    Recovery,
    WriteOff,
)
from lending.loans.record import (
    AmountRefused,
    LoanRecord,
    MoneyInRefused,
    TimingRefused,
    amount_refused,
)
from lending.loans.refusals import BeforeDisbursement, DuplicatePayment, LoanNotActive, NotWrittenOff, ValueDateInFuture
from lending.loans.relief_refusals import ClearanceExceedsOwed, LoanNotBad
from lending.loans.status import LoanStatus

__all__ = ["WritingOff"]


@attrs.frozen(kw_only=True)
class WritingOff(LoanRecord):
    """What ends a loan gone bad, and recovers."""

    def write_off(self, key: str, on: date, *, today: date | None = None) -> Outcome[Self, TimingRefused]:
        """Take everything owed off the books (核销)."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        fact = WriteOff(on=on, key=key)
        after = account(self.terms, (*self.facts, fact), self._horizon(on, today))
        if not after.claim:
            return Failure(LoanNotActive(self.account(after.as_of).status))
        gone = after.figures
        event = LoanWrittenOff(
            loan_id=self.id,
            key=key,
            on=on,
            principal=self.money(gone.principal_written_off),
            interest=self.money(gone.interest_written_off_due + gone.interest_written_off_accrued),
            fee=self.money(gone.fees_written_off),
            penalty=self.money(gone.penalty_written_off),
            compound=self.money(gone.compound_written_off),
        )
        return Success(self._with(fact, event, today))

    def clear(
        self, key: str, amount: Money, means: ClearanceMeans, on: date, *, today: date | None = None
    ) -> Outcome[Self, MoneyInRefused | LoanNotBad | ClearanceExceedsOwed]:
        """End an overdue loan with what was received for it (清收, R78); nothing is owed or claimed afterwards.

        What was received pays principal first, then interest, fees, penalty and compound interest: the order of a
        loan gone bad (F15, A13, A19), whatever the terms say of ordinary payments. What it does not reach is given up.
        """
        refused = self._money_in_refused(key, amount, on, today)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        if not now.days_past_due:
            return Failure(LoanNotBad(now.status))
        fact = Clearance(on=on, key=key, amount=amount, means=means)
        before, after = effect(self.terms, self.facts, (fact,), on)
        if after.credit_balance:
            owed = self.money(amount.minor - after.credit_balance)
            return Failure(ClearanceExceedsOwed(amount, owed))
        gone = after.figures - before
        event = LoanCleared(
            loan_id=self.id,
            key=key,
            on=on,
            means=means,
            amount=amount,
            principal=self.money(gone.principal_waived),
            interest=self.money(gone.interest_waived_due + gone.interest_waived_accrued),
            fee=self.money(gone.fees_waived),
            penalty=self.money(gone.penalty_waived),
            compound=self.money(gone.compound_waived),
        )
        return Success(self._with(fact, event, today))

    def recover(
        self, key: str, amount: Money, on: date, *, today: date | None = None
    ) -> Outcome[Self, AmountRefused | DuplicatePayment | BeforeDisbursement | ValueDateInFuture | NotWrittenOff]:
        """Take money on a loan written off (核销后收回)."""
        refused = self._date_refused(key, on, today) or amount_refused(amount, self.terms)
        if refused is not None:
            return Failure(refused)
        now = self.account(self._horizon(on, today))
        claim = self.money(now.claim)
        if now.status is not LoanStatus.WRITTEN_OFF or amount > claim:
            return Failure(NotWrittenOff(now.status, claim))
        return Success(self._recovering(Recovery(on=on, key=key, amount=amount), today))
