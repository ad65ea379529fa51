"""A ledger's running totals: its `Figures` as of a date."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lending.loans.choices import ClearanceMeans
from lending.loans.figures import Figures
from lending.loans.instalment import days_past_due
from lending.loans.lease import is_direct_lease
from lending.loans.ledger import Ledger
from lending.loans.row import COMPOUND, FEE, INTEREST, NOTHING, PENALTY, PRINCIPAL, Row

__all__ = ["figures_of", "outstanding_of"]


def figures_of(ledger: Ledger, as_of: date) -> Figures:
    """The running totals of `ledger`, whose rows stand as on `as_of`."""
    rows = ledger.rows
    asked = _summed([row.asked for row in rows])
    paid, waived, written = _met(rows)
    adjusted = _summed([row.adjusted for row in rows if row.adjusted is not NOTHING])
    settled = bool(rows) and sum(asked) == sum(paid) + sum(waived) + sum(written)
    figures = Figures(
        disbursed=ledger.disbursed,
        received=ledger.received,
        principal_repaid=paid[PRINCIPAL],
        interest_earned=(asked[INTEREST] if settled else ledger.earned(as_of)) - adjusted[INTEREST],
        fees_paid=paid[FEE],
        penalty_paid=paid[PENALTY],
        compound_earned=asked[COMPOUND] - adjusted[COMPOUND],
        compound_paid=paid[COMPOUND],
        credit_balance=ledger.credit,
        refunded=ledger.refunded,
        principal_waived=waived[PRINCIPAL],
        fees_waived=waived[FEE],
        penalty_waived=waived[PENALTY],
        compound_waived=waived[COMPOUND],
        principal_written_off=written[PRINCIPAL],
        fees_written_off=written[FEE],
        penalty_written_off=written[PENALTY],
        compound_written_off=written[COMPOUND],
        recovered=ledger.recovered,
        collateral_taken=ledger.by_means[ClearanceMeans.COLLATERAL],
        bank_received=ledger.by_means[ClearanceMeans.COURT] + ledger.by_means[ClearanceMeans.THIRD_PARTY],
        interest_adjusted=adjusted[INTEREST],
        fees_adjusted=adjusted[FEE],
        penalty_adjusted=adjusted[PENALTY],
        compound_adjusted=adjusted[COMPOUND],
        principal_overdue=_overdue(ledger, as_of),
        interest_in_rents=asked[INTEREST] if is_direct_lease(ledger.terms) else 0,
        deposit_received=ledger.deposit.received,
        deposit_set_off=ledger.deposit.set_off,
        deposit_returned=ledger.deposit.returned,
        **_interest(rows, as_of, paid[INTEREST], waived[INTEREST], written[INTEREST], adjusted[INTEREST]),
        **_charges(ledger, as_of, asked[PENALTY]),
    )
    return figures.suspending() if ledger.non_accrual else figures


def outstanding_of(rows: list[Row]) -> tuple[int, ...]:
    """What all rows ask for and is unpaid, by component."""
    asked = _summed([row.asked for row in rows])
    return tuple(map(lambda ask, *met: ask - sum(met), asked, *_met(rows)))


def _met(rows: list[Row]) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """What was paid, waived and written off of all rows, by component."""
    paid = _summed([row.paid for row in rows if row.paid is not NOTHING])
    waived = _summed([row.waived for row in rows if row.waived is not NOTHING])
    written = _summed([row.written for row in rows if row.written is not NOTHING])
    return paid, waived, written


def _summed(amounts: list[Sequence[int]]) -> tuple[int, ...]:
    """The amounts of rows, by component."""
    return tuple(map(sum, zip(*amounts, strict=True))) if amounts else NOTHING


def _interest(rows: list[Row], as_of: date, paid: int, waived: int, written: int, adjusted: int) -> dict[str, int]:
    """Interest figures told apart by whether it had fallen due when it was paid, waived or written off."""
    paid_ahead = sum([row.ahead for row in rows])
    waived_ahead = sum([row.waived_ahead for row in rows])
    written_ahead = sum([row.written_ahead for row in rows])
    fallen = 0
    for row in rows:
        if row.due > as_of:
            break
        fallen += row.asked[INTEREST] - row.adjusted[INTEREST] - row.ahead - row.waived_ahead - row.written_ahead
    return {
        "interest_taxable": fallen + adjusted - (waived - waived_ahead) - (written - written_ahead) + paid_ahead,
        "interest_fallen_due": fallen,
        "interest_paid_due": paid - paid_ahead,
        "interest_paid_accrued": paid_ahead,
        "interest_waived_due": waived - waived_ahead,
        "interest_waived_accrued": waived_ahead,
        "interest_written_off_due": written - written_ahead,
        "interest_written_off_accrued": written_ahead,
    }


def _charges(ledger: Ledger, as_of: date, penalty: int) -> dict[str, Any]:
    """Fees and penalty earned; a charge counts once it has fallen due or was dealt with before."""
    if not ledger.charge_days:
        return {"penalty_earned": penalty - sum([row.adjusted[PENALTY] for row in ledger.rows])}
    return {
        "fees_charged": sum(_charged(row, FEE, as_of) for row in ledger.rows),
        "penalty_earned": sum(_charged(row, PENALTY, as_of) for row in ledger.rows),
    }


def _charged(row: Row, component: int, as_of: date) -> int:
    unripe = sum(amount for due, which, amount in row.all_charges if which == component and due > as_of)
    dealt_with = row.paid[component] + row.waived[component] + row.written[component]
    return max(row.asked[component] - unripe, dealt_with) - row.adjusted[component]


def _overdue(ledger: Ledger, as_of: date) -> int:
    """Unpaid principal of rows past due and grace (A6)."""
    rows = ledger.open_due()
    past = days_past_due(rows, as_of, ledger.terms.tolerated)
    grace = ledger.terms.grace.days
    return sum([row.owed(PRINCIPAL) for row, days in zip(rows, past, strict=True) if days > grace])
