"""The judgement that a loan will not be repaid in full, before its days past due say so."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.events import LoanImpaired
from lending.loans.facts import Impairment
from lending.loans.record import LoanRecord, TimingRefused

__all__ = ["Impairing"]


@attrs.frozen(kw_only=True)
class Impairing(LoanRecord):
    """What stops a loan from accruing by judgement."""

    def impair(self, key: str, reason: str, on: date, *, today: date | None = None) -> Outcome[Self, TimingRefused]:
        """Judge the loan impaired (3.6): it is non-accrual from `on` until it is cured."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        event = LoanImpaired(loan_id=self.id, key=key, on=on, reason=reason)
        return Success(self._with(Impairment(on=on, key=key, reason=reason), event, today))
