"""Cancelling a loan whose payout came back (退票, 撤销放款): what is told of it, and why it may not be."""

import enum
from datetime import date
from typing import ClassVar, Self, TypeAlias

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal, RefusalKind
from lending.loans.facts import Cancellation, Disbursement, LoanFact
from lending.loans.fold import REFUNDABLE, live_facts
from lending.loans.ids import LoanId
from lending.loans.record import PAYMENTS, LoanRecord
from lending.loans.refusals import BeforeDisbursement, DuplicatePayment, LoanNotActive, ValueDateInFuture
from lending.loans.status import LoanStatus

__all__ = ["Cancelling", "CancellingRefused", "Hindrance", "LoanCancelled", "LoanNotCancellable", "LoanRevoked"]

CANCELLABLE = frozenset({LoanStatus.NORMAL, LoanStatus.OVERDUE, LoanStatus.SETTLED})


class Hindrance(enum.Enum):
    """What stands in the way of a cancellation."""

    REPAID = "REPAID"
    """The customer has paid something."""
    TRANCHES = "TRANCHES"
    """Other money was paid out on it too, or it was taken on from another system."""
    COVERED = "COVERED"
    """A funder's part of it was taken over."""


@attrs.frozen
class LoanNotCancellable(Refusal):
    """The loan cannot be cancelled any more."""

    code: ClassVar[str] = "LOAN_NOT_CANCELLABLE"
    kind: ClassVar[RefusalKind] = RefusalKind.PRECONDITION
    loan_id: str
    hindrance: str


@attrs.frozen(kw_only=True)
class LoanCancelled(Event):
    """The payout with number `of` came back on a date: nothing was lent."""

    loan_id: LoanId
    key: str
    of: str
    on: date
    amount: Money


@attrs.frozen(kw_only=True)
class LoanRevoked(LoanCancelled):
    """The payout voucher that the loan began with ended before any money had gone: nothing was lent (退单)."""


CancellingRefused: TypeAlias = (
    LoanNotCancellable | LoanNotActive | DuplicatePayment | BeforeDisbursement | ValueDateInFuture
)


@attrs.frozen(kw_only=True)
class Cancelling(LoanRecord):
    """What ends a loan as if it had never been."""

    @property
    def is_repaid(self) -> bool:
        """Whether anything was paid that was not taken back."""
        return any(isinstance(fact, PAYMENTS) for fact in live_facts(self.facts, date.max))

    def cancel(
        self, key: str, of: str, on: date, *, today: date | None = None, revoked: bool = False
    ) -> Outcome[Self, CancellingRefused]:
        """The only payout, with key `of`, came back on a date; what was paid meanwhile is the customer's credit.

        Where it was only promised and the promise was `revoked`, no money comes back.
        """
        refused = self._date_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        if any(isinstance(fact, Cancellation) for fact in self.facts):
            return Failure(LoanNotActive(LoanStatus.SETTLED))
        standing = self.standing(self._horizon(on, today))
        if standing not in CANCELLABLE:
            return Failure(LoanNotActive(standing))
        if any(_is_kept_otherwise(fact) for fact in live_facts(self.facts, date.max)):
            return Failure(LoanNotCancellable(self.id.value, Hindrance.REPAID.value))
        begun = [fact for fact in self.facts if isinstance(fact, Disbursement)]
        if [fact.key for fact in begun] != [of]:
            return Failure(LoanNotCancellable(self.id.value, Hindrance.TRANCHES.value))
        event = (LoanRevoked if revoked else LoanCancelled)(
            loan_id=self.id, key=key, of=of, on=on, amount=begun[0].amount
        )
        return Success(self._with(Cancellation(on=on, key=key), event, today))


def _is_kept_otherwise(fact: LoanFact) -> bool:
    """Whether it brought money that depends on what was owed, so that without a loan nobody knows how much it was."""
    return isinstance(fact, PAYMENTS) and not (isinstance(fact, REFUNDABLE) and fact.amount is not None)
