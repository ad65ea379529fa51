"""Misuse (挪用, R15): while money is used against its purpose the whole balance bears the misuse rate.

From the day of the misuse the loan bears rate × misuse multiple instead of the contract rate, until it is cured or
paid (银发〔2003〕251号). The plan goes on asking for interest at the contract rate, so what is not yet due bears the
difference as penalty, due with the running instalment and rounded once for each instalment. What is overdue bears
the heavier of the two penalty rates, never both: it has left the balance that bears the difference.
"""

from datetime import date
from typing import Protocol

from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding, divide
from lending.loans.row import PENALTY, Row
from lending.loans.terms import MULTIPLE_SCALE, LoanTerms

__all__ = ["Misuse", "charge_misuse", "late_speed", "misuse_speed", "restate_misuse", "set_misuse"]


class Misuse:
    """Whether the money is misused now, and what its running instalment has gathered until `at`."""

    __slots__ = ("at", "now", "numerator")

    def __init__(self) -> None:
        self.now = False
        self.at = date.min
        self.numerator = 0

    def pass_days(self, day: date, speed: int) -> None:
        """Count the days until `day`, each bearing `speed`."""
        if self.now and day > self.at:
            self.numerator += speed * (day - self.at).days
        self.at = max(self.at, day)


class Misused(Protocol):
    """What misuse is charged on."""

    terms: LoanTerms
    rate: Rate
    rounding: Rounding
    misuse: Misuse

    def reprice_late(self, on: date) -> None:
        """Measure what is overdue until `on` at the rate so far."""

    @property
    def penalty_scale(self) -> int:
        """What base × speed × days is divided by."""


def late_speed(terms: LoanTerms, rate: Rate, *, misused: bool) -> int:
    """The penalty rate × its scale: rate × multiple, but no more than the cap where there is one (F18)."""
    penalty = terms.penalty
    if penalty is None:
        return 0
    multiple = penalty.multiple
    if misused and penalty.misuse_multiple is not None:
        multiple = max(multiple, penalty.misuse_multiple)
    speed = rate.scaled * multiple.scaled
    return speed if terms.cap is None else min(speed, terms.cap.scaled * MULTIPLE_SCALE)


def misuse_speed(ledger: Misused, principal: int) -> int:
    """What `principal` not yet due bears a day beyond the contract rate, × the scale."""
    penalty = ledger.terms.penalty
    if penalty is None or penalty.misuse_multiple is None:
        return 0
    speed = ledger.rate.scaled * penalty.misuse_multiple.scaled
    if ledger.terms.cap is not None:
        speed = min(speed, ledger.terms.cap.scaled * MULTIPLE_SCALE)
    return principal * max(0, speed - ledger.rate.scaled * MULTIPLE_SCALE)


def set_misuse(ledger: Misused, on: date, *, now: bool) -> None:
    """From `on` the money is misused, or no longer is."""
    ledger.reprice_late(on)
    ledger.misuse.pass_days(on, 0)
    ledger.misuse.now = now


def charge_misuse(ledger: Misused, row: Row, *, final: bool = False) -> None:
    """State what misuse charges the running row; `final` once it falls due."""
    if not ledger.misuse.numerator:
        return
    row.surcharge = divide(ledger.misuse.numerator, ledger.penalty_scale, ledger.rounding)
    restate_misuse(row)
    if final:
        ledger.misuse.numerator = 0


def restate_misuse(row: Row) -> None:
    """Ask for all that misuse charged a row before its penalty for lateness begins, whatever a cap had cut of it."""
    if row.penalty is None:
        row.cut = 0
        row.asked[PENALTY] = row.fixed_penalty + row.surcharge
