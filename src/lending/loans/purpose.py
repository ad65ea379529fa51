"""The purpose of the money (R15): misuse, and its end."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.events import LoanMisuseCured, LoanMisused
from lending.loans.facts import Misuse, MisuseCured
from lending.loans.record import LoanRecord, TimingRefused
from lending.loans.refusals import MisuseRateNotAgreed, MisuseUnchanged

__all__ = ["Purpose"]


@attrs.frozen(kw_only=True)
class Purpose(LoanRecord):
    """What follows from how the money is used."""

    def misuse(
        self, key: str, on: date, *, today: date | None = None
    ) -> Outcome[Self, TimingRefused | MisuseRateNotAgreed | MisuseUnchanged]:
        """From `on` the money is used against its purpose (挪用): the whole balance bears the misuse rate."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        if self.terms.penalty is None or self.terms.penalty.misuse_multiple is None:
            return Failure(MisuseRateNotAgreed())
        if self.account(on).misused:
            return Failure(MisuseUnchanged(on, misused=True))
        event = LoanMisused(loan_id=self.id, key=key, on=on)
        return Success(self._with(Misuse(on=on, key=key), event, today))

    def cure_misuse(
        self, key: str, on: date, *, today: date | None = None
    ) -> Outcome[Self, TimingRefused | MisuseUnchanged]:
        """From `on` the money is used for its purpose again; what was charged stays."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        if not self.account(on).misused:
            return Failure(MisuseUnchanged(on, misused=False))
        event = LoanMisuseCured(loan_id=self.id, key=key, on=on)
        return Success(self._with(MisuseCured(on=on, key=key), event, today))
