"""Changes of a loan while it runs: each a new version of the plan beside the old one."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.calendar import WorkCalendar
from lending.kernel.days import LAST_DAY
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.periods import PeriodUnit
from lending.kernel.rates import Rate
from lending.loans.account import account
from lending.loans.choices import Component, Method
from lending.loans.events import (
    ChargeAdded,
    DueDayChanged,
    LoanExtended,
    LoanRecalled,
    LoanRepriced,
    LoanTermChanged,
    PayByDatesSet,
    RateChanged,
)
from lending.loans.facts import (
    Charge,
    DueDayChange,
    Extension,
    RateChange,
    Recall,
    Repricing,
    TermChange,
)
from lending.loans.fold import live_facts
from lending.loans.holidays import years_to_know
from lending.loans.record import (
    AmountRefused,
    LoanRecord,
    TimingRefused,
    amount_refused,
    moved,
)
from lending.loans.refusals import (
    ChargeAboveCap,
    ChargeNotAllowed,
    DueDayNotPossible,
    ExtensionNotLater,
    LoanOverdue,
    NoInstalmentsLeft,
    TermNotPossible,
)
from lending.loans.repricing import next_reset, repricings
from lending.loans.status import ACTIVE
from lending.loans.terms import INSTALMENTS_MAX
from lending.products.rates import ReferenceRates

__all__ = ["Changes"]

DAY_MAX = 31
LONGEST = {PeriodUnit.DAY: 1, PeriodUnit.WEEK: 7, PeriodUnit.MONTH: DAY_MAX}
"""Days of the longest period of each unit."""


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
        event = RateChanged(loan_id=self.id, key=key, on=on, before=self.rate_on(on), after=rate)
        return Success(self._with(RateChange(on=on, key=key, rate=rate), event, today))

    def rate_on(self, day: date) -> Rate:
        """The contract rate in force on `day`, after what has happened on it."""
        changes = (fact.rate for fact in reversed(live_facts(self.facts, day)) if isinstance(fact, RateChange))
        return next(changes, self.terms.rate)

    def reprice(self, published: ReferenceRates, today: date) -> Self:
        """Fix a floating rate anew on every reset day until `today` that brought another one; none twice.

        A day that was missed is repriced with its own date, where anything was owed on it: since then money held may
        have settled the loan.
        """
        loan = self
        for fixed in repricings(self.terms, self.facts, published, today):
            if loan.standing(fixed.on) in ACTIVE:
                loan = loan._repriced(fixed, today)
        return loan

    def _repriced(self, fixed: Repricing, today: date) -> Self:
        after = attrs.evolve(self, facts=(*self.facts, fixed))
        now = after.account(self._horizon(fixed.on, today))
        ahead = next((row for row in now.instalments if row.due > fixed.on), None)
        event = LoanRepriced(
            loan_id=self.id,
            customer_id=self.customer_id,
            key=fixed.key,
            on=fixed.on,
            before=self.rate_on(fixed.on),
            after=fixed.rate,
            next_due=ahead.due if ahead else None,
            next_instalment=self.money(ahead.asked.principal + ahead.asked.interest) if ahead else None,
            next_reset=next_reset(self.terms, fixed.on),
        )
        return moved(attrs.evolve(after, events=(*self.events, event)), now)

    def know_calendar(self, published: WorkCalendar, today: date) -> Self:
        """Take over the years of workdays that are published and that the loan does not know so yet (F19).

        One that money held has settled meanwhile knows what it needs.
        """
        loan = self
        for known in years_to_know(self.terms, self.facts, published, today):
            if loan.standing(known.on) in ACTIVE:
                event = PayByDatesSet(loan_id=self.id, key=known.key, on=known.on, year=known.year.year)
                loan = loan._with(known, event, today)
        return loan

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

    def change_term(
        self, key: str, instalments: int, on: date, *, today: date | None = None
    ) -> Outcome[Self, TimingRefused | LoanOverdue | NoInstalmentsLeft | TermNotPossible]:
        """Let what is not yet due be paid in `instalments`, more or fewer than are left (期限变更, R79).

        They keep their due day and are planned anew on what is left, at the rate as it is.
        """
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        if now.days_past_due:
            return Failure(LoanOverdue(now.days_past_due))
        assert now.maturity is not None, "an open loan has rows"
        left = sum(row.due > on for row in now.instalments)
        if not left:
            return Failure(NoInstalmentsLeft(on, now.maturity))
        if not self._may_have(instalments, left, now.maturity):
            return Failure(TermNotPossible(instalments, left))
        fact = TermChange(on=on, key=key, instalments=instalments)
        return Success(self._with(fact, self._term_changed(fact, left, now.maturity), today))

    def _term_changed(self, fact: TermChange, left: int, maturity: date) -> LoanTermChanged:
        ends = account(self.terms, (*self.facts, fact), fact.on).maturity
        assert ends is not None, "some are left"
        return LoanTermChanged(
            loan_id=self.id,
            key=fact.key,
            on=fact.on,
            instalments_before=left,
            instalments=fact.instalments,
            maturity_before=maturity,
            maturity=ends,
        )

    def _may_have(self, instalments: int, left: int, maturity: date) -> bool:
        """Whether another number than are left may be, within what terms may ask for and the calendar has."""
        if instalments == left or not 1 <= instalments <= INSTALMENTS_MAX or self.terms.method is Method.BULLET:
            return False
        days = self.terms.period.every * LONGEST[self.terms.period.unit] * max(0, instalments - left)
        return days <= (LAST_DAY - maturity).days

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
