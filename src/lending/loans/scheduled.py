"""The ledger of loans whose interest follows the plan: early or late money does not change it."""

from collections.abc import Sequence
from datetime import date

from lending.kernel.rates import Rate
from lending.kernel.rounding import divide
from lending.loans.agreed_fees import fees_spared, match_fees, spare_fees
from lending.loans.choices import Excess, Method, PrepaymentEffect
from lending.loans.factors import actual_factor, added
from lending.loans.plan import Factors, amounts_of, deferred, levels, levels_from
from lending.loans.row import INTEREST, PRINCIPAL, Row, Stretch
from lending.loans.serviced import ServicedLedger
from lending.loans.settling import borne_until

__all__ = ["ScheduledLedger"]


class ScheduledLedger(ServicedLedger):
    """Rows ask for what the plan says until an action re-plans the future ones."""

    level = 0

    def opened(self, level: int, amount: int) -> None:
        """Note the level instalment; each period bears its plan interest evenly over its days (F6)."""
        self.level = level
        self.base = amount
        """The amount flat interest is reckoned on."""
        for row in self.rows:
            row.stretches = [(row.start, row.due, row.borne, 1)]

    # --- money ------------------------------------------------------------------------------

    def pay_ahead(self, amount: int, on: date) -> int:
        """Money in advance pays whole instalments as planned, in the direction of `allocation.excess`."""
        future = [row for row in self.rows[self.next :] if row.outstanding > 0]
        match self.terms.allocation.excess:
            case Excess.HOLD:
                return amount
            case Excess.NEXT_INSTALMENT:
                return self.pay_rows(future, amount, on)
            case Excess.LAST_INSTALMENT:
                return self.pay_rows(future[::-1], amount, on)
            case Excess.NEXT_THEN_LAST:
                return self.pay_rows(future[:1] + future[:0:-1], amount, on)

    def settlement_total(self, on: date) -> int:
        """What `settle` on `on` would take."""
        running = self._running(on)
        if running is None:
            return self.outstanding
        open_rows = self.rows[self.rows.index(running) :]
        settled_before = sum(row.paid[INTEREST] + row.waived[INTEREST] for row in open_rows)
        until = borne_until(self.terms, self.rows, on)
        interest = max(0, self._interest_at_close(running, until) - settled_before)
        return self.outstanding - fees_spared(self, on) - sum(row.owed(INTEREST) for row in open_rows) + interest

    def close(self, total: int, on: date) -> None:  # noqa: ARG002 - the rows say it
        """As the loan stops, but with the interest that a settlement asks for."""
        self._stop(on, max(on, self.bears_to))

    def stop(self, on: date) -> None:
        """The running row takes the remaining principal, the interest to `on` and fees; the later rows go."""
        self._stop(on, on)

    def _stop(self, on: date, until: date) -> None:
        running = self._running(on)
        self.closed_on = on
        if running is not None:
            self._end_with(running, self._stretches_to(running, until) if running.due > until else running.stretches)

    def _end_with(self, running: Row, stretches: list[Stretch]) -> None:
        """Make `running` the last row, bearing the interest of `stretches`."""
        place = self.rows.index(running)
        later = self.rows[place + 1 :]
        interest = self._sum(stretches) + self._moved_to(running)
        running.stretches = stretches
        running.absorb(later)
        del self.rows[place + 1 :]
        settled_before = running.paid[INTEREST] + running.waived[INTEREST]
        running.asked[INTEREST] = max(settled_before, interest)
        running.borne = self._sum(stretches) + (running.asked[INTEREST] - interest)

    def accelerate(self, on: date) -> None:
        """As at a settlement on `on`, but nothing is paid yet."""
        running = self._running(on)
        assert running is not None, "asked only before the last due date"
        self.stop(on)
        self.closed_on = None
        running.recall(on)

    def _running(self, on: date) -> Row | None:
        """The row whose period `on` lies in; on a due date the one due."""
        return next((row for row in self.rows if row.due >= on), None)

    def _interest_at_close(self, running: Row, on: date) -> int:
        """What the running row asks for at a settlement on `on`: interest to date, and what had moved to later rows."""
        borne = running.borne if running.due <= on else self._sum(self._stretches_to(running, on))
        return borne + self._moved_to(running)

    def _moved_to(self, running: Row) -> int:
        """Interest of the rows before `running` that they did not ask for themselves."""
        return sum(row.borne - row.asked[INTEREST] for row in self.rows[: self.rows.index(running)])

    # --- re-planning --------------------------------------------------------------------------

    def add_tranche(self, amount: int, on: date) -> None:
        """A further tranche: the remaining rows are planned anew on the larger balance."""
        self.replan(on, amount, None)

    def replan_rate(self, rate: Rate, on: date, *, agreed_stays: bool) -> None:
        """A new rate: the remaining rows are planned anew at it."""
        rows = [row for row in self.rows if row.due > on]
        before = self.rate_of(rows[0]) if rows and not (agreed_stays and rows[0].rate) else None
        self.rate = rate
        for row in rows:
            row.rate = row.rate if agreed_stays else None
        self.replan(on, 0, None, before)

    def shift(self, first: int, dues: Sequence[date], on: date) -> None:
        """Other due dates: principal stays as planned, and interest where a period's factor does.

        An instalment that is level over days is found anew.
        """
        rows = self.rows[first:]
        before = [row.factor for row in rows]
        self.set_dues(first, dues)
        factors = tuple(row.factor for row in rows)
        principals = [row.asked[PRINCIPAL] - row.waived[PRINCIPAL] - row.extra for row in rows]
        if self.relevels:
            principals, interests = self._amounts(sum(principals), None, rows, None)
        else:
            flat = self.terms.method is Method.EQUAL_PRINCIPAL_AND_INTEREST
            anew = self._on(self.base if flat else sum(principals), principals, factors)
            kept = [was == factor for was, factor in zip(before, factors, strict=True)]
            interests = [row.borne if same else new for row, same, new in zip(rows, kept, anew, strict=True)]
        self._restate(rows, principals, interests, [], first)
        self._spill(on)

    def principal_not_due(self) -> int:
        """Unpaid principal of the rows not yet due."""
        return sum(row.owed(PRINCIPAL) for row in self.rows[self.next :])

    def reduce(self, running: Row, amount: int, effect: PrepaymentEffect, on: date) -> None:
        """Take principal before its time and plan the rest by `effect`."""
        self.replan(on, -amount, effect)
        running.asked[PRINCIPAL] += amount
        running.extra += amount
        self.pay(running, PRINCIPAL, amount, on)

    def replan(self, on: date, more: int, effect: PrepaymentEffect | None, before: Rate | None = None) -> None:
        """Plan the rows whose periods end after `on` anew, on their balance and `more`.

        `before` is the rate that the running row bore until `on`, where that changes.
        """
        first = next((k for k, row in enumerate(self.rows) if row.due > on), len(self.rows))
        rows = self.rows[first:]
        if not rows:
            return
        extra = sum(row.extra for row in rows)
        balance = sum(row.asked[PRINCIPAL] - row.waived[PRINCIPAL] for row in rows) - extra
        stretches = rows[0].stretches if len(rows[0].stretches) > 1 else []
        if more or before is not None:
            stretches = self._recut(rows[0], on, balance, more, before) if rows[0].start < on else []
        balance += more
        for row in rows:
            row.factor = self.factor_of(row)
        running = self._sum(stretches) if stretches else None
        principals, interests = self._amounts(balance, effect, rows, running)
        self._restate(rows, principals, interests, stretches, first)
        match_fees(self)
        if effect is PrepaymentEffect.SHORTEN_TERM:
            self._drop_empty()
        self._spill(on)

    def _amounts(
        self,
        balance: int,
        effect: PrepaymentEffect | None,
        rows: list[Row],
        running: int | None,
    ) -> tuple[list[int], list[int]]:
        """Principal and borne interest of each row; `running` is the first row's interest where it is already known."""
        grace = max(0, self.terms.grace.principal_periods - rows[0].no + 1)
        if effect in (PrepaymentEffect.SHORTEN_TERM, PrepaymentEffect.KEEP_INSTALMENT):
            return self._keeping(balance, rows, running)
        amounts = amounts_of(self.terms, balance, *self.factors_by_row(rows), grace)
        self.level, self.base = amounts.level, balance
        principals, interests = amounts.principals, amounts.interests
        if running is not None:
            if self.terms.method is Method.EQUAL_INSTALMENT and not grace:
                return self._level_from(balance, amounts.level, rows, running)
            interests[0] = running
        return principals, interests

    def _level_from(
        self, balance: int, level: int, rows: list[Row], running: int | None
    ) -> tuple[list[int], list[int]]:
        """Level rows where the first bears `running`."""
        if running is None:
            return levels(self.terms, balance, level, *self.factors_by_row(rows))
        return levels_from(self.terms, balance, level, *self.factors_by_row(rows), running)

    def _keeping(self, balance: int, rows: list[Row], running: int | None) -> tuple[list[int], list[int]]:
        """The instalment (or the principal row) stays as it was, as long as there is a balance."""
        if self.terms.method is Method.EQUAL_INSTALMENT and self.level:
            if rows[0].no <= self.terms.grace.principal_periods:
                grace = self.terms.grace.principal_periods - rows[0].no + 1
                principals, interests = levels(self.terms, balance, self.level, *self.factors_by_row(rows), grace)
            else:
                return self._level_from(balance, self.level, rows, running)
        else:
            self.base = balance
            principals = self._kept_principals(balance, rows)
            interests = self._on(balance, principals, tuple(row.factor for row in rows))
        if running is not None:
            interests[0] = running
        return principals, interests

    def _kept_principals(self, balance: int, rows: list[Row]) -> list[int]:
        left = balance
        principals = []
        for row in rows:
            part = min(left, row.asked[PRINCIPAL] - row.waived[PRINCIPAL] - row.extra)
            principals.append(part)
            left -= part
        principals[-1] += left
        return principals

    def _on(self, balance: int, principals: list[int], factors: Factors) -> list[int]:
        flat = self.terms.method is Method.EQUAL_PRINCIPAL_AND_INTEREST
        left, interests = balance, []
        for principal, (top, bottom) in zip(principals, factors, strict=True):
            bearing = (balance if left else 0) if flat else left
            interests.append(divide(bearing * top, bottom, self.rounding))
            left -= principal
        return interests

    def _restate(
        self,
        rows: list[Row],
        principals: list[int],
        interests: list[int],
        stretches: list[Stretch],
        first: int,
    ) -> None:
        """Give the rows their new amounts; what was prepaid in them and what interest had moved to them stays."""
        moved = sum(row.borne - row.asked[INTEREST] for row in self.rows[:first])
        grace = max(0, self.terms.grace.interest_periods - rows[0].no + 1)
        asked = list(deferred(interests, min(grace, len(rows) - 1)))
        asked[min(grace, len(rows) - 1)] += moved
        for row, principal, interest, borne in zip(rows, principals, asked, interests, strict=True):
            row.asked[PRINCIPAL] = principal + row.waived[PRINCIPAL] + row.extra
            row.asked[INTEREST] = interest
            row.borne = borne
            row.stretches = [(row.start, row.due, borne, 1)]
        if stretches:
            rows[0].stretches = stretches

    def _drop_empty(self) -> None:
        """The loan ends with its last row that asks for anything."""
        while len(self.rows) > 1 and not any(self.rows[-1].asked) and not any(self.rows[-1].paid):
            self.rows.pop()

    def _spill(self, on: date) -> None:
        """Money paid ahead into rows that now ask for less goes on to others; a waiver beyond that is void."""
        freed = 0
        for row in self.rows[self.next :]:
            for component in (INTEREST, PRINCIPAL):
                over = max(0, -row.owed(component))
                back = min(over, row.paid[component])
                row.unpay(component, back)
                row.unwaive(component, over - back)
                freed += back
        if freed:
            self.credit += self.pay_ahead(freed, on)

    # --- interest by stretches ------------------------------------------------------------------

    def _recut(self, row: Row, on: date, balance: int, more: int, before: Rate | None) -> list[Stretch]:
        """The stretches of a running row that from `on` bears interest on `more`, or at another rate than `before`."""
        rate = self.rate_of(row)
        top, bottom = actual_factor(self.terms.interest.day_count, rate, on, row.due)
        return [*self._cut(row, on, balance, before or rate), (on, row.due, (balance + more) * top, bottom)]

    def _cut(self, row: Row, on: date, balance: int, rate: Rate) -> list[Stretch]:
        """The stretches of a running row until `on`, the last by actual days on `balance`."""
        before = [stretch for stretch in row.stretches if stretch[1] <= on] if len(row.stretches) > 1 else []
        since = before[-1][1] if before else row.start
        if since == on:
            return before
        top, bottom = actual_factor(self.terms.interest.day_count, rate, since, on)
        return [*before, (since, on, balance * top, bottom)]

    def _stretches_to(self, running: Row, on: date) -> list[Stretch]:
        """The running row's interest to `on`, on the balance not yet due (R once, actual days)."""
        first = self.rows.index(running)
        balance = sum(row.owed(PRINCIPAL) for row in self.rows[first:])
        return self._cut(running, on, balance, self.rate_of(running)) or [(running.start, on, 0, 1)]

    def _sum(self, stretches: list[Stretch]) -> int:
        top, bottom = 0, 1
        for _start, _end, numerator, denominator in stretches:
            top, bottom = added(top, bottom, numerator, denominator)
        return divide(top, bottom, self.rounding)

    def earned(self, day: date) -> int:
        """Interest recognised: every period's own, by days; all of it once nothing is owed."""
        return sum([row.borne_by(day, self.rounding) for row in self.rows if row.start < day])

    def write_off(self, on: date) -> None:
        """Take everything owed on `on` off the books: of the running period what is booked, not trued up (A17)."""
        spare_fees(self, on)
        running = self._running(on)
        self.closed_on, self.written_off = on, True
        if running is not None and running.due > on:
            self._end_with(running, [(running.start, on, running.borne_by(on, self.rounding), 1)])
        elif running is not None:
            self._end_with(running, running.stretches)
        self.deposit.pay_all(self, on)
        for row in self.rows:
            row.write_off(on)

    def lengthen(self, added: list[Row], *, at_end: bool, on: date) -> None:
        """Append rows: they take the last row's unpaid principal, or share in a new plan."""
        last = self.rows[-1]
        self.rows += added
        for row in added:
            row.stretches = [(row.start, row.due, 0, 1)]
        if not at_end:
            self.replan(on, 0, None)
            return
        moved = last.owed(PRINCIPAL)
        last.asked[PRINCIPAL] -= moved
        amounts = amounts_of(self.terms, moved, *self.factors_by_row(added))
        self._restate(added, amounts.principals, amounts.interests, [], len(self.rows) - len(added))
