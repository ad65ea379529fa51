"""The fold: a loan's facts taken one by one in the order of their dates (state = terms + facts + date).

What does not depend on the balance that bears interest stands here; `ScheduledLedger` and
`ActualLedger` add the rest. Ledgers are working objects inside this package; see `account` for the result.
"""

from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import Self

from lending.kernel.day_count import day_year
from lending.kernel.rates import RATE_SCALE, Rate
from lending.loans.agreed_fees import add_fee, open_fees, spare_fees
from lending.loans.ceiling import Ceiling, hold_to_cap, principal_used
from lending.loans.choices import ClearanceMeans, Component, Method, PrepaymentEffect
from lending.loans.deposit import Deposit
from lending.loans.factors import calendar_of, factors_of
from lending.loans.misuse import Misuse, charge_misuse, late_speed, misuse_speed, restate_misuse
from lending.loans.plan import plan_of
from lending.loans.row import COMPOUND, INTEREST, PENALTY, POSITION, PRINCIPAL, Arrears, Row
from lending.loans.settling import borne_until, pay_everything
from lending.loans.standing import Standing
from lending.loans.terms import MULTIPLE_SCALE, LoanTerms
from lending.loans.timetable import Timetable
from lending.loans.waterfall import Waterfall

__all__ = ["Ledger"]


AT_END = (Method.INTEREST_FIRST, Method.BULLET)
"""The methods that repay principal with the last instalment."""


