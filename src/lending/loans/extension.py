"""How far a loan may be extended (展期, R52, F13): by the class of its original term.

A short loan (up to a year) by as long again, a medium one (up to five years) by half, a long one by three years in all
(贷款通则 art. 12). Extensions of one loan count together.
"""

from datetime import date

from lending.kernel.periods import months_after, whole_months
from lending.loans.factors import calendar_of
from lending.loans.terms import LoanTerms

__all__ = ["latest_maturity"]

SHORT_MONTHS, MEDIUM_MONTHS = 12, 60
LONG_EXTENSION_MONTHS = 36


def latest_maturity(terms: LoanTerms) -> date:
    """The latest date to which a loan with these terms, whose `start` is set, may run by way of extension."""
    assert terms.start is not None, "set when the loan is opened"
    calendar = calendar_of(terms, terms.start)
    maturity = (calendar.nominal or calendar.days)[-1]
    months = whole_months(terms.start, maturity)
    if months_after(terms.start, SHORT_MONTHS) >= maturity:
        return maturity + (maturity - terms.start)
    if months_after(terms.start, MEDIUM_MONTHS) >= maturity:
        return months_after(maturity, months // 2)
    return months_after(maturity, LONG_EXTENSION_MONTHS)
