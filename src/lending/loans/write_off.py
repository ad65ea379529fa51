"""The end of a loan that is not repaid: write-off and what comes in after it."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.account import account
from lending.loans.events import (
    LoanWrittenOff,
    MoneyRecovered,
)
from lending.loans.facts import (
    Recovery,
    WriteOff,
)
from lending.loans.record import (
    AmountRefused,
    LoanRecord,
    TimingRefused,
    amount_refused,
)
from lending.loans.refusals import (
    BeforeDisbursement,
    DuplicatePayment,
    LoanNotActive,
    NotWrittenOff,
    ValueDateInFuture,
)
from lending.loans.status import LoanStatus

__all__ = ["WritingOff"]


@attrs.frozen(kw_only=True)
class WritingOff(LoanRecord):
    """What takes a loan off the books, and recovers."""

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
        event = MoneyRecovered(loan_id=self.id, key=key, on=on, amount=amount)
        return Success(self._with(Recovery(on=on, key=key, amount=amount), event, today))
