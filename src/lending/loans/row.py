"""The working form of an instalment while a loan's facts are folded. Outside this package see `Instalment`."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding, divide
from lending.loans.choices import Component
from lending.loans.factors import Factor, Span, added

__all__ = [
    "COMPONENTS",
    "COMPOUND",
    "FEE",
    "INTEREST",
    "NOTHING",
    "PENALTY",
    "PRINCIPAL",
    "Arrears",
    "Row",
    "Stretch",
]

FEE, PENALTY, COMPOUND, INTEREST, PRINCIPAL = COMPONENTS = range(5)
"""Positions of the components in a row's amounts."""

POSITION = {
    Component.FEE: FEE,
    Component.PENALTY: PENALTY,
    Component.COMPOUND: COMPOUND,
    Component.INTEREST: INTEREST,
    Component.PRINCIPAL: PRINCIPAL,
}

Stretch: TypeAlias = tuple[date, date, int, int]
"""Part of a period: from, to, and the interest it bears as an exact fraction of minor units."""

NOTHING: tuple[int, ...] = (0, 0, 0, 0, 0)
"""No amount of any component."""


class Arrears:
    """Penalty on an overdue base (F10): base × speed × days ÷ scale, rounded once for each stretch with one base.

    `speed` is the penalty rate as scaled when the stretch is measured; a new rate does not end the stretch.
    """

    __slots__ = ("base", "closed", "numerator", "since")

    def __init__(self, since: date, base: int, closed: int = 0, numerator: int = 0) -> None:
        self.since = since
        self.base = base
        self.closed = closed
        self.numerator = numerator

    def amount(self, on: date, speed: int, scale: int, rounding: Rounding) -> int:
        """What has accrued until `on`, that day not counted."""
        running = self.numerator + self.base * speed * (on - self.since).days
        return self.closed + divide(running, scale, rounding)

    def rebased(self, on: date, base: int, speed: int, scale: int, rounding: Rounding) -> "Arrears":
        """The same where from `on` another base bears penalty."""
        return self if base == self.base else Arrears(on, base, self.amount(on, speed, scale, rounding))

    def repriced(self, on: date, speed: int) -> "Arrears":
        """The same with the stretch so far measured at `speed`, before another rate begins."""
        return Arrears(on, self.base, self.closed, self.numerator + self.base * speed * (on - self.since).days)


