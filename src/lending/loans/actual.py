"""The ledger of loans whose interest follows the balance truly owed, day by day (按日计息, 随借随还).

Interest of a period is the sum over its days of factor × (days ÷ days of the period) × balance, rounded once.
Interest that a row does not take, because it was paid early, moves into the next: the periods' interest and
what the rows ask for are two running totals that meet at the last row.
"""

from collections.abc import Sequence
from datetime import date

from lending.kernel.rates import Rate
from lending.kernel.rounding import divide
from lending.loans.agreed_fees import fees_spared, match_fee, match_fees, spare_fees
from lending.loans.by_days import DaysLedger
from lending.loans.choices import Component, Excess, Method, PrepaymentEffect
from lending.loans.factors import added
from lending.loans.plan import amounts_of
from lending.loans.row import INTEREST, PENALTY, POSITION, PRINCIPAL, Row
from lending.loans.settling import borne_until, is_locked_in

__all__ = ["ActualLedger"]


class ActualLedger(DaysLedger):
    """Rows keep their level amount (or principal part); their interest follows the money."""

    fallen = 0
    """Interest asked by the rows that have fallen due."""
    principal_fallen = 0
    """Principal asked by them."""
    ahead = False
    """Whether principal was ever paid before its row fell due."""

    def opened(self, level: int, amount: int) -> None:
        """Note which part of each row is fixed: its total, or its principal."""
        assert self.terms.start is not None, "set by the first disbursement"
        self.bearing, self.mark = amount, self.terms.start
        self._fix(level, self.rows)

    def _fix(self, level: int, rows: list[Row]) -> None:
        levelled = self.terms.method is Method.EQUAL_INSTALMENT
        for row in rows:
            graced = row.no <= self.terms.grace.principal_periods or (
                self.terms.grace.interest_periods > 0 and row.no <= self.terms.grace.interest_periods + 1
            )
            row.fixed = None if levelled and not graced else row.asked[PRINCIPAL]
            even = row.whole and row.nominal is None
            row.level = level if even else row.asked[PRINCIPAL] + row.asked[INTEREST]

    # --- what rows ask for ----------------------------------------------------------------------

    def fall_due(self, row: Row) -> None:
        """The period's interest is final, and so is what the row asks for."""
        if self.closed_on is not None:
            return
        self.measure(row.due)
        row.borne = divide(*self.weight, self.rounding)
        self.past += row.borne
        later = sum(map(_done, self.rows[self.next + 1 :])) if self.ahead else 0
        left = self.disbursed - self.principal_fallen - later
        self._ask(self.next, self.past - self.fallen, left, self._last_open())
        self.fallen += row.asked[INTEREST]
        self.principal_fallen += row.asked[PRINCIPAL]
        follows = self.principal_fallen + later < self.disbursed or self.fallen < self.past
        match_fee(self, row, more_follows=follows)
        self.weight, self.mark = (0, 1), row.due
        if self.terms.penalty is not None:
            self.bearing -= row.owed(PRINCIPAL)

    def _last_open(self) -> int:
        """The last row not closed by money paid to it beforehand: it takes the remaining principal."""
        for k in range(len(self.rows) - 1, self.next, -1):
            row = self.rows[k]
            whole = row.level if row.fixed is None else row.fixed
            if not whole or _done(row) - row.extra < whole:
                return k
        return max(self.next, 0)

    def _ask(self, k: int, interest: int, left: int, last_open: int) -> None:
        """Set what row `k` asks for of `interest` not yet asked and of `left`, the most principal it may take."""
        row = self.rows[k]
        done = _done(row) - row.extra
        least = row.paid[INTEREST] + row.waived[INTEREST]
        if row.no <= self.terms.grace.interest_periods and k < len(self.rows) - 1:
            asks = 0
        elif k in (last_open, len(self.rows) - 1):
            asks = interest
        elif row.fixed is not None:
            asks = interest if row.kept is None else row.kept
        else:
            asks = min(interest, row.level - done)
        row.asked[INTEREST] = max(asks, least)
        if k == last_open:
            row.asked[PRINCIPAL] = left
            return
        part = row.fixed if row.fixed is not None else max(row.level - row.asked[INTEREST], 0)
        row.asked[PRINCIPAL] = min(max(part, done) + row.extra, left)

    def restate(self, day: date) -> None:
        """State the rows not yet due as they stand on `day`, everything owed being paid from then on when due."""
        if self.closed_on is not None:
            return
        self.measure(day)
        future = self.rows[self.next :]
        balance = self.bearing
        if self.terms.penalty is None:
            balance -= sum(row.owed(PRINCIPAL) for row in self.rows[: self.next])
        left = self.disbursed - self.principal_fallen
        later = sum(map(_done, future))
        borne, asked, last_open = self.past, self.fallen, self._last_open()
        weight = self.weight
        for k, row in enumerate(future, self.next):
            days = (row.due - max(row.start, min(self.mark, row.due))).days
            row.borne = divide(*added(*weight, *self._stretch(row, balance, days)), self.rounding)
            borne += row.borne
            later -= _done(row)
            self._ask(k, borne - asked, left - later, last_open)
            asked += row.asked[INTEREST]
            left -= row.asked[PRINCIPAL]
            balance -= row.asked[PRINCIPAL] - _done(row)
            weight = (0, 1)
        match_fees(self)

    # --- money ------------------------------------------------------------------------------

    def pay(self, row: Row, component: int, amount: int, on: date) -> None:
        """Put `amount` towards a component; principal stops bearing interest that day."""
        if component == PRINCIPAL and not (self.terms.penalty is not None and self._fell_due(row)):
            self.bear(-amount, on)
            self.ahead = True
        super().pay(row, component, amount, on)

    def waive(self, component: Component, amount: int, on: date) -> None:
        """Give up `amount` of a component, oldest row first."""
        self.restate(on)
        before = [row.waived[PRINCIPAL] for row in self.rows]
        super().waive(component, amount, on)
        self.ahead = True
        if POSITION[component] != PRINCIPAL:
            return
        for row, waived in zip(self.rows, before, strict=True):
            if row.waived[PRINCIPAL] > waived and not (self.terms.penalty is not None and self._fell_due(row)):
                self.bear(waived - row.waived[PRINCIPAL], on)

    def waivable(self, row: Row, component: int) -> int:
        """How much of what a row asks for can be waived: no interest that has not been borne yet."""
        if component != INTEREST or self._fell_due(row):
            return row.owed(component)
        future = self.rows[self.next :]
        done = sum(other.paid[INTEREST] + other.waived[INTEREST] for other in future)
        return min(row.owed(component), max(0, self.borne_to_date() - self.fallen - done))

    def _fell_due(self, row: Row) -> bool:
        return row.due <= self.at and row.no <= self.rows[self.next - 1].no if self.next else False

    def pay_ahead(self, amount: int, on: date) -> int:
        """Money in advance: the running instalment and those after it in turn, or the last ones backwards."""
        self.measure(on)
        if self.closed_on is not None or is_locked_in(self.terms, on):
            return amount
        match self.terms.allocation.excess:
            case Excess.HOLD:
                return amount
            case Excess.NEXT_INSTALMENT:
                return self._in_turn(amount, on, len(self.rows))
            case Excess.LAST_INSTALMENT:
                return self._backwards(amount, on)
            case Excess.NEXT_THEN_LAST:
                return self._backwards(self._in_turn(amount, on, self._next_unpaid(on) + 1), on)

    def _next_unpaid(self, on: date) -> int:
        """Index of the first row not yet due that asks for anything more; past the last where none does."""
        self.restate(on)
        return next((k for k in range(self.next, len(self.rows)) if self.rows[k].outstanding), len(self.rows) - 1)

    def _in_turn(self, amount: int, on: date, end: int, *, closing: bool = False) -> int:
        """Pay the rows not yet due in turn, each with the interest borne to date that no earlier row keeps."""
        kept = self.fallen
        for k in range(self.next, end):
            row = self.rows[k]
            if row.fixed == 0 and not closing:
                continue
            accrued = max(0, self.borne_to_date() - kept)
            if self.rows[self.next].fixed == 0 and k > self.next and not closing:
                accrued = 0
            amount = self._pay_early(k, amount, accrued, on)
            kept += row.asked[INTEREST]
            if not amount and not closing:
                break
        return amount

    def _pay_early(self, k: int, amount: int, accrued: int, on: date) -> int:
        """Pay row `k` before its due date: its principal part and `accrued`, in the order of the terms."""
        row = self.rows[k]
        left = self.disbursed - sum(_done(r) if r.due > self.at else r.asked[PRINCIPAL] for r in self.rows) + _done(row)
        done, last = _done(row) - row.extra, k == self._last_open()
        if row.kept is not None:
            accrued = row.kept
        elif row.fixed is None and not last:
            accrued = min(accrued, max(row.level - done, 0))
        whole = row.fixed if row.fixed is not None else max(row.level - accrued, 0)
        principal = left if last else min(max(whole, done) + row.extra, left)
        row.asked[PRINCIPAL] = principal
        row.asked[INTEREST] = max(accrued, row.paid[INTEREST] + row.waived[INTEREST])
        amount = self.pay_rows([row], amount, on)
        if row.fixed is not None and not row.owed(PRINCIPAL):
            row.kept = row.asked[INTEREST]
        return amount

    def _backwards(self, amount: int, on: date) -> int:
        """Pay principal into the last rows, each up to a whole instalment; then what interest is borne."""
        for k in range(len(self.rows) - 1, self.next - 1, -1):
            row = self.rows[k]
            left = self.disbursed - sum(_done(r) if r.due > self.at else r.asked[PRINCIPAL] for r in self.rows)
            whole = row.level if row.fixed is None else row.fixed
            part = min(amount, left, max(0, whole - _done(row) + row.extra) if whole else left)
            if part > 0:
                self.pay(row, PRINCIPAL, part, on)
                amount -= part
        if amount:
            self.restate(on)
            amount = self.pay_rows(self.rows[self.next :], amount, on)
        return amount

    def close(self, total: int, on: date) -> None:
        """Rows keep the level amount without interest after `on`, the last ones shrink."""
        self.weight, self.mark = self._weight_at(self.bears_to), max(self.mark, self.bears_to)
        left = self.pay_rows(self.open_due(), self.pay_due(total, on), on)
        left = self._in_turn(left, on, len(self.rows), closing=True)
        assert left == 0, "a settlement pays exactly what is owed"
        self.closed_on = on

    def accelerate(self, on: date) -> None:
        """The running row takes all principal and the interest borne to `on`; on a due date the row of that date."""
        self.measure(on)
        if self.next and self.rows[self.next - 1].due == on:
            self._take_over(self.rows[self.next - 1], self.rows[self.next :], on)
            return
        running = self.rows[self.next]
        running.absorb(self.rows[self.next + 1 :])
        del self.rows[self.next + 1 :]
        running.recall(on)
        self.fall_due(running)

    def _take_over(self, row: Row, later: list[Row], on: date) -> None:
        """Let `row`, due on `on`, ask for all that `later` would have: their principal, and interest borne already."""
        asked, left = row.asked[PRINCIPAL], self.principal_not_due()
        moved = left + sum(map(_done, later))
        settled = sum(other.paid[INTEREST] + other.waived[INTEREST] for other in later)
        interest = max(self.past - self.fallen, settled)
        row.absorb(later)
        del self.rows[self.next :]
        row.recall(on)
        row.asked[PRINCIPAL] = asked + moved
        row.asked[INTEREST] += interest
        self.fallen += interest
        self.principal_fallen += moved
        if self.terms.penalty is not None:
            self.bearing -= left

    def settlement_total(self, on: date) -> int:
        """What settling on `on` takes."""
        self.measure(on)
        future = self.rows[self.next :]
        total = sum(row.outstanding for row in self.rows[: self.next]) + self.principal_not_due()
        total -= fees_spared(self, on)
        total += sum(row.owed(component) for row in future for component in range(PENALTY + 1))
        interest = (
            self.past + divide(*self._weight_at(borne_until(self.terms, self.rows, on)), self.rounding) - self.fallen
        )
        return total + max(0, interest - sum(row.paid[INTEREST] + row.waived[INTEREST] for row in future))

    # --- re-planning --------------------------------------------------------------------------

    def add_tranche(self, amount: int, on: date) -> None:
        """A further tranche bears interest at once and raises the instalments after it."""
        self.bear(amount, on)
        self._relevel()

    def owe_at_once(self, amount: int, on: date) -> None:
        """It bears interest only where what is overdue does."""
        if self.terms.penalty is None and self.closed_on is None:
            self.bear(amount, on)
        self.principal_fallen += amount
        super().owe_at_once(amount, on)

    def replan_rate(self, rate: Rate, on: date, *, agreed_stays: bool) -> None:
        """A new rate for every day from `on`."""
        self.measure(on)
        self.rate = rate
        for row in self.rows[self.next :]:
            row.rate = row.rate if agreed_stays else None
            row.factor = self.factor_of(row)
        self._relevel()

    def shift(self, first: int, dues: Sequence[date], on: date) -> None:
        """Other due dates: the broken row's instalment changes by its interest; one level over days is found anew."""
        self.restate(on)
        broken = self.rows[first]
        principal = broken.asked[PRINCIPAL]
        moved = [row for row in self.rows[first:] if row.nominal is not None]
        self.set_dues(first, dues)
        if self.relevels:
            self._relevel(first)
            return
        self._level_moved(first, [row for row in self.rows[first:] if row.nominal is not None or row in moved])
        self.restate(on)
        broken.level = principal + broken.borne

    def _level_moved(self, first: int, moved: list[Row]) -> None:
        """The instalments of `moved` rows change by their interest on the balance as planned (F19)."""
        left = sum(row.asked[PRINCIPAL] for row in self.rows[first:])
        for row in self.rows[first:]:
            if row in moved:
                top, bottom = row.factor
                row.level = row.asked[PRINCIPAL] + divide(left * top, bottom, self.rounding)
            left -= row.asked[PRINCIPAL]

    def asked_more(self, interest: int) -> None:
        """What rows fallen due ask for, and what they have earned, rise together."""
        self.past += interest
        self.fallen += interest

    def _relevel(self, first: int | None = None) -> None:
        """Find the instalment of the rows not yet due anew, from index `first` on where that is given."""
        first = self.next if first is None else first
        rows = self.rows[first:]
        if not rows or self.closed_on is not None:
            return
        balance = (
            self.disbursed - self.principal_fallen - sum(row.asked[PRINCIPAL] for row in self.rows[self.next : first])
        )
        balance -= sum(row.extra for row in rows)
        grace = max(0, self.terms.grace.principal_periods - rows[0].no + 1)
        amounts = amounts_of(self.terms, balance, *self.factors_by_row(rows), grace)
        for row, principal, interest in zip(rows, amounts.principals, amounts.interests, strict=True):
            row.asked[PRINCIPAL], row.asked[INTEREST] = principal + row.extra, interest
        self._fix(amounts.level, rows)
        for row in rows:
            row.fixed = None if row.fixed is None else row.fixed - row.extra
            row.level = amounts.level if row.nominal is None else row.level - row.extra

    def principal_not_due(self) -> int:
        """Unpaid principal of the rows not yet due."""
        return self.disbursed - self.principal_fallen - sum(map(_done, self.rows[self.next :]))

    def reduce(self, running: Row, amount: int, effect: PrepaymentEffect, on: date) -> None:
        """Take principal before its time; the instalments after it by `effect`."""
        self.bear(-amount, on)
        running.asked[PRINCIPAL] += amount
        if self._fell_due(running):
            self.principal_fallen += amount
        self.ahead = True
        running.extra += amount
        running.pay(PRINCIPAL, amount, on)
        if effect is PrepaymentEffect.REDUCE_INSTALMENT:
            self._relevel()
        if effect is PrepaymentEffect.SHORTEN_TERM:
            self.restate(on)
            while len(self.rows) > self.next + 1 and not any(self.rows[-1].asked) and not any(self.rows[-1].paid):
                self.rows.pop()

    def lengthen(self, added: list[Row], *, at_end: bool, on: date) -> None:
        """Append rows: they take the last row's unpaid principal, or share in a new plan."""
        last = self.rows[-1]
        fell_due = self._fell_due(last)
        self.rows += added
        if not at_end:
            self._relevel()
            return
        moved = last.owed(PRINCIPAL) if fell_due else self.disbursed - sum(map(_done, self.rows))
        last.asked[PRINCIPAL] -= moved
        self.principal_fallen -= moved if fell_due else 0
        last.fixed = _done(last) - last.extra
        if fell_due and self.terms.penalty is not None:
            self.bear(moved, on)
        amounts = amounts_of(self.terms, moved, *self.factors_by_row(added))
        for row, principal in zip(added, amounts.principals, strict=True):
            row.asked[PRINCIPAL] = principal
        self._fix(amounts.level, added)
        for row in added:
            row.level = amounts.level

    def stop(self, on: date) -> None:
        """The rows not yet due ask for their principal, and in turn for the interest borne to `on`."""
        self.restate(on)
        spare_fees(self, on)
        accrued = max(0, self.borne_to_date() - self.fallen)
        self.closed_on = on
        self.bear(-self.bearing, on)
        for row in self.rows[self.next :]:
            row.asked[INTEREST] = max(row.paid[INTEREST] + row.waived[INTEREST], accrued)
            row.kept = row.asked[INTEREST]
            accrued = max(0, accrued - row.asked[INTEREST])


def _done(row: Row) -> int:
    """Principal paid and waived."""
    return row.paid[PRINCIPAL] + row.waived[PRINCIPAL]
