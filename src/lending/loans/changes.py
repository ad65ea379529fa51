"""Changes of a loan while it runs: each a new version of the plan beside the old one."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rates import Rate
from lending.loans.account import account
from lending.loans.choices import Component
from lending.loans.events import (
    ChargeAdded,
    DueDayChanged,
    LoanExtended,
    LoanRecalled,
    RateChanged,
)
from lending.loans.facts import (
    Charge,
    DueDayChange,
    Extension,
    RateChange,
    Recall,
)
from lending.loans.fold import live_facts
from lending.loans.record import (
    AmountRefused,
    LoanRecord,
    TimingRefused,
    amount_refused,
)
from lending.loans.refusals import (
    ChargeAboveCap,
    ChargeNotAllowed,
    DueDayNotPossible,
    ExtensionNotLater,
    LoanOverdue,
    NoInstalmentsLeft,
)
from lending.loans.repricing import rate_changes
from lending.products.rates import ReferenceRates

__all__ = ["Changes"]

DAY_MAX = 31


@attrs.frozen(kw_only=True)
class Changes(LoanRecord):
    """What changes the plan, or adds to it."""

    def charge(
        self, key: str, component: Component, amount: Money, due: date, on: date, *, today: date | None = None
    ) -> Outcome[Self, AmountRefused | TimingRefused | ChargeNotAllowed | ChargeAboveCap]:
        """Add a fee or a fixed penalty, due on `due`; refused where the cap leaves no room for it by then (F18)."""
        refused = self._timing_refused(key, on, today) or amount_refused(amount, self.terms)
        if refused is not None:
            return Failure(refused)
        if component not in (Component.FEE, Component.PENALTY):
            return Failure(ChargeNotAllowed(component))
        left = self.account(max(on, due)).room
        if left is not None and amount.minor > left:
            return Failure(ChargeAboveCap(component, amount, self.money(left), max(on, due)))
        event = ChargeAdded(loan_id=self.id, key=key, on=on, component=component, amount=amount, due=due)
        return Success(self._with(Charge(on=on, key=key, component=component, amount=amount, due=due), event, today))

    def change_rate(self, key: str, rate: Rate, on: date, *, today: date | None = None) -> Outcome[Self, TimingRefused]:
        """A new yearly rate from `on`; past rows never change."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        before = next(
            (f.rate for f in reversed(live_facts(self.facts, on)) if isinstance(f, RateChange)), self.terms.rate
        )
        event = RateChanged(loan_id=self.id, key=key, on=on, before=before, after=rate)
        return Success(self._with(RateChange(on=on, key=key, rate=rate), event, today))

    def reprice(self, published: ReferenceRates, today: date) -> Outcome[Self, TimingRefused]:
        """Fix a floating rate anew on every reset day until `today` that brought another one; none twice."""
        known = {fact.key for fact in self.facts}
        loan = self
        for change in rate_changes(self.terms, published, today):
            if change.key in known:
                continue
            changed = loan.change_rate(change.key, change.rate, change.on, today=today)
            if isinstance(changed, Failure):
                return changed
            loan = changed.unwrap()
        return Success(loan)

    def recall(
        self, key: str, on: date, *, today: date | None = None
    ) -> Outcome[Self, TimingRefused | NoInstalmentsLeft]:
        """Call the loan in (提前收回): from `on` all principal is due, with interest to that date."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        maturity = self.account(on).maturity
        assert maturity is not None, "an open loan has rows"
        if on >= maturity:
            return Failure(NoInstalmentsLeft(on, maturity))
        fact = Recall(on=on, key=key)
        due = account(self.terms, (*self.facts, fact), on).due
        event = LoanRecalled(
            loan_id=self.id,
            key=key,
            on=on,
            maturity_before=maturity,
            principal=self.money(due.principal),
            interest=self.money(due.interest),
            fee=self.money(due.fee),
            penalty=self.money(due.penalty),
            compound=self.money(due.compound),
        )
        return Success(self._with(fact, event, today))

    def extend(
        self, key: str, new_maturity: date, on: date, rate: Rate | None = None, *, today: date | None = None
    ) -> Outcome[Self, TimingRefused | LoanOverdue | ExtensionNotLater]:
        """Let the loan run until `new_maturity` (F13)."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        if now.days_past_due:
            return Failure(LoanOverdue(now.days_past_due))
        assert now.maturity is not None, "an open loan has rows"
        if new_maturity <= now.maturity:
            return Failure(ExtensionNotLater(new_maturity, now.maturity))
        event = LoanExtended(loan_id=self.id, key=key, on=on, maturity_before=now.maturity, maturity=new_maturity)
        return Success(self._with(Extension(on=on, key=key, new_maturity=new_maturity, rate=rate), event, today))

    def change_due_day(
        self, key: str, day: int, on: date, *, today: date | None = None
    ) -> Outcome[Self, TimingRefused | LoanOverdue | NoInstalmentsLeft | DueDayNotPossible]:
        """Let the due dates after the next one keep another day of the month, from 1 to 31 (还款日变更).

        Each stays in its month, and falls on its last day where that has no such day. The period in
        between is broken and bears interest by actual days; rows past stay.
        """
        assert 1 <= day <= DAY_MAX, f"{day} is no day of a month"
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        if now.days_past_due:
            return Failure(LoanOverdue(now.days_past_due))
        assert now.maturity is not None, "an open loan has rows"
        coming = [row.due for row in now.instalments if row.due > on]
        if len(coming) <= 1:
            return Failure(NoInstalmentsLeft(on, now.maturity))
        fact = DueDayChange(on=on, key=key, day=day)
        after = account(self.terms, (*self.facts, fact), on)
        if not self.terms.period.months or [row.due for row in after.instalments if row.due > on] == coming:
            return Failure(DueDayNotPossible(day, coming[0]))
        assert after.maturity is not None, "it has as many rows"
        event = DueDayChanged(
            loan_id=self.id, key=key, on=on, day=day, maturity_before=now.maturity, maturity=after.maturity
        )
        return Success(self._with(fact, event, today))