class Ledger(Timetable):
    """Rows, credit balance and running totals of one loan while its facts are folded."""

    def __init__(self, terms: LoanTerms) -> None:
        super().__init__(terms)
        self.rounding = terms.rounding
        self.standing = Standing(terms.non_accrual, terms.grace, terms.tolerated)
        self.waterfall = Waterfall(terms.allocation, self.standing)
        self.rows: list[Row] = []
        self.at = date.min
        """The date everything is processed to."""
        self.next = 0
        """Index of the first row not yet due."""
        self.paid_up = 0
        """How many rows, from the first, are fallen due and fully paid."""
        self.credit = 0
        self.deposit = Deposit(terms.lease)
        self.disbursed = self.received = self.refunded = self.recovered = 0
        self.by_means = dict.fromkeys(ClearanceMeans, 0)
        """What clearances received, by means; it counts as received too."""
        self.written_off = False
        self.closed_on: date | None = None
        """The date of a settlement or write-off, from which on no interest is borne."""
        self.bears_to = date.min
        """The date to which a settlement asks for interest, where that is later than its own."""
        self.charge_days: set[date] = set()
        self.ceiling = Ceiling(terms.cap) if terms.cap is not None else None
        self.misuse = Misuse()
        self.repriced: list[tuple[date, Rate, bool]] = []
        """The days on which the penalty rate changed, with the contract rate and whether it was misused before."""

    def copy(self) -> Self:
        """The same ledger to go on with, while this one stays as it is."""
        twin = copy(self)
        twin.rows = [row.copy() for row in self.rows]
        twin.standing, twin.misuse, twin.deposit = copy(self.standing), copy(self.misuse), copy(self.deposit)
        twin.waterfall = self.waterfall.over_to(twin.standing)
        twin.ceiling = copy(self.ceiling)
        twin.by_means, twin.charge_days, twin.repriced = {**self.by_means}, {*self.charge_days}, [*self.repriced]
        return twin

    # --- time -------------------------------------------------------------------------------

    def advance(self, day: date) -> None:
        """Let the days until `day` pass: rows fall due on their dates, and a credit balance pays them."""
        for stop in self._stops(day):
            self.elapse(stop)
            while self.next < len(self.rows) and self.rows[self.next].due <= stop:
                if self.closed_on is None:
                    charge_misuse(self, self.rows[self.next], final=True)
                self.fall_due(self.rows[self.next])
                self.next += 1
            self.at = stop
            self.look()
            self.apply_credit(stop)
            self.deposit.fall_due(self, stop)
        self.elapse(day)
        self.at = max(self.at, day)
        self.accrue_penalties(day)
        self.look()

    def look(self) -> None:
        """Note whether the loan accrues as things stand at `at`."""
        self.standing.look(self.open_due(), self.rows, self.at)

    def elapse(self, day: date) -> None:
        """Count the days until `day` for the cap and for misuse, while nothing changes."""
        if self.ceiling is not None:
            self.ceiling.pass_days(day, principal_used(self))
        if self.misuse.now:
            self.misuse.pass_days(day, misuse_speed(self, self.principal_not_due()) if self.closed_on is None else 0)

    @property
    def non_accrual(self) -> bool:
        """Whether what it owes on the books is no longer recognised as income."""
        return self.standing.since is not None and not self.written_off

    def _stops(self, day: date) -> list[date]:
        dues: list[date] = []
        for k in range(self.next, len(self.rows)):
            if self.rows[k].due > day:
                break
            dues.append(self.rows[k].due)
        if not self.charge_days:
            return dues
        return sorted({*dues, *(charge for charge in self.charge_days if self.at < charge <= day)})

    def fall_due(self, row: Row) -> None:
        """What happens to a row on its due date, before any payment of that date."""

    def restate(self, day: date) -> None:
        """State what the rows ask for as it stands on `day`."""

    # --- penalty ----------------------------------------------------------------------------

    def penalty_speed(self, row: Row) -> int:
        """Penalty rate of a row × its scale; 0 where there is none. Time added at a rate of its own follows that."""
        return late_speed(self.terms, row.rate or self.rate, misused=self.misuse.now)

    @property
    def penalty_scale(self) -> int:
        """What base × `penalty_speed` × days is divided by."""
        return day_year(self.terms.interest.day_count) * RATE_SCALE * MULTIPLE_SCALE

    def accrue_penalties(self, day: date) -> None:
        """State penalty and compound interest of every overdue row until `day`."""
        if self.terms.penalty is None or self.closed_on is not None:
            return
        if self.next < len(self.rows):
            charge_misuse(self, self.rows[self.next])
        scale = self.penalty_scale
        for row in self.open_due():
            if not row.forgiven:
                restate_misuse(row)
                self.accrue_penalty(row, day, self.penalty_speed(row), scale)
        hold_to_cap(self, day)

    def open_due(self) -> list[Row]:
        """The rows fallen due from the first on that still asks for anything."""
        rows = self.rows
        while self.paid_up < self.next and not rows[self.paid_up].outstanding + rows[self.paid_up].cut:
            self.paid_up += 1
        return rows[self.paid_up : self.next]

    def accrue_penalty(self, row: Row, day: date, speed: int, scale: int) -> None:
        """State penalty and compound interest of `row` until `day`; nothing while grace lasts."""
        penalty, grace = self.terms.penalty, self.terms.grace
        assert penalty is not None, "asked only where there is penalty"
        end = row.pay_by + self.standing.grace
        if day <= end:
            return
        if row.penalty is None:
            if row.plan_owed <= 0:
                return
            since = row.pay_by if grace.retroactive else end
            row.penalty = Arrears(since, row.owed(PRINCIPAL))
            row.compound = Arrears(since, row.owed(INTEREST) if penalty.compound else 0)
            for on, rate, misused in self.repriced:
                if on > since:
                    before = late_speed(self.terms, row.rate or rate, misused=misused)
                    row.penalty, row.compound = row.penalty.repriced(on, before), row.compound.repriced(on, before)
        assert row.compound is not None, "the two begin together"
        fixed, row.cut = row.fixed_penalty + row.surcharge, 0
        row.asked[PENALTY] = fixed + row.penalty.amount(day, speed, scale, self.rounding)
        row.asked[COMPOUND] = row.adjusted[COMPOUND] + row.compound.amount(day, speed, scale, self.rounding)

    def rebase(self, row: Row, on: date) -> None:
        """After a change of `row`: what is left of it bears penalty from `on`."""
        if row.penalty is None or row.compound is None or self.terms.penalty is None:
            return
        speed, scale = self.penalty_speed(row), self.penalty_scale
        row.penalty = row.penalty.rebased(on, row.owed(PRINCIPAL), speed, scale, self.rounding)
        interest = row.owed(INTEREST) if self.terms.penalty.compound else 0
        row.compound = row.compound.rebased(on, interest, speed, scale, self.rounding)

    # --- money in ---------------------------------------------------------------------------

    def pay(self, row: Row, component: int, amount: int, on: date) -> None:
        """Put `amount` towards a component of `row`."""
        row.pay(component, amount, on)
        if component >= INTEREST:
            self.rebase(row, on)

    def pay_due(self, amount: int, on: date) -> int:
        """Allocate `amount` to what is due by `on`; what is left."""
        self.accrue_penalties(on)
        rows = self.open_due()
        if self.charge_days:
            rows += [row for row in self.rows[self.next :] if row.charges]
        for row, component in self.waterfall.over(rows):
            if not amount:
                break
            part = min(amount, row.owed_by(component, on))
            if part > 0:
                self.pay(row, component, part, on)
                amount -= part
        return amount

    def pay_rows(self, rows: Iterable[Row], amount: int, on: date) -> int:
        """Allocate `amount` to everything that `rows` ask for, row by row; what is left."""
        order = self.waterfall.order
        for row in rows:
            for component in order:
                part = min(amount, row.owed(component))
                if part > 0:
                    self.pay(row, component, part, on)
                    amount -= part
        return amount

    def repay(self, amount: int, on: date, order: tuple[Component, ...] = ()) -> None:
        """A payment: what is due first, in the `order` agreed for it if any, the rest by `allocation.excess`."""
        self.received += amount
        self.waterfall.agree(order)
        left = self.pay_due(amount, on)
        self.credit += self.pay_ahead(left, on) if left else 0
        self.waterfall.agree(())

    def pay_ahead(self, amount: int, on: date) -> int:
        """Allocate money beyond what is due by `allocation.excess`; what is left."""
        raise NotImplementedError

    # --- everything else that can happen ------------------------------------------------------

    def disburse(self, amount: int, on: date) -> None:
        """Pay out: the first opens the plan, a further one re-plans the future rows."""
        self.disbursed += amount
        if self.rows and (self.next == len(self.rows) or self.closed_on is not None):
            self.owe_at_once(amount, on)
            return
        if self.rows:
            self.add_tranche(amount, on)
            return
        self.terms = self.terms.starting(on)
        self.at = on
        if self.ceiling is not None:
            self.ceiling.at = on
        self.open_rows(amount)

    def owe_at_once(self, amount: int, on: date) -> None:
        """What is paid out when no row is left to come is owed in the last one, as after an earlier recall."""
        self.rows[-1].asked[PRINCIPAL] += amount
        self.rebase(self.rows[-1], on)
        self.paid_up = 0

    def open_rows(self, amount: int) -> None:
        """The plan's rows for `amount`."""
        assert self.terms.start is not None, "set by the first disbursement"
        plan = plan_of(self.terms, amount)
        calendar = calendar_of(self.terms, self.terms.start)
        factors = factors_of(self.terms, self.rate, calendar)
        for k, (no, start, due, principal, interest, borne, _left) in enumerate(plan.rows):
            row = Row(no, start, due, calendar.whole[k], factors[k])
            row.nominal = calendar.moved_from(k)
            self.heed_holidays(row)
            row.asked[PRINCIPAL], row.asked[INTEREST], row.borne = principal, interest, borne
            self.rows.append(row)
        open_fees(self)
        self.opened(plan.level, amount)

    def opened(self, level: int, amount: int) -> None:
        """What a ledger notes when the plan is made."""

    def add_tranche(self, amount: int, on: date) -> None:
        """Re-plan the future rows with `amount` more."""
        raise NotImplementedError

    def prepay(self, amount: int, effect: PrepaymentEffect, on: date) -> None:
        """A partial prepayment: what is due, then principal."""
        self.received += amount
        left = self.pay_due(amount, on)
        part = min(left, self.principal_not_due()) if self.closed_on is None else 0
        self.credit += left - part
        if part:
            running = next(row for row in self.rows if row.due >= on)
            self.reduce(running, part, effect, on)

    def principal_not_due(self) -> int:
        """Unpaid principal of the rows not yet due."""
        raise NotImplementedError

    def reduce(self, running: Row, amount: int, effect: PrepaymentEffect, on: date) -> None:
        """Take `amount` of principal before its time, in the row `running`; the rest of the plan by `effect`."""
        raise NotImplementedError

    def settle(self, amount: int | None, on: date) -> None:
        """Pay everything owed on `on`; with `amount` not enough for that, a repayment."""
        total = self.outstanding if self.closed_on is not None else self.settlement_total(on)
        held = self.credit + self.deposit.free
        if amount is not None and amount + held < total:
            self.repay(amount, on)
            return
        received = max(0, total - held) if amount is None else amount
        self.received += received
        self.credit += received + self.deposit.take(total - self.credit - received) - total
        if self.closed_on is None:
            spare_fees(self, on)
            self.bears_to = borne_until(self.terms, self.rows, on)
            self.close(total, on)
        pay_everything(self, on)

    def settlement_total(self, on: date) -> int:
        """What settling on `on` takes."""
        raise NotImplementedError

    def close(self, total: int, on: date) -> None:
        """State the rows as they are settled on `on` with `total`, exactly what is owed."""
        raise NotImplementedError

    def change_rate(self, rate: Rate, on: date, *, agreed_stays: bool = False) -> None:
        """A new rate from `on`; time that an extension added at a rate of its own keeps that where `agreed_stays`."""
        self.reprice_late(on)
        if self.closed_on is None:
            self.replan_rate(rate, on, agreed_stays=agreed_stays)

    def reprice_late(self, on: date) -> None:
        """Measure what is overdue at the penalty rate so far, before another begins on `on`."""
        self.repriced.append((on, self.rate, self.misuse.now))
        for row in self.rows[: self.next]:
            speed = self.penalty_speed(row)
            row.penalty = row.penalty and row.penalty.repriced(on, speed)
            row.compound = row.compound and row.compound.repriced(on, speed)

    def replan_rate(self, rate: Rate, on: date, *, agreed_stays: bool) -> None:
        """Re-plan the future rows at `rate`, all or those without a rate of their own."""
        raise NotImplementedError

    def recall(self, on: date) -> None:
        """Let everything not yet due fall due on `on` (提前收回); the credit balance pays what it can of it."""
        if self.closed_on is not None or self.rows[-1].due <= on:
            return
        spare_fees(self, on)
        self.accelerate(on)
        self.next, self.misuse.numerator = len(self.rows), 0
        self.paid_up = min(self.paid_up, len(self.rows) - 1)
        self.apply_credit(on)
        self.deposit.pay_due(self, on)

    def accelerate(self, on: date) -> None:
        """Make the running row the last one, due on `on`, with all principal and the interest to date."""
        raise NotImplementedError

    def extend(self, new_maturity: date, rate: Rate | None, on: date) -> None:
        """Let the loan run until `new_maturity`; the time added bears `rate` where given (F13).

        Principal that was to be paid at the end moves to the new end; level rows are planned anew over the
        longer time. What is due by `on` stays due, and so does interest of the old last period.
        """
        last = self.rows[-1]
        if new_maturity <= last.due or self.closed_on is not None:
            return
        added = self.rows_after(last, new_maturity, rate)
        for row in added:
            add_fee(self, row)
        self.lengthen(added, at_end=self.terms.method in AT_END or last.due <= on, on=on)
        self.advance(on)

    def lengthen(self, added: list[Row], *, at_end: bool, on: date) -> None:
        """Append rows: they take the last row's unpaid principal (`at_end`), or share in a new plan."""
        raise NotImplementedError

    def apply_credit(self, on: date) -> None:
        """Let the credit balance pay what is due on `on`."""
        if self.credit:
            self.credit = self.pay_due(self.credit, on)

    def charge(self, component: Component, amount: int, due: date) -> None:
        """Add a fee or a fixed penalty to the row in whose time `due` lies (the last row's after it)."""
        row = next((row for row in self.rows if row.due >= due), self.rows[-1])
        self.paid_up = min(self.paid_up, row.no - 1)
        row.charges = (*row.charges, (due, POSITION[component], amount))
        row.asked[POSITION[component]] += amount
        self.charge_days.add(due)
        hold_to_cap(self, self.at)
        if due <= self.at:
            self.apply_credit(self.at)

    # --- results ------------------------------------------------------------------------------

    def earned(self, day: date) -> int:
        """Interest recognised until `day`, that day not counted."""
        raise NotImplementedError

    @property
    def outstanding(self) -> int:
        """Everything asked for and not paid."""
        return sum([row.outstanding for row in self.rows])
