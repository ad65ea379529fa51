"""What a ledger goes through beside payments and new plans: another due day, adjustments, and a bad end."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from lending.kernel.periods import months_after
from lending.loans.agreed_fees import add_fee
from lending.loans.choices import Accrual, ClearanceMeans, Component, Method
from lending.loans.ledger import Ledger
from lending.loans.row import COMPONENTS, COMPOUND, FEE, INTEREST, NOTHING, PENALTY, POSITION, PRINCIPAL, Arrears, Row

__all__ = ["ServicedLedger"]


class ServicedLedger(Ledger):
    """Due dates, corrections and endings; the ledgers of either balance say how their rows follow."""

    cancelled = False
    """Whether the payout came back, so that there are no rows."""

    def cancel(self, on: date) -> None:
        """Nothing was lent: whatever came in is held for the customer."""
        self.cancelled, self.at = True, on

    def repay(self, amount: int, on: date, order: tuple[Component, ...] = ()) -> None:
        """A payment; where nothing was lent all of it is the customer's."""
        if self.rows:
            super().repay(amount, on, order)
            return
        self.received += amount
        self.credit += amount

    def change_due_day(self, day: int, on: date) -> None:
        """Let the rows after the running one fall due on the day `day` of their months.

        The first of them is broken: it bears interest by actual days. Nothing changes where no row is left, or
        where the dates would not rise.
        """
        first = self.next + 1
        dues = [months_after(row.nominal_due, 0, day) for row in self.rows[first:]]
        if not dues or self.closed_on is not None or dues[0] <= self.rows[first - 1].due:
            return
        if any(one >= other for one, other in pairwise(dues)):
            return
        self.due_day = day
        self.shift(first, dues, on)
        self.charge_days |= {when for row in self.rows[first:] for when, _component, _amount in row.all_charges}

    def change_term(self, count: int, on: date) -> None:
        """Pay what is not yet due in `count` rows, planned anew; those left out leave what was paid to the last."""
        left = len(self.rows) - self.next
        if self.closed_on is not None or not left:
            return
        if count < left:
            kept, dropped = self.rows[: self.next + count], self.rows[self.next + count :]
            for row in dropped:
                row.ask_fee(0)
            kept[-1].absorb(dropped)
            self.rows = kept
            self.lengthen([], at_end=False, on=on)
        elif count > left:
            added = self.rows_beyond(self.rows[-1], count - left)
            for row in added:
                add_fee(self, row)
            self.lengthen(added, at_end=False, on=on)

    def shift(self, first: int, dues: Sequence[date], on: date) -> None:
        """Give the rows from index `first` on these due dates, and plan them so."""
        raise NotImplementedError

    def set_dues(self, first: int, dues: Sequence[date]) -> None:
        """Give the rows from index `first` on these due dates, moved by holidays, and the factors of their periods."""
        before = self.rows[first - 1]
        for row, due in zip(self.rows[first:], dues, strict=True):
            start = before.nominal_due
            between = row is self.rows[first] and due != row.nominal_due
            row.move(before.due, self.moved(due), self._whole(start, due) if between else row.whole)
            row.keep_nominal(start, due)
            self.heed_holidays(row)
            row.factor = self.factor_of(row)
            before = row

    def _whole(self, start: date, due: date) -> int:
        """How many regular periods lie between two due dates: one, if both are on the day that holds, else none."""
        regular = self.terms.period.after(start, anchor=self.due_day)
        return int(due == regular and months_after(start, 0, self.due_day) == start)

    @property
    def relevels(self) -> bool:
        """Whether other periods mean another level: an instalment is level over days only if it is found by them."""
        return self.terms.method is Method.EQUAL_INSTALMENT and self.terms.interest.accrual is Accrual.DAILY

    def adjust(self, no: int, component: Component, change: int, on: date) -> None:
        """Put right what row `no` asks for of a component, never below what is met; only of a row fallen due."""
        if no > self.next or self.written_off:
            return
        row, which = self.rows[no - 1], POSITION[component]
        change = max(change, -row.owed(which))
        self._begin_arrears(row, on)
        row.adjust(which, change, on)
        if which == INTEREST:
            self.asked_more(change)
        self.paid_up = min(self.paid_up, no - 1)
        self.rebase(row, on)
        self.apply_credit(on)

    def _begin_arrears(self, row: Row, on: date) -> None:
        """A row past its grace that owed nothing bears penalty from `on` on what it is now asked for, not before."""
        past = on > row.pay_by + timedelta(days=self.terms.grace.days)
        if self.terms.penalty is not None and row.penalty is None and past and self.closed_on is None:
            row.penalty, row.compound = Arrears(on, 0), Arrears(on, 0)

    def asked_more(self, interest: int) -> None:
        """Rows fallen due ask for, and have earned, `interest` more than their plan had."""

    def waive(self, component: Component, amount: int, on: date) -> None:
        """Give up `amount` of a component, oldest row first."""
        which = POSITION[component]
        for row in self.rows:
            part = min(amount, self.waivable(row, which))
            if part > 0:
                row.waive(which, part, on)
                self.rebase(row, on)
                amount -= part

    def waivable(self, row: Row, component: int) -> int:
        """How much of what a row asks for can be waived."""
        return row.owed(component)

    def recover(self, amount: int) -> None:
        """Money received after the write-off; beyond what is still claimed it is the customer's credit balance."""
        part = min(amount, self.claim)
        self.received += amount
        self.recovered += part
        self.credit += amount - part

    def refund(self, amount: int) -> None:
        """Money that had come and went back: the payment it came with counts without it."""
        self.received += amount
        self.refunded += amount

    def receive_deposit(self, amount: int) -> None:
        """The lessee leaves money as a deposit."""
        self.received += amount
        self.deposit.received += amount

    def return_deposit(self, amount: int) -> None:
        """Money of the deposit goes back."""
        self.deposit.returned += amount

    @property
    def claim(self) -> int:
        """What was written off and has not been recovered (账销案存)."""
        return sum([sum(row.written) for row in self.rows if row.written is not NOTHING]) - self.recovered

    def stop(self, on: date) -> None:
        """State the rows as they are when no more interest is borne from `on`, everything to that date asked for."""
        raise NotImplementedError

    def write_off(self, on: date) -> None:
        """Take everything owed on `on` off the books."""
        self.stop(on)
        self.written_off = True
        for row in self.rows:
            row.write_off(on)

    def clear(self, amount: int, means: ClearanceMeans, on: date) -> None:
        """End the loan with `amount`, credit balance and deposit: principal first, as of a loan gone bad (F15, A19)."""
        if self.closed_on is None:
            self.stop(on)
        self.received += amount
        self.by_means[means] += amount
        left = self.credit + amount + self.deposit.take(self.outstanding - self.credit)
        for component in (PRINCIPAL, INTEREST, FEE, PENALTY, COMPOUND):
            for row in self.rows:
                part = min(left, row.owed(component))
                if part > 0:
                    self.pay(row, component, part, on)
                    left -= part
        self.credit = left
        for row in self.rows:
            for component in COMPONENTS:
                if row.owed(component):
                    row.waive(component, row.owed(component), on)