class Row:
    """One instalment: what it asks for, what was paid, waived and written off of it, by component."""

    __slots__ = (
        "adjusted", "ahead", "asked", "borne", "charges", "compound", "cut", "due", "early", "extra", "factor", "fee",
        "fee_asked", "fixed", "forgiven", "kept", "known", "late", "level", "no", "nominal", "paid", "pay_by",
        "penalty", "rate", "start", "stretches", "surcharge", "touched", "waived", "waived_ahead", "whole", "written",
        "written_ahead",
    )  # fmt: skip

    def __init__(self, no: int, start: date, due: date, whole: int, factor: Factor) -> None:
        self.no, self.start, self.due, self.pay_by = no, start, due, due
        self.whole, self.factor = whole, factor
        self.asked = [0, 0, 0, 0, 0]
        self.paid = self.waived = self.written = NOTHING
        self.adjusted = NOTHING
        """What adjustments put into `asked`."""
        self.known = True
        """Whether `pay_by` is settled: the calendar of its year is published, or no holiday matters."""
        self.nominal: Span | None = None
        """The period as it was before holidays moved it (F19)."""
        self.rate: Rate | None = None
        """Its own rate where it is not the loan's: time added by an extension."""
        self.borne = 0
        """Interest of the period itself; what is asked may have moved from or to another row."""
        self.stretches: list[Stretch] = []
        """Replaced as a whole, never changed: a row and its copy share it, as they do all but `asked`."""
        self.level = 0
        """On the actual balance: the instalment's total as planned."""
        self.fixed: int | None = None
        """On the actual balance: the principal part where it does not depend on interest."""
        self.kept: int | None = None
        """On the actual balance: interest of a `fixed` row paid early."""
        self.extra = 0
        """Principal prepaid beside the plan, asked and paid at once."""
        self.early = self.late = 0
        self.ahead = 0
        """Interest paid before the due date."""
        self.waived_ahead = self.written_ahead = 0
        self.charges: tuple[tuple[date, int, int], ...] = ()
        """Due date, component and amount of fees and fixed penalties, but for the fee agreed for each instalment."""
        self.fee = self.fee_asked = 0
        """The fee agreed for each instalment, and how much of it this one asks for, on its due date."""
        self.cut = 0
        """Penalty and compound interest that accrued and that a cap leaves no room for now."""
        self.forgiven = False
        """Paid in full while part was cut: that part is gone for good."""
        self.surcharge = 0
        """Penalty for misuse while its period ran."""
        self.penalty: Arrears | None = None
        self.compound: Arrears | None = None
        self.touched: date | None = None

    def copy(self) -> "Row":
        """The same instalment to go on with, while this one stays as it is."""
        twin = Row.__new__(Row)
        twin.no, twin.start, twin.due, twin.pay_by = self.no, self.start, self.due, self.pay_by
        twin.nominal, twin.known = self.nominal, self.known
        twin.whole, twin.factor, twin.rate = self.whole, self.factor, self.rate
        twin.asked, twin.paid, twin.waived = self.asked[:], self.paid, self.waived
        twin.written, twin.adjusted = self.written, self.adjusted
        twin.borne, twin.stretches = self.borne, self.stretches
        twin.level, twin.fixed, twin.kept, twin.extra = self.level, self.fixed, self.kept, self.extra
        twin.early, twin.late, twin.ahead = self.early, self.late, self.ahead
        twin.waived_ahead, twin.written_ahead = self.waived_ahead, self.written_ahead
        twin.charges, twin.fee, twin.fee_asked = self.charges, self.fee, self.fee_asked
        twin.cut, twin.forgiven, twin.surcharge = self.cut, self.forgiven, self.surcharge
        twin.penalty, twin.compound, twin.touched = self.penalty, self.compound, self.touched
        return twin

    def owed(self, component: int) -> int:
        """What the instalment still asks for of a component."""
        return self.asked[component] - self.paid[component] - self.waived[component] - self.written[component]

    def owed_by(self, component: int, day: date, *, demanded: bool = False) -> int:
        """What of it is due by `day`: after the due date all but charges due later, before it charges due themselves.

        What is `demanded` is due only from the day on which it must be paid, and so are charges of the due date.
        """
        if (self.pay_by if demanded else self.due) <= day:
            later = [amount for when, which, amount in self.charges if when > day and which == component]
            return max(0, self.owed(component) - sum(later)) if later else self.owed(component)
        if not self.charges or component > PENALTY:
            return 0
        ripe = (charge for charge in self.charges if charge[0] <= day and charge[0] < self.due)
        due = sum(amount for _when, which, amount in ripe if which == component)
        return max(0, due - self.paid[component] - self.waived[component] - self.written[component])

    @property
    def outstanding(self) -> int:
        """Everything it still asks for."""
        return sum(self.asked) - sum(self.paid) - sum(self.waived) - sum(self.written)

    @property
    def plan_owed(self) -> int:
        """Principal and interest unpaid: what makes a loan overdue."""
        asked, paid, waived, written = self.asked, self.paid, self.waived, self.written
        principal = asked[PRINCIPAL] - paid[PRINCIPAL] - waived[PRINCIPAL] - written[PRINCIPAL]
        return principal + asked[INTEREST] - paid[INTEREST] - waived[INTEREST] - written[INTEREST]

    def pay(self, component: int, amount: int, on: date) -> None:
        """Put `amount` towards a component."""
        self.paid = moved(self.paid, component, amount)
        if on < self.due:
            self.early += amount
            if component == INTEREST:
                self.ahead += amount
        elif on > self.pay_by:
            self.late += amount
        self.touched = on
        self._close()

    def ask_fee(self, wanted: int) -> None:
        """Ask for `wanted` of the fee agreed for each instalment, but take back none that was paid or given up."""
        change = max(wanted - self.fee_asked, -max(0, self.owed(FEE)))
        if change:
            self.fee_asked += change
            self.asked[FEE] += change

    @property
    def all_charges(self) -> tuple[tuple[date, int, int], ...]:
        """The charges, and the fee agreed for each instalment as one of its due date."""
        return (*self.charges, (self.due, FEE, self.fee_asked)) if self.fee_asked else self.charges

    @property
    def fixed_penalty(self) -> int:
        """Penalties charged as amounts of their own, and what was put right of penalty."""
        charged = [amount for _due, component, amount in self.charges if component == PENALTY] if self.charges else ()
        return sum(charged) + self.adjusted[PENALTY]

    @property
    def fee_to_spare(self) -> int:
        """What it would no longer ask for if its fee were not to be paid."""
        return min(self.fee_asked, max(0, self.owed(FEE)))

    def waive(self, component: int, amount: int, on: date) -> None:
        """Give `amount` of a component up."""
        self.waived = moved(self.waived, component, amount)
        if component == INTEREST and on < self.due:
            self.waived_ahead += amount
        self.touched = on
        self._close()

    def _close(self) -> None:
        if self.cut and not self.outstanding:
            self.cut, self.forgiven = 0, True

    def unpay(self, component: int, amount: int) -> None:
        """Take back `amount` that was paid before the due date."""
        self.paid = moved(self.paid, component, -amount)
        self.early -= amount
        self.ahead -= amount if component == INTEREST else 0

    def unwaive(self, component: int, amount: int) -> None:
        """Take back `amount` that was waived before the due date."""
        self.waived = moved(self.waived, component, -amount)
        self.waived_ahead -= amount if component == INTEREST else 0

    def adjust(self, component: int, change: int, on: date) -> None:
        """Put right what it asks for of a component; interest is then its period's own, all of it earned."""
        self.asked[component] += change
        self.adjusted = moved(self.adjusted, component, change)
        if component == INTEREST:
            self.borne += change
            self.stretches = [(self.start, self.due, self.borne, 1)]
        self.touched = on

    def write_off(self, on: date) -> None:
        """Take everything it still asks for off the books."""
        if on < self.due:
            self.written_ahead += self.owed(INTEREST)
        self.written = tuple([self.written[component] + self.owed(component) for component in COMPONENTS])

    def absorb(self, others: "Iterable[Row]") -> None:
        """Take over what `others` ask for and what was paid and waived of it, but not the interest they ask for."""
        for row in others:
            for component in COMPONENTS:
                if component != INTEREST:
                    self.asked[component] += row.asked[component]
                self.paid = moved(self.paid, component, row.paid[component])
                self.waived = moved(self.waived, component, row.waived[component])
            self.early += row.early
            self.ahead += row.ahead
            self.waived_ahead += row.waived_ahead
            self.extra += row.extra
            self.charges += row.all_charges

    def move(self, start: date, due: date, whole: int) -> None:
        """Take other dates; a charge falls due with the instalment at the latest."""
        self.start, self.due, self.pay_by, self.whole = start, due, due, whole
        self.charges = tuple([(min(when, due), component, amount) for when, component, amount in self.charges])

    def keep_nominal(self, start: date, due: date) -> None:
        """Note the period as it was before holidays moved it, where they did."""
        self.nominal = (start, due) if (start, due) != (self.start, self.due) else None

    @property
    def nominal_due(self) -> date:
        """The due date before holidays moved it."""
        return self.nominal[1] if self.nominal else self.due

    def recall(self, on: date) -> None:
        """Be due on `on`, before its time and whatever the day, with all its charges."""
        self.due = self.pay_by = on
        self.known, self.nominal = True, None
        self.charges = tuple([(min(due, on), component, amount) for due, component, amount in self.charges])

    def borne_by(self, day: date, rounding: Rounding) -> int:
        """Interest of the period earned until `day`, that day not counted; it grows to `borne` (F6)."""
        if day >= self.stretches[-1][1]:
            return self.borne
        top, bottom = 0, 1
        for start, end, numerator, denominator in self.stretches:
            if day <= start:
                break
            part = ((day - start).days, (end - start).days) if day < end else (1, 1)
            top, bottom = added(top, bottom, numerator * part[0], denominator * part[1])
        return divide(top, bottom, rounding)


def moved(amounts: tuple[int, ...], component: int, change: int) -> tuple[int, ...]:
    """The amounts with one component changed."""
    return (*amounts[:component], amounts[component] + change, *amounts[component + 1 :]) if change else amounts
