"""From what a contract agrees on to the terms of the loan that a payout opens."""

from datetime import date

from lending.contracts.agreed import AgreedTerms
from lending.kernel.calendar import DueDateRule, WorkCalendar
from lending.kernel.periods import first_due_on, months_after
from lending.loans.terms import Allocation, Grace, Interest, LoanTerms, NonAccrual
from lending.operations.calendar import YearFinder, known_years

__all__ = ["loan_terms"]


def loan_terms(agreed: AgreedTerms, start: date, find: YearFinder) -> LoanTerms:
    """The loan's terms when interest begins on `start`, the day the money reached the payee (起息日).

    `find` answers for the years of workdays that are published; a loan that heeds holidays knows them from its opening.
    """
    first_due = first_due_on(start, agreed.due_day, agreed.first_due_after_days) if agreed.due_day else None
    return LoanTerms(
        principal=agreed.principal,
        rate=agreed.annual_rate,
        method=agreed.method,
        instalments=agreed.instalments,
        start=start,
        first_due=first_due,
        due_day=agreed.due_day,
        interest=Interest(accrual=agreed.accrual, day_count=agreed.day_count),
        grace=Grace(days=agreed.grace_days, retroactive=agreed.grace_retroactive),
        penalty=agreed.penalty,
        non_accrual=NonAccrual(agreed.non_accrual_days, agreed.cure_instalments),
        allocation=Allocation(non_accrual_order=agreed.non_accrual_order),
        prepayment=agreed.prepayment,
        fees=agreed.fees,
        cap=agreed.cap,
        floating=agreed.floating,
        holiday=agreed.holiday,
        past_due_tolerance=agreed.past_due_tolerance,
        calendar=_calendar(agreed, start, find),
        lease=agreed.lease,
    )


def _calendar(agreed: AgreedTerms, start: date, find: YearFinder) -> WorkCalendar:
    """The years in which something falls due, or in which the workday after it may lie."""
    if agreed.holiday is DueDateRule.NONE:
        return WorkCalendar()
    last = months_after(start, agreed.instalments + 2)
    return known_years(find, range(start.year, last.year + 2))
