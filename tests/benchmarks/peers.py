"""Annuity plans by other libraries: each by the way of its API that costs it least, set up outside the measured loop.

None of them rounds as a bank does except `amortization` and mortgagemath; only QuantLib gives due dates.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

import mortgagemath
import numpy as np
import numpy_financial
import QuantLib
from amortization.schedule import amortization_schedule

from tests.benchmarks.portfolio import Sample

__all__ = ["ONE_BY_ONE", "by_numpy_financial_at_once", "by_quantlib_balances"]

Loans = Sequence[Sample]

MONTHLY = QuantLib.Period(QuantLib.Monthly)
CALENDAR = QuantLib.NullCalendar()
KEEP = QuantLib.Unadjusted
BACKWARD = QuantLib.DateGeneration.Backward


def by_amortization(loans: Loans) -> None:
    """Rows of floats rounded to the cent; no dates."""
    for loan in loans:
        list(amortization_schedule(principal=loan.principal / 100, interest_rate=loan.rate / 1e8, period=loan.months))


def by_numpy_financial(loans: Loans) -> None:
    """Interest and principal of each row as an array of floats, not rounded; no dates, no balance."""
    for loan in loans:
        rate, amount = loan.rate / 12e8, -loan.principal / 100
        level = numpy_financial.pmt(rate, loan.months, amount)
        interest = numpy_financial.ipmt(rate, np.arange(1, loan.months + 1), loan.months, amount)
        _principal = level - interest


def by_quantlib(loans: Loans) -> None:
    """Balances in floats, not rounded, and the schedule's dates; cash flows of a bond would cost four times as much."""
    for loan in loans:
        term, factor = QuantLib.Period(loan.months, QuantLib.Months), loan.rate / 12e8
        start = QuantLib.Date(loan.start.day, loan.start.month, loan.start.year)
        left = QuantLib.sinkingNotionals(term, QuantLib.Monthly, loan.rate / 1e8, loan.principal / 100)
        days = list(QuantLib.Schedule(start, start + term, MONTHLY, CALENDAR, KEEP, KEEP, BACKWARD, False))  # noqa: FBT003
        _rows = [
            (day, before - after, before * factor, after)
            for day, before, after in zip(days[1:], left, left[1:], strict=False)
        ]


def by_mortgagemath(loans: Loans) -> None:
    """Rows of decimals rounded to the cent; no dates."""
    for loan in loans:
        principal, percent = Decimal(loan.principal) / 100, Decimal(loan.rate) / 10**6
        terms = mortgagemath.LoanParams(principal=principal, annual_rate=percent, term_months=loan.months)
        mortgagemath.amortization_schedule(terms)


ONE_BY_ONE: dict[str, Callable[[Loans], None]] = {
    "amortization": by_amortization,
    "numpy-financial": by_numpy_financial,
    "QuantLib": by_quantlib,
    "mortgagemath": by_mortgagemath,
}


def by_numpy_financial_at_once(loans: Loans) -> None:
    """All loans in one call: floats, not rounded, so no instalment of it can be billed."""
    principal = np.array([-loan.principal / 100 for loan in loans])[:, None]
    rate = np.array([loan.rate / 12e8 for loan in loans])[:, None]
    months = np.array([loan.months for loan in loans])[:, None]
    level = numpy_financial.pmt(rate, months, principal)
    interest = numpy_financial.ipmt(rate, np.arange(1, 85)[None, :], months, principal)
    _principal = level - interest


def by_quantlib_balances(loans: Loans) -> None:
    """Balances and what follows from them, in floats, not rounded; no dates."""
    for loan in loans:
        term, factor = QuantLib.Period(loan.months, QuantLib.Months), loan.rate / 12e8
        left = QuantLib.sinkingNotionals(term, QuantLib.Monthly, loan.rate / 1e8, loan.principal / 100)
        _rows = [(before - after, before * factor, after) for before, after in pairwise(left)]
