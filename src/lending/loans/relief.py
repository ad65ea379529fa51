"""Relief (减免): giving up part of what is owed, outright or for a payment that must come in time (F14)."""

from collections.abc import Sequence
from datetime import date
from typing import Self, TypeAlias

import attrs

from lending.kernel.checks import positive
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rounding import divide
from lending.loans.choices import Component
from lending.loans.events import Waived
from lending.loans.facts import PairedPayment, Waiver
from lending.loans.record import (
    AmountRefused,
    LoanRecord,
    TimingRefused,
    amount_refused,
    moved,
    waivable,
)
from lending.loans.relief_refusals import NothingToWaive, PairedPaymentNotPossible, WaiverExceedsOutstanding

__all__ = ["LATENESS", "RELIEF_ORDER", "Relieving", "Share", "WaiverRefused"]

RELIEF_ORDER = (Component.PENALTY, Component.COMPOUND, Component.FEE, Component.INTEREST, Component.PRINCIPAL)
"""What is given up first: what lateness cost, then what was charged, then income, last of all the money lent (F14)."""

LATENESS = RELIEF_ORDER[:2]
"""What being late cost: the relief that is meant where nothing else is said."""

WaiverRefused: TypeAlias = (
    AmountRefused | TimingRefused | WaiverExceedsOutstanding | PairedPaymentNotPossible | NothingToWaive
)
"""Why nothing is given up."""

Part: TypeAlias = tuple[Component, Money]


@attrs.frozen
class Share:
    """So many percent of what is outstanding of each component."""

    percent: int = attrs.field(validator=positive(100))


@attrs.frozen(kw_only=True)
class Relieving(LoanRecord):
    """What gives up part of what is owed."""

    def waive(
        self,
        key: str,
        component: Component,
        amount: Money,
        on: date,
        for_payment: PairedPayment | None = None,
        *,
        today: date | None = None,
    ) -> Outcome[Self, WaiverRefused]:
        """Give up part of what is outstanding of a component; see `waive_parts`."""
        return self.waive_parts(key, ((component, amount),), on, for_payment, today=today)

    def relief(self, of: Sequence[Component], relief: Money | Share, on: date) -> tuple[Part, ...]:
        """What relief on these components gives up of each, by the order of F14.

        A share is rounded by the loan's rounding for each component; an amount goes to one after the other, and what
        exceeds them all stays with the last. Nothing where there is nothing to give up.
        """
        now = self.account(on)
        open_parts = [(component, waivable(now, component)) for component in RELIEF_ORDER if component in of]
        if isinstance(relief, Share):
            parts = [(one, divide(owed * relief.percent, 100, self.terms.rounding)) for one, owed in open_parts]
            return tuple((component, self.money(part)) for component, part in parts if part)
        left, taken = relief, []
        for component, owed in open_parts:
            last = component is open_parts[-1][0]
            part = left if last or left.minor <= owed else self.money(owed)
            taken.append((component, part))
            left = left - part
        return tuple((component, part) for component, part in taken if part)

    def waive_parts(
        self,
        key: str,
        parts: Sequence[Part],
        on: date,
        for_payment: PairedPayment | None = None,
        *,
        today: date | None = None,
    ) -> Outcome[Self, WaiverRefused]:
        """Give up an amount of each component, oldest instalment first.

        Where it is `for_payment`, payments of at least that amount must follow, with value dates up to its last day;
        if at the end of that day they have not come, all is owed as if nothing had been given up, and so it is when
        they are reversed later.
        """
        refused = (
            self._timing_refused(key, on, today)
            or self._parts_refused(parts, on)
            or self._paired_payment_refused(parts, for_payment, max(on, today or on))
        )
        if refused is not None:
            return Failure(refused)
        loan = self
        for component, amount in parts:
            fact = Waiver(on=on, key=key, component=component, amount=amount, for_payment=for_payment)
            event = Waived(loan_id=self.id, key=key, on=on, component=component, amount=amount, for_payment=for_payment)
            loan = attrs.evolve(loan, facts=(*loan.facts, fact), events=(*loan.events, event))
        return Success(moved(loan, loan.account(self._horizon(on, today))))

    def _parts_refused(
        self, parts: Sequence[Part], on: date
    ) -> AmountRefused | WaiverExceedsOutstanding | NothingToWaive | None:
        if not parts:
            return NothingToWaive(on)
        now = self.account(on)
        for component, amount in parts:
            wrong = amount_refused(amount, self.terms)
            if wrong is not None:
                return wrong
            outstanding = self.money(waivable(now, component))
            if amount > outstanding:
                return WaiverExceedsOutstanding(component, amount, outstanding)
        return None

    def _paired_payment_refused(
        self, parts: Sequence[Part], wanted: PairedPayment | None, on: date
    ) -> AmountRefused | PairedPaymentNotPossible | None:
        if wanted is None:
            return None
        wrong = amount_refused(wanted.amount, self.terms)
        if wrong is not None:
            return wrong
        left = self.money(self.account(on).outstanding.total - sum(amount.minor for _component, amount in parts))
        if wanted.amount > left or wanted.by < on:
            return PairedPaymentNotPossible(wanted.amount, wanted.by, left)
        return None
