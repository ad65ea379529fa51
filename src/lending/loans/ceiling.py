"""The running cap (F18, check 2): what is charged in all never exceeds the cap on the principal used, day by day.

Allowed by a day: Σ principal used × cap × days ÷ 365, rounded down once. Interest comes first in it, then fees; penalty
and compound interest give way. They are asked for as far as there is room and come back as it grows, until the
instalment is paid in full; compound is cut before penalty, the youngest instalment first, never what was paid.
Interest and fees agreed with the loan are never cut: their price was checked when they were agreed.
"""

from datetime import date
from typing import Protocol

from lending.kernel.rates import RATE_SCALE, Rate
from lending.loans.row import COMPOUND, PENALTY, PRINCIPAL, Row

__all__ = ["Ceiling", "hold_to_cap", "room"]

YEAR = 365


class Ceiling:
    """Principal used × days until `at`."""

    __slots__ = ("at", "before", "rate", "used")

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        self.at = date.max
        self.used = 0
        self.before = 0
        """What was charged, within its cap, before the loan was taken on."""

    def pass_days(self, day: date, principal: int) -> None:
        """Count the days until `day`, on which `principal` was used."""
        if day > self.at:
            self.used += principal * (day - self.at).days
            self.at = day

    @property
    def allowed(self) -> int:
        """What may have been charged by now."""
        return self.before + self.used * self.rate.scaled // (YEAR * RATE_SCALE)


class Capped(Protocol):
    """What the cap is held on."""

    rows: list[Row]
    disbursed: int
    ceiling: Ceiling | None

    def earned(self, day: date) -> int:
        """Interest until `day`."""


def principal_used(ledger: Capped) -> int:
    """What was paid out and neither came back nor was given up."""
    gone = sum(row.paid[PRINCIPAL] + row.waived[PRINCIPAL] + row.written[PRINCIPAL] for row in ledger.rows)
    return ledger.disbursed - gone


def room(ledger: Capped, day: date) -> int | None:
    """What could still be charged as a fee by `day`, unpaid penalty giving way; None where nothing limits it."""
    if ledger.ceiling is None:
        return None
    dealt_with = sum(_dealt_with(row) for row in ledger.rows)
    return max(0, ledger.ceiling.allowed - _first(ledger, day) - dealt_with)


def hold_to_cap(ledger: Capped, day: date) -> None:
    """Cut what penalty and compound interest there is no room for on `day`."""
    if ledger.ceiling is None:
        return
    late = sum(row.asked[PENALTY] + row.asked[COMPOUND] - _fixed(row) for row in ledger.rows)
    excess = late - max(0, ledger.ceiling.allowed - _first(ledger, day))
    for component in (COMPOUND, PENALTY):
        for row in reversed(ledger.rows):
            if excess <= 0:
                return
            kept = row.fixed_penalty if component == PENALTY else row.adjusted[COMPOUND]
            cut = min(excess, row.owed(component), row.asked[component] - kept)
            if cut > 0:
                row.asked[component] -= cut
                row.cut += cut
                excess -= cut


def _first(ledger: Capped, day: date) -> int:
    """What comes before penalty: interest, and the charges due by `day`."""
    charged = sum(amount for row in ledger.rows for due, _component, amount in row.all_charges if due <= day)
    return ledger.earned(day) + charged


def _dealt_with(row: Row) -> int:
    """Penalty and compound interest paid or given up, beyond fixed penalties."""
    parts = sum(row.paid[which] + row.waived[which] + row.written[which] for which in (PENALTY, COMPOUND))
    return max(0, parts - _fixed(row))


def _fixed(row: Row) -> int:
    """Penalty and compound interest asked for as amounts of their own, which no cap cuts."""
    return row.fixed_penalty + row.adjusted[COMPOUND]
