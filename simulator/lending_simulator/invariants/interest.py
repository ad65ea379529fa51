"""Interest by days, reckoned a second time: from the plan as the borrower was shown it, and the dates."""

from collections.abc import Iterator
from datetime import date

from lending.kernel.rounding import Rounding
from lending.loans.choices import Excess
from lending.loans.facts import Charge, Disbursement, Repayment
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.status import LoanStatus
from lending_simulator.invariants.evidence import Evidence, PlannedPeriod

__all__ = ["interest_is_earned_by_the_day"]

ACCRUED, INCOME = "1132.01", "6011.01"
LEAVE_THE_PLAN = (Repayment, Charge)
"""Facts after which interest is still the one disclosed; an early settlement asks for interest of its own (F12)."""
ACCRUING = (LoanStatus.NORMAL, LoanStatus.OVERDUE, LoanStatus.SETTLED)


def interest_is_earned_by_the_day(evidence: Evidence) -> Iterator[str]:
    """A loan that keeps its plan has earned, and has in the books, the disclosed interest of the days gone by (F6)."""
    today = evidence.mirror.today
    for loan in evidence.mirror.all(LOANS):
        if today is None or not keeps_its_plan(loan):
            continue
        complete, running = by_days(evidence.disclosed(loan), today)
        due = complete + running
        earned = evidence.figures(loan, today).interest_earned
        income, accrued = (evidence.mirror.booked(code, loan.id.value) for code in (INCOME, ACCRUED))
        if (earned, -income, accrued) != (due, due, running):
            yield (
                f"loan {loan.id}, open since {loan.opened_on}, earns {due} by the days of its plan, {running} of it not"
                f" due; it says {earned}, {INCOME} holds {-income}, {ACCRUED} holds {accrued}"
            )


def keeps_its_plan(loan: Loan) -> bool:
    """Whether terms and history are such that the one formula below says all of the loan's interest."""
    terms, (paid_out, *others) = loan.terms, loan.facts
    plain = not terms.on_actual_balance and not terms.grace.interest_periods and terms.rounding is Rounding.HALF_UP
    unchanged = isinstance(paid_out, Disbursement) and all(isinstance(fact, LEAVE_THE_PLAN) for fact in others)
    return plain and unchanged and terms.allocation.excess is Excess.HOLD and loan.status in ACCRUING


def by_days(plan: tuple[PlannedPeriod, ...], day: date) -> tuple[int, int]:
    """Interest until `day`, that day not counted: of the periods that are over, and of the one that is running.

    The latter is the period's interest × days gone by ÷ days of the period, rounded half up, once for all those days.
    """
    complete = sum(interest for _start, due, interest in plan if due <= day)
    running = 0
    for start, due, interest in plan:
        if start < day < due:
            running = (2 * interest * (day - start).days + (due - start).days) // (2 * (due - start).days)
    return complete, running
